// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessible>
#include <QComboBox>
#include <QRadioButton>
#include <QWidget>

/// True for a widget that shows, is enabled and takes the focus itself: no inner part that speaks through another.
inline bool takesFocus(const QWidget *widget, Qt::FocusPolicy how)
{
    return widget->isVisible() && widget->isEnabled() && !widget->focusProxy() && (widget->focusPolicy() & how) == how;
}

/// The widgets of `window` that Tab has to reach, in no order.
inline QSet<QWidget *> tabStops(const QWidget &window)
{
    QSet<QWidget *> stops;
    const QList<QWidget *> widgets = window.findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        // Of a group of radio buttons Tab reaches the one that is chosen, and the arrows the others.
        const auto *radio = qobject_cast<const QRadioButton *>(widget);
        if (widget->window() == &window && takesFocus(widget, Qt::TabFocus) && (!radio || radio->isChecked()))
            stops.insert(widget);
    }
    return stops;
}

/// What a screen reader finds the widget by: its accessible name, of a combo box that of its label, because Qt 6.4
/// reports a box under its current text.
inline QString spokenName(QWidget *widget)
{
    QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(widget);
    if (!qobject_cast<QComboBox *>(widget))
        return spoken ? spoken->text(QAccessible::Name) : QString();
    const auto labels = spoken->relations(QAccessible::Label);
    return labels.isEmpty() ? QString() : labels.constFirst().first->text(QAccessible::Name);
}

/// Class, object name and spoken name, for the message of a failed test.
inline QString describe(QWidget *widget)
{
    if (!widget)
        return QStringLiteral("nothing");
    return QString::fromLatin1("%1 %2 '%3'")
        .arg(QLatin1String(widget->metaObject()->className()), widget->objectName(), spokenName(widget));
}
