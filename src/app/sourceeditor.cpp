// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sourceeditor.h"

#include "app/sourceaccessible.h"
#include "app/sourcestyler.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QFocusEvent>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace app {
namespace {

constexpr int numberMargin = 0;
constexpr int markMargin = 1;
constexpr int markMarginWidth = 14;

/// An underline and a sign in the margin; the numbers are free for programs in Scintilla.
struct MarkRow
{
    Meaning meaning;
    int indicator;
    int marker;
};

constexpr MarkRow markRows[] = {{Meaning::Error, 8, 0}, {Meaning::Warning, 9, 1}};

bool isTail(char byte)
{
    return (static_cast<uchar>(byte) & 0xC0) == 0x80;
}

/// Where two texts differ: from `begin` on, up to the ends in each. Whole characters, where there are any.
struct Difference
{
    qsizetype begin = 0;
    qsizetype oldEnd = 0;
    qsizetype newEnd = 0;
};

Difference difference(QByteArrayView before, QByteArrayView after)
{
    const qsizetype least = std::min(before.size(), after.size());
    qsizetype begin = std::mismatch(before.begin(), before.begin() + least, after.begin()).first - before.begin();
    while (begin > 0
           && ((begin < before.size() && isTail(before[begin])) || (begin < after.size() && isTail(after[begin]))))
        --begin;
    const auto last = std::mismatch(before.rbegin(), before.rbegin() + (least - begin), after.rbegin()).first;
    qsizetype tail = last - before.rbegin();
    while (tail > 0 && isTail(before[before.size() - tail]))
        --tail;
    return {begin, before.size() - tail, after.size() - tail};
}

} // namespace

SourceEditor::SourceEditor(QWidget *parent)
    : QsciScintilla(parent)
    , m_styler(new SourceStyler(this))
{
    setObjectName(u"sourceEditor"_s);
    setAccessibleName(u"Source"_s);
    setUtf8(true);
    const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    setFont(fixed);
    setMarginsFont(fixed);
    setMarginType(numberMargin, NumberMargin);
    setMarginType(markMargin, SymbolMargin);
    setMarginWidth(markMargin, markMarginWidth);
    setMarginMarkerMask(markMargin, (1 << markRows[0].marker) | (1 << markRows[1].marker));
    for (const MarkRow &row : markRows) {
        markerDefine('!', row.marker);
        send(*this, SCI_INDICSETSTYLE, row.indicator, INDIC_SQUIGGLE);
    }
    setIndentationsUseTabs(false);
    setTabWidth(4);
    setWrapMode(WrapNone);
    send(*this, SCI_SETSCROLLWIDTH, 1);
    send(*this, SCI_SETSCROLLWIDTHTRACKING, 1);
    send(*this, SCI_SETUNDOCOLLECTION, 0);
    setEolMode(EolUnix);
    // Told that an edit was made, QScintilla would count all characters before it for screen readers, running or not;
    // so it is only told beforehand, and we tell the rest.
    send(*this, SCI_SETMODEVENTMASK, SC_MOD_BEFOREINSERT | SC_MOD_BEFOREDELETE);
    connect(this, &QsciScintilla::SCN_MODIFIED, this, &SourceEditor::noteEdit);
    new SourceSpeaker(this);
    fitMargin();
    freeKeys();
    takePalette();
}

// Some keys of Scintilla are the window's, and others respell text without a trace; undo is the document's.
void SourceEditor::freeKeys()
{
    static constexpr QsciCommand::Command freed[] = {QsciCommand::Undo,
                                                     QsciCommand::Redo,
                                                     QsciCommand::LineCut,
                                                     QsciCommand::LineDelete,
                                                     QsciCommand::LineCopy,
                                                     QsciCommand::LineTranspose,
                                                     QsciCommand::LineDuplicate,
                                                     QsciCommand::SelectionDuplicate,
                                                     QsciCommand::SelectionLowerCase,
                                                     QsciCommand::SelectionUpperCase};
    for (const QsciCommand::Command command : freed) {
        if (QsciCommand *found = standardCommands()->find(command)) {
            found->setKey(0);
            found->setAlternateKey(0);
        }
    }
}

QByteArray SourceEditor::bytes() const
{
    // SCI_GETTEXT would fetch one byte after the other.
    const auto *text = static_cast<const char *>(SendScintillaPtrResult(SCI_GETCHARACTERPOINTER));
    return {text, static_cast<qsizetype>(send(*this, SCI_GETLENGTH))};
}

