// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/responseview.h"

#include "app/plaincells.h"
#include "app/quietline.h"
#include "app/readbacknotice.h"
#include "app/statusline.h"
#include "present/documentcontroller.h"
#include "ui_responseview.h"

#include <QClipboard>
#include <QFontDatabase>

using namespace Qt::StringLiterals;

namespace app {
namespace {

Meaning meaningOf(present::Outcome outcome)
{
    switch (outcome) {
    case present::Outcome::AsExpected:
        return Meaning::Success;
    case present::Outcome::OtherResponse:
    case present::Outcome::Cancelled:
        return Meaning::Warning;
    case present::Outcome::Timeout:
    case present::Outcome::Network:
    case present::Outcome::Limit:
    case present::Outcome::Refused:
        return Meaning::Error;
    }
    Q_UNREACHABLE();
}

void showLine(QLineEdit *edit, const QString &text)
{
    edit->setText(text);
    edit->setCursorPosition(0);
}

// Leaves the rest of the row to the request-id, which is long.
void fitToText(QLineEdit *edit)
{
    constexpr int margins = 8;
    edit->setFixedWidth(
        qMax(edit->fontMetrics().horizontalAdvance(u"0000 ms"_s), edit->fontMetrics().horizontalAdvance(edit->text()))
        + margins);
}

void prepareTable(QTableView *table, QAbstractItemModel *model)
{
    table->setModel(model);
    table->setItemDelegate(new PlainCells(table));
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
}

void showMark(ByteView *view, std::pair<qint64, qint64> mark)
{
    if (mark.second > mark.first)
        view->select(mark.first, mark.second);
}

} // namespace

ResponseView::ResponseView(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ResponseView>())
{
    m_ui->setupUi(this);
    const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    m_ui->requestIdEdit->setFont(fixed);
    for (QLineEdit *line : {m_ui->elapsedEdit, m_ui->sizeEdit, m_ui->requestIdEdit})
        makeQuiet(line);
    m_ui->bodyTab->view().setPlaceholderText(tr("Submit to see the response here, byte for byte."));
    m_ui->headersView->setPlaceholderText(tr("The headers of the response, as they came."));
    m_ui->sentView->setPlaceholderText(tr("What went out, frozen at the submit."));
    prepareTable(m_ui->errorTable, &m_error);
    prepareTable(m_ui->timingTable, &m_timing);
    m_ui->noteLabel->hide();
    m_ui->editsLabel->hide();
    m_ui->progressBar->hide();
    m_ui->copyRequestIdButton->setEnabled(false);
    m_ui->responseTabs->setTabVisible(m_ui->responseTabs->indexOf(m_ui->errorTab), false);
    connectViews();
}

ResponseView::~ResponseView() = default;

void ResponseView::connectViews()
{
    connect(m_ui->responseTabs, &QTabWidget::currentChanged, this, &ResponseView::fillCurrentTab);
    connect(m_ui->copyRequestIdButton, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_ui->requestIdEdit->text()); });
    connect(m_ui->resultPage, &ResultPage::placeChosen, this, &ResponseView::placeChosen);
    connect(m_ui->responseTimelinePage, &TimelinePage::placeChosen, this, &ResponseView::showInBody);
    connect(m_ui->resultPage, &ResultPage::rowShown, this, &ResponseView::markRow);
    BodyPane *body = m_ui->bodyTab;
    connect(body, &BodyPane::openRequested, this, &ResponseView::openRequested);
    connect(&body->view(), &ByteView::saveRequested, this,
            [this, body](const QByteArray &bytes) { Q_EMIT saveRequested(bytes, body->suggestedName()); });
    const std::pair<ByteView *, QString> views[] = {
        {m_ui->headersView, u"response-headers.txt"_s},
        {m_ui->sentView, u"request.txt"_s},
    };
    for (const auto &[view, suggestion] : views) {
        connect(view, &ByteView::saveRequested, this,
                [this, suggestion = suggestion](const QByteArray &bytes) { Q_EMIT saveRequested(bytes, suggestion); });
    }
}

void ResponseView::setController(present::DocumentController *controller)
{
    m_presenter = std::make_unique<present::ResponsePresenter>(*controller);
    m_ui->resultPage->setController(controller);
    m_ui->responseTimelinePage->showReturned();
    m_ui->responseTimelinePage->setController(controller);
    connect(m_presenter.get(), &present::ResponsePresenter::changed, this, &ResponseView::showResponse);
    connect(controller, &present::DocumentController::flightChanged, this, &ResponseView::showFlight);
    connect(controller, &present::DocumentController::progressed, this, [this](qint64 received, qint64 expected) {
        // In kilobytes: a QProgressBar counts with an int.
        m_ui->progressBar->setMaximum(expected > 0 ? static_cast<int>(expected / 1024 + 1) : 0);
        m_ui->progressBar->setValue(static_cast<int>(received / 1024));
    });
    connect(&controller->document(), &session::SessionDocument::changed, this, &ResponseView::showEdits);
    connect(&controller->document(), &session::SessionDocument::sourceTyped, this, &ResponseView::showEdits);
}

