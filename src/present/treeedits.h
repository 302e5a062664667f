// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/treerow.h"

#include <QJsonArray>

#include <optional>

namespace present {

/// What can be done to a row of the tree beyond typing a value: adding, repeating, moving, removing, pasting. Each is
/// one undo step. What cannot be done here gives nothing.
class TreeEdits
{
public:
    /// `row` is what the schema says about what is at `pointer`; all borrowed for the life of this.
    TreeEdits(DocumentController &document, json::Pointer pointer, const TreeRow &row);

    /// Collections and their items can be added to; objects that have no member yet can be begun.
    bool canAdd() const;

    /// Adds a right item at the end of a collection, or after the item that the row is; begins an object with the
    /// members that may not be null. The pointer to what is new.
    std::optional<json::Pointer> add();

    /// True for a row inside an array.
    bool isItem() const;

    /// Repeats an item behind itself. The pointer to the copy.
    std::optional<json::Pointer> duplicate();

    /// True when the item has a neighbour `steps` further on.
    bool canMove(qsizetype steps) const;

    /// Moves an item by `steps`. The pointer to where it is now.
    std::optional<json::Pointer> move(qsizetype steps);

    /// Removes an item, or does not send a member.
    void remove();

    /// Adds a member of any name with an empty text, to the object that the row is, or the one around it. An Error when
    /// it has one of that name.
    core::Result<json::Pointer> addMember(const QString &name);

    /// Puts the JSON in `text` here; appends to a collection what is not a collection itself. Text that is no JSON is
    /// typed into a value of one line. An Error says why not.
    core::Result<json::Pointer> paste(const QString &text);

private:
    QJsonValue value() const;
    QJsonArray siblings() const;
    qsizetype place() const;
    bool isCollection() const;
    std::optional<json::Pointer> write(const json::Pointer &where, const QJsonValue &value,
                                       const json::Pointer &result);
    json::Pointer insert(const json::Pointer &array, qsizetype at, const QJsonValue &item, qsizetype origin = -1);

    DocumentController &m_document;
    json::Pointer m_pointer;
    const TreeRow &m_row;
};

} // namespace present
