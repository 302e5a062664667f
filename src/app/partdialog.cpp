// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/partdialog.h"

#include "app/plaincells.h"
#include "ui_partdialog.h"
#include "json/edit.h"

#include <QFontDatabase>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;
using present::PartsController;

namespace app {
namespace {

// What one can look over; the part itself goes in whole.
constexpr qsizetype longestPreview = 20'000;

} // namespace

PartDialog::PartDialog(PartsController &controller, PartsController::From from, const QString &place, QWidget *parent)
    : ChildDialog(parent)
    , m_ui(std::make_unique<Ui::PartDialog>())
    , m_controller(controller)
{
    m_ui->setupUi(this);
    const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    m_ui->previewEdit->setFont(fixed);
    m_ui->placeBox->setFont(fixed);
    m_ui->placeBox->lineEdit()->setAccessibleName(m_ui->placeBox->accessibleName());
    m_ui->placeBox->setCompleter(nullptr); // it would finish a pointer that is meant as typed
    m_ui->placeBox->addItems(controller.places());
    if (!place.isEmpty())
        m_ui->placeBox->setEditText(place);
    m_ui->partList->setItemDelegate(new PlainCells(m_ui->partList));
    m_ui->buttonBox->button(QDialogButtonBox::Ok)->setText(tr("&Insert"));
    fillSources(from);
    m_ui->placeBox->setFocus();
    connect(m_ui->placeBox, &QComboBox::editTextChanged, this, &PartDialog::showParts);
    connect(m_ui->fromBox, &QComboBox::currentIndexChanged, this, &PartDialog::showParts);
    connect(m_ui->fileButton, &QPushButton::clicked, this, &PartDialog::chooseFile);
    connect(m_ui->partList, &QListWidget::currentRowChanged, this, &PartDialog::showPart);
    connect(m_ui->partList, &QListWidget::itemActivated, this, &PartDialog::accept);
    connect(m_ui->buttonBox, &QDialogButtonBox::accepted, this, &PartDialog::accept);
    connect(m_ui->buttonBox, &QDialogButtonBox::rejected, this, &QDialog::reject);
    showParts();
}

PartDialog::~PartDialog() = default;

void PartDialog::accept()
{
    const int row = m_ui->partList->currentRow();
    if (row < 0)
        return;
    const core::Status inserted = m_controller.insert(m_ui->placeBox->currentText(), m_parts.at(row));
    if (inserted)
        ChildDialog::accept();
    else
        showSentence(inserted.error().message);
}

PartsController::From PartDialog::from() const
{
    return static_cast<PartsController::From>(m_ui->fromBox->currentData().toInt());
}

void PartDialog::fillSources(PartsController::From from)
{
    const QSignalBlocker quiet(m_ui->fromBox);
    m_ui->fromBox->clear();
    m_ui->fromBox->addItem(tr("Snippets"), static_cast<int>(PartsController::From::Snippets));
    m_ui->fromBox->addItem(tr("This session"), static_cast<int>(PartsController::From::ThisSession));
    if (!m_controller.fileName().isEmpty())
        m_ui->fromBox->addItem(m_controller.fileName(), static_cast<int>(PartsController::From::OtherFile));
    m_ui->fromBox->setCurrentIndex(m_ui->fromBox->findData(static_cast<int>(from)));
}

void PartDialog::chooseFile()
{
    if (!m_controller.chooseFile())
        return;
    fillSources(PartsController::From::OtherFile);
    showParts();
}

void PartDialog::showParts()
{
    const QSignalBlocker quiet(m_ui->partList);
    const QString place = m_ui->placeBox->currentText();
    m_parts = m_controller.partsFor(place, from());
    m_ui->partList->clear();
    for (const present::Part &part : std::as_const(m_parts))
        m_ui->partList->addItem(part.name + u" \u2013 "_s + part.description);
    m_ui->partList->setCurrentRow(m_parts.isEmpty() ? -1 : 0);
    showPart();
}

void PartDialog::showPart()
{
    const int row = m_ui->partList->currentRow();
    const core::Status available = m_controller.availability();
    const core::Result<QString> type = m_controller.typeAt(m_ui->placeBox->currentText());
    m_ui->buttonBox->button(QDialogButtonBox::Ok)->setEnabled(row >= 0 && available);
    m_ui->previewEdit->setPlainText(
        row < 0 ? QString() : QString::fromUtf8(json::canonical(m_parts.at(row).value).left(longestPreview)));
    if (!available)
        showSentence(available.error().message);
    else if (!type)
        showSentence(type.error().message);
    else if (row < 0)
        showSentence(tr("Nothing here fits a place for %1.").arg(*type));
    else if (m_ui->placeBox->currentText().endsWith("/-"_L1))
        showSentence(tr("A new %1 is appended. Undo takes it back.").arg(*type));
    else
        showSentence(tr("The %1 takes the place of what is there now. Undo brings that back.").arg(*type));
}

void PartDialog::showSentence(const QString &sentence)
{
    m_ui->sentenceLabel->setText(sentence);
    m_ui->placeBox->lineEdit()->setAccessibleDescription(sentence);
    m_ui->partList->setAccessibleDescription(sentence);
}

} // namespace app
