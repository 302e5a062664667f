// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/otherjsondialog.h"

#include "ui_otherjsondialog.h"

#include <QFontDatabase>

namespace app {

OtherJsonDialog::OtherJsonDialog(const QString &json, std::function<core::Status(const QString &)> accept,
                                 QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::OtherJsonDialog>())
    , m_accept(std::move(accept))
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_ui->setupUi(this);
    m_ui->valueEdit->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_ui->valueEdit->setText(json);
    m_ui->valueEdit->selectAll();
    connect(m_ui->valueEdit, &QLineEdit::textChanged, m_ui->problemLabel, &QLabel::clear);
    connect(m_ui->buttonBox, &QDialogButtonBox::accepted, this, &OtherJsonDialog::accept);
    connect(m_ui->buttonBox, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

OtherJsonDialog::~OtherJsonDialog() = default;

void OtherJsonDialog::accept()
{
    const core::Status accepted = m_accept(m_ui->valueEdit->text());
    if (accepted)
        QDialog::accept();
    else
        m_ui->problemLabel->setText(accepted.error().message);
}

} // namespace app
