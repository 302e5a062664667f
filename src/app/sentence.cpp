// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sentence.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace app {

Sentence::Sentence(const QString &fieldName, QWidget *parent)
    : QWidget(parent)
    , m_label(new QLabel(this))
    , m_fixButton(new QToolButton(this))
{
    m_label->setTextFormat(Qt::PlainText);
    m_label->setWordWrap(true);
    m_fixButton->setText(tr("Fix"));
    m_fixButton->setFocusPolicy(Qt::NoFocus);
    m_fixButton->setAccessibleName(fieldName + " fix"_L1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 2, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_label, 1);
    layout->addWidget(m_fixButton, 0, Qt::AlignTop);
    connect(m_fixButton, &QToolButton::clicked, this, &Sentence::fixRequested);
}

void Sentence::showText(const QString &text, Meaning meaning, const QString &fix)
{
    m_label->setText(text.isEmpty() ? text : QString(signOf(meaning) + u' ' + text));
    QPalette colors = parentWidget()->palette();
    colors.setColor(QPalette::WindowText, colorOf(meaning, colors));
    m_label->setPalette(colors);
    m_fixButton->setStatusTip(fix);
    m_fixButton->setAccessibleDescription(fix);
    m_fixButton->setVisible(!fix.isEmpty());
    setVisible(!text.isEmpty());
    // At once, so that what is around takes the new height in its first round and not in a second one.
    layout()->activate();
    updateGeometry();
}

} // namespace app
