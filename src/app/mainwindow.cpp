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
#include "app/schemadialog.h"
#include "app/schemanotice.h"
#include "app/sourceaccessible.h"
#include "app/textcard.h"
#include "present/aboutapi.h"
#include "present/bodyopener.h"
#include "present/documentcontroller.h"
#include "present/documentfile.h"
#include "present/environmentcontroller.h"
#include "present/evidencecontroller.h"
#include "present/historykeeper.h"
#include "present/readback.h"
#include "present/schemacontroller.h"
#include "store/settings.h"
#include "ui_mainwindow.h"

#include <QActionGroup>
#include <QClipboard>
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
    m_page = new DocumentPage(parts.document, parts.file);
    m_ui->setupUi(this);
    m_ui->documentTabs->addTab(m_page, QString());
    m_ui->targetBar->setActions(m_ui->submitAction, m_ui->cancelAction);
    m_ui->targetBar->setEnvironments(&parts.environments);
    m_ui->targetBar->setDocument(&parts.document);
    connect(m_ui->targetBar, &TargetBar::problemFound, this, &MainWindow::notify);
    connect(m_ui->targetBar, &TargetBar::problemSolved, m_ui->noticeBar, &QWidget::hide);
    connect(m_page, &DocumentPage::announced, m_ui->statusbar,
            [this](const QString &text) { m_ui->statusbar->showMessage(text); });
    connectFileActions();
    connectEditActions();
    connectPartActions();
    connectViewActions();
    connectSubmit();
    connectReadBack();
    connectEvidence();
    connectOpener();
    connectSchema();
    connectRail();
    connectHistory();
    connectHelp();
    fillGallery();
    showName();
    showUndo();
    restoreLayout();
}

MainWindow::~MainWindow() = default;

void MainWindow::notify(const QString &sentence)
{
    m_ui->noticeBar->showNotice(sentence, {});
    m_ui->statusbar->showMessage(sentence);
}

void MainWindow::connectFileActions()
{
    present::DocumentFile *file = &m_parts.file;
    connect(m_ui->newAction, &QAction::triggered, file, [file] { file->startNew(); });
    connect(m_ui->newCallAction, &QAction::triggered, this,
            [this] { (new NewCallDialog(m_parts.newCall, this))->open(); });
    connect(m_ui->openAction, &QAction::triggered, file, [file] { file->open(); });
    connect(m_ui->saveAction, &QAction::triggered, file, [file] { file->save(); });
    connect(m_ui->saveAsAction, &QAction::triggered, file, [file] { file->saveAs(); });
    connect(m_ui->saveAsTemplateAction, &QAction::triggered, file, [file] { file->saveAsTemplate(); });
    connect(m_ui->quitAction, &QAction::triggered, this, &QWidget::close);
    connect(file, &present::DocumentFile::nameChanged, this, &MainWindow::showName);
    connect(file, &present::DocumentFile::noted, this,
            [this](const QString &text) { m_ui->statusbar->showMessage(text); });
    connect(&m_parts.document.document(), &session::SessionDocument::modifiedChanged, this, &MainWindow::showName);
}

void MainWindow::connectEditActions()
{
    session::SessionDocument *document = &m_parts.document.document();
    connect(m_ui->undoAction, &QAction::triggered, document, &session::SessionDocument::undo);
    connect(m_ui->redoAction, &QAction::triggered, document, &session::SessionDocument::redo);
    connect(document, &session::SessionDocument::undoChanged, this, &MainWindow::showUndo);
    connect(m_ui->findFieldAction, &QAction::triggered, m_page, &DocumentPage::findField);
    connect(m_ui->moveTimesAction, &QAction::triggered, this,
            [this] { (new MoveTimesDialog(m_parts.document, this))->open(); });
    connect(document, &session::SessionDocument::changed, m_ui->moveTimesAction,
            [this, document] { m_ui->moveTimesAction->setEnabled(!document->obstacle()); });
    connect(m_ui->jumpAction, &QAction::triggered, m_page, &DocumentPage::jump);
    m_ui->editMenu->addSeparator();
    m_ui->editMenu->addActions(m_page->sourceActions());
}

