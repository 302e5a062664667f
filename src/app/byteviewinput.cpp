// SPDX-License-Identifier: GPL-3.0-or-later
// The input half of ByteView: keys, mouse, context menu.
#include "app/byteview.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QScrollBar>
#include <QTimerEvent>

#include <algorithm>

namespace app {

namespace {

using Move = present::BodyCursor::Move;
using Mode = present::BodyCursor::Mode;

/// The keys that move the caret within rows or to an end of the body.
constexpr struct
{
    QKeySequence::StandardKey key;
    Move move;
    Mode mode;
} moveKeys[] = {
    {QKeySequence::MoveToPreviousChar, Move::Left, Mode::Move},
    {QKeySequence::MoveToNextChar, Move::Right, Mode::Move},
    {QKeySequence::MoveToPreviousWord, Move::WordLeft, Mode::Move},
    {QKeySequence::MoveToNextWord, Move::WordRight, Mode::Move},
    {QKeySequence::MoveToStartOfLine, Move::RowStart, Mode::Move},
    {QKeySequence::MoveToEndOfLine, Move::RowEnd, Mode::Move},
    {QKeySequence::MoveToStartOfDocument, Move::BodyStart, Mode::Move},
    {QKeySequence::MoveToEndOfDocument, Move::BodyEnd, Mode::Move},
    {QKeySequence::SelectPreviousChar, Move::Left, Mode::Select},
    {QKeySequence::SelectNextChar, Move::Right, Mode::Select},
    {QKeySequence::SelectPreviousWord, Move::WordLeft, Mode::Select},
    {QKeySequence::SelectNextWord, Move::WordRight, Mode::Select},
    {QKeySequence::SelectStartOfLine, Move::RowStart, Mode::Select},
    {QKeySequence::SelectEndOfLine, Move::RowEnd, Mode::Select},
    {QKeySequence::SelectStartOfDocument, Move::BodyStart, Mode::Select},
    {QKeySequence::SelectEndOfDocument, Move::BodyEnd, Mode::Select},
};

/// The keys that move it up and down: by a row, or by a page.
constexpr struct
{
    QKeySequence::StandardKey key;
    int direction;
    bool isPage;
    Mode mode;
} rowKeys[] = {
    {QKeySequence::MoveToPreviousLine, -1, false, Mode::Move},   {QKeySequence::MoveToNextLine, 1, false, Mode::Move},
    {QKeySequence::MoveToPreviousPage, -1, true, Mode::Move},    {QKeySequence::MoveToNextPage, 1, true, Mode::Move},
    {QKeySequence::SelectPreviousLine, -1, false, Mode::Select}, {QKeySequence::SelectNextLine, 1, false, Mode::Select},
    {QKeySequence::SelectPreviousPage, -1, true, Mode::Select},  {QKeySequence::SelectNextPage, 1, true, Mode::Select},
};

constexpr int dragIntervalMs = 50; ///< Between two steps of scrolling while the mouse is held outside.
constexpr qint64 primaryLimit = 1024 * 1024; ///< More than that is not put into the selection clipboard unasked.

} // namespace

void ByteView::keyPressEvent(QKeyEvent *event)
{
    for (const auto &entry : moveKeys) {
        if (event->matches(entry.key))
            return moveCaret(entry.move, entry.mode);
    }
    for (const auto &entry : rowKeys) {
        if (event->matches(entry.key))
            return moveRows(entry.direction * (entry.isPage ? std::max<qint64>(wholeRows() - 1, 1) : 1), entry.mode);
    }
    event->ignore(); // not ours, not the scroll area's: Tab and the shortcuts go their way
}

void ByteView::moveCaret(Move move, Mode mode)
{
    m_pendingOffset.reset();
    m_wantedX = -1;
    const present::BodyLines &lines = m_reader.lines();
    if (move == Move::BodyEnd && mode == Mode::Move && !lines.isComplete())
        return goToOffset(body().size());
    present::BodyCursor caret = m_caret;
    caret.move(lines, move, mode);
    setCaret(caret);
}

/// Moves the caret up (below 0) or down by rows; it strives for the column where the first such move began.
void ByteView::moveRows(qint64 rows, Mode mode)
{
    const present::BodyLines &lines = m_reader.lines();
    const qint64 from = m_caret.row(lines);
    if (m_wantedX < 0)
        m_wantedX = laidOut(from).xOf(m_caret.position());
    const qint64 to = std::clamp<qint64>(from + rows, 0, lines.rowCount() - 1);
    const qint64 offset = laidOut(to).offsetAt(m_wantedX);
    present::BodyCursor caret = m_caret;
    caret.moveTo(lines, offset, mode, offset == laidOut(to).row().end);
    setCaret(caret);
}

void ByteView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return event->ignore();
    m_wantedX = -1;
    const bool extends = event->modifiers().testFlag(Qt::ShiftModifier);
    const ByteRow &row = laidOut(rowNumberAt(event->position().toPoint().y()));
    const qint64 offset = offsetAt(event->position().toPoint());
    present::BodyCursor caret = m_caret;
    caret.moveTo(m_reader.lines(), offset, extends ? Mode::Select : Mode::Move, offset == row.row().end);
    setCaret(caret);
}

