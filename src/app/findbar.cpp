// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/findbar.h"

#include "ui_findbar.h"

#include <QKeyEvent>

namespace app {

FindBar::FindBar(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::FindBar>())
{
    m_ui->setupUi(this);
    connect(m_ui->textEdit, &QLineEdit::textChanged, this, &FindBar::edited);
    connect(m_ui->caseBox, &QCheckBox::toggled, this, &FindBar::edited);
    connect(m_ui->nextButton, &QToolButton::clicked, this, &FindBar::nextRequested);
    connect(m_ui->previousButton, &QToolButton::clicked, this, &FindBar::previousRequested);
    connect(m_ui->replaceButton, &QPushButton::clicked, this, &FindBar::replaceRequested);
    connect(m_ui->replaceAllButton, &QPushButton::clicked, this, &FindBar::replaceAllRequested);
    connect(m_ui->closeButton, &QToolButton::clicked, this, &FindBar::closeRequested);
    offerReplace(false);
}

FindBar::~FindBar() = default;

void FindBar::nameAfter(const QString &view)
{
    m_ui->textEdit->setAccessibleName(tr("Find in %1").arg(view));
    m_ui->statusEdit->setAccessibleName(tr("Found in %1").arg(view));
    m_ui->previousButton->setAccessibleName(tr("Find previous in %1").arg(view));
    m_ui->nextButton->setAccessibleName(tr("Find next in %1").arg(view));
    m_ui->caseBox->setAccessibleName(tr("Match case in %1").arg(view));
    m_ui->closeButton->setAccessibleName(tr("Close find in %1").arg(view));
}

void FindBar::offerBytes(bool areOffered)
{
    m_ui->textEdit->setPlaceholderText(areOffered ? tr("text, or bytes such as 7B 22")
                                                  : tr("text, as it stands in the bytes"));
}

void FindBar::offerReplace(bool isOffered)
{
    m_ui->replaceRow->setVisible(isOffered);
}

void FindBar::start(const QString &text)
{
    if (!text.isEmpty())
        m_ui->textEdit->setText(text);
    m_ui->textEdit->selectAll();
    m_ui->textEdit->setFocus(Qt::ShortcutFocusReason);
}

QString FindBar::text() const
{
    return m_ui->textEdit->text();
}

QString FindBar::replacement() const
{
    return m_ui->replaceEdit->text();
}

Qt::CaseSensitivity FindBar::caseSensitivity() const
{
    return m_ui->caseBox->isChecked() ? Qt::CaseSensitive : Qt::CaseInsensitive;
}

void FindBar::setStatus(const QString &status)
{
    m_ui->statusEdit->setText(status);
    m_ui->textEdit->setAccessibleDescription(status); // read out where the focus is
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closeRequested();
    else if (isReturn && event->modifiers() == Qt::ShiftModifier)
        Q_EMIT previousRequested();
    else if (!isReturn || (event->modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier)
        QWidget::keyPressEvent(event);
    else if (m_ui->replaceEdit->hasFocus())
        Q_EMIT replaceRequested();
    else
        Q_EMIT nextRequested();
}

} // namespace app