void MainWindow::connectPartActions()
{
    using From = present::PartsController::From;
    present::PartsController *parts = &m_parts.parts;
    for (const auto &[action, from] : {std::pair(m_ui->insertSnippetAction, From::Snippets),
                                       std::pair(m_ui->copyFromSessionAction, From::ThisSession)}) {
        connect(action, &QAction::triggered, this, [this, parts, from = from] {
            (new PartDialog(*parts, from, parts->placeAround(m_page->pointerOfFocus()), this))->open();
        });
    }
    connect(m_ui->saveSnippetAction, &QAction::triggered, this, [this, parts] {
        const QString place = parts->placeAround(m_page->pointerOfFocus());
        if (place.isEmpty()) {
            m_ui->statusbar->showMessage(tr("Put the focus into the part to keep, such as the caller."));
            return;
        }
        const LineDialog::Words words{tr("Save as Snippet"), tr("&Name of the snippet of %1:").arg(place),
                                      u"Snippet name"_s};
        const auto save = [parts, place](const QString &name) { return parts->saveSnippet(place, name); };
        (new LineDialog(words, {}, save, this))->open();
    });
    m_page->offerInTree({m_ui->insertSnippetAction, m_ui->copyFromSessionAction, m_ui->saveSnippetAction});
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
        connect(action, &QAction::triggered, m_page, [this, pane = pane] { m_page->showPane(pane); });
    connect(m_ui->nextPaneAction, &QAction::triggered, this, &MainWindow::focusNextPane);
    connect(m_ui->nextFindingAction, &QAction::triggered, m_page, &DocumentPage::goToNextFinding);
    connect(m_ui->previousFindingAction, &QAction::triggered, m_page, &DocumentPage::goToPreviousFinding);
    connect(m_ui->fixFindingAction, &QAction::triggered, m_page, &DocumentPage::fixFinding);
    connect(m_ui->findingsAction, &QAction::toggled, m_page, &DocumentPage::showFindings);
    connect(m_ui->sourceBesideAction, &QAction::toggled, m_page, &DocumentPage::showSourceBeside);

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
    else if (!rail->isFolded() && m_page->hasFocusInLastPane())
        return rail->focusPage();
    m_page->focusNextPane();
}

void MainWindow::connectSubmit()
{
    present::DocumentController *document = &m_parts.document;
    connect(m_ui->submitAction, &QAction::triggered, document, &present::DocumentController::submit);
    connect(m_ui->cancelAction, &QAction::triggered, document, &present::DocumentController::cancel);
    connect(document, &present::DocumentController::flightChanged, this, [this](bool isInFlight) {
        m_ui->submitAction->setEnabled(!isInFlight);
        m_ui->cancelAction->setEnabled(isInFlight);
        if (isInFlight)
            m_ui->statusbar->showMessage(tr("Sending…"));
    });
}

/// Cancel stops it as well. A submit is free meanwhile, and ends it.
void MainWindow::connectReadBack()
{
    present::ReadBack *readBack = &m_parts.readBack;
    connect(m_ui->readBackAction, &QAction::triggered, readBack, &present::ReadBack::start);
    connect(m_ui->readBackAction, &QAction::triggered, m_page, &DocumentPage::showResponse);
    connect(m_ui->cancelAction, &QAction::triggered, readBack, &present::ReadBack::stop);
    connect(readBack, &present::ReadBack::availableChanged, this, [this, readBack] {
        m_ui->readBackAction->setEnabled(readBack->isAvailable());
        m_ui->cancelAction->setEnabled(readBack->isUnderWay() || m_parts.document.isInFlight());
    });
    const auto say = [this](const QString &sentence) { m_ui->statusbar->showMessage(sentence); };
    connect(readBack, &present::ReadBack::told, m_ui->statusbar, say);
    connect(readBack, &present::ReadBack::waitBegan, m_ui->statusbar, say);
    m_page->setReadBack(*readBack, m_ui->readBackAction);
}

void MainWindow::connectEvidence()
{
    using present::EvidenceController;
    auto *evidence = new EvidenceController(m_parts.document, m_parts.file, this);
    const std::pair<QAction *, report::Markup> tickets[] = {
        {m_ui->copyForTicketAction, report::Markup::Markdown},
        {m_ui->copyForJiraAction, report::Markup::Jira},
    };
    for (const auto &[action, markup] : tickets)
        connect(action, &QAction::triggered, evidence, [evidence, markup = markup] { evidence->makeTicket(markup); });
    connect(m_ui->saveEvidenceAction, &QAction::triggered, evidence, &EvidenceController::save);
    connect(evidence, &EvidenceController::availableChanged, this, [this, evidence] {
        for (QAction *action : {m_ui->copyForTicketAction, m_ui->copyForJiraAction, m_ui->saveEvidenceAction})
            action->setEnabled(evidence->isAvailable());
    });
    connect(evidence, &EvidenceController::ticketReady, this, [this](const QString &text) {
        QGuiApplication::clipboard()->setText(text);
        m_ui->statusbar->showMessage(tr("Copied for a ticket."));
    });
    connect(evidence, &EvidenceController::saved, this,
            [this] { m_ui->statusbar->showMessage(tr("The evidence is saved.")); });
    connect(evidence, &EvidenceController::refused, this, &MainWindow::notify);
    m_page->setTicketAction(m_ui->copyForTicketAction);
}

