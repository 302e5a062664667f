// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edm/schema.h"

namespace edm {

/// One fact that two schemas do not agree about. Prose (descriptions) is no such fact.
struct Difference
{
    /// What the fact is about.
    enum class Aspect {
        Presence, ///< Only one of them has it: `before` or `after` is empty, the other says what it is.
        Kind, ///< Entity type, complex type or enumeration.
        BaseType,
        Abstract,
        Open,
        Key,
        Flags,
        Type, ///< Of a property.
        Nullable,
        Navigation,
        Containment,
        Value, ///< Of a member of an enumeration.
        Deprecation,
    };

    Aspect aspect = Aspect::Presence;
    QString type; ///< Fully qualified.
    QString member; ///< A property or a member of an enumeration; empty when it is about the type itself.
    QString before; ///< As CSDL writes it; empty for none.
    QString after;

    bool isAddition() const { return aspect == Aspect::Presence && before.isEmpty(); }
    bool isRemoval() const { return aspect == Aspect::Presence && after.isEmpty(); }

    bool operator==(const Difference &) const = default;
};

/// What `after` says otherwise than `before` about the types that a value of `root` can contain, by either of them.
/// In the order of reachableFrom(), what only `after` has comes last; a type that comes or goes counts as one.
QList<Difference> differences(const Schema &before, const Schema &after, const QString &root);

} // namespace edm
