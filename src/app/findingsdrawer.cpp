// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/findingsdrawer.h"

#include "app/plaincells.h"
#include "present/documentcontroller.h"
#include "session/fix.h"
#include "ui_findingsdrawer.h"

namespace app {
namespace {

constexpr int fixWidth = 140;

} // namespace

FindingsDrawer::FindingsDrawer(QWidget *parent)
    : LatePane(parent)
    , m_ui(std::make_unique<Ui::FindingsDrawer>())
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
}

void FindingsDrawer::makeContents()
{
    using Model = present::FindingsModel;
    m_ui->setupUi(this);
    m_ui->findingsTable->setModel(&m_model);
    m_ui->findingsTable->setItemDelegate(new PlainCells(m_ui->findingsTable));
    m_ui->findingsTable->verticalHeader()->hide();
    m_ui->findingsTable->horizontalHeader()->setSectionResizeMode(Model::Severity, QHeaderView::ResizeToContents);
    m_ui->findingsTable->horizontalHeader()->setSectionResizeMode(Model::Place, QHeaderView::ResizeToContents);
    m_ui->findingsTable->horizontalHeader()->setSectionResizeMode(Model::Message, QHeaderView::Stretch);
    // As wide as its words it would leave no room for the finding itself; the Fix button tells it whole in the status
    // bar.
    m_ui->findingsTable->horizontalHeader()->resizeSection(Model::Fix, fixWidth);
    connect(m_ui->findingsTable, &QTableView::activated, this,
            [this](const QModelIndex &index) { Q_EMIT chosen(m_model.at(index.row()).pointer); });
    fillHead();
    connect(controller(), &present::DocumentController::findingsChanged, this, [this] {
        if (isVisible())
            showFindings();
    });
}

void FindingsDrawer::fillHead()
{
    using session::Severity;
    m_ui->leastBox->addItem(tr("all"), static_cast<int>(Severity::Note));
    m_ui->leastBox->addItem(tr("errors and warnings"), static_cast<int>(Severity::Warning));
    m_ui->leastBox->addItem(tr("errors"), static_cast<int>(Severity::Error));
    connect(m_ui->leastBox, &QComboBox::currentIndexChanged, this, [this] {
        m_model.setLeast(static_cast<Severity>(m_ui->leastBox->currentData().toInt()));
        showFix();
    });
    connect(m_ui->findingsTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &FindingsDrawer::showFix);
    connect(m_ui->fixButton, &QPushButton::clicked, this, [this] {
        if (const std::optional<session::Finding> finding = current())
            Q_EMIT fixRequested(*finding);
    });
}

FindingsDrawer::~FindingsDrawer() = default;

void FindingsDrawer::takeFocus()
{
    m_ui->findingsTable->setFocus(Qt::ShortcutFocusReason);
}

void FindingsDrawer::showEvent(QShowEvent *event)
{
    showFindings();
    QWidget::showEvent(event);
}

void FindingsDrawer::setCurrent(const session::Finding &finding)
{
    const int row = m_model.rowOf(finding);
    if (row >= 0)
        m_ui->findingsTable->setCurrentIndex(m_model.index(row, present::FindingsModel::Severity));
}

std::optional<session::Finding> FindingsDrawer::current() const
{
    const QModelIndex index = hasContents() ? m_ui->findingsTable->currentIndex() : QModelIndex();
    return index.isValid() ? std::optional(m_model.at(index.row())) : std::nullopt;
}

void FindingsDrawer::showFindings()
{
    const std::optional<session::Finding> before = current();
    const int row = m_ui->findingsTable->currentIndex().row();
    m_model.setFindings(controller()->findings());
    m_ui->summaryLabel->setText(m_model.summary());
    // A finding that is gone leaves its row to the next one, so that one can go on from fix to fix.
    if (before && m_model.rowOf(*before) >= 0)
        setCurrent(*before);
    else if (m_model.rowCount() > 0)
        m_ui->findingsTable->setCurrentIndex(
            m_model.index(qBound(0, row, m_model.rowCount() - 1), present::FindingsModel::Severity));
    showFix();
}

void FindingsDrawer::showFix()
{
    const std::optional<session::Finding> finding = current();
    const QString fix = finding && finding->fix ? session::fixSentence(*finding->fix) : QString();
    m_ui->fixButton->setEnabled(!fix.isEmpty());
    m_ui->fixButton->setStatusTip(fix);
    m_ui->fixButton->setAccessibleDescription(fix);
}

} // namespace app
