// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/scintilla.h"

namespace app {

/// The editor of Source: Scintilla, which keeps every byte, with the manners of this program: Tab leaves it, undo and
/// redo are the document's, and its colours are the palette's.
class SourceEditor : public QsciScintilla
{
    Q_OBJECT

public:
    explicit SourceEditor(QWidget *parent = nullptr);

    /// The bytes of the text, NUL included, which QsciScintilla::text() would stop at.
    QByteArray bytes() const;

    /// Replaces the text, keeping the caret where it was as far as there is text.
    void setBytes(const QByteArray &bytes);

    /// Selects from the byte `begin` up to `end`, and scrolls to the beginning.
    void select(quint32 begin, quint32 end);

public Q_SLOTS:
    /// Inserts the text of the clipboard with its own line ends; Scintilla would give it those of the document.
    void paste() override;

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void freeKeys();
    void takePalette();
};

} // namespace app