void MainWindow::connectOpener()
{
    auto *opener = new present::BodyOpener(m_parts.opener, this);
    connect(m_page, &DocumentPage::openRequested, opener, &present::BodyOpener::open);
    connect(opener, &present::BodyOpener::refused, this, &MainWindow::notify);
    connect(opener, &present::BodyOpener::opened, this, [this] {
        m_ui->statusbar->showMessage(tr("A copy of the body was opened. It goes when Session Composer ends."));
    });
}

void MainWindow::connectHelp()
{
    connect(m_ui->fieldHelpAction, &QAction::triggered, this, [this] {
        const QString card = m_page->helpForFocus();
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

void MainWindow::connectHistory()
{
    using present::HistoryKeeper;
    HistoryKeeper *history = &m_parts.history;
    new HistoryNotice(*history, m_ui->historyBar);
    m_ui->keepHistoryAction->setChecked(history->isKeeping());
    connect(m_ui->keepHistoryAction, &QAction::toggled, history, &HistoryKeeper::setKeeping);
    connect(history, &HistoryKeeper::keepingChanged, m_ui->keepHistoryAction, &QAction::setChecked);

    HistoryPane *pane = &m_ui->railSplitter->history();
    pane->setControllers(*history, m_parts.document, m_parts.file);
    m_ui->historyMenu->addActions(pane->historyActions());
    m_ui->historyMenu->addSeparator();
    m_ui->historyMenu->addAction(m_ui->keepHistoryAction);
    connect(pane, &HistoryPane::shown, m_page, &DocumentPage::showResponse);
    connect(pane, &HistoryPane::readBackRequested, &m_parts.readBack, &present::ReadBack::start);
}

void MainWindow::connectRail()
{
    RailSplitter *rail = m_ui->railSplitter;
    rail->library().setLibrary(m_parts.library, m_parts.document);
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
        connect(action, &QAction::triggered, &m_parts.file, [this, item] { m_parts.file.startFrom(item); });
    }
}

void MainWindow::showName()
{
    const bool isModified = m_parts.file.isModified();
    m_ui->saveAction->setEnabled(m_parts.file.canSave());
    const QString name = m_parts.file.name();
    // A single ampersand in a tab text would become a mnemonic.
    QString tabText = name;
    tabText.replace(u'&', "&&"_L1);
    m_ui->documentTabs->setTabText(0, isModified ? tabText + u'*' : tabText);
    setWindowTitle(name + u"[*] \u2013 Session Composer"_s);
    setWindowModified(isModified);
}

void MainWindow::showUndo()
{
    m_ui->undoAction->setEnabled(m_parts.document.document().canUndo());
    m_ui->redoAction->setEnabled(m_parts.document.document().canRedo());
}

void MainWindow::restoreLayout()
{
    restoreGeometry(m_parts.settings.value(store::settings::windowGeometry));
    m_page->restoreSplit(m_parts.settings.value(store::settings::workSplitter));
    m_page->restoreBesideSplit(m_parts.settings.value(store::settings::besideSplitter));
    m_ui->railSplitter->setRailWidth(m_parts.settings.value(store::settings::railWidth));
    if (m_parts.settings.value(store::settings::isRailOnHistory))
        m_ui->railSplitter->setPage(RailSplitter::Page::History);
    m_ui->railAction->setChecked(m_parts.settings.value(store::settings::isRailOpen));
    m_ui->sourceBesideAction->setChecked(m_parts.settings.value(store::settings::isSourceBeside));
}

void MainWindow::saveLayout()
{
    m_parts.settings.setValue(store::settings::windowGeometry, saveGeometry());
    m_parts.settings.setValue(store::settings::workSplitter, m_page->saveSplit());
    m_parts.settings.setValue(store::settings::besideSplitter, m_page->saveBesideSplit());
    m_parts.settings.setValue(store::settings::railWidth, static_cast<quint16>(m_ui->railSplitter->railWidth()));
    m_parts.settings.setValue(store::settings::isRailOpen, !m_ui->railSplitter->isFolded());
    m_parts.settings.setValue(store::settings::isRailOnHistory,
                              m_ui->railSplitter->page() == RailSplitter::Page::History);
    m_parts.settings.setValue(store::settings::isSourceBeside, m_page->isSourceBeside());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_parts.file.mayLoseDocument()) {
        event->ignore();
        return;
    }
    m_parts.document.cancel();
    m_parts.readBack.stop();
    saveLayout();
    event->accept();
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::ActivationChange)
        m_parts.document.document().endMerge();
    QMainWindow::changeEvent(event);
}

} // namespace app
