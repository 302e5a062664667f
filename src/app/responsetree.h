// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/jsonfinder.h"
#include "present/jsontreemodel.h"

#include <QWidget>

class QLabel;
class QTreeView;

namespace app {

class FindBar;

/// The JSON of a response as a tree: order, duplicates and spellings as they came. It is searched by name, value and
/// JSON pointer, and what is chosen is copied as text, as a pointer, or as its exact bytes.
class ResponseTree : public QWidget
{
    Q_OBJECT

public:
    explicit ResponseTree(QWidget *parent = nullptr);
    ~ResponseTree() override;

    /// Shows `index`; an invalid one shows why there is no tree.
    void setIndex(const json::Index &index);

    /// Brings the value node into sight and chooses it.
    void showNode(qsizetype node);

    /// The value node that is chosen; -1 for none.
    qsizetype currentNode() const;

    /// Opens the find bar.
    void openFindBar();

private:
    void addActions();
    void addTreeAction(const QString &name, const QString &text, const QKeySequence &shortcut,
                       void (ResponseTree::*act)());
    void makeFindBar();
    void closeFindBar();
    void find();
    void findNext();
    void findPrevious();
    void copyValue();
    void copyPointer();
    void copyBytes();

    json::Index m_index;
    present::JsonTreeModel m_model;
    present::JsonFinder m_finder;
    QTreeView *m_tree;
    QLabel *m_reason; ///< Why there is no tree.
    FindBar *m_findBar = nullptr; ///< Made when first opened.
};

} // namespace app
