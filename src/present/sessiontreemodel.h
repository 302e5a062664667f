// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/treerow.h"

#include <QAbstractItemModel>

#include <memory>
#include <vector>

namespace present {

/// The session of a document as a tree along its schema: every member that it has or could have. Rows are made when
/// their branch is opened, and all anew along another schema. An edit, undo or text typed in Source changes, moves,
/// adds and removes only the rows that it is about, so that what is open and chosen elsewhere stays so.
class SessionTreeModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { Name, Value, State, ColumnCount };

    enum Role {
        IsSentRole = Qt::UserRole, ///< bool: the member is there.
        HasFindingRole, ///< bool: here or below.
        SeverityRole, ///< int, of session::Severity: the worst here or below; invalid when there is none.
        ChoicesRole, ///< QStringList: what to choose from; other texts can be typed all the same.
        IsWireRole, ///< bool: the cell holds what is on the wire letter by letter.
    };

    /// Shows and edits the session of `document`; borrowed, outlives the model.
    explicit SessionTreeModel(DocumentController &document, QObject *parent = nullptr);
    ~SessionTreeModel() override;

    /// Whether the rows follow the document at once, or only when this is set again, as when the pane shows.
    void setFollowing(bool isFollowing);

    /// The row of `pointer`, or the nearest above it that there is; opens the branches on the way.
    QModelIndex indexOf(const json::Pointer &pointer);

    json::Pointer pointerOf(const QModelIndex &index) const;

    /// What the row is. For the invalid index the session itself, as a member of its type.
    const TreeRow &rowOf(const QModelIndex &index) const;

    /// The field in the row; valid until the row changes.
    Field fieldOf(const QModelIndex &index) const;

    /// The sentence of the worst finding at the row itself; empty when there is none.
    QString findingOf(const QModelIndex &index) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// Writes what was typed or chosen, as one undo step. False, with refused(), when the document cannot take it.
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

Q_SIGNALS:
    /// Why an edit was not made: a sentence for people.
    void refused(const QString &sentence);

private:
    struct Node;

    Node &nodeOf(const QModelIndex &index) const;
    QModelIndex indexOf(const Node &node, int column = Name) const;
    QJsonValue shownValue(const Node &node) const;
    void open(Node &node, const QJsonValue &value) const;
    void openShown(Node &node) const;

    void makeAnew();
    void follow();
    void refreshFindings(const Node &node);
    void sync(Node &node, const QJsonValue &was, const QJsonValue &is, bool isOther);
    void syncMembers(Node &node, const QJsonValue &was, const QJsonValue &is);
    void syncItems(Node &node, const QJsonArray &was, const QJsonArray &is);
    bool moveItem(Node &node, const QJsonArray &was, const QJsonArray &is, qsizetype first, qsizetype count);
    void insertNodes(Node &node, qsizetype at, const QList<TreeRow> &rows);
    void removeNodes(Node &node, qsizetype at, qsizetype count);
    static void renumber(Node &node, qsizetype from);
    void renumberItems(Node &node, qsizetype from);

    QVariant nameData(const QModelIndex &index, int role) const;
    QVariant valueData(const QModelIndex &index, int role) const;
    QString valueText(const QModelIndex &index) const;
    QString stateText(const QModelIndex &index) const;
    const session::Finding *findingWithin(const QModelIndex &index) const;

    DocumentController &m_document;
    std::unique_ptr<Node> m_root;
    QJsonObject m_shown; ///< The session that the rows tell about.
    quint64 m_syncs = 0; ///< How often the rows were brought up to date.
    bool m_isFollowing = true;
    bool m_isBehind = false;
};

} // namespace present
