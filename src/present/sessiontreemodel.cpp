// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/sessiontreemodel.h"

#include "edm/builtinschema.h"
#include "present/documentcontroller.h"
#include "present/sessiontreenode.h"
#include "json/edit.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using session::FieldState;

namespace present {
namespace {

// A cell is for a look; Source has it all.
constexpr qsizetype longestCell = 500;

TreeRow sessionRow()
{
    TreeRow row;
    row.property.type.name = edm::sessionTypeName;
    return row;
}

bool isContainer(const QJsonValue &value)
{
    return value.isObject() || value.isArray();
}

} // namespace

SessionTreeModel::SessionTreeModel(DocumentController &document, QObject *parent)
    : QAbstractItemModel(parent)
    , m_document(document)
    , m_root(std::make_unique<Node>(sessionRow(), nullptr, 0))
    , m_shown(document.document().object())
{
    connect(&document.document(), &session::SessionDocument::changed, this, &SessionTreeModel::follow);
    connect(&document, &DocumentController::findingsChanged, this, [this] {
        if (m_isFollowing)
            refreshFindings(*m_root);
    });
    connect(&document, &DocumentController::schemaChanged, this, &SessionTreeModel::makeAnew);
}

SessionTreeModel::~SessionTreeModel() = default;

void SessionTreeModel::makeAnew()
{
    beginResetModel();
    m_root = std::make_unique<Node>(sessionRow(), nullptr, 0);
    m_shown = m_document.document().object();
    m_isBehind = false;
    endResetModel();
}

void SessionTreeModel::setFollowing(bool isFollowing)
{
    m_isFollowing = isFollowing;
    if (!isFollowing)
        return;
    if (m_isBehind)
        follow();
    refreshFindings(*m_root);
}

SessionTreeModel::Node &SessionTreeModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? *static_cast<Node *>(index.internalPointer()) : *m_root;
}

QModelIndex SessionTreeModel::indexOf(const Node &node, int column) const
{
    return node.parent ? createIndex(node.number, column, &node) : QModelIndex();
}

QModelIndex SessionTreeModel::indexOf(const json::Pointer &pointer)
{
    Node *node = m_root.get();
    for (const QString &token : pointer.tokens()) {
        openShown(*node);
        const auto isThis = [&token](const std::unique_ptr<Node> &child) { return child->row.token == token; };
        const auto found = std::find_if(node->children.cbegin(), node->children.cend(), isThis);
        if (found == node->children.cend())
            break;
        node = found->get();
    }
    return indexOf(*node);
}

json::Pointer SessionTreeModel::pointerOf(const QModelIndex &index) const
{
    QStringList tokens;
    for (const Node *node = &nodeOf(index); node->parent; node = node->parent)
        tokens.prepend(node->row.token);
    return json::Pointer(tokens);
}

const TreeRow &SessionTreeModel::rowOf(const QModelIndex &index) const
{
    return nodeOf(index).row;
}

Field SessionTreeModel::fieldOf(const QModelIndex &index) const
{
    const TreeRow &row = rowOf(index);
    const bool isType = row.kind == TreeRow::Kind::Type;
    return {m_document, pointerOf(index), isType ? nullptr : &row.property, row.property.type.name};
}

QString SessionTreeModel::findingOf(const QModelIndex &index) const
{
    const session::Finding *finding = m_document.findingAt(pointerOf(index));
    return finding ? findingSentence(*finding) : QString();
}

QJsonValue SessionTreeModel::shownValue(const Node &node) const
{
    return json::valueAt(m_shown, pointerOf(indexOf(node)));
}

void SessionTreeModel::openShown(Node &node) const
{
    if (!node.isOpen)
        open(node, shownValue(node));
}

void SessionTreeModel::open(Node &node, const QJsonValue &value) const
{
    const QList<TreeRow> rows = childRows(m_document.schema(), node.row, value);
    node.isOpen = true;
    node.syncs = m_syncs;
    node.children.reserve(static_cast<size_t>(rows.size()));
    for (const TreeRow &row : rows)
        node.children.push_back(std::make_unique<Node>(row, &node, static_cast<int>(node.children.size())));
}

QModelIndex SessionTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, nodeOf(parent).children[static_cast<size_t>(row)].get());
}

QModelIndex SessionTreeModel::parent(const QModelIndex &child) const
{
    return child.isValid() ? indexOf(*nodeOf(child).parent) : QModelIndex();
}

