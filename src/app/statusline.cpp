// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/statusline.h"

#include "app/buttonaction.h"
#include "app/quietline.h"
#include "ui_statusline.h"

namespace app {

StatusLine::StatusLine(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::StatusLine>())
{
    m_ui->setupUi(this);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    QFont bold = font();
    bold.setBold(true);
    m_ui->responseStatusEdit->setFont(bold);
    m_ui->signLabel->setFont(bold);
    m_ui->signLabel->hide();
    m_ui->flipButton->hide();
    makeQuiet(m_ui->responseStatusEdit);
    connect(m_ui->flipButton, &QPushButton::clicked, this, &StatusLine::flipRequested);
}

StatusLine::~StatusLine() = default;

void StatusLine::showOutcome(Meaning meaning, const QString &status, const QString &outcome)
{
    m_meaning = meaning;
    m_ui->responseStatusEdit->setText(status);
    m_ui->responseStatusEdit->setCursorPosition(0);
    m_ui->outcomeLabel->setText(outcome);
    m_ui->signLabel->setText(signOf(meaning));
    m_ui->signLabel->show();
    showMeaning();
}

void StatusLine::setReadBackAction(QAction *action)
{
    bindButton(m_ui->readBackButton, action);
}

void StatusLine::setTicketAction(QAction *action)
{
    bindButton(m_ui->copyForTicketButton, action);
}

void StatusLine::offerFlip(const QString &text)
{
    m_ui->flipButton->setText(text);
    m_ui->flipButton->setVisible(!text.isEmpty());
}

void StatusLine::showMeaning()
{
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, colorOf(m_meaning, colors));
    m_ui->signLabel->setPalette(colors);
    m_ui->outcomeLabel->setPalette(colors);
}

void StatusLine::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showMeaning();
}

} // namespace app
