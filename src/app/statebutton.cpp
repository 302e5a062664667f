// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/statebutton.h"

#include "present/field.h"

#include <QMenu>

using namespace Qt::StringLiterals;
using session::FieldState;

namespace app {
namespace {

constexpr int buttonWidth = 28;
constexpr FieldState writable[] = {FieldState::NotSent, FieldState::Null, FieldState::Empty, FieldState::Value};

} // namespace

StateButton::StateButton(const QString &fieldName, QWidget *parent)
    : QToolButton(parent)
{
    setAutoRaise(true);
    setFocusPolicy(Qt::NoFocus);
    setAccessibleName(fieldName + " state"_L1);
    setState(FieldState::NotSent);
    connect(this, &QToolButton::clicked, this, &StateButton::openMenu);
}

void StateButton::setState(FieldState state)
{
    m_state = state;
    setText(present::stateSign(state));
    setAccessibleDescription(present::stateText(state));
    setToolTip(present::stateText(state));
}

void StateButton::offerFix(const QString &sentence)
{
    m_fix = sentence;
}

void StateButton::openMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const FieldState state : writable) {
        QAction *action = menu->addAction(present::stateText(state));
        action->setCheckable(true);
        action->setChecked(state == m_state);
        connect(action, &QAction::triggered, this, [this, state] { Q_EMIT stateChosen(state); });
    }
    QAction *other = menu->addAction(tr("other JSON…"));
    other->setCheckable(true);
    other->setChecked(m_state == FieldState::OtherJson);
    connect(other, &QAction::triggered, this, &StateButton::otherJsonRequested);
    if (!m_fix.isEmpty()) {
        menu->addSeparator();
        QString text = tr("Fix: %1").arg(m_fix);
        connect(menu->addAction(text.replace(u'&', u"&&"_s)), &QAction::triggered, this, &StateButton::fixRequested);
    }
    menu->popup(mapToGlobal(QPoint(0, height())));
}

QSize StateButton::sizeHint() const
{
    return {buttonWidth, qMax(QToolButton::sizeHint().height(), 22)};
}

} // namespace app
