// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/schemadialog.h"

#include "app/plaincells.h"
#include "present/differencesmodel.h"
#include "present/schemacontroller.h"
#include "ui_schemadialog.h"

namespace app {

SchemaDialog::SchemaDialog(const present::SchemaController &schemas, QWidget *parent)
    : ChildDialog(parent)
    , m_ui(std::make_unique<Ui::SchemaDialog>())
{
    using Model = present::DifferencesModel;
    m_ui->setupUi(this);
    m_ui->summaryLabel->setText(schemas.isBuiltIn() ? tr("%1 Load the one of a service or a file to see here how it "
                                                         "differs.")
                                                          .arg(schemas.summary())
                                                    : schemas.summary());
    m_ui->differencesView->setAccessibleDescription(m_ui->summaryLabel->text());
    m_ui->differencesView->setModel(new Model(schemas.differences(), this));
    m_ui->differencesView->setItemDelegate(new PlainCells(m_ui->differencesView));
    m_ui->differencesView->verticalHeader()->hide();
    // Not by their contents: there may be a great many.
    const int letter = fontMetrics().averageCharWidth();
    m_ui->differencesView->horizontalHeader()->setSectionResizeMode(Model::Place, QHeaderView::Stretch);
    m_ui->differencesView->setColumnWidth(Model::What, 16 * letter);
    m_ui->differencesView->setColumnWidth(Model::BuiltIn, 40 * letter);
    m_ui->differencesView->setColumnWidth(Model::Here, 40 * letter);
    if (!schemas.differences().isEmpty())
        m_ui->differencesView->setCurrentIndex(m_ui->differencesView->model()->index(0, Model::Place));
    m_ui->differencesView->setFocus();
    connect(m_ui->buttonBox, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

SchemaDialog::~SchemaDialog() = default;

} // namespace app
