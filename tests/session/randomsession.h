// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edm/schema.h"
#include "session/field.h"
#include "json/pointer.h"

#include <QJsonObject>
#include <QRandomGenerator>
#include <QSet>

#include <set>
#include <utility>

/// Makes sessions from a schema, right and wrong: every property in each of its five states, every type where it or a
/// base of it is declared, members that nobody declared. One seed gives the same sessions everywhere.
class RandomSession
{
public:
    RandomSession(const edm::Schema &schema, quint32 seed);

    QJsonObject make();

    /// A pointer to somewhere in `session`, or to a member of it that is not sent.
    json::Pointer somewhere(const QJsonObject &session);

    /// A value for any place: of any JSON type.
    QJsonValue anyValue();

    /// What was drawn so far, for a test that wants to have seen everything.
    const QSet<QString> &types() const { return m_types; }
    const std::set<std::pair<session::Shape, session::FieldState>> &states() const { return m_states; }

private:
    QJsonObject object(const QString &declaredType, int depth);
    QJsonValue property(const edm::Property &property, int depth);
    QJsonValue item(const QString &typeName, int depth);
    QJsonValue text(const QString &typeName);
    QString anyText();
    int below(int end) { return static_cast<int>(m_random.bounded(end)); }
    bool oneIn(int count) { return below(count) == 0; }

    const edm::Schema &m_schema;
    QRandomGenerator m_random;
    QSet<QString> m_types;
    std::set<std::pair<session::Shape, session::FieldState>> m_states;
};
