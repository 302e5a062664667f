// SPDX-License-Identifier: GPL-3.0-or-later
// How the window follows the document that is current.
#include "app/documentpage.h"
#include "app/mainwindow.h"
#include "present/recentfiles.h"
#include "present/workspace.h"
#include "store/settings.h"
#include "ui_mainwindow.h"

#include <QClipboard>
#include <QDropEvent>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

void MainWindow::connectDocuments()
{
    present::Workspace *workspace = &m_parts.workspace;
    m_ui->nextDocumentAction->setShortcuts({QKeySequence(u"Ctrl+Tab"_s), QKeySequence(u"Ctrl+PgDown"_s)});
    m_ui->previousDocumentAction->setShortcuts({QKeySequence(u"Ctrl+Shift+Tab"_s), QKeySequence(u"Ctrl+PgUp"_s)});
    connect(m_ui->nextDocumentAction, &QAction::triggered, workspace, &present::Workspace::activateNext);
    connect(m_ui->previousDocumentAction, &QAction::triggered, workspace, &present::Workspace::activatePrevious);
    connect(m_ui->recentMenu, &QMenu::aboutToShow, this, &MainWindow::fillRecent);
    connect(workspace, &present::Workspace::titlesChanged, this, &MainWindow::showName);
    connect(m_ui->documentTabs, &DocumentTabs::pageMade, this, &MainWindow::preparePage);
    connect(m_ui->documentTabs, &DocumentTabs::pageChanged, this, &MainWindow::followDocument);
    m_ui->documentTabs->setWorkspace(workspace);
}

/// What a page has from the window as long as it lives.
void MainWindow::preparePage(DocumentPage *page)
{
    connect(page, &DocumentPage::announced, m_ui->statusbar, [this, page](const QString &text) {
        const bool isCurrent = &page->file() == &document().file();
        m_ui->statusbar->showMessage(isCurrent ? text : tr("%1: %2").arg(page->file().name(), text));
    });
    page->offerInTree({m_ui->insertSnippetAction, m_ui->copyFromSessionAction, m_ui->saveSnippetAction});
    page->setTicketAction(m_ui->copyForTicketAction);
    page->setBaseline(document().baseline());
    page->setReadBack(document().readBack(), m_ui->readBackAction); // it is made for the current document
    const store::Settings &settings = m_parts.settings;
    page->restoreSplit(m_page ? m_page->saveSplit() : settings.value(store::settings::workSplitter));
    page->restoreBesideSplit(m_page ? m_page->saveBesideSplit() : settings.value(store::settings::besideSplitter));
}

/// Binds the window to the document that became current. What bound it to the one before ends with the old binding.
void MainWindow::followDocument()
{
    m_binding = std::make_unique<QObject>();
    QObject *context = m_binding.get();
    const present::DocumentController *now = &controller();
    const auto say = [this](const QString &text) { m_ui->statusbar->showMessage(text); };
    m_ui->targetBar->setDocument(&controller());
    connect(&now->document(), &session::SessionDocument::undoChanged, context, [this] { showUndo(); });
    connect(&now->document(), &session::SessionDocument::changed, context, [this] { showObstacle(); });
    connect(now, &present::DocumentController::flightChanged, context, [this, say](bool isInFlight) {
        showFlight();
        if (isInFlight)
            say(tr("Sending…"));
    });
    connect(&document().file(), &present::DocumentFile::noted, context, say);
    followEvidence(context);
    followBaseline(context);
    followReadBack(context);
    showPage();
    showName();
    showUndo();
    showObstacle();
    showFlight();
}

void MainWindow::followEvidence(QObject *context)
{
    using present::EvidenceController;
    EvidenceController *evidence = &document().evidence();
    const auto say = [this](const QString &text) { m_ui->statusbar->showMessage(text); };
    const auto showAvailability = [this, evidence] {
        for (QAction *action : {m_ui->copyForTicketAction, m_ui->copyForJiraAction, m_ui->saveEvidenceAction})
            action->setEnabled(evidence->isAvailable());
    };
    connect(evidence, &EvidenceController::availableChanged, context, showAvailability);
    connect(evidence, &EvidenceController::ticketReady, context, [say](const QString &text) {
        QGuiApplication::clipboard()->setText(text);
        say(tr("Copied for a ticket."));
    });
    connect(evidence, &EvidenceController::saved, context, [say] { say(tr("The evidence is saved.")); });
    connect(evidence, &EvidenceController::told, context, [this](const QString &sentence) { notify(sentence); });
    connect(evidence, &EvidenceController::refused, context, [this](const QString &sentence) { notify(sentence); });
    showAvailability();
}

void MainWindow::followBaseline(QObject *context)
{
    using present::BaselineController;
    const BaselineController *baseline = &document().baseline();
    const auto showAvailability = [this, baseline] { m_ui->acceptBaselineAction->setEnabled(baseline->canAccept()); };
    connect(baseline, &BaselineController::changed, context, showAvailability);
    connect(baseline, &BaselineController::told, context,
            [this](const QString &text) { m_ui->statusbar->showMessage(text); });
    connect(baseline, &BaselineController::refused, context, [this](const QString &sentence) { notify(sentence); });
    showAvailability();
}

