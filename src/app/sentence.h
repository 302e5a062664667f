// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/meaning.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace app {

/// The sentence under a field, with a small button for the fix that it may have. The button is outside the Tab order,
/// as that of the state is, whose menu offers the fix to the keyboard.
class Sentence : public QWidget
{
    Q_OBJECT

public:
    /// `fieldName` is the accessible name of the field; the button's is `FIELD fix`.
    Sentence(const QString &fieldName, QWidget *parent);

    /// Shows `text`, and what the fix does unless it is empty. Without text there is nothing to see.
    void showText(const QString &text, Meaning meaning, const QString &fix);

Q_SIGNALS:
    /// The fix was chosen.
    void fixRequested();

private:
    QLabel *m_label;
    QToolButton *m_fixButton;
};

} // namespace app
