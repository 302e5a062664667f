// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/jsontreemodel.h"

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace present {
namespace {

// A cell is for a look; the body has it all.
constexpr qsizetype longestCell = 500;

QString cut(QByteArrayView bytes)
{
    if (bytes.size() <= longestCell)
        return QString::fromUtf8(bytes);
    return QString::fromUtf8(bytes.first(longestCell)) + u'\u2026';
}

} // namespace

JsonTreeModel::JsonTreeModel(QObject *parent)
    : QAbstractItemModel(parent)
{ }

void JsonTreeModel::setIndex(const json::Index &index)
{
    beginResetModel();
    m_index = index;
    m_children.clear();
    m_places.clear();
    endResetModel();
}

qsizetype JsonTreeModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<qsizetype>(index.internalId()) : -1;
}

// The children of the invalid index are those of the root: a row that only says "{}" would tell nothing.
const QList<qsizetype> &JsonTreeModel::childrenOf(qsizetype node) const
{
    const auto found = m_children.constFind(node);
    if (found != m_children.constEnd())
        return *found;
    QList<qsizetype> children;
    const qsizetype container = node < 0 ? 0 : node;
    if (m_index.isValid())
        children.reserve(m_index.count(container));
    if (m_index.isValid()) {
        const bool isObject = m_index.at(container).kind == json::Kind::Object;
        for (qsizetype child = m_index.firstChild(container); child >= 0; child = m_index.nextChild(container, child)) {
            const qsizetype value = isObject ? child + 1 : child;
            m_places.insert(value, {node, static_cast<int>(children.size()), isObject ? child : -1});
            children += value;
        }
    }
    return *m_children.insert(node, children);
}

QModelIndex JsonTreeModel::indexOf(qsizetype node) const
{
    for (qsizetype around = -1;;) {
        const QList<qsizetype> &children = childrenOf(around);
        const auto after = std::upper_bound(children.cbegin(), children.cend(), node);
        if (after == children.cbegin())
            return {};
        const qsizetype child = *std::prev(after);
        if (child == node)
            return createIndex(static_cast<int>(std::prev(after) - children.cbegin()), 0, static_cast<quintptr>(node));
        if (m_index.at(child).next <= static_cast<quint32>(node))
            return {};
        around = child;
    }
}

QModelIndex JsonTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, static_cast<quintptr>(childrenOf(nodeOf(parent)).at(row)));
}

QModelIndex JsonTreeModel::parent(const QModelIndex &child) const
{
    const qsizetype above = child.isValid() ? m_places.value(nodeOf(child)).parent : -1;
    if (above < 0)
        return {};
    return createIndex(m_places.value(above).row, 0, static_cast<quintptr>(above));
}

int JsonTreeModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(childrenOf(nodeOf(parent)).size());
}

int JsonTreeModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

bool JsonTreeModel::hasChildren(const QModelIndex &parent) const
{
    if (!m_index.isValid() || parent.column() > 0)
        return false;
    return m_index.firstChild(parent.isValid() ? nodeOf(parent) : 0) >= 0;
}

QVariant JsonTreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const qsizetype node = nodeOf(index);
    if (role == Qt::AccessibleTextRole && index.column() == Name)
        return QString(pathOf(node) + ", "_L1 + valueOf(node));
    if (role != Qt::DisplayRole)
        return {};
    return index.column() == Name ? nameOf(node) : valueOf(node);
}

QVariant JsonTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Name ? tr("Member") : tr("Value, as it came");
}

QString JsonTreeModel::nameOf(qsizetype node) const
{
    const Place place = m_places.value(node);
    return place.name < 0 ? QString::number(place.row) : m_index.string(place.name).left(longestCell);
}

QString JsonTreeModel::valueOf(qsizetype node) const
{
    const qsizetype count = m_index.count(node);
    switch (m_index.at(node).kind) {
    case json::Kind::Object:
        return count == 1 ? tr("{ 1 member }") : tr("{ %1 members }").arg(count);
    case json::Kind::Array:
        return count == 1 ? tr("[ 1 item ]") : tr("[ %1 items ]").arg(count);
    case json::Kind::String:
    case json::Kind::Number:
    case json::Kind::True:
    case json::Kind::False:
    case json::Kind::Null:
        return cut(m_index.raw(node));
    }
    Q_UNREACHABLE();
}

QString JsonTreeModel::pathOf(qsizetype node) const
{
    QString path;
    for (qsizetype at = node; at >= 0; at = m_places.value(at).parent)
        path.prepend(u'/' + nameOf(at));
    return path;
}

} // namespace present
