// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/findingsdrawer.h"

#include "app/plaincells.h"
#include "present/documentcontroller.h"
#include "ui_findingsdrawer.h"

namespace app {

FindingsDrawer::FindingsDrawer(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::FindingsDrawer>())
{
    using Model = present::FindingsModel;
    m_ui->setupUi(this);
    setFocusProxy(m_ui->findingsTable);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_ui->findingsTable->setModel(&m_model);
    m_ui->findingsTable->setItemDelegate(new PlainCells(m_ui->findingsTable));
    m_ui->findingsTable->verticalHeader()->hide();
    m_ui->findingsTable->horizontalHeader()->setSectionResizeMode(Model::Severity, QHeaderView::ResizeToContents);
    m_ui->findingsTable->horizontalHeader()->setSectionResizeMode(Model::Place, QHeaderView::ResizeToContents);
    m_ui->findingsTable->horizontalHeader()->setSectionResizeMode(Model::Message, QHeaderView::Stretch);
    connect(m_ui->findingsTable, &QTableView::activated, this,
            [this](const QModelIndex &index) { Q_EMIT chosen(m_model.at(index.row()).pointer); });
}

FindingsDrawer::~FindingsDrawer() = default;

void FindingsDrawer::setController(present::DocumentController *controller)
{
    if (m_controller)
        m_controller->disconnect(this);
    m_controller = controller;
    connect(controller, &present::DocumentController::findingsChanged, this, [this] {
        if (isVisible())
            showFindings();
    });
}

void FindingsDrawer::showEvent(QShowEvent *event)
{
    showFindings();
    QWidget::showEvent(event);
}

void FindingsDrawer::showFindings()
{
    m_model.setFindings(m_controller->findings());
    m_ui->summaryLabel->setText(m_model.summary());
}

} // namespace app
