// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/pointer.h"
#include "json/position.h"

#include <QLineEdit>

namespace app {

/// Says where the caret of Source is, `/caller/userAgent · 7:3`, and goes to where one types instead: a line,
/// line:column, or a JSON pointer.
class PlaceLine : public QLineEdit
{
    Q_OBJECT

public:
    explicit PlaceLine(QWidget *parent = nullptr);

    /// Shows a place, unless somebody is typing one.
    void showPlace(const json::Pointer &pointer, json::Position position);

Q_SIGNALS:
    void positionChosen(json::Position position);
    void pointerChosen(const json::Pointer &pointer);
    /// What was typed is no place; the sentence says why.
    void refused(const QString &sentence);
    /// Escape, or Return on what was shown.
    void left();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void choose();

    QString m_place; ///< As last shown.
};

} // namespace app
