// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/resultpage.h"

#include "app/comparisoncells.h"
#include "app/flowlayout.h"
#include "present/documentcontroller.h"
#include "ui_resultpage.h"

#include <QCheckBox>

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

} // namespace

ResultPage::ResultPage(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ResultPage>())
{
    m_ui->setupUi(this);
    setFocusProxy(m_ui->resultTable);
}

ResultPage::~ResultPage() = default;

void ResultPage::setController(present::DocumentController *controller)
{
    Q_ASSERT(!m_presenter);
    m_presenter = std::make_unique<present::ResultPresenter>(*controller);
    QTableView *table = m_ui->resultTable;
    table->setModel(&m_presenter->model());
    table->setItemDelegate(new ComparisonCells(table));
    table->setColumnHidden(ComparisonModel::Kind, true);
    table->setColumnHidden(ComparisonModel::Returned, true);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed); // no row is measured, so that many cost nothing
    table->verticalHeader()->setDefaultSectionSize(ComparisonCells::rowHeight(*table));
    table->horizontalHeader()->setSectionResizeMode(ComparisonModel::Place, QHeaderView::Interactive);
    table->horizontalHeader()->setSectionResizeMode(ComparisonModel::Sent, QHeaderView::Stretch);
    table->horizontalHeader()->resizeSection(ComparisonModel::Place, 34 * fontMetrics().averageCharWidth());
    makeFilters();
    connect(m_presenter.get(), &present::ResultPresenter::changed, this, &ResultPage::showResult);
    connect(table, &QTableView::activated, this, [this](const QModelIndex &index) {
        const ComparisonModel &model = m_presenter->model();
        Q_EMIT placeChosen(model.comparison().pointer(model.at(index.row())));
    });
    connect(table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ResultPage::showRow);
    showResult();
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
    m_ui->pageLayout->insertLayout(1, flow);
    for (const ComparisonKind kind : ComparisonModel::kindsByWeight()) {
        auto *box = new QCheckBox(this);
        box->setAccessibleName(tr("Show %1").arg(ComparisonModel::word(kind)));
        box->setChecked(kind != ComparisonKind::Same);
        flow->addWidget(box);
        connect(box, &QCheckBox::toggled, this, &ResultPage::filter);
        m_filters.append({kind, box});
        setTabOrder(m_filters.size() > 1 ? m_filters.at(m_filters.size() - 2).second : focusProxy(), box);
    }
    filter();
}

void ResultPage::filter()
{
    session::ComparisonKinds kinds;
    for (const auto &[kind, box] : std::as_const(m_filters))
        kinds.setFlag(kind, box->isChecked());
    m_presenter->model().setShownKinds(kinds);
}

void ResultPage::showResult()
{
    const bool isThere = m_presenter->absence().isEmpty();
    m_ui->resultLabel->setText(m_presenter->summary());
    for (const auto &[kind, box] : std::as_const(m_filters)) {
        const qsizetype count = m_presenter->model().count(kind);
        box->setText(tr("%1 (%2)").arg(ComparisonModel::word(kind)).arg(count));
        box->setVisible(isThere);
    }
    m_ui->resultTable->setVisible(isThere);
    if (m_presenter->model().rowCount() > 0)
        m_ui->resultTable->setCurrentIndex(m_presenter->model().index(0, ComparisonModel::Place));
}

void ResultPage::showRow(const QModelIndex &current)
{
    if (!current.isValid())
        return;
    const ComparisonModel &model = m_presenter->model();
    const session::ComparedPlace &place = model.at(current.row());
    Q_EMIT rowShown(spanOf(model.comparison().sent(), place.sent),
                    spanOf(model.comparison().returned(), place.returned));
}

} // namespace app
