// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/responsetree.h"

#include "app/findbar.h"
#include "app/plaincells.h"
#include "present/body/plaintext.h"
#include "json/pointer.h"

#include <QAction>
#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QMimeData>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace app {

ResponseTree::ResponseTree(QWidget *parent)
    : QWidget(parent)
    , m_tree(new QTreeView)
    , m_reason(new QLabel)
{
    m_reason->setObjectName(u"treeReasonLabel"_s);
    m_reason->setTextFormat(Qt::PlainText);
    m_reason->setWordWrap(true);
    m_reason->setAlignment(Qt::AlignCenter);
    m_reason->hide();
    m_tree->setObjectName(u"treeView"_s);
    m_tree->setAccessibleName(u"Response tree"_s);
    m_tree->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_tree->setUniformRowHeights(true);
    m_tree->setModel(&m_model);
    m_tree->setItemDelegate(new PlainCells(m_tree));
    m_tree->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_reason);
    layout->addWidget(m_tree);
    setFocusProxy(m_tree);
    addActions();
    connect(&m_finder, &present::JsonFinder::found, this, &ResponseTree::showNode);
    connect(&m_finder, &present::JsonFinder::statusChanged, this, [this] {
        if (m_findBar)
            m_findBar->setStatus(m_finder.status());
    });
}

ResponseTree::~ResponseTree() = default;

void ResponseTree::addActions()
{
    addTreeAction(u"copyTreeValueAction"_s, tr("&Copy value"), QKeySequence::Copy, &ResponseTree::copyValue);
    addTreeAction(u"copyTreePointerAction"_s, tr("Copy JSON &pointer"),
                  Qt::ControlModifier | Qt::ShiftModifier | Qt::Key_J, &ResponseTree::copyPointer);
    addTreeAction(u"copyTreeBytesAction"_s, tr("Copy &bytes, as they came"),
                  Qt::ControlModifier | Qt::ShiftModifier | Qt::Key_X, &ResponseTree::copyBytes);
    addTreeAction(u"findInTreeAction"_s, tr("&Find…"), QKeySequence::Find, &ResponseTree::openFindBar);
    addTreeAction(u"findNextInTreeAction"_s, tr("Find &next"), Qt::Key_F3, &ResponseTree::findNext);
    addTreeAction(u"findPreviousInTreeAction"_s, tr("Find p&revious"), Qt::ShiftModifier | Qt::Key_F3,
                  &ResponseTree::findPrevious);
}

void ResponseTree::addTreeAction(const QString &name, const QString &text, const QKeySequence &shortcut,
                                 void (ResponseTree::*act)())
{
    auto *action = new QAction(text, m_tree);
    action->setObjectName(name);
    action->setShortcut(shortcut);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, act);
    m_tree->addAction(action);
}

void ResponseTree::setIndex(const json::Index &index)
{
    if (index.text().isSharedWith(m_index.text()))
        return; // what is open and chosen stays so
    m_index = index;
    m_model.setIndex(index);
    if (const std::optional<json::Fault> &fault = index.fault())
        m_reason->setText(
            tr("Not JSON at %1:%2: %3. Body shows it all the same.")
                .arg(QString::number(fault->position.line), QString::number(fault->position.column), fault->reason));
    m_reason->setVisible(index.fault() && !index.text().isEmpty());
    m_finder.setIndex(index);
}

qsizetype ResponseTree::currentNode() const
{
    return m_model.nodeOf(m_tree->currentIndex());
}

void ResponseTree::showNode(qsizetype node)
{
    const QModelIndex at = m_model.indexOf(node);
    m_tree->setCurrentIndex(at);
    m_tree->scrollTo(at, QAbstractItemView::PositionAtCenter);
}

void ResponseTree::makeFindBar()
{
    m_findBar = new FindBar;
    m_findBar->nameAfter(m_tree->accessibleName());
    layout()->addWidget(m_findBar);
    connect(m_findBar, &FindBar::edited, this, &ResponseTree::find);
    connect(m_findBar, &FindBar::nextRequested, this, &ResponseTree::findNext);
    connect(m_findBar, &FindBar::previousRequested, this, &ResponseTree::findPrevious);
    connect(m_findBar, &FindBar::closeRequested, this, &ResponseTree::closeFindBar);
}

void ResponseTree::openFindBar()
{
    if (!m_findBar)
        makeFindBar();
    m_findBar->show();
    m_findBar->start({});
    find();
}

void ResponseTree::closeFindBar()
{
    m_findBar->hide();
    m_finder.find({}, Qt::CaseInsensitive, 0);
    m_tree->setFocus(Qt::OtherFocusReason);
}

void ResponseTree::find()
{
    m_finder.find(m_findBar->text(), m_findBar->caseSensitivity(), currentNode());
}

void ResponseTree::findNext()
{
    m_finder.findNext(currentNode());
}

void ResponseTree::findPrevious()
{
    m_finder.findPrevious(currentNode());
}

/// A string without its quotation marks and escapes; anything else as it is spelled.
void ResponseTree::copyValue()
{
    const qsizetype node = currentNode();
    if (node < 0)
        return;
    if (m_index.at(node).kind == json::Kind::String)
        QGuiApplication::clipboard()->setText(m_index.string(node));
    else
        copyBytes();
}

void ResponseTree::copyPointer()
{
    if (const qsizetype node = currentNode(); node >= 0)
        QGuiApplication::clipboard()->setText(json::pointerTo(m_index, node).toString());
}

void ResponseTree::copyBytes()
{
    const qsizetype node = currentNode();
    if (node < 0)
        return;
    const QByteArray bytes = m_index.raw(node).toByteArray(); // JSON that was scanned is UTF-8
    auto mime = std::make_unique<QMimeData>();
    mime->setText(present::plainText(bytes));
    mime->setData(u"application/json"_s, bytes);
    QGuiApplication::clipboard()->setMimeData(mime.release());
}

} // namespace app
