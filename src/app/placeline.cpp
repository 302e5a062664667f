// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/placeline.h"

#include <QKeyEvent>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace app {

PlaceLine::PlaceLine(QWidget *parent)
    : QLineEdit(parent)
{
    connect(this, &QLineEdit::returnPressed, this, &PlaceLine::choose);
}

void PlaceLine::showPlace(const json::Pointer &pointer, json::Position position)
{
    const QString at = QString::number(position.line) + u':' + QString::number(position.column);
    m_place = pointer.isRoot() ? at : pointer.toString() + u" \u00b7 "_s + at;
    if (hasFocus())
        return;
    setText(m_place);
    setCursorPosition(0);
}

void PlaceLine::choose()
{
    static const QRegularExpression position(u"^(\\d{1,9})(?::(\\d{1,9}))?$"_s);
    const QString typed = text().trimmed();
    if (typed == m_place) {
        Q_EMIT left();
        return;
    }
    if (const QRegularExpressionMatch match = position.match(typed); match.hasMatch()) {
        const QString column = match.captured(2);
        Q_EMIT positionChosen({match.captured(1).toLongLong(), column.isEmpty() ? 1 : column.toLongLong()});
        return;
    }
    const core::Result<json::Pointer> pointer = json::Pointer::parse(typed);
    if (pointer && !typed.isEmpty())
        Q_EMIT pointerChosen(*pointer);
    else
        Q_EMIT refused(tr("Type a line (12), a line and column (12:5) or a JSON pointer (/caller/name) to go there."));
}

void PlaceLine::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT left();
    else
        QLineEdit::keyPressEvent(event);
}

void PlaceLine::focusInEvent(QFocusEvent *event)
{
    QLineEdit::focusInEvent(event);
    selectAll();
}

void PlaceLine::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() == Qt::PopupFocusReason)
        return; // its own menu
    setText(m_place);
    setCursorPosition(0);
}

} // namespace app
