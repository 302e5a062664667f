// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/movetimesdialog.h"

#include "app/plaincells.h"
#include "present/movetimes.h"
#include "ui_movetimesdialog.h"

#include <QFontDatabase>
#include <QPushButton>

namespace app {

using present::MoveTimes;

MoveTimesDialog::MoveTimesDialog(present::DocumentController &document, QWidget *parent)
    : ChildDialog(parent)
    , m_ui(std::make_unique<Ui::MoveTimesDialog>())
    , m_move(new MoveTimes(document, this))
{
    m_ui->setupUi(this);
    const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    m_ui->valueEdit->setFont(fixed);
    m_ui->previewTable->setFont(fixed);
    m_ui->previewTable->setModel(m_move);
    m_ui->previewTable->setItemDelegate(new PlainCells(m_ui->previewTable));
    m_ui->previewTable->verticalHeader()->hide();
    m_ui->previewTable->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_ui->kindBox->addItem(tr("by an amount"), static_cast<int>(MoveTimes::By::Amount));
    m_ui->kindBox->addItem(tr("so that the session starts at"), static_cast<int>(MoveTimes::By::Start));
    m_ui->buttonBox->button(QDialogButtonBox::Ok)->setText(tr("Move"));
    connect(m_ui->kindBox, &QComboBox::currentIndexChanged, this, &MoveTimesDialog::suggest);
    connect(m_ui->valueEdit, &QLineEdit::textChanged, this, &MoveTimesDialog::preview);
    connect(m_ui->buttonBox, &QDialogButtonBox::accepted, this, &MoveTimesDialog::accept);
    connect(m_ui->buttonBox, &QDialogButtonBox::rejected, this, &QDialog::reject);
    suggest();
    m_ui->valueEdit->setFocus();
}

MoveTimesDialog::~MoveTimesDialog() = default;

void MoveTimesDialog::accept()
{
    if (!m_move->problem().isEmpty())
        return;
    m_move->apply();
    ChildDialog::accept();
}

void MoveTimesDialog::suggest()
{
    m_ui->valueEdit->setText(m_move->suggestion(static_cast<MoveTimes::By>(m_ui->kindBox->currentData().toInt())));
    m_ui->valueEdit->selectAll();
    preview();
}

void MoveTimesDialog::preview()
{
    m_move->plan(static_cast<MoveTimes::By>(m_ui->kindBox->currentData().toInt()), m_ui->valueEdit->text());
    const QString problem = m_move->problem();
    const QString outcome = problem.isEmpty() ? m_move->summary() : problem;
    m_ui->outcomeLabel->setText(outcome);
    m_ui->valueEdit->setAccessibleDescription(outcome);
    m_ui->buttonBox->button(QDialogButtonBox::Ok)->setEnabled(problem.isEmpty());
}

} // namespace app