int SessionTreeModel::rowCount(const QModelIndex &parent) const
{
    if (parent.column() > 0)
        return 0;
    Node &node = nodeOf(parent);
    openShown(node);
    return static_cast<int>(node.children.size());
}

int SessionTreeModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

bool SessionTreeModel::hasChildren(const QModelIndex &parent) const
{
    if (parent.column() > 0)
        return false;
    Node &node = nodeOf(parent);
    if (node.isOpen)
        return !node.children.empty();
    const bool has = hasChildRows(m_document.schema(), node.row, shownValue(node));
    if (!has) // A view that knows of no rows has to be told of the first.
        openShown(node);
    return has;
}

Qt::ItemFlags SessionTreeModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractItemModel::flags(index);
    if (index.column() != Value)
        return flags;
    const Field field = fieldOf(index);
    const bool isLine
        = field.kind() == FieldKind::Text || field.kind() == FieldKind::Choice || field.kind() == FieldKind::Type;
    if (isLine && !isContainer(m_document.document().value(field.pointer())) && field.facts().lock.isEmpty())
        flags |= Qt::ItemIsEditable;
    return flags;
}

QVariant SessionTreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    switch (role) {
    case IsSentRole:
        return !m_document.document().value(pointerOf(index)).isUndefined();
    case HasFindingRole:
        return findingWithin(index) != nullptr;
    case SeverityRole: {
        const session::Finding *finding = findingWithin(index);
        return finding ? QVariant(static_cast<int>(finding->severity)) : QVariant();
    }
    default:
        break;
    }
    switch (static_cast<Column>(index.column())) {
    case Name:
        return nameData(index, role);
    case Value:
        return valueData(index, role);
    case State:
        return role == Qt::DisplayRole ? stateText(index) : QVariant();
    case ColumnCount:
        break;
    }
    return {};
}

QVariant SessionTreeModel::nameData(const QModelIndex &index, int role) const
{
    if (role == Qt::DisplayRole)
        return rowOf(index).token;
    if (role != Qt::AccessibleTextRole)
        return {};
    QStringList parts{pointerOf(index).toString(), valueText(index), stateText(index), findingOf(index)};
    parts.removeAll(QString());
    return parts.join(", "_L1);
}

QVariant SessionTreeModel::valueData(const QModelIndex &index, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return valueText(index);
    case Qt::EditRole:
        return fieldOf(index).facts().text;
    case ChoicesRole:
        return fieldOf(index).choices();
    case IsWireRole:
        return !isContainer(m_document.document().value(pointerOf(index)));
    default:
        return {};
    }
}

QString SessionTreeModel::valueText(const QModelIndex &index) const
{
    const Field field = fieldOf(index);
    const QJsonValue value = m_document.document().value(field.pointer());
    if (value.isArray()) {
        const qsizetype count = value.toArray().size();
        return count == 1 ? tr("[ 1 item ]") : tr("[ %1 items ]").arg(count);
    }
    if (value.isObject())
        return objectSummary(value.toObject());
    const FieldFacts facts = field.facts();
    const bool isPlain = facts.text.isEmpty() && facts.state == FieldState::OtherJson;
    const QString text = isPlain ? field.json() : facts.text;
    return text.size() <= longestCell ? text : text.left(longestCell) + u'\u2026';
}

QString SessionTreeModel::stateText(const QModelIndex &index) const
{
    QStringList parts{present::stateText(fieldOf(index).facts().state)};
    if (const session::Finding *within = findingWithin(index)) {
        const QString severity = session::severityName(within->severity);
        const bool isHere = m_document.findingAt(pointerOf(index)) != nullptr;
        parts += isHere ? severity : tr("%1 inside").arg(severity);
    }
    const QJsonObject aside = m_document.document().keptAside(pointerOf(index));
    if (!aside.isEmpty())
        parts += tr("kept aside: %1").arg(aside.keys().join(u' '));
    return parts.join(", "_L1);
}

const session::Finding *SessionTreeModel::findingWithin(const QModelIndex &index) const
{
    return m_document.findingWithin(pointerOf(index));
}

QVariant SessionTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Name:
        return tr("Member");
    case Value:
        return tr("Value");
    case State:
        return tr("State");
    case ColumnCount:
        break;
    }
    return {};
}

bool SessionTreeModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable))
        return false;
    Field field = fieldOf(index);
    if (value.toString() == field.facts().text)
        return true;
    m_document.document().endMerge();
    const core::Status written = field.setText(value.toString());
    m_document.document().endMerge();
    if (!written)
        Q_EMIT refused(written.error().message);
    return static_cast<bool>(written);
}

} // namespace present
