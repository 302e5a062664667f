// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edm/schema.h"
#include "present/field.h"

namespace present {

/// One row of the tree of a session: a member that there is or could be, or an item of a collection.
struct TreeRow
{
    enum class Kind {
        Type, ///< `@odata.type`; the property's type is the declared type of the object around it.
        Declared, ///< A property of the object's type, sent or not.
        Undeclared, ///< A member that the object's type does not have.
        Item, ///< An item of an array.
    };

    QString token; ///< The member's name, or the item's index.
    Kind kind = Kind::Declared;
    edm::Property property; ///< Of the type Edm.Untyped where no schema tells anything.

    bool operator==(const TreeRow &) const = default;
};

/// The rows inside a row whose value this is: `@odata.type` and what the schema declares for the object's type, sent or
/// not; then what else is there. Items for an array.
QList<TreeRow> childRows(const edm::Schema &schema, const TreeRow &row, const QJsonValue &value);

/// True when childRows() has any; quicker.
bool hasChildRows(const edm::Schema &schema, const TreeRow &row, const QJsonValue &value);

/// The row of the item `index` in the array of `row`.
TreeRow itemRow(const TreeRow &row, qsizetype index);

/// The child of `parent` that `token` names; Undefined when there is none.
QJsonValue childValue(const QJsonValue &parent, const QString &token);

} // namespace present
