// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace app {

/// A page of plain text to read: about the API, about a field. Closed by Escape; deletes itself.
class TextCard : public QDialog
{
    Q_OBJECT

public:
    /// Shows `text` in a window of its own over `parent`, without blocking it.
    static void show(const QString &title, const QString &text, QWidget *parent);

    /// Shows `text` as a card below `anchor`, gone with the next click or Escape.
    static void popUp(const QString &text, QWidget *anchor);

private:
    TextCard(const QString &text, QWidget *parent, Qt::WindowFlags flags);
};

} // namespace app
