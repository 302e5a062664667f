// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/byterow.h"
#include "present/body/bodycursor.h"
#include "present/body/bodyfinder.h"
#include "present/body/bodyreader.h"

#include <QAbstractScrollArea>
#include <QBasicTimer>
#include <QElapsedTimer>

#include <array>
#include <map>
#include <memory>
#include <optional>

class QAction;
class QMimeData;

namespace app {

class FindBar;

/// Shows the very bytes of a body (docs/promises.md I3, I4): as text, when they are JSON indented, or in hexadecimal,
/// all views over the same bytes. Only the rows in sight are ever laid out, long lines are cut for the display alone,
/// and what has no visible form is shown as a mark. Selection and copy are in bytes. The view reads no file and writes
/// none.
class ByteView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit ByteView(QWidget *parent = nullptr);
    ~ByteView() override;

    /// Shows `body` from its beginning. The same bytes again change nothing.
    void setBody(const QByteArray &body);
    const QByteArray &body() const { return m_reader.body(); }

    /// A plain sentence that an empty body shows.
    void setPlaceholderText(const QString &text);
    QString placeholderText() const { return m_placeholder; }

    /// Wishes this and later bodies in this form, see present::BodyReader::setForm().
    void setForm(present::BodyForm form);

    /// The form of the rows in sight.
    present::BodyForm form() const { return m_reader.form(); }

    /// True when the body is known to be JSON; else indentRefusal() is a sentence that says why not, or not yet.
    bool canIndent() const { return m_reader.canIndent(); }
    QString indentRefusal() const { return m_reader.reason(); }

    /// Opens the find bar, with the selected text in it when that is one short line.
    void openFindBar();

    /// Finds `text` from the selection on and selects it; an empty one ends the search.
    void find(const QString &text, Qt::CaseSensitivity caseSensitivity);
    void findNext();
    void findPrevious();

    /// "3 of 17", see present::BodyFinder::status().
    QString findStatus() const { return m_finder.status(); }

    /// The selected bytes, as they stand in the body.
    QByteArray selectedBytes() const;

    /// The selected bytes as mime data: text, and octets beside it when they are not UTF-8. In the form Hex the text is
    /// the hexadecimal digits, and the octets are always there. The caller owns it.
    QMimeData *selectedMimeData() const;

    /// Selects the bytes from `begin` to `end`, held within the body, and brings the end into sight.
    void select(qint64 begin, qint64 end);
    void selectAll();

    /// Puts the selected bytes into the clipboard; nothing when none is selected.
    void copy();

    /// The caret and the selection.
    const present::BodyCursor &caret() const { return m_caret; }

    /// Puts the caret at a byte, or at a line and column as json::positionAt() counts, and brings it into sight; later,
    /// when the rows are not read that far yet.
    void goToOffset(qint64 offset);
    void goToPosition(json::Position position);

    /// What the view knows about the body and its rows.
    const present::BodyReader &reader() const { return m_reader; }

    /// How many rows were laid out since the view was made: a measure for tests.
    qint64 rowsLaidOut() const { return m_rowsLaidOut; }

    /// The rows that fit into the height, the last one perhaps in part.
    qint64 visibleRows() const;

    /// The place of the byte `offset` in the viewport; empty when its row is not in sight.
    QRect rectOf(qint64 offset) const;

    /// The byte before which a click at `at`, in the viewport, puts the caret.
    qint64 offsetAt(QPoint at) const;

    /// The actions of the context menu, for menus of the owner: Copy, Select all, Find, Find next, Find previous,
    /// one for each form, Save bytes as. The view owns them.
    QAction *formAction(present::BodyForm form) const { return m_formActions.at(size_t(form)); }
    QAction *saveAction() const { return m_saveAction; }

    QSize sizeHint() const override;

Q_SIGNALS:
    /// The caret or the selection moved.
    void caretMoved();
    /// form(), canIndent() or the body changed.
    void formChanged();
    /// findStatus() may have changed.
    void findStatusChanged();
    /// The person wants the body saved to a file; the owner asks where and does it.
    void saveRequested(const QByteArray &bytes);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    using Mode = present::BodyCursor::Mode;

    void addActions();
    void addFormActions();
    QAction *addViewAction(const QString &name, const QString &text, const QKeySequence &shortcut);
    void showBody();
    void showLines();
    void announceText();
    void updateScrollBars();
    void growLines();
    void growSearch();
    void updateActions();
    void goToPending();
    void takeCaret(const present::BodyCursor &caret);
    void setCaret(const present::BodyCursor &caret);
    void moveCaret(present::BodyCursor::Move move, Mode mode);
    void ensureCaretVisible();
    void moveRows(qint64 rows, Mode mode);
    void dragTo(QPoint at);
    void drawRows(QPainter &painter);
    void drawGutter(QPainter &painter) const;
    void drawCaret(QPainter &painter) const;
    qint64 topRow() const;
    qint64 wholeRows() const;
    qint64 rowNumberAt(int y) const;
    int textLeft() const;
    void makeFindBar();
    void placeFindBar();
    void closeFindBar();
    void layOut(qint64 first, qint64 count) const;
    const ByteRow &laidOut(qint64 number) const;
    ByteRowLook look() const;
    int rowHeight() const;
    int gutterWidth() const;

    present::BodyReader m_reader;
    present::BodyFinder m_finder{&m_reader};
    present::BodyCursor m_caret;
    std::optional<json::Position> m_pendingPosition;
    std::optional<qint64> m_pendingOffset;
    std::optional<qint64> m_pendingTop; ///< The byte whose row will be the first in sight.
    bool m_pendingTopHasCaret = false; ///< The caret is to stay in sight with it.
    qint64 m_topOffset = 0;
    bool m_isCaretInSight = true;
    QString m_placeholder;
    mutable std::map<qint64, std::unique_ptr<ByteRow>> m_rows; ///< The rows in sight, by number.
    mutable qint64 m_rowsLaidOut = 0;
    mutable qreal m_widestSeen = 0;
    qreal m_wantedX = -1; ///< Where the caret wants to be after moves up and down; below 0: where it is.
    qint64 m_rowsShown = 0; ///< So many rows were known when more became known last,
    int m_gutterShown = 0;
    QElapsedTimer m_scrollBarsUpdated; ///< Since the scroll bars were updated while reading.
    qint64 m_searchShown = 0; ///< and so many bytes searched.
    QBasicTimer m_dragTimer;
    QPoint m_dragPoint;
    FindBar *m_findBar = nullptr; ///< Made when first opened.
    QAction *m_copyAction = nullptr;
    std::array<QAction *, 3> m_formActions{}; ///< By present::BodyForm.
    QAction *m_saveAction = nullptr;
};

} // namespace app
