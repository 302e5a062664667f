// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow.h"

#include "app/appearance.h"
#include "app/byteviewaccessible.h"
#include "app/documentpage.h"
#include "app/historynotice.h"
#include "app/historypane.h"
#include "app/librarypane.h"
#include "app/linedialog.h"
#include "app/movetimesdialog.h"
#include "app/newcalldialog.h"
#include "app/partdialog.h"
#include "app/railsplitter.h"
#include "app/recoverynotice.h"
#include "app/schemadialog.h"
#include "app/schemanotice.h"
#include "app/sourceaccessible.h"
#include "app/textcard.h"
#include "present/aboutapi.h"
#include "present/bodyopener.h"
#include "present/environmentcontroller.h"
#include "present/historykeeper.h"
#include "present/journalkeeper.h"
#include "present/recovery.h"
#include "present/schemacontroller.h"
#include "present/workspace.h"
#include "store/settings.h"
#include "ui_mainwindow.h"

#include <QActionGroup>
#include <QCloseEvent>

using namespace Qt::StringLiterals;

namespace app {

MainWindow::MainWindow(Parts parts, QWidget *parent)
    : QMainWindow(parent)
    , m_ui(std::make_unique<Ui::MainWindow>())
    , m_parts(parts)
{
    // Before the first view exists: with a screen reader running, a name that is set already asks for its interface.
    installByteViewAccessibility();
    installSourceAccessibility();
    m_ui->setupUi(this);
    m_ui->targetBar->setActions(m_ui->submitAction, m_ui->cancelAction);
    m_ui->targetBar->setEnvironments(&parts.environments);
    connect(m_ui->targetBar, &TargetBar::problemFound, this, &MainWindow::notify);
    connect(m_ui->targetBar, &TargetBar::problemSolved, m_ui->noticeBar, &QWidget::hide);
    connectFileActions();
    connectEditActions();
    connectPartActions();
    connectViewActions();
    connectSubmit();
    connectReadBack();
    connectEvidence();
    connectForeignRequests();
    connectOpener();
    connectSchema();
    connectRail();
    connectHistory();
    connectRecovery();
    connectHelp();
    connectCommands();
    fillGallery();
    setAcceptDrops(true);
    restoreGeometry(m_parts.settings.value(store::settings::windowGeometry));
    connectDocuments();
    restoreLayout();
}

MainWindow::~MainWindow() = default;

DocumentPage &MainWindow::page() const
{
    return m_ui->documentTabs->page();
}

present::OpenDocument &MainWindow::document() const
{
    return m_parts.workspace.current();
}

present::DocumentController &MainWindow::controller() const
{
    return document().controller();
}

void MainWindow::notify(const QString &sentence)
{
    m_ui->noticeBar->showNotice(sentence, {});
    m_ui->statusbar->showMessage(sentence);
}

void MainWindow::connectFileActions()
{
    present::Workspace *workspace = &m_parts.workspace;
    connect(m_ui->newAction, &QAction::triggered, workspace, &present::Workspace::startNew);
    connect(m_ui->newCallAction, &QAction::triggered, this,
            [this] { (new NewCallDialog(m_parts.newCall, this))->open(); });
    connect(m_ui->openAction, &QAction::triggered, workspace, &present::Workspace::open);
    connect(m_ui->saveAction, &QAction::triggered, this, [this] { document().file().save(); });
    connect(m_ui->saveAsAction, &QAction::triggered, this, [this] { document().file().saveAs(); });
    connect(m_ui->saveAsTemplateAction, &QAction::triggered, this, [this] { document().file().saveAsTemplate(); });
    connect(m_ui->closeAction, &QAction::triggered, workspace,
            [workspace] { workspace->close(workspace->currentIndex()); });
    connect(m_ui->quitAction, &QAction::triggered, this, &QWidget::close);
}

void MainWindow::connectEditActions()
{
    connect(m_ui->undoAction, &QAction::triggered, this, [this] { controller().document().undo(); });
    connect(m_ui->redoAction, &QAction::triggered, this, [this] { controller().document().redo(); });
    connect(m_ui->findFieldAction, &QAction::triggered, this, [this] { page().findField(); });
    connect(m_ui->moveTimesAction, &QAction::triggered, this,
            [this] { (new MoveTimesDialog(controller(), this))->open(); });
    connect(m_ui->jumpAction, &QAction::triggered, this, [this] { page().jump(); });
    m_ui->editMenu->addSeparator(); // before the actions of the page that shows
}

void MainWindow::connectPartActions()
{
    using From = present::PartsController::From;
    present::PartsController *parts = &m_parts.parts;
    for (const auto &[action, from] : {std::pair(m_ui->insertSnippetAction, From::Snippets),
                                       std::pair(m_ui->copyFromSessionAction, From::ThisSession)}) {
        connect(action, &QAction::triggered, this, [this, parts, from = from] {
            (new PartDialog(*parts, from, parts->placeAround(page().pointerOfFocus()), this))->open();
        });
    }
    connect(m_ui->saveSnippetAction, &QAction::triggered, this, [this, parts] {
        const QString place = parts->placeAround(page().pointerOfFocus());
        if (place.isEmpty()) {
            m_ui->statusbar->showMessage(tr("Put the focus into the part to keep, such as the caller."));
            return;
        }
        const LineDialog::Words words{tr("Save as Snippet"), tr("&Name of the snippet of %1:").arg(place),
                                      u"Snippet name"_s};
        const auto save = [parts, place](const QString &name) { return parts->saveSnippet(place, name); };
        (new LineDialog(words, {}, save, this))->open();
    });
}

void MainWindow::connectViewActions()
{
    const std::pair<QAction *, DocumentPage::Pane> panes[] = {
        {m_ui->formAction, DocumentPage::Pane::Form},
        {m_ui->treeAction, DocumentPage::Pane::Tree},
        {m_ui->sourceAction, DocumentPage::Pane::Source},
        {m_ui->nextRequestAction, DocumentPage::Pane::NextRequest},
        {m_ui->timelineAction, DocumentPage::Pane::Timeline},
        {m_ui->requestHeadersAction, DocumentPage::Pane::RequestHeaders},
        {m_ui->expectedAction, DocumentPage::Pane::Expected},
    };
    for (const auto &[action, pane] : panes)
        connect(action, &QAction::triggered, this, [this, pane = pane] { page().showPane(pane); });
    connect(m_ui->nextPaneAction, &QAction::triggered, this, &MainWindow::focusNextPane);
    connect(m_ui->nextFindingAction, &QAction::triggered, this, [this] { page().goToNextFinding(); });
    connect(m_ui->previousFindingAction, &QAction::triggered, this, [this] { page().goToPreviousFinding(); });
    connect(m_ui->fixFindingAction, &QAction::triggered, this, [this] { page().fixFinding(); });
    connect(m_ui->findingsAction, &QAction::toggled, this, [this](bool areShown) { page().showFindings(areShown); });
    connect(m_ui->sourceBesideAction, &QAction::toggled, this,
            [this](bool isBeside) { page().showSourceBeside(isBeside); });

    auto *group = new QActionGroup(this);
    const std::pair<QAction *, store::Appearance> choices[] = {
        {m_ui->systemAppearanceAction, store::Appearance::System},
        {m_ui->lightAppearanceAction, store::Appearance::Light},
        {m_ui->darkAppearanceAction, store::Appearance::Dark},
    };
    for (const auto &[action, choice] : choices) {
        group->addAction(action);
        action->setChecked(m_parts.appearance.choice() == choice);
        connect(action, &QAction::triggered, this, [this, choice = choice] { m_parts.appearance.choose(choice); });
    }
}

/// The rail comes after the last pane of the document.
void MainWindow::focusNextPane()
{
    RailSplitter *rail = m_ui->railSplitter;
    if (rail->isAlone())
        rail->setFolded(true);
    else if (!rail->isFolded() && page().hasFocusInLastPane())
        return rail->focusPage();
    page().focusNextPane();
}

void MainWindow::connectSubmit()
{
    connect(m_ui->submitAction, &QAction::triggered, this, [this] { controller().submit(); });
    connect(m_ui->cancelAction, &QAction::triggered, this, [this] { document().cancel(); });
}

/// Cancel stops it as well. A submit is free meanwhile, and ends it.
void MainWindow::connectReadBack()
{
    connect(m_ui->readBackAction, &QAction::triggered, this, [this] {
        document().readBack().start();
        page().showResponse();
    });
}

void MainWindow::connectEvidence()
{
    const std::pair<QAction *, report::Markup> tickets[] = {
        {m_ui->copyForTicketAction, report::Markup::Markdown},
        {m_ui->copyForJiraAction, report::Markup::Jira},
    };
    for (const auto &[action, markup] : tickets)
        connect(action, &QAction::triggered, this,
                [this, markup = markup] { document().evidence().makeTicket(markup); });
    connect(m_ui->saveEvidenceAction, &QAction::triggered, this, [this] { document().evidence().save(); });
    connect(m_ui->acceptBaselineAction, &QAction::triggered, this, [this] { document().baseline().accept(); });
}

void MainWindow::connectOpener()
{
    auto *opener = new present::BodyOpener(m_parts.opener, this);
    connect(m_ui->documentTabs, &DocumentTabs::pageMade, opener, [opener](const DocumentPage *page) {
        connect(page, &DocumentPage::openRequested, opener, &present::BodyOpener::open);
    });
    connect(opener, &present::BodyOpener::refused, this, &MainWindow::notify);
    connect(opener, &present::BodyOpener::opened, this, [this] {
        m_ui->statusbar->showMessage(tr("A copy of the body was opened. It goes when Session Composer ends."));
    });
}

void MainWindow::connectHelp()
{
    connect(m_ui->fieldHelpAction, &QAction::triggered, this, [this] {
        const QString card = page().helpForFocus();
        if (card.isEmpty())
            m_ui->statusbar->showMessage(tr("Put the focus into a field of the form to read about it."));
        else
            TextCard::popUp(card, focusWidget());
    });
    connect(m_ui->aboutApiAction, &QAction::triggered, this,
            [this] { TextCard::show(tr("About This API"), present::aboutApi(), this); });
    connect(m_ui->aboutAction, &QAction::triggered, this,
            [this] { TextCard::show(tr("About Session Composer"), present::aboutProgram(), this); });
}

void MainWindow::connectSchema()
{
    using present::SchemaController;
    SchemaController *schemas = &m_parts.schemas;
    new SchemaNotice(*schemas, m_ui->schemaBar);
    connect(m_ui->loadSchemaAction, &QAction::triggered, schemas, &SchemaController::loadFromEnvironment);
    connect(m_ui->openSchemaAction, &QAction::triggered, schemas, &SchemaController::loadFromFile);
    connect(m_ui->differencesAction, &QAction::triggered, this,
            [this, schemas] { (new SchemaDialog(*schemas, this))->open(); });
    connect(schemas, &SchemaController::problemFound, this, &MainWindow::notify);
    // The mark says what is in use, and a click alone does not change that.
    const auto showMark = [this, schemas] { m_ui->builtInSchemaAction->setChecked(schemas->isBuiltIn()); };
    connect(m_ui->builtInSchemaAction, &QAction::triggered, schemas, [schemas, showMark] {
        schemas->useBuiltIn();
        showMark();
    });
    connect(schemas, &SchemaController::schemaChanged, this, [this, schemas, showMark] {
        showMark();
        m_ui->statusbar->showMessage(schemas->summary());
    });
    showMark();
}

void MainWindow::connectRecovery()
{
    new RecoveryNotice(m_parts.recovery, m_ui->recoveryBar);
    connect(&m_parts.recovery, &present::Recovery::told, this, &MainWindow::notify);
    connect(&m_parts.journal, &present::JournalKeeper::failed, this, &MainWindow::notify);
}

void MainWindow::connectHistory()
{
    using present::HistoryKeeper;
    HistoryKeeper *history = &m_parts.history;
    new HistoryNotice(*history, m_ui->historyBar);
    m_ui->keepHistoryAction->setChecked(history->isKeeping());
    connect(m_ui->keepHistoryAction, &QAction::toggled, history, &HistoryKeeper::setKeeping);
    connect(history, &HistoryKeeper::keepingChanged, m_ui->keepHistoryAction, &QAction::setChecked);

    HistoryPane *pane = &m_ui->railSplitter->history();
    pane->setControllers(*history, m_parts.workspace);
    m_ui->historyMenu->addActions(pane->historyActions());
    m_ui->historyMenu->addSeparator();
    m_ui->historyMenu->addAction(m_ui->keepHistoryAction);
    connect(pane, &HistoryPane::shown, this, [this] { page().showResponse(); });
}

void MainWindow::connectRail()
{
    RailSplitter *rail = m_ui->railSplitter;
    rail->library().setLibrary(m_parts.library);
    m_ui->libraryMenu->addActions(rail->library().libraryActions());
    connect(m_ui->railAction, &QAction::toggled, rail, [rail](bool isShown) { rail->setFolded(!isShown); });
    connect(m_ui->showLibraryAction, &QAction::triggered, rail,
            [rail] { rail->showPage(RailSplitter::Page::Library); });
    connect(m_ui->showHistoryAction, &QAction::triggered, rail,
            [rail] { rail->showPage(RailSplitter::Page::History); });
    connect(rail, &RailSplitter::foldChanged, m_ui->railAction,
            [this](bool isFolded) { m_ui->railAction->setChecked(!isFolded); });
    const auto say = [this](const QString &text) { m_ui->statusbar->showMessage(text); };
    connect(&rail->history(), &HistoryPane::announced, m_ui->statusbar, say);
    connect(&rail->library(), &LibraryPane::announced, m_ui->statusbar, say);
    const auto giveWay = [rail] {
        if (rail->isAlone())
            rail->setFolded(true);
    };
    connect(&rail->history(), &HistoryPane::shown, rail, giveWay);
    connect(&rail->library(), &LibraryPane::opened, rail, giveWay);
}

void MainWindow::fillGallery()
{
    for (const store::GalleryItem &item : store::gallery()) {
        QAction *action = m_ui->galleryMenu->addAction(item.name);
        action->setStatusTip(item.description);
        connect(action, &QAction::triggered, this, [this, item] { m_parts.workspace.startFrom(item); });
    }
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_parts.workspace.mayLoseAll()) {
        event->ignore();
        return;
    }
    m_parts.workspace.cancelAll();
    saveLayout();
    event->accept();
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::ActivationChange)
        controller().document().endMerge();
    QMainWindow::changeEvent(event);
}

} // namespace app
