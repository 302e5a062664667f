// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/resultpage.h"

#include "app/comparisoncells.h"
#include "app/flowlayout.h"
#include "present/documentcontroller.h"
#include "ui_resultpage.h"

#include <QAction>
#include <QCheckBox>

#include <utility>

using present::ComparisonModel;
using session::ComparisonKind;

namespace app {
namespace {

std::pair<qint64, qint64> spanOf(const json::Index &index, qsizetype node)
{
    if (node < 0)
        return {};
    return {index.at(node).begin, index.at(node).end};
}

// A small table: the first column as wide as its words, the last takes the rest.
void prepareFacts(QTableView *table, QAbstractItemModel *model)
{
    table->setModel(model);
    table->setItemDelegate(new PlainCells(table));
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->horizontalHeader()->setStretchLastSection(true);
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
}

} // namespace

ResultPage::ResultPage(QWidget *parent)
    : LatePane(parent)
    , m_ui(std::make_unique<Ui::ResultPage>())
{ }

ResultPage::~ResultPage() = default;

void ResultPage::makeContents()
{
    m_ui->setupUi(this);
    m_presenter = std::make_unique<present::ResultPresenter>(*controller());
    makeTable();
    makeFilters();
    makeFacts();
    makeWishes();
    connect(m_presenter.get(), &present::ResultPresenter::changed, this, &ResultPage::showResult);
    connect(m_ui->againstBox, &QComboBox::currentIndexChanged, this,
            [this](int row) { m_presenter->setAgainst(static_cast<present::Against>(row)); });
    showResult();
}

void ResultPage::makeTable()
{
    QTableView *table = m_ui->resultTable;
    ComparisonCells::prepare(*table, m_presenter->comparison());
    connect(table, &QTableView::activated, this, [this](const QModelIndex &index) {
        const ComparisonModel &model = m_presenter->comparison();
        Q_EMIT placeChosen(model.comparison().pointer(model.at(index.row())));
    });
    connect(table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ResultPage::showRow);
}

void ResultPage::makeFacts()
{
    prepareFacts(m_ui->placesTable, &m_presenter->places());
    prepareFacts(m_ui->checksTable, &m_presenter->checks());
    m_ui->checksTable->horizontalHeader()->setSectionResizeMode(present::ChecksModel::State,
                                                                QHeaderView::ResizeToContents);
    m_ui->checksTable->horizontalHeader()->setSectionResizeMode(present::ChecksModel::Expected, QHeaderView::Stretch);
    m_ui->checksTable->horizontalHeader()->setSectionResizeMode(present::ChecksModel::Found, QHeaderView::Stretch);
    connect(m_ui->placesTable, &QTableView::activated, this, [this](const QModelIndex &index) {
        Q_EMIT placeChosen(m_presenter->guide().places.at(index.row()).pointer);
    });
}

// In the menu of the rows; their keys work while the table has the focus.
void ResultPage::makeWishes()
{
    struct Row
    {
        QString text;
        QKeySequence shortcut;
        present::Wish wish;
    };
    const Row rows[] = {
        {tr("&Expect This"), Qt::CTRL | Qt::Key_T, present::Wish::AsItCame},
        {tr("Expect as &Sent"), {}, present::Wish::AsSent},
        {tr("Must Be &Absent"), Qt::CTRL | Qt::Key_Delete, present::Wish::Absent},
        {tr("&Ignore"), {}, present::Wish::Ignored},
        {tr("Expect &Nothing of It"), QKeySequence::Delete, present::Wish::Nothing},
    };
    for (const Row &row : rows) {
        auto *action = new QAction(row.text, m_ui->resultTable);
        action->setShortcut(row.shortcut);
        action->setShortcutContext(Qt::WidgetShortcut);
        m_ui->resultTable->addAction(action);
        connect(action, &QAction::triggered, this, [this, each = row.wish] { wish(each); });
        if (row.wish == present::Wish::AsSent)
            m_asSentAction = action;
    }
    connect(&m_presenter->checks(), &present::ChecksModel::countsChosen, this,
            [this](present::CheckId check, bool doesCount) {
                const QModelIndex current = m_ui->checksTable->currentIndex();
                controller()->setExpectation(present::counting(controller()->expectation(), check, doesCount));
                m_ui->checksTable->setCurrentIndex(m_presenter->checks().index(current.row(), current.column()));
            });
    connect(m_ui->statusesEdit, &QLineEdit::editingFinished, this, &ResultPage::takeStatuses);
    connect(controller(), &present::DocumentController::expectationChanged, this, &ResultPage::showExpectation);
    showExpectation();
}

void ResultPage::wish(present::Wish wish)
{
    const QModelIndex current = m_ui->resultTable->currentIndex();
    if (!current.isValid())
        return;
    const ComparisonModel &model = m_presenter->comparison();
    const session::Expectation next
        = present::wished(controller()->expectation(), model.comparison(), model.at(current.row()), wish);
    if (next == controller()->expectation())
        return; // nothing would be shown anew
    m_nextRow = current.row();
    controller()->setExpectation(next);
}

void ResultPage::takeStatuses()
{
    const core::Result<session::StatusSet> statuses = session::StatusSet::parse(m_ui->statusesEdit->text());
    m_ui->statusesNote->setVisible(!statuses);
    m_ui->statusesEdit->setAccessibleDescription(statuses ? QString() : statuses.error().message);
    if (!statuses) {
        m_ui->statusesNote->setText(statuses.error().message);
        return;
    }
    session::Expectation expectation = controller()->expectation();
    expectation.statuses = *statuses;
    controller()->setExpectation(expectation);
}

void ResultPage::showExpectation()
{
    m_ui->statusesEdit->setText(controller()->expectation().statuses.toString());
    m_ui->statusesNote->hide();
}

void ResultPage::showEvent(QShowEvent *event)
{
    if (m_presenter)
        m_presenter->setFollowing(true);
    QWidget::showEvent(event);
}

void ResultPage::hideEvent(QHideEvent *event)
{
    if (m_presenter)
        m_presenter->setFollowing(false);
    QWidget::hideEvent(event);
}

void ResultPage::makeFilters()
{
    auto *flow = new FlowLayout;
    m_ui->pageLayout->insertLayout(2, flow);
    QWidget *last = m_ui->againstBox;
    for (const ComparisonKind kind : ComparisonModel::kindsByWeight()) {
        auto *box = new QCheckBox(this);
        box->setAccessibleName(tr("Show %1").arg(ComparisonModel::word(kind)));
        box->setChecked(kind != ComparisonKind::Same);
        flow->addWidget(box);
        connect(box, &QCheckBox::toggled, this, &ResultPage::filter);
        m_filters.append({kind, box});
        setTabOrder(last, box);
        last = box;
    }
    setTabOrder(last, m_ui->placesTable); // born last, the boxes stand above the tables
    setTabOrder(m_ui->placesTable, m_ui->resultTable);
    setTabOrder(m_ui->resultTable, m_ui->checksTable);
    setTabOrder(m_ui->checksTable, m_ui->statusesEdit);
    filter();
}

void ResultPage::filter()
{
    session::ComparisonKinds kinds;
    for (const auto &[kind, box] : std::as_const(m_filters))
        kinds.setFlag(kind, box->isChecked());
    m_presenter->comparison().setShownKinds(kinds);
}

void ResultPage::showResult()
{
    const bool isThere = m_presenter->absence().isEmpty();
    m_ui->againstLabel->setVisible(m_presenter->hasBaseline());
    m_ui->againstBox->setVisible(m_presenter->hasBaseline());
    m_asSentAction->setEnabled(m_presenter->against() == present::Against::Sent);
    m_ui->resultLabel->setText(m_presenter->summary());
    for (const auto &[kind, box] : std::as_const(m_filters)) {
        const qsizetype count = m_presenter->comparison().count(kind);
        box->setText(tr("%1 (%2)").arg(ComparisonModel::word(kind)).arg(count));
        box->setVisible(isThere);
    }
    m_ui->guideLabel->setText(m_presenter->guideText());
    m_ui->guideLabel->setVisible(!m_presenter->guideText().isEmpty());
    m_ui->resultTable->setVisible(isThere);
    m_ui->placesTable->setVisible(m_presenter->places().rowCount() > 0);
    m_ui->checksTable->setVisible(m_presenter->checks().rowCount() > 0);
    if (const int rows = m_presenter->comparison().rowCount(); rows > 0) {
        const int row = qMin(std::exchange(m_nextRow, 0), rows - 1);
        m_ui->resultTable->setCurrentIndex(m_presenter->comparison().index(row, ComparisonModel::Place));
    }
}

void ResultPage::showRow(const QModelIndex &current)
{
    if (!current.isValid())
        return;
    const ComparisonModel &model = m_presenter->comparison();
    const session::ComparedPlace &place = model.at(current.row());
    const bool isOfSent = m_presenter->against() == present::Against::Sent;
    Q_EMIT rowShown(isOfSent ? spanOf(model.comparison().sent(), place.sent) : std::pair<qint64, qint64>(),
                    spanOf(model.comparison().returned(), place.returned));
}

} // namespace app
