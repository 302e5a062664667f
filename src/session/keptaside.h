// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/pointer.h"

#include <QHash>
#include <QJsonObject>

namespace session {

/// What is kept aside of the objects of one document, by the place of each object. A value: copies share.
class KeptAside
{
public:
    /// The members kept aside of the object at `pointer`; empty when there are none.
    QJsonObject of(const json::Pointer &pointer) const { return m_members.value(pointer); }

    /// All of it, by the place of each object; none is empty.
    const QHash<json::Pointer, QJsonObject> &all() const { return m_members; }

    /// Replaces what is kept aside of the object at `pointer`; with nothing, forgets it.
    void set(const json::Pointer &pointer, const QJsonObject &members);

    /// Follows an edit that set `value` at `where`: forgets what lay at or below an array inside it, whose items may
    /// have moved. A new root is another session: it keeps only what belongs to objects that are still there.
    void follow(const json::Pointer &where, const QJsonValue &value);

    /// Follows the items of the array at `array`: the one that is at `i` now was at `origins[i]`, or nowhere if that is
    /// -1. Two of one origin have the same.
    void followItems(const json::Pointer &array, const QList<qsizetype> &origins);

    bool operator==(const KeptAside &) const = default;

private:
    QHash<json::Pointer, QJsonObject> m_members;
};

} // namespace session