void MainWindow::followReadBack(QObject *context)
{
    using present::ReadBack;
    const ReadBack *readBack = &document().readBack();
    const auto say = [this](const QString &text) { m_ui->statusbar->showMessage(text); };
    connect(readBack, &ReadBack::availableChanged, context, [this] { showFlight(); });
    connect(readBack, &ReadBack::told, context, say);
    connect(readBack, &ReadBack::waitBegan, context, say);
}

/// What stands beside the form is the window's choice and holds for every document.
void MainWindow::showPage()
{
    if (m_page) {
        const QList<QAction *> before = m_page->sourceActions();
        for (QAction *action : before)
            m_ui->editMenu->removeAction(action);
    }
    m_page = &page();
    m_ui->editMenu->addActions(m_page->sourceActions());
    m_page->showFindings(m_ui->findingsAction->isChecked());
    m_page->showSourceBeside(m_ui->sourceBesideAction->isChecked());
}

void MainWindow::fillRecent()
{
    constexpr qsizetype lettersShown = 60; // of a folder; its end tells more than its beginning
    present::RecentFiles *recent = &m_parts.recentFiles;
    m_ui->recentMenu->clear();
    const QStringList paths = recent->paths();
    for (const QString &path : paths) {
        const QFileInfo file(path);
        const QString folder = file.path();
        QString text = tr("%1 in %2")
                           .arg(file.fileName(),
                                folder.size() <= lettersShown ? folder : QString(u'…' + folder.last(lettersShown)));
        QAction *action = m_ui->recentMenu->addAction(text.replace(u'&', "&&"_L1));
        connect(action, &QAction::triggered, recent, [recent, path] { recent->open(path); });
    }
    if (paths.isEmpty())
        m_ui->recentMenu->addAction(tr("No File Yet"))->setEnabled(false);
    m_ui->recentMenu->addSeparator();
    QAction *clear = m_ui->recentMenu->addAction(tr("&Clear This List"));
    clear->setEnabled(!paths.isEmpty());
    connect(clear, &QAction::triggered, recent, &present::RecentFiles::clear);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (std::any_of(urls.begin(), urls.end(), [](const QUrl &url) { return url.isLocalFile(); }))
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    // A copy by its name: a source that offers to move would delete its file.
    event->setDropAction(Qt::CopyAction);
    event->accept();
    const QList<QUrl> urls = event->mimeData()->urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            m_parts.workspace.openPath(url.toLocalFile());
    }
}

void MainWindow::showName()
{
    const present::Workspace &workspace = m_parts.workspace;
    setWindowTitle(workspace.title(workspace.currentIndex()) + u"[*] \u2013 Session Composer"_s);
    setWindowModified(document().isModified());
    m_ui->saveAction->setEnabled(document().file().canSave());
}

void MainWindow::showUndo()
{
    m_ui->undoAction->setEnabled(controller().document().canUndo());
    m_ui->redoAction->setEnabled(controller().document().canRedo());
}

void MainWindow::showObstacle()
{
    m_ui->moveTimesAction->setEnabled(!controller().document().obstacle());
}

void MainWindow::showFlight()
{
    m_ui->submitAction->setEnabled(!controller().isInFlight());
    m_ui->cancelAction->setEnabled(controller().isInFlight() || document().readBack().isUnderWay());
    m_ui->readBackAction->setEnabled(document().readBack().isAvailable());
}

void MainWindow::restoreLayout()
{
    const store::Settings &settings = m_parts.settings;
    m_ui->railSplitter->setRailWidth(settings.value(store::settings::railWidth));
    if (settings.value(store::settings::isRailOnHistory))
        m_ui->railSplitter->setPage(RailSplitter::Page::History);
    m_ui->railAction->setChecked(settings.value(store::settings::isRailOpen));
    m_ui->sourceBesideAction->setChecked(settings.value(store::settings::isSourceBeside));
}

void MainWindow::saveLayout()
{
    m_parts.settings.setValue(store::settings::windowGeometry, saveGeometry());
    m_parts.settings.setValue(store::settings::workSplitter, page().saveSplit());
    m_parts.settings.setValue(store::settings::besideSplitter, page().saveBesideSplit());
    m_parts.settings.setValue(store::settings::railWidth, static_cast<quint16>(m_ui->railSplitter->railWidth()));
    m_parts.settings.setValue(store::settings::isRailOpen, !m_ui->railSplitter->isFolded());
    m_parts.settings.setValue(store::settings::isRailOnHistory,
                              m_ui->railSplitter->page() == RailSplitter::Page::History);
    m_parts.settings.setValue(store::settings::isSourceBeside, page().isSourceBeside());
}

} // namespace app
