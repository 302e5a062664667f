// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/documentcontroller.h"
#include "present/sessiontreenode.h"
#include "json/edit.h"

#include <QJsonArray>

#include <algorithm>

// How the rows follow the session. Values that no edit touched are shared between the session before and after, and
// comparing those costs nothing; so the cost is that of the branch that was edited.
namespace present {

void SessionTreeModel::follow()
{
    m_isBehind = !m_isFollowing;
    if (m_isBehind)
        return;
    const QJsonObject was = m_shown;
    m_shown = m_document.document().object();
    ++m_syncs;
    sync(*m_root, was, m_shown, false);
}

// `isOther`: the schema now says something else about the row.
void SessionTreeModel::sync(Node &node, const QJsonValue &was, const QJsonValue &is, bool isOther)
{
    if (!isOther && json::isSpelledAlike(was, is))
        return;
    if (node.parent)
        Q_EMIT dataChanged(indexOf(node), indexOf(node, ColumnCount - 1));
    if (!node.isOpen) {
        if (!hasChildRows(m_document.schema(), node.row, was) || hasChildRows(m_document.schema(), node.row, is))
            return;
        open(node, was); // Nobody looked at the rows, but a view may know that there were some.
    } else if (node.syncs == m_syncs) {
        return; // Opened meanwhile, by a view that heard of another row.
    }
    if (is.isArray() && !isOther && (was.isArray() || node.children.empty()))
        syncItems(node, was.toArray(), is.toArray());
    else
        syncMembers(node, was, is);
    node.syncs = m_syncs;
}

void SessionTreeModel::syncMembers(Node &node, const QJsonValue &was, const QJsonValue &is)
{
    const QList<TreeRow> rows = childRows(m_document.schema(), node.row, is);
    qsizetype at = 0;
    for (const TreeRow &row : rows) {
        const auto isThis = [&row](const std::unique_ptr<Node> &child) {
            return child->row.token == row.token
                && (child->row.kind == TreeRow::Kind::Item) == (row.kind == TreeRow::Kind::Item);
        };
        const auto found = std::find_if(node.children.cbegin() + at, node.children.cend(), isThis);
        if (found == node.children.cend()) {
            insertNodes(node, at++, {row});
            continue;
        }
        removeNodes(node, at, found - node.children.cbegin() - at);
        Node &child = *node.children[static_cast<size_t>(at++)];
        const bool isOther = child.row != row;
        child.row = row;
        sync(child, childValue(was, row.token), childValue(is, row.token), isOther);
    }
    removeNodes(node, at, static_cast<qsizetype>(node.children.size()) - at);
}

void SessionTreeModel::syncItems(Node &node, const QJsonArray &was, const QJsonArray &is)
{
    const qsizetype shorter = std::min(was.size(), is.size());
    qsizetype first = 0; // From here to `last` from the end they differ.
    while (first < shorter && json::isSpelledAlike(was.at(first), is.at(first)))
        ++first;
    qsizetype last = 0;
    while (last < shorter - first && json::isSpelledAlike(was.at(was.size() - 1 - last), is.at(is.size() - 1 - last)))
        ++last;
    const qsizetype before = was.size() - first - last;
    const qsizetype after = is.size() - first - last;
    if (before == after && moveItem(node, was, is, first, after))
        return;
    const qsizetype replaced = std::min(before, after);
    for (qsizetype i = first; i < first + replaced; ++i)
        sync(*node.children[static_cast<size_t>(i)], was.at(i), is.at(i), false);
    QList<TreeRow> added;
    added.reserve(after - replaced);
    for (qsizetype i = first + replaced; i < first + after; ++i)
        added += itemRow(node.row, i);
    insertNodes(node, first + replaced, added);
    removeNodes(node, first + replaced, before - replaced);
    if (before != after)
        renumberItems(node, first + replaced);
}

// Moves the row of the one item that changed its place among the `count` from `first` on; false when it was not that.
bool SessionTreeModel::moveItem(Node &node, const QJsonArray &was, const QJsonArray &is, qsizetype first,
                                qsizetype count)
{
    const auto isShifted = [&](qsizetype wasFrom, qsizetype isFrom) {
        for (qsizetype i = 0; i < count - 1; ++i) {
            if (!json::isSpelledAlike(was.at(wasFrom + i), is.at(isFrom + i)))
                return false;
        }
        return true;
    };
    const qsizetype last = first + count - 1;
    const bool isDown = count > 1 && json::isSpelledAlike(was.at(first), is.at(last)) && isShifted(first + 1, first);
    const bool isUp = count > 1 && json::isSpelledAlike(was.at(last), is.at(first)) && isShifted(first, first + 1);
    if (!isDown && !isUp)
        return false;
    const int from = static_cast<int>(isDown ? first : last);
    const QModelIndex around = indexOf(node);
    beginMoveRows(around, from, from, around, static_cast<int>(isDown ? last + 1 : first));
    const auto begin = node.children.begin();
    if (isDown)
        std::rotate(begin + first, begin + first + 1, begin + last + 1);
    else
        std::rotate(begin + first, begin + last, begin + last + 1);
    renumber(node, first);
    endMoveRows();
    renumberItems(node, first);
    return true;
}

void SessionTreeModel::insertNodes(Node &node, qsizetype at, const QList<TreeRow> &rows)
{
    if (rows.isEmpty())
        return;
    beginInsertRows(indexOf(node), static_cast<int>(at), static_cast<int>(at + rows.size() - 1));
    std::vector<std::unique_ptr<Node>> made;
    made.reserve(static_cast<size_t>(rows.size()));
    for (const TreeRow &row : rows)
        made.push_back(std::make_unique<Node>(row, &node, 0));
    node.children.insert(node.children.begin() + at, std::move_iterator(made.begin()), std::move_iterator(made.end()));
    renumber(node, at);
    endInsertRows();
}

void SessionTreeModel::removeNodes(Node &node, qsizetype at, qsizetype count)
{
    if (count == 0)
        return;
    beginRemoveRows(indexOf(node), static_cast<int>(at), static_cast<int>(at + count - 1));
    const auto first = node.children.begin() + at;
    node.children.erase(first, first + count);
    renumber(node, at);
    endRemoveRows();
}

void SessionTreeModel::renumber(Node &node, qsizetype from)
{
    for (qsizetype i = from; i < static_cast<qsizetype>(node.children.size()); ++i)
        node.children[static_cast<size_t>(i)]->number = static_cast<int>(i);
}

// Names the items from `from` on by their places anew.
void SessionTreeModel::renumberItems(Node &node, qsizetype from)
{
    if (from >= static_cast<qsizetype>(node.children.size()))
        return;
    for (qsizetype i = from; i < static_cast<qsizetype>(node.children.size()); ++i)
        node.children[static_cast<size_t>(i)]->row = itemRow(node.row, i);
    Q_EMIT dataChanged(indexOf(*node.children[static_cast<size_t>(from)]),
                       indexOf(*node.children.back(), ColumnCount - 1));
}

void SessionTreeModel::refreshFindings(const Node &node)
{
    if (node.children.empty())
        return;
    Q_EMIT dataChanged(indexOf(*node.children.front()), indexOf(*node.children.back(), ColumnCount - 1));
    for (const std::unique_ptr<Node> &child : node.children)
        refreshFindings(*child);
}

} // namespace present
