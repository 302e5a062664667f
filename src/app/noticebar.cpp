// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/noticebar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace app {

NoticeBar::NoticeBar(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_sentence(new QLabel(this))
    , m_action(new QPushButton(this))
    , m_other(new QPushButton(this))
    , m_dismiss(new QPushButton(tr("Dismiss"), this))
{
    setBackgroundRole(QPalette::ToolTipBase);
    setForegroundRole(QPalette::ToolTipText);
    setAutoFillBackground(true);
    for (QLabel *label : {m_icon, m_sentence}) {
        label->setTextFormat(Qt::PlainText);
        label->setForegroundRole(QPalette::ToolTipText);
    }
    m_icon->setText(QStringLiteral("\u2139"));
    m_sentence->setWordWrap(true);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    for (QPushButton *button : {m_action, m_other, m_dismiss})
        button->setAutoDefault(false);
    m_action->setAccessibleName(tr("Notice action"));
    m_other->setAccessibleName(tr("Other notice action"));
    m_dismiss->setAccessibleName(tr("Dismiss notice"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 4);
    layout->addWidget(m_icon);
    layout->addWidget(m_sentence, 1);
    layout->addWidget(m_action);
    layout->addWidget(m_other);
    layout->addWidget(m_dismiss);
    connect(m_action, &QPushButton::clicked, this, &NoticeBar::actionRequested);
    connect(m_other, &QPushButton::clicked, this, &NoticeBar::otherRequested);
    connect(m_dismiss, &QPushButton::clicked, this, &QWidget::hide);
    hide();
}

void NoticeBar::setPane(const QString &pane)
{
    m_action->setAccessibleName(tr("%1 notice action").arg(pane));
    m_other->setAccessibleName(tr("Other %1 notice action").arg(pane));
    m_dismiss->setAccessibleName(tr("Dismiss %1 notice").arg(pane));
}

void NoticeBar::showNotice(const QString &sentence, const QString &action, const QString &other)
{
    m_sentence->setText(sentence);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    m_other->setText(other);
    m_other->setVisible(!other.isEmpty());
    setAccessibleName(sentence);
    show();
}

QString NoticeBar::sentence() const
{
    return isHidden() ? QString() : m_sentence->text();
}

} // namespace app