QByteArray SourceEditor::bytes(qint64 begin, qint64 end) const
{
    // As above, but the text need not be moved together for it. A NUL is written behind it.
    QByteArray text(end - begin + 1, Qt::Uninitialized);
    SendScintilla(SCI_GETTEXTRANGE, static_cast<long>(begin), static_cast<long>(end), text.data());
    text.chop(1);
    return text;
}

qint64 SourceEditor::setBytes(const QByteArray &bytes)
{
    const QByteArray before = this->bytes();
    if (before == bytes)
        return -1;
    const Difference changed = difference(before, bytes);
    const QByteArray text = bytes.mid(changed.begin, changed.newEnd - changed.begin);
    send(*this, SCI_SETTARGETRANGE, changed.begin, changed.oldEnd);
    SendScintilla(SCI_REPLACETARGET, static_cast<uintptr_t>(text.size()), text.constData());
    tellEdit();
    return changed.newEnd;
}

qint64 SourceEditor::caret() const
{
    return send(*this, SCI_GETCURRENTPOS);
}

json::Position SourceEditor::caretPosition() const
{
    const qint64 line = send(*this, SCI_LINEFROMPOSITION, caret());
    const qint64 begin = send(*this, SCI_POSITIONFROMLINE, line);
    return {line + 1, send(*this, SCI_COUNTCHARACTERS, begin, caret()) + 1};
}

qint64 SourceEditor::offsetOf(json::Position position) const
{
    const qint64 line = std::clamp<qint64>(position.line - 1, 0, lines() - 1);
    const qint64 begin = send(*this, SCI_POSITIONFROMLINE, line);
    const qint64 end = send(*this, SCI_GETLINEENDPOSITION, line);
    const qint64 characters = send(*this, SCI_COUNTCHARACTERS, begin, end);
    return send(*this, SCI_POSITIONRELATIVE, begin, std::clamp<qint64>(position.column - 1, 0, characters));
}

void SourceEditor::goTo(qint64 offset)
{
    select(offset, offset);
}

void SourceEditor::select(qint64 anchor, qint64 caret)
{
    send(*this, SCI_ENSUREVISIBLEENFORCEPOLICY, send(*this, SCI_LINEFROMPOSITION, anchor));
    send(*this, SCI_SETSEL, anchor, caret);
}

qint64 SourceEditor::selectionBegin() const
{
    return send(*this, SCI_GETSELECTIONSTART);
}

QByteArray SourceEditor::selectedBytes() const
{
    return bytes(selectionBegin(), send(*this, SCI_GETSELECTIONEND));
}

void SourceEditor::replaceSelection(const QByteArray &text)
{
    send(*this, SCI_TARGETFROMSELECTION);
    SendScintilla(SCI_REPLACETARGET, static_cast<uintptr_t>(text.size()), text.constData());
    send(*this, SCI_GOTOPOS, send(*this, SCI_GETTARGETEND));
    tellEdit();
}

void SourceEditor::setMarks(const QList<TextMark> &marks)
{
    for (const MarkRow &row : markRows) {
        send(*this, SCI_SETINDICATORCURRENT, row.indicator);
        send(*this, SCI_INDICATORCLEARRANGE, 0, send(*this, SCI_GETLENGTH));
        markerDeleteAll(row.marker);
        for (const TextMark &mark : marks) {
            if (mark.meaning != row.meaning)
                continue;
            send(*this, SCI_INDICATORFILLRANGE, mark.begin, mark.end - mark.begin);
            markerAdd(static_cast<int>(send(*this, SCI_LINEFROMPOSITION, mark.begin)), row.marker);
        }
    }
}

void SourceEditor::toggleFold()
{
    const qint64 line = send(*this, SCI_LINEFROMPOSITION, caret());
    const bool isHeader = (send(*this, SCI_GETFOLDLEVEL, line) & SC_FOLDLEVELHEADERFLAG) != 0;
    const qint64 header = isHeader ? line : send(*this, SCI_GETFOLDPARENT, line);
    if (header < 0)
        return;
    foldLine(static_cast<int>(header));
    if (send(*this, SCI_GETFOLDEXPANDED, header) == 0)
        send(*this, SCI_GOTOLINE, header);
}

void SourceEditor::paste()
{
    replaceSelection(QGuiApplication::clipboard()->text().toUtf8());
}

bool SourceEditor::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        // Undo belongs to the document, which Form and Source share; Scintilla would claim the keys.
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore();
            return true;
        }
    }
    return QsciScintilla::event(event);
}