void ByteView::mouseMoveEvent(QMouseEvent *event)
{
    if (!event->buttons().testFlag(Qt::LeftButton))
        return event->ignore();
    m_dragPoint = event->position().toPoint();
    dragTo(m_dragPoint);
    if (viewport()->rect().contains(m_dragPoint))
        m_dragTimer.stop();
    else if (!m_dragTimer.isActive())
        m_dragTimer.start(dragIntervalMs, this);
}

/// Extends the selection to the point, which may be outside the viewport: the nearest row in sight counts, and the
/// caret there scrolls by a row or a few columns.
void ByteView::dragTo(QPoint at)
{
    const int below = viewport()->height() + rowHeight() / 2;
    const QPoint held(at.x(), std::clamp(at.y(), -rowHeight() / 2, below));
    const qint64 offset = offsetAt(held);
    present::BodyCursor caret = m_caret;
    caret.moveTo(m_reader.lines(), offset, Mode::Select, offset == laidOut(rowNumberAt(held.y())).row().end);
    setCaret(caret);
}

void ByteView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_dragTimer.timerId())
        dragTo(m_dragPoint);
    else
        QAbstractScrollArea::timerEvent(event);
}

void ByteView::mouseReleaseEvent(QMouseEvent *event)
{
    m_dragTimer.stop();
    QClipboard *clipboard = QApplication::clipboard();
    if (event->button() == Qt::LeftButton && clipboard->supportsSelection() && m_caret.hasSelection()
        && m_caret.end() - m_caret.begin() <= primaryLimit)
        clipboard->setMimeData(selectedMimeData(), QClipboard::Selection);
}

void ByteView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return event->ignore();
    const QPoint at = event->position().toPoint();
    present::BodyCursor caret = m_caret;
    caret.selectWord(m_reader.lines(), laidOut(rowNumberAt(at.y())).characterAt(at.x() - textLeft()));
    setCaret(caret);
}

void ByteView::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    menu.addActions(actions());
    menu.setToolTipsVisible(true);
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QRect caret = rectOf(m_caret.position());
    menu.exec(byKey && caret.isValid() ? viewport()->mapToGlobal(caret.bottomLeft()) : event->globalPos());
}

bool ByteView::event(QEvent *event)
{
    // A key that moves the caret is ours, even where a menu of the window has it as a shortcut.
    if (event->type() == QEvent::ShortcutOverride) {
        auto *key = static_cast<QKeyEvent *>(event);
        const auto matches = [key](const auto &entry) { return key->matches(entry.key); };
        if (std::any_of(std::begin(moveKeys), std::end(moveKeys), matches)
            || std::any_of(std::begin(rowKeys), std::end(rowKeys), matches))
            event->accept();
    }
    return QAbstractScrollArea::event(event);
}

void ByteView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void ByteView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

} // namespace app
