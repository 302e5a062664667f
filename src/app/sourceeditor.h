// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/meaning.h"
#include "app/scintilla.h"
#include "json/position.h"

namespace app {

class SourceStyler;

/// A stretch of the text that something is the matter with.
struct TextMark
{
    qint64 begin = 0; ///< In bytes.
    qint64 end = 0;
    Meaning meaning = Meaning::Error; ///< An error or a warning.
};

/// The editor of Source: Scintilla, which keeps every byte, with the manners of this program: Tab leaves it, undo and
/// redo are the document's, and its colours are the palette's. All offsets are in bytes. textChanged() comes once for
/// each key or call, linesChanged() never.
class SourceEditor : public QsciScintilla
{
    Q_OBJECT

public:
    explicit SourceEditor(QWidget *parent = nullptr);

    /// The bytes of the text, NUL included, which QsciScintilla::text() would stop at.
    QByteArray bytes() const;

    /// Those from `begin` to `end`, which must be in it.
    QByteArray bytes(qint64 begin, qint64 end) const;

    /// Makes the text these bytes by replacing what differs, so that caret, folds and sight stay. Returns the end of
    /// what was replaced; -1 when nothing was.
    qint64 setBytes(const QByteArray &bytes);

    /// The caret, and where people see it.
    qint64 caret() const;
    json::Position caretPosition() const;

    /// The place of a line and column, held within the text.
    qint64 offsetOf(json::Position position) const;

    /// Puts the caret to `offset` and brings it into sight, unfolding what hides it.
    void goTo(qint64 offset);

    /// Selects the bytes between `anchor` and `caret`, of which either may be the first, and brings them into sight.
    void select(qint64 anchor, qint64 caret);

    qint64 selectionBegin() const;
    QByteArray selectedBytes() const;

    /// Puts `text` in the place of the selection, byte for byte, and the caret behind it.
    void replaceSelection(const QByteArray &text);

    /// Underlines these stretches and marks their lines, instead of those before.
    void setMarks(const QList<TextMark> &marks);

    /// Folds or unfolds what begins in the line of the caret, or else is around it.
    void toggleFold();

    /// True when Tab indents by four blanks; at first it leaves the editor. Shift+Tab always leaves it.
    bool doesTabIndent() const { return m_doesTabIndent; }
    void letTabIndent(bool doesIndent) { m_doesTabIndent = doesIndent; }

Q_SIGNALS:
    /// The focus went elsewhere in the window.
    void left();

public Q_SLOTS:
    /// Inserts the text of the clipboard with its own line ends; Scintilla would give it those of the document.
    void paste() override;

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void freeKeys();
    void takePalette();
    void fitMargin();
    void noteEdit();
    void tellEdit();
    qint64 offsetAt(QPoint point) const;

    SourceStyler *m_styler;
    bool m_doesTabIndent = false;
    bool m_isEdited = false; ///< textChanged() is still to be told.
};

} // namespace app
