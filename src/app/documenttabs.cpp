// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/documenttabs.h"

#include "app/documentpage.h"
#include "present/workspace.h"

#include <QMouseEvent>
#include <QSignalBlocker>
#include <QTabBar>
#include <QVBoxLayout>

#include <memory>

using namespace Qt::StringLiterals;

namespace app {
namespace {

/// A name that leaves room for others: its beginning and its end, where names of files differ.
QString shortened(const QString &name)
{
    constexpr qsizetype longest = 40;
    return name.size() <= longest ? name : QString(name.first(longest / 2) + u'…' + name.last(longest / 2 - 1));
}

} // namespace

DocumentTabs::DocumentTabs(QWidget *parent)
    : QTabWidget(parent)
{
    setMovable(true);
    setTabsClosable(true);
    setUsesScrollButtons(true);
    tabBar()->installEventFilter(this);
}

void DocumentTabs::setWorkspace(present::Workspace *workspace)
{
    m_workspace = workspace;
    for (int i = 0; i < workspace->count(); ++i)
        addDocument(i);
    showCurrent();
    connect(workspace, &present::Workspace::opened, this, &DocumentTabs::addDocument);
    connect(workspace, &present::Workspace::closing, this, &DocumentTabs::removeDocument);
    connect(workspace, &present::Workspace::currentChanged, this, &DocumentTabs::showCurrent);
    connect(workspace, &present::Workspace::titlesChanged, this, &DocumentTabs::showTitles);
    connect(this, &QTabWidget::currentChanged, workspace, &present::Workspace::activate);
    connect(this, &QTabWidget::tabCloseRequested, workspace, &present::Workspace::close);
    connect(tabBar(), &QTabBar::tabMoved, workspace, &present::Workspace::move);
}

DocumentPage &DocumentTabs::page() const
{
    return *pageAt(m_workspace->currentIndex());
}

DocumentPage *DocumentTabs::pageAt(int index) const
{
    return widget(index)->findChild<DocumentPage *>(QString(), Qt::FindDirectChildrenOnly);
}

void DocumentTabs::addDocument(int index)
{
    auto *place = new QWidget; // where the page will be
    (new QVBoxLayout(place))->setContentsMargins({});
    const QSignalBlocker block(this); // the workspace says which one is current
    insertTab(index, place, QString());
    showTitles();
}

void DocumentTabs::removeDocument(int index)
{
    const QSignalBlocker block(this);
    const std::unique_ptr<QWidget> place(widget(index)); // goes before the document that its page shows
    removeTab(index);
}

void DocumentTabs::showCurrent()
{
    const int index = m_workspace->currentIndex();
    DocumentPage *made = nullptr;
    if (!pageAt(index)) {
        present::OpenDocument &document = m_workspace->current();
        made = new DocumentPage(document.controller(), document.file(), widget(index));
        widget(index)->layout()->addWidget(made);
        Q_EMIT pageMade(made);
    }
    {
        const QSignalBlocker block(this);
        setCurrentIndex(index);
    }
    Q_EMIT pageChanged();
}

void DocumentTabs::showTitles()
{
    for (int i = 0; i < m_workspace->count(); ++i) {
        const present::OpenDocument &document = m_workspace->at(i);
        const QString title = m_workspace->title(i);
        QString text = shortened(title);
        text.replace(u'&', "&&"_L1); // a single one would become a mnemonic
        setTabText(i, document.isModified() ? text + u'*' : text);
        // Tips are read as rich text when they look like it, and a name can.
        const QString path = document.file().path();
        setTabToolTip(i, "<p>"_L1 + (path.isEmpty() ? title : path).toHtmlEscaped() + "</p>"_L1);
        for (const QTabBar::ButtonPosition side : {QTabBar::LeftSide, QTabBar::RightSide}) {
            if (QWidget *button = tabBar()->tabButton(i, side))
                button->setAccessibleName(tr("Close %1").arg(title));
        }
    }
}

bool DocumentTabs::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseButtonRelease) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        const int index = mouse->button() == Qt::MiddleButton ? tabBar()->tabAt(mouse->position().toPoint()) : -1;
        if (index >= 0) {
            m_workspace->close(index);
            return true;
        }
    }
    return QTabWidget::eventFilter(watched, event);
}

} // namespace app
