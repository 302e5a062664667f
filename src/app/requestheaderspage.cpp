// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/requestheaderspage.h"

#include "app/plaincells.h"
#include "present/documentcontroller.h"
#include "ui_requestheaderspage.h"

#include <QFontDatabase>

namespace app {

RequestHeadersPage::RequestHeadersPage(QWidget *parent)
    : LatePane(parent)
    , m_ui(std::make_unique<Ui::RequestHeadersPage>())
{ }

RequestHeadersPage::~RequestHeadersPage() = default;

void RequestHeadersPage::makeContents()
{
    m_ui->setupUi(this);
    m_ui->headerTable->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_ui->headerTable->verticalHeader()->hide();
    m_ui->headerTable->setItemDelegate(new PlainCells(m_ui->headerTable));
    connect(m_ui->addButton, &QPushButton::clicked, this, [this] {
        present::HeaderTableModel &headers = controller()->headers();
        const QModelIndex added = headers.index(headers.addRow(), present::HeaderTableModel::Name);
        m_ui->headerTable->setCurrentIndex(added);
        m_ui->headerTable->edit(added);
    });
    connect(m_ui->repeatButton, &QPushButton::clicked, this,
            [this] { controller()->headers().duplicateRow(currentRow()); });
    connect(m_ui->removeButton, &QPushButton::clicked, this,
            [this] { controller()->headers().removeRow(currentRow()); });
    showHeaders();
}

void RequestHeadersPage::showHeaders()
{
    using Model = present::HeaderTableModel;
    Model &headers = controller()->headers();
    m_ui->headerTable->setModel(&headers);
    m_ui->headerTable->horizontalHeader()->setSectionResizeMode(Model::Name, QHeaderView::ResizeToContents);
    m_ui->headerTable->horizontalHeader()->setSectionResizeMode(Model::Value, QHeaderView::Stretch);
    m_ui->headerTable->horizontalHeader()->setSectionResizeMode(Model::Note, QHeaderView::ResizeToContents);
    connect(m_ui->headerTable->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &RequestHeadersPage::showButtons);
    connect(&headers, &Model::headersChanged, this, &RequestHeadersPage::showButtons);
    showButtons();
}

void RequestHeadersPage::showButtons()
{
    const int row = currentRow();
    m_ui->repeatButton->setEnabled(row >= 0);
    m_ui->removeButton->setEnabled(controller()->headers().canRemove(row));
}

int RequestHeadersPage::currentRow() const
{
    return m_ui->headerTable->currentIndex().row();
}

} // namespace app
