// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonValue>
#include <QLatin1String>

namespace cli {

/// One JSON object on one line whose members stand in the order in which they were added, as a reader of the manual
/// expects; a QJsonObject sorts them.
class OrderedJson
{
public:
    /// Adds a member. Each name only once.
    void add(QLatin1String name, const QJsonValue &value);

    /// The object, without a line end.
    QByteArray text() const;

private:
    QByteArray m_members;
};

} // namespace cli