void SourceEditor::keyPressEvent(QKeyEvent *event)
{
    const bool isPlainTab = event->key() == Qt::Key_Tab && event->modifiers() == Qt::NoModifier;
    if (event->key() == Qt::Key_Backtab || (isPlainTab && !m_doesTabIndent)) {
        // QsciScintillaBase keeps Tab to itself; the keyboard must get out, and JSON is indented with blanks.
        QWidget::focusNextPrevChild(isPlainTab); // NOLINT(bugprone-parent-virtual-call)
        return;
    }
    if (event->matches(QKeySequence::Paste)) {
        paste();
        return;
    }
    QsciScintilla::keyPressEvent(event);
    tellEdit();
}

void SourceEditor::inputMethodEvent(QInputMethodEvent *event)
{
    QsciScintilla::inputMethodEvent(event);
    tellEdit();
}

void SourceEditor::focusOutEvent(QFocusEvent *event)
{
    QsciScintilla::focusOutEvent(event);
    if (event->reason() != Qt::ActiveWindowFocusReason && event->reason() != Qt::PopupFocusReason)
        Q_EMIT left();
}

// As paste(): the middle button inserts the primary selection as it is.
void SourceEditor::mousePressEvent(QMouseEvent *event)
{
    const QClipboard *clipboard = QGuiApplication::clipboard();
    if (event->button() != Qt::MiddleButton || !clipboard->supportsSelection()) {
        QsciScintilla::mousePressEvent(event);
        return;
    }
    setFocus(Qt::MouseFocusReason);
    goTo(offsetAt(event->position().toPoint()));
    replaceSelection(clipboard->text(QClipboard::Selection).toUtf8());
}

void SourceEditor::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::MiddleButton)
        QsciScintilla::mouseReleaseEvent(event);
}

// As paste(): what is dropped comes in as it is, and what is dragged within the editor is moved as it is.
void SourceEditor::dropEvent(QDropEvent *event)
{
    if (!event->mimeData()->hasText())
        return;
    const bool isMove = event->source() == this && event->proposedAction() == Qt::MoveAction;
    const QByteArray text = event->source() == this ? selectedBytes() : event->mimeData()->text().toUtf8();
    qint64 at = offsetAt(event->position().toPoint());
    if (isMove) {
        const qint64 begin = selectionBegin();
        if (at >= begin && at <= begin + text.size())
            return;
        replaceSelection({});
        at -= at > begin ? text.size() : 0;
    }
    event->acceptProposedAction();
    goTo(at);
    replaceSelection(text);
}

qint64 SourceEditor::offsetAt(QPoint point) const
{
    return send(*this, SCI_POSITIONFROMPOINT, point.x(), point.y());
}

void SourceEditor::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    menu.addAction(tr("Cu&t"), this, &QsciScintilla::cut);
    menu.addAction(tr("&Copy"), this, &QsciScintilla::copy);
    menu.addAction(tr("&Paste"), this, &SourceEditor::paste);
    menu.addAction(tr("Select &All"), this, [this] { selectAll(); });
    menu.addSeparator();
    menu.addActions(actions());
    menu.exec(event->globalPos());
}

void SourceEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        takePalette();
    QsciScintilla::changeEvent(event);
}

void SourceEditor::takePalette()
{
    const QPalette &colors = palette();
    m_styler->takeLook(QFontDatabase::systemFont(QFontDatabase::FixedFont), colors);
    for (const MarkRow &row : markRows) {
        SendScintilla(SCI_INDICSETFORE, static_cast<unsigned long>(row.indicator), colorOf(row.meaning, colors));
        setMarkerForegroundColor(colorOf(row.meaning, colors), row.marker);
        setMarkerBackgroundColor(colors.color(QPalette::Window), row.marker);
    }
}

// An edit is about to be made. Keys and calls end by telling it; what else there is, as Cut of the menu, is told for.
void SourceEditor::noteEdit()
{
    if (!std::exchange(m_isEdited, true))
        QMetaObject::invokeMethod(this, &SourceEditor::tellEdit, Qt::QueuedConnection);
}

void SourceEditor::tellEdit()
{
    if (!std::exchange(m_isEdited, false))
        return;
    fitMargin();
    Q_EMIT textChanged();
}

void SourceEditor::fitMargin()
{
    const qsizetype digits = std::max<qsizetype>(QString::number(lines()).size(), 3);
    setMarginWidth(numberMargin, QString(digits + 1, u'0'));
}

} // namespace app