void ResponseView::setReadBack(present::ReadBack &readBack)
{
    new ReadBackNotice(readBack, m_ui->readBackBar);
}

void ResponseView::showResponse()
{
    const present::ResponseFacts &facts = *m_presenter->facts();
    m_sentMark = {};
    m_returnedMark = {};
    m_ui->statusLine->showOutcome(meaningOf(facts.verdict.outcome), facts.status, facts.outcome);
    showLine(m_ui->elapsedEdit, facts.elapsed);
    fitToText(m_ui->elapsedEdit);
    showLine(m_ui->sizeEdit, facts.size);
    fitToText(m_ui->sizeEdit);
    showLine(m_ui->requestIdEdit, facts.requestId);
    m_ui->copyRequestIdButton->setEnabled(!facts.requestId.isEmpty());
    m_ui->noteLabel->setText(facts.note);
    m_ui->noteLabel->setVisible(!facts.note.isEmpty());
    m_ui->bodyTab->view().setPlaceholderText(tr("The response has no body."));
    m_ui->responseTabs->setTabVisible(m_ui->responseTabs->indexOf(m_ui->errorTab), !facts.error.isEmpty());
    showEdits();
    fillCurrentTab();
}

StatusLine &ResponseView::statusLine() const
{
    return *m_ui->statusLine;
}

void ResponseView::takeBackStatusLine()
{
    m_ui->viewLayout->insertWidget(0, m_ui->statusLine);
    m_ui->statusLine->show(); // at once, for the focus; a layout would wait for the event loop
}

void ResponseView::fillCurrentTab()
{
    if (!m_presenter || !m_presenter->facts())
        return;
    const present::ResponseFacts &facts = *m_presenter->facts();
    const QWidget *tab = m_ui->responseTabs->currentWidget();
    if (tab == m_ui->bodyTab) {
        m_ui->bodyTab->setBody(facts.body, facts.remarks);
        showMark(&m_ui->bodyTab->view(), m_returnedMark);
    } else if (tab == m_ui->treeTab) {
        m_ui->responseTree->setIndex(facts.index);
    } else if (tab == m_ui->errorTab) {
        m_error.setRows(facts.error);
    } else if (tab == m_ui->headersTab) {
        m_ui->headersView->setBody(facts.headers);
    } else if (tab == m_ui->sentTab) {
        m_ui->sentView->setBody(facts.sent);
        showMark(m_ui->sentView, m_sentMark);
    } else if (tab == m_ui->responseTimelinePage) {
        m_ui->responseTimelinePage->setReturned(facts.index);
    } else if (tab == m_ui->timingTab) {
        showTiming(facts);
    }
}

void ResponseView::showInBody(const json::Pointer &pointer)
{
    const json::Index &index = m_presenter->facts()->index;
    json::Pointer at = pointer;
    while (!at.isRoot() && json::resolve(index, at) < 0)
        at = at.parent(); // what is not there is told by what is around it
    const qsizetype node = json::resolve(index, at);
    if (node < 0)
        return;
    m_returnedMark = {index.at(node).begin, index.at(node).end};
    m_ui->responseTabs->setCurrentWidget(m_ui->bodyTab);
    m_ui->bodyTab->view().setFocus(Qt::OtherFocusReason);
}

void ResponseView::showTiming(const present::ResponseFacts &facts)
{
    m_ui->timingBars->setSpans(facts.spans);
    m_timing.setRows(facts.timing);
}

// So that whoever turns from the comparison to the bytes finds the value there.
void ResponseView::markRow(Span sent, Span returned)
{
    m_returnedMark = returned;
    m_sentMark = {};
    // What a session that was read back is compared with went with an earlier request.
    const bool wasSent
        = sent.second > sent.first && m_presenter->facts() && m_presenter->facts()->sentBodySize >= sent.second;
    if (wasSent) {
        const qint64 head = m_presenter->facts()->sent.size() - m_presenter->facts()->sentBodySize;
        m_sentMark = {head + sent.first, head + sent.second};
    }
}

void ResponseView::showEdits()
{
    const QString edits = m_presenter->editsSince();
    m_ui->editsLabel->setText(edits);
    m_ui->editsLabel->setVisible(!edits.isEmpty());
}

void ResponseView::showFlight(bool isInFlight)
{
    m_ui->progressBar->setMaximum(0);
    m_ui->progressBar->setVisible(isInFlight);
}

} // namespace app
