// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/childdialog.h"

namespace app {

/// A page of plain text to read: about the API, about a field. Closed by Escape.
class TextCard : public ChildDialog
{
    Q_OBJECT

public:
    /// Shows `text` in a window of its own over `parent`, without blocking it.
    static void show(const QString &title, const QString &text, QWidget *parent);

    /// Shows `text` as a card below `anchor`, gone with Escape, or when another window gets the focus. No Qt::Popup:
    /// those are not in the accessibility tree.
    static void popUp(const QString &text, QWidget *anchor);

protected:
    void changeEvent(QEvent *event) override;

private:
    enum class Kind { Window, Card };

    TextCard(const QString &text, QWidget *parent, Kind kind);

    Kind m_kind;
};

} // namespace app
