// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/newcalldialog.h"

#include "ui_newcalldialog.h"

#include <QFontDatabase>
#include <QPushButton>
#include <QSignalBlocker>

using session::CallPlan;

namespace app {

NewCallDialog::NewCallDialog(present::NewCallController &controller, QWidget *parent)
    : ChildDialog(parent)
    , m_ui(std::make_unique<Ui::NewCallDialog>())
    , m_controller(controller)
{
    m_ui->setupUi(this);
    m_ui->segmentsBox->setMaximum(session::mostSegments);
    m_ui->kindBox->setFocus();
    m_ui->startEdit->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_ui->buttonBox->button(QDialogButtonBox::Ok)->setText(tr("&Make Session"));
    const QList<std::pair<CallPlan::Kind, QString>> kinds = present::NewCallController::kinds();
    for (const auto &[kind, name] : kinds)
        m_ui->kindBox->addItem(name, static_cast<int>(kind));
    show(controller.proposal());
    connect(m_ui->kindBox, &QComboBox::currentIndexChanged, this, &NewCallDialog::chooseKind);
    connect(m_ui->participantsEdit, &QLineEdit::textChanged, this, &NewCallDialog::showSessions);
    for (const QLineEdit *edit : {m_ui->participantsEdit, m_ui->startEdit, m_ui->durationEdit})
        connect(edit, &QLineEdit::textChanged, this, &NewCallDialog::showSummary);
    connect(m_ui->segmentsBox, &QSpinBox::valueChanged, this, &NewCallDialog::showSummary);
    connect(m_ui->sessionBox, &QComboBox::currentIndexChanged, this, &NewCallDialog::showSummary);
    connect(m_ui->buttonBox, &QDialogButtonBox::accepted, this, &NewCallDialog::accept);
    connect(m_ui->buttonBox, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

NewCallDialog::~NewCallDialog() = default;

void NewCallDialog::accept()
{
    if (m_controller.make(entry()))
        ChildDialog::accept();
}

present::NewCallEntry NewCallDialog::entry() const
{
    return {static_cast<CallPlan::Kind>(m_ui->kindBox->currentData().toInt()),
            m_ui->participantsEdit->text(),
            m_ui->startEdit->text(),
            m_ui->durationEdit->text(),
            m_ui->segmentsBox->value(),
            qMax(0, m_ui->sessionBox->currentIndex())};
}

void NewCallDialog::show(const present::NewCallEntry &entry)
{
    m_ui->kindBox->setCurrentIndex(m_ui->kindBox->findData(static_cast<int>(entry.kind)));
    m_ui->participantsEdit->setText(entry.participants);
    m_ui->startEdit->setText(entry.start);
    m_ui->durationEdit->setText(entry.duration);
    m_ui->segmentsBox->setValue(entry.segments);
    m_entry = entry;
    showSessions();
    m_ui->sessionBox->setCurrentIndex(entry.session);
    showSummary();
}

void NewCallDialog::chooseKind()
{
    const present::NewCallEntry chosen = entry();
    present::NewCallEntry before = chosen;
    before.kind = m_entry.kind;
    m_entry = present::NewCallController::withKind(before, chosen.kind);
    m_ui->participantsEdit->setText(m_entry.participants);
    showSessions();
    showSummary();
}

void NewCallDialog::showSessions()
{
    const QSignalBlocker quiet(m_ui->sessionBox);
    const int chosen = m_ui->sessionBox->currentIndex();
    const QStringList names = present::NewCallController::sessionNames(entry());
    m_ui->sessionBox->clear();
    m_ui->sessionBox->addItems(names);
    m_ui->sessionBox->setCurrentIndex(qBound(0, chosen, static_cast<int>(names.size()) - 1));
    m_ui->sessionBox->setEnabled(names.size() > 1);
}

void NewCallDialog::showSummary()
{
    const core::Result<QString> summary = m_controller.summary(entry());
    const QString sentence = summary ? *summary : summary.error().message;
    m_ui->summaryLabel->setText(sentence);
    QPushButton *make = m_ui->buttonBox->button(QDialogButtonBox::Ok);
    make->setEnabled(summary.has_value());
    // What a screen reader says with the button and with the field that spoils the call.
    make->setAccessibleDescription(sentence);
    for (QWidget *input : {static_cast<QWidget *>(m_ui->kindBox), static_cast<QWidget *>(m_ui->participantsEdit),
                           static_cast<QWidget *>(m_ui->startEdit), static_cast<QWidget *>(m_ui->durationEdit),
                           static_cast<QWidget *>(m_ui->segmentsBox), static_cast<QWidget *>(m_ui->sessionBox)})
        input->setAccessibleDescription(sentence);
}

} // namespace app
