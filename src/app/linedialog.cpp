// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/linedialog.h"

#include "ui_linedialog.h"

#include <QFontDatabase>

namespace app {

LineDialog::LineDialog(const Words &words, const QString &text, std::function<core::Status(const QString &)> accept,
                       QWidget *parent)
    : ChildDialog(parent)
    , m_ui(std::make_unique<Ui::LineDialog>())
    , m_accept(std::move(accept))
{
    m_ui->setupUi(this);
    m_ui->valueEdit->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setWindowTitle(words.title);
    m_ui->valueLabel->setText(words.question);
    m_ui->valueEdit->setAccessibleName(words.name);
    m_ui->valueEdit->setText(text);
    m_ui->valueEdit->selectAll();
    connect(m_ui->valueEdit, &QLineEdit::textChanged, m_ui->problemLabel, &QLabel::clear);
    connect(m_ui->buttonBox, &QDialogButtonBox::accepted, this, &LineDialog::accept);
    connect(m_ui->buttonBox, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

LineDialog::~LineDialog() = default;

void LineDialog::accept()
{
    const core::Status accepted = m_accept(m_ui->valueEdit->text());
    if (accepted)
        ChildDialog::accept();
    else
        m_ui->problemLabel->setText(accepted.error().message);
}

} // namespace app
