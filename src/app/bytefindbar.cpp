// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bytefindbar.h"

#include "ui_bytefindbar.h"

#include <QKeyEvent>

namespace app {

ByteFindBar::ByteFindBar(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ByteFindBar>())
{
    m_ui->setupUi(this);
    connect(m_ui->textEdit, &QLineEdit::textChanged, this, &ByteFindBar::edited);
    connect(m_ui->caseBox, &QCheckBox::toggled, this, &ByteFindBar::edited);
    connect(m_ui->nextButton, &QToolButton::clicked, this, &ByteFindBar::nextRequested);
    connect(m_ui->previousButton, &QToolButton::clicked, this, &ByteFindBar::previousRequested);
    connect(m_ui->closeButton, &QToolButton::clicked, this, &ByteFindBar::closeRequested);
}

ByteFindBar::~ByteFindBar() = default;

void ByteFindBar::nameAfter(const QString &view)
{
    m_ui->textEdit->setAccessibleName(tr("Find in %1").arg(view));
    m_ui->statusEdit->setAccessibleName(tr("Found in %1").arg(view));
    m_ui->previousButton->setAccessibleName(tr("Find previous in %1").arg(view));
    m_ui->nextButton->setAccessibleName(tr("Find next in %1").arg(view));
    m_ui->caseBox->setAccessibleName(tr("Match case in %1").arg(view));
    m_ui->closeButton->setAccessibleName(tr("Close find in %1").arg(view));
}

void ByteFindBar::start(const QString &text)
{
    if (!text.isEmpty())
        m_ui->textEdit->setText(text);
    m_ui->textEdit->selectAll();
    m_ui->textEdit->setFocus(Qt::ShortcutFocusReason);
}

QString ByteFindBar::text() const
{
    return m_ui->textEdit->text();
}

Qt::CaseSensitivity ByteFindBar::caseSensitivity() const
{
    return m_ui->caseBox->isChecked() ? Qt::CaseSensitive : Qt::CaseInsensitive;
}

void ByteFindBar::setStatus(const QString &status)
{
    m_ui->statusEdit->setText(status);
    m_ui->textEdit->setAccessibleDescription(status); // read out where the focus is
}

void ByteFindBar::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closeRequested();
    else if (isReturn && event->modifiers() == Qt::ShiftModifier)
        Q_EMIT previousRequested();
    else if (isReturn && (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier)
        Q_EMIT nextRequested();
    else
        QWidget::keyPressEvent(event);
}

} // namespace app
