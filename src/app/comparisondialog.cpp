// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/comparisondialog.h"

#include "app/comparisoncells.h"
#include "ui_comparisondialog.h"

using present::ComparisonModel;

namespace app {

ComparisonDialog::ComparisonDialog(present::HistoryComparison comparison, QWidget *parent)
    : ChildDialog(parent)
    , m_ui(std::make_unique<Ui::ComparisonDialog>())
    , m_comparison(std::move(comparison))
{
    m_ui->setupUi(this);
    m_ui->entriesLabel->setText(tr("Earlier: %1\nLater: %2").arg(m_comparison.earlier, m_comparison.later));
    QTableView *table = m_ui->comparisonTable;
    ComparisonCells::prepare(*table, m_model);
    m_ui->sideBox->addItems({tr("responses"), tr("requests")});
    // What came back is what one looks for, unless there is nothing of it.
    m_ui->sideBox->setCurrentIndex(m_comparison.responses.absence.isEmpty() ? 0 : 1);
    connect(m_ui->sideBox, &QComboBox::currentIndexChanged, this, &ComparisonDialog::showSide);
    connect(m_ui->buttonBox, &QDialogButtonBox::rejected, this, &QDialog::reject);
    showSide();
    table->setFocus();
}

ComparisonDialog::~ComparisonDialog() = default;

void ComparisonDialog::showSide()
{
    const present::ComparedBodies &bodies
        = m_ui->sideBox->currentIndex() == 0 ? m_comparison.responses : m_comparison.requests;
    m_model.setComparison(bodies.comparison);
    m_ui->summaryLabel->setText(bodies.absence.isEmpty() ? tr("%1.").arg(m_model.summary()) : bodies.absence);
    m_ui->comparisonTable->setAccessibleDescription(m_ui->summaryLabel->text());
    if (m_model.rowCount() > 0)
        m_ui->comparisonTable->setCurrentIndex(m_model.index(0, ComparisonModel::Place));
}

} // namespace app
