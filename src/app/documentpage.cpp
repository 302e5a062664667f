// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/documentpage.h"

#include "app/disknotice.h"
#include "app/fieldfinder.h"
#include "app/filenotice.h"
#include "app/placeholdernotice.h"
#include "app/statusline.h"
#include "present/documentcontroller.h"
#include "present/documentfile.h"
#include "present/verdict.h"
#include "session/fix.h"
#include "ui_documentpage.h"

#include <QApplication>
#include <QPointer>
#include <QResizeEvent>

namespace app {
namespace {

/// Below this width two columns would both be too narrow: 1200 px of the window, without its margins, the folded rail
/// and its handle.
constexpr int leastWideWidth = 1150;

// The focus goes to `last`, where it was in `pane`, or to the first place for it.
void focusInto(QWidget *pane, QWidget *last)
{
    if (last && last->isVisible() && last->isEnabled()) {
        last->setFocus(Qt::ShortcutFocusReason);
        return;
    }
    for (QWidget *next = pane->nextInFocusChain(); next != pane; next = next->nextInFocusChain()) {
        if (pane->isAncestorOf(next) && (next->focusPolicy() & Qt::TabFocus) && next->isVisible()
            && next->isEnabled()) {
            next->setFocus(Qt::ShortcutFocusReason);
            return;
        }
    }
}

void focusInto(QWidget *pane)
{
    focusInto(pane, pane->focusWidget());
}

} // namespace

DocumentPage::DocumentPage(present::DocumentController &controller, present::DocumentFile &file, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::DocumentPage>())
    , m_controller(controller)
    , m_file(file)
{
    m_ui->setupUi(this);
    m_ui->splitter->setSizes({1000, 1000});
    m_ui->splitter->setStretchFactor(0, 1);
    m_ui->splitter->setStretchFactor(1, 1);
    m_ui->findingsDrawer->hide();
    new FileNotice(file, m_ui->fileBar);
    new DiskNotice(file, m_ui->diskBar);
    connectPanes();
}

DocumentPage::~DocumentPage() = default;

void DocumentPage::connectPanes()
{
    m_ui->formPage->setController(&m_controller);
    m_ui->treePage->setController(&m_controller);
    m_ui->sourcePage->setController(&m_controller);
    m_ui->nextRequestPage->setController(&m_controller);
    m_ui->requestHeadersPage->setController(&m_controller);
    m_ui->timelinePage->setController(&m_controller);
    m_ui->expectedPage->setController(&m_controller);
    m_ui->findingsDrawer->setController(&m_controller);
    m_ui->responseView->setController(&m_controller);
    const auto *placeholder = new PlaceholderNotice(m_controller, m_ui->placeholderBar);
    connect(placeholder, &PlaceholderNotice::placeChosen, this, &DocumentPage::showPointer);
    connect(m_ui->expectedPage, &ExpectedPage::announced, this, &DocumentPage::announced);
    connect(m_ui->findingsDrawer, &FindingsDrawer::chosen, this, &DocumentPage::showPointer);
    connect(m_ui->findingsDrawer, &FindingsDrawer::fixRequested, this, &DocumentPage::fix);
    connect(&m_ui->responseView->statusLine(), &StatusLine::flipRequested, this, &DocumentPage::flip);
    connect(m_ui->formPage, &FormPage::sourceRequested, this, [this] { showPane(Pane::Source); });
    connect(m_ui->sourcePage, &SourcePage::wanted, this, [this] {
        if (!m_ui->sourcePage->isVisible())
            showPane(Pane::Source);
    });
    connect(m_ui->sourcePage, &SourcePage::announced, this, &DocumentPage::announced);
    connect(m_ui->treePage, &TreePage::sourceRequested, this, [this] { showPane(Pane::Source); });
    connect(m_ui->responseView, &ResponseView::saveRequested, &m_file, &present::DocumentFile::saveCopy);
    connect(m_ui->responseView, &ResponseView::openRequested, this, &DocumentPage::openRequested);
    connect(m_ui->responseView, &ResponseView::placeChosen, this, &DocumentPage::showPointer);
    connect(m_ui->timelinePage, &TimelinePage::placeChosen, this, &DocumentPage::showPointer);
    connect(m_ui->nextRequestPage, &NextRequestPage::saveRequested, &m_file, &present::DocumentFile::saveCopy);
    connect(&m_controller, &present::DocumentController::exchangeEnded, this, [this] {
        const exchange::Exchange &last = *m_controller.lastExchange();
        Q_EMIT announced(last.response ? present::statusText(*last.response) : last.error->message);
    });
}

void DocumentPage::showPane(Pane pane)
{
    bringToFront(Side::Compose);
    QWidget *widget = widgetOf(pane);
    QWidget *last = widget->focusWidget(); // before the tab widget puts the focus somewhere by itself
    if (m_ui->composeTabs->indexOf(widget) >= 0)
        m_ui->composeTabs->setCurrentWidget(widget);
    if (!last && pane == Pane::Tree)
        last = m_ui->treePage->firstFocus();
    focusInto(widget, last);
}

QWidget *DocumentPage::widgetOf(Pane pane) const
{
    switch (pane) {
    case Pane::Form:
        return m_ui->formPage;
    case Pane::Tree:
        return m_ui->treePage;
    case Pane::Source:
        return m_ui->sourcePage;
    case Pane::NextRequest:
        return m_ui->nextRequestPage;
    case Pane::Timeline:
        return m_ui->timelinePage;
    case Pane::RequestHeaders:
        return m_ui->requestHeadersPage;
    case Pane::Expected:
        return m_ui->expectedPage;
    }
    Q_UNREACHABLE();
}

/// What F6 goes through.
QList<QWidget *> DocumentPage::shownPanes() const
{
    QList<QWidget *> panes{m_ui->composeTabs};
    if (isSourceBeside())
        panes += m_ui->sourcePage;
    if (areFindingsShown())
        panes += m_ui->findingsDrawer;
    panes += m_ui->responseView;
    return panes;
}

void DocumentPage::focusNextPane()
{
    const QList<QWidget *> panes = shownPanes();
    const QWidget *focus = QApplication::focusWidget();
    qsizetype at = 0;
    while (at < panes.size() && !panes.at(at)->isAncestorOf(focus))
        ++at;
    // From outside of all panes the way begins with the first.
    at = at == panes.size() ? 0 : (at + 1) % panes.size();
    bringToFront(panes.at(at) == m_ui->responseView ? Side::Response : Side::Compose);
    if (panes.at(at) == m_ui->findingsDrawer)
        m_ui->findingsDrawer->takeFocus();
    else
        focusInto(panes.at(at) == m_ui->composeTabs ? m_ui->composeTabs->currentWidget() : panes.at(at));
}

bool DocumentPage::hasFocusInLastPane() const
{
    return shownPanes().constLast()->isAncestorOf(QApplication::focusWidget());
}

void DocumentPage::goToFinding(present::FindingWalk::Way way)
{
    const session::Finding *finding = m_findingWalk.step(m_controller.findings(), way);
    if (!finding) {
        Q_EMIT announced(tr("There is no finding."));
        return;
    }
    const session::Finding shown = *finding; // the list may change on the way
    showPointer(shown.pointer);
    m_ui->findingsDrawer->setCurrent(shown);
    Q_EMIT announced(shown.message);
}

std::optional<session::Finding> DocumentPage::findingInHand() const
{
    if (m_ui->findingsDrawer->isAncestorOf(QApplication::focusWidget()))
        return m_ui->findingsDrawer->current();
    const std::optional<session::Finding> atFocus = m_ui->formPage->findingAtFocus();
    if (atFocus)
        return atFocus;
    const bool isTree = m_ui->composeTabs->currentWidget() == m_ui->treePage;
    if (const session::Finding *atRow = isTree ? m_controller.findingAt(m_ui->treePage->pointerOfFocus()) : nullptr)
        return *atRow;
    const session::Finding *last = m_findingWalk.last(m_controller.findings());
    return last ? std::optional(*last) : std::nullopt;
}

void DocumentPage::fixFinding()
{
    const std::optional<session::Finding> finding = findingInHand();
    if (!finding)
        Q_EMIT announced(tr("Go to a finding first, with F8."));
    else if (!finding->fix)
        Q_EMIT announced(tr("There is more than one way to mend this, so there is no fix."));
    else
        fix(*finding);
}

void DocumentPage::fix(const session::Finding &finding)
{
    const session::Finding fixed = finding; // which goes with its fix
    if (m_controller.fix(fixed))
        Q_EMIT announced(tr("Done: %1.").arg(session::fixSentence(*fixed.fix)));
}

void DocumentPage::showPointer(const json::Pointer &pointer)
{
    bringToFront(Side::Compose);
    if (m_controller.document().obstacle()) {
        goToSource(pointer);
        return;
    }
    // Who works in the tree stays there; it shows everything, the form only its own fields.
    const bool isTree = m_ui->composeTabs->currentWidget() == m_ui->treePage || !m_ui->formPage->hasFieldFor(pointer);
    m_ui->composeTabs->setCurrentWidget(isTree ? static_cast<QWidget *>(m_ui->treePage) : m_ui->formPage);
    if (isTree)
        m_ui->treePage->showPointer(pointer);
    else
        m_ui->formPage->focusPointer(pointer);
}

void DocumentPage::goToSource(const json::Pointer &pointer)
{
    showPane(Pane::Source);
    m_ui->sourcePage->showPointer(pointer);
}

void DocumentPage::jump()
{
    if (!m_ui->sourcePage->isAncestorOf(QApplication::focusWidget())) {
        goToSource(pointerOfFocus());
    } else if (m_controller.document().obstacle()) {
        Q_EMIT announced(tr("The form cannot show this text without changing it: there is no field to go to."));
    } else {
        showPointer(m_ui->sourcePage->pointerAtCaret());
    }
}

bool DocumentPage::isSourceBeside() const
{
    return m_ui->composeSplitter->indexOf(m_ui->sourcePage) >= 0;
}

void DocumentPage::showSourceBeside(bool isBeside)
{
    if (isBeside == isSourceBeside())
        return;
    if (isBeside) {
        m_ui->composeTabs->removeTab(m_ui->composeTabs->indexOf(m_ui->sourcePage));
        m_ui->composeSplitter->addBeside(m_ui->sourcePage);
    } else {
        m_ui->composeSplitter->rememberSizes();
        m_ui->composeTabs->insertTab(m_ui->composeTabs->indexOf(m_ui->nextRequestPage), m_ui->sourcePage, tr("Source"));
    }
}

QList<QAction *> DocumentPage::sourceActions() const
{
    return m_ui->sourcePage->actions();
}

void DocumentPage::offerInTree(const QList<QAction *> &actions)
{
    m_ui->treePage->offer(actions);
}

bool DocumentPage::areFindingsShown() const
{
    return !m_ui->findingsDrawer->isHidden();
}

void DocumentPage::showFindings(bool areShown)
{
    m_ui->findingsDrawer->setVisible(areShown);
}

json::Pointer DocumentPage::pointerOfFocus() const
{
    if (m_ui->composeTabs->currentWidget() == m_ui->treePage)
        return m_ui->treePage->pointerOfFocus();
    return m_ui->formPage->pointerOfFocus().value_or(json::Pointer());
}

void DocumentPage::setReadBack(present::ReadBack &readBack, QAction *action)
{
    m_ui->responseView->setReadBack(readBack);
    m_ui->responseView->statusLine().setReadBackAction(action);
}

void DocumentPage::setTicketAction(QAction *action)
{
    m_ui->responseView->statusLine().setTicketAction(action);
}

void DocumentPage::setBaseline(present::BaselineController &baseline)
{
    m_ui->expectedPage->setBaseline(&baseline);
}

QString DocumentPage::helpForFocus() const
{
    const QString card = m_ui->formPage->helpForFocus();
    return card.isEmpty() ? m_ui->treePage->helpForFocus() : card;
}

void DocumentPage::findField()
{
    auto *finder = new FieldFinder(fieldNames(), m_ui->composeTabs);
    connect(finder, &FieldFinder::chosen, this, &DocumentPage::goToField);
    finder->open();
}

QStringList DocumentPage::fieldNames() const
{
    return m_ui->formPage->fieldNames();
}

void DocumentPage::goToField(const QString &name)
{
    showPointer(m_ui->formPage->fieldNamed(name));
}

QByteArray DocumentPage::saveSplit() const
{
    return m_isNarrow ? m_wideSplit : m_ui->splitter->saveState();
}

void DocumentPage::restoreSplit(const QByteArray &state)
{
    if (m_isNarrow)
        m_wideSplit = state;
    else
        m_ui->splitter->restoreState(state);
}

QByteArray DocumentPage::saveBesideSplit() const
{
    return m_ui->composeSplitter->sizesToSave();
}

void DocumentPage::restoreBesideSplit(const QByteArray &state)
{
    m_ui->composeSplitter->restoreSizes(state);
}

void DocumentPage::resizeEvent(QResizeEvent *event)
{
    const QPointer<QWidget> focus = QApplication::focusWidget();
    setNarrow(event->size().width() < leastWideWidth);
    // A status line that moves to its other place loses the focus on the way.
    if (focus && isAncestorOf(focus) && focus->isVisible() && !focus->hasFocus())
        focus->setFocus(Qt::OtherFocusReason);
    QWidget::resizeEvent(event);
}

void DocumentPage::setNarrow(bool isNarrow)
{
    if (isNarrow == m_isNarrow)
        return;
    if (isNarrow) {
        m_wideSplit = m_ui->splitter->saveState();
        m_isNarrow = true;
        const bool isReading = m_ui->responseView->isAncestorOf(QApplication::focusWidget());
        m_ui->pageLayout->addWidget(&m_ui->responseView->statusLine());
        m_ui->responseView->statusLine().show(); // at once, for the focus; a layout would wait for the event loop
        bringToFront(isReading ? Side::Response : Side::Compose);
        return;
    }
    m_isNarrow = false;
    m_ui->responseView->statusLine().offerFlip({});
    m_ui->responseView->takeBackStatusLine();
    m_ui->composeSide->show();
    m_ui->responseView->show();
    m_ui->splitter->restoreState(m_wideSplit);
}

void DocumentPage::bringToFront(Side side)
{
    if (!m_isNarrow)
        return;
    m_front = side;
    m_ui->composeSide->setVisible(side == Side::Compose);
    m_ui->responseView->setVisible(side == Side::Response);
    m_ui->responseView->statusLine().offerFlip(side == Side::Compose ? tr("Show response") : tr("Show session"));
}

void DocumentPage::flip()
{
    bringToFront(m_front == Side::Compose ? Side::Response : Side::Compose);
    focusInto(m_front == Side::Compose ? m_ui->composeTabs->currentWidget() : m_ui->responseView);
}

} // namespace app
