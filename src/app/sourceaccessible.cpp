// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sourceaccessible.h"

#include "app/sourceeditor.h"
#include "present/body/plaintext.h"

#include <QAccessibleWidget>
#include <QTextBoundaryFinder>

#include <algorithm>
#include <utility>

namespace app {

namespace {

using Sci = QsciScintillaBase;

/// Where the characters of an editor are. Scintilla keeps the units along the lines, so that only one line is counted.
class Units
{
public:
    explicit Units(const SourceEditor &editor)
        : m_editor(editor)
    {
        if ((send(editor, Sci::SCI_GETLINECHARACTERINDEX) & Sci::SC_LINECHARACTERINDEX_UTF16) == 0)
            send(editor, Sci::SCI_ALLOCATELINECHARACTERINDEX, Sci::SC_LINECHARACTERINDEX_UTF16);
    }

    int count() const { return unitOf(size()); }

    int unitOf(qint64 byte) const
    {
        const qint64 line = send(m_editor, Sci::SCI_LINEFROMPOSITION, byte);
        return unitOfLine(line) + static_cast<int>(present::unitOfByte(bytesOfLine(line), byte - beginOf(line)));
    }

    qint64 byteOf(int unit) const
    {
        const qint64 line = lineOf(unit);
        return beginOf(line) + present::byteOfUnit(bytesOfLine(line), std::max(unit, 0) - unitOfLine(line));
    }

    /// The text between two bytes.
    QString text(qint64 begin, qint64 end) const { return present::plainText(m_editor.bytes(begin, end)); }

    qint64 lineOf(int unit) const
    {
        const qint64 line = send(m_editor, Sci::SCI_LINEFROMINDEXPOSITION, std::max(unit, 0), indexKind);
        return std::min<qint64>(line, m_editor.lines() - 1);
    }

    int unitOfLine(qint64 line) const
    {
        return static_cast<int>(send(m_editor, Sci::SCI_INDEXPOSITIONFROMLINE, line, indexKind));
    }

    /// A line with its end.
    QByteArray bytesOfLine(qint64 line) const { return m_editor.bytes(beginOf(line), beginOf(line + 1)); }

private:
    static constexpr int indexKind = Sci::SC_LINECHARACTERINDEX_UTF16;

    qint64 size() const { return send(m_editor, Sci::SCI_GETLENGTH); }
    qint64 beginOf(qint64 line) const
    {
        return line < m_editor.lines() ? send(m_editor, Sci::SCI_POSITIONFROMLINE, line) : size();
    }

    const SourceEditor &m_editor;
};

/// Where the stretch of `type` around a place of a line begins and ends.
std::pair<int, int> stretch(const QString &line, QAccessible::TextBoundaryType type, int at)
{
    QTextBoundaryFinder::BoundaryType kind = QTextBoundaryFinder::Grapheme;
    switch (type) {
    case QAccessible::CharBoundary:
        break;
    case QAccessible::WordBoundary:
        kind = QTextBoundaryFinder::Word;
        break;
    case QAccessible::SentenceBoundary:
        kind = QTextBoundaryFinder::Sentence;
        break;
    default:
        return {0, static_cast<int>(line.size())};
    }
    QTextBoundaryFinder finder(kind, line);
    finder.setPosition(at);
    const qsizetype begin = finder.isAtBoundary() ? at : std::max<qsizetype>(finder.toPreviousBoundary(), 0);
    const qsizetype end = finder.toNextBoundary();
    return {static_cast<int>(begin), static_cast<int>(end < 0 ? line.size() : end)};
}

class SourceAccessible : public QAccessibleWidget,
                         public QAccessibleTextInterface,
                         public QAccessibleEditableTextInterface
{
public:
    explicit SourceAccessible(SourceEditor *editor)
        : QAccessibleWidget(editor, QAccessible::EditableText)
    { }

    void *interface_cast(QAccessible::InterfaceType type) override;
    QAccessible::State state() const override;
    QString text(QAccessible::Text kind) const override;

    QString text(int startOffset, int endOffset) const override;
    int characterCount() const override { return units().count(); }
    int cursorPosition() const override { return units().unitOf(editor().caret()); }
    void setCursorPosition(int position) override { editor().goTo(units().byteOf(position)); }
    int selectionCount() const override { return editor().selectedBytes().isEmpty() ? 0 : 1; }
    void selection(int selectionIndex, int *startOffset, int *endOffset) const override;
    void addSelection(int startOffset, int endOffset) override { setSelection(0, startOffset, endOffset); }
    void removeSelection(int selectionIndex) override;
    void setSelection(int selectionIndex, int startOffset, int endOffset) override;
    QString textAtOffset(int offset, QAccessible::TextBoundaryType boundaryType, int *startOffset,
                         int *endOffset) const override;
    QString textBeforeOffset(int offset, QAccessible::TextBoundaryType boundaryType, int *startOffset,
                             int *endOffset) const override;
    QString textAfterOffset(int offset, QAccessible::TextBoundaryType boundaryType, int *startOffset,
                            int *endOffset) const override;
    QRect characterRect(int offset) const override;
    int offsetAtPoint(const QPoint &point) const override;
    void scrollToSubstring(int startIndex, int endIndex) override;
    QString attributes(int offset, int *startOffset, int *endOffset) const override;

    void deleteText(int startOffset, int endOffset) override { replaceText(startOffset, endOffset, {}); }
    void insertText(int offset, const QString &text) override { replaceText(offset, offset, text); }
    void replaceText(int startOffset, int endOffset, const QString &text) override;

private:
    SourceEditor &editor() const { return *static_cast<SourceEditor *>(widget()); }
    Units units() const { return Units(editor()); }
    QPoint pointOf(qint64 byte) const;
};

void *SourceAccessible::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::TextInterface)
        return static_cast<QAccessibleTextInterface *>(this);
    if (type == QAccessible::EditableTextInterface)
        return static_cast<QAccessibleEditableTextInterface *>(this);
    return QAccessibleWidget::interface_cast(type);
}

QAccessible::State SourceAccessible::state() const
{
    QAccessible::State state = QAccessibleWidget::state();
    state.editable = true;
    state.multiLine = true;
    state.selectableText = true;
    return state;
}

QString SourceAccessible::text(QAccessible::Text kind) const
{
    return kind == QAccessible::Value ? present::plainText(editor().bytes()) : QAccessibleWidget::text(kind);
}

QString SourceAccessible::text(int startOffset, int endOffset) const
{
    const Units units = this->units();
    const int count = units.count();
    const int begin = std::clamp(startOffset, 0, count);
    const int end = endOffset < 0 ? count : std::clamp(endOffset, begin, count);
    return units.text(units.byteOf(begin), units.byteOf(end));
}

void SourceAccessible::selection(int selectionIndex, int *startOffset, int *endOffset) const
{
    const qint64 length = editor().selectedBytes().size();
    const bool exists = selectionIndex == 0 && length > 0;
    const qint64 begin = editor().selectionBegin();
    *startOffset = exists ? units().unitOf(begin) : 0;
    *endOffset = exists ? units().unitOf(begin + length) : 0;
}

void SourceAccessible::removeSelection(int selectionIndex)
{
    if (selectionIndex == 0)
        editor().goTo(editor().caret());
}

void SourceAccessible::setSelection(int selectionIndex, int startOffset, int endOffset)
{
    if (selectionIndex == 0)
        editor().select(units().byteOf(startOffset), units().byteOf(endOffset));
}

// Qt's own would ask for the whole text each time, at each move of the caret.
QString SourceAccessible::textAtOffset(int offset, QAccessible::TextBoundaryType boundaryType, int *startOffset,
                                       int *endOffset) const
{
    const Units units = this->units();
    if (boundaryType == QAccessible::NoBoundary) {
        *startOffset = 0;
        *endOffset = units.count();
        return text(0, *endOffset);
    }
    const int at = offset < 0 ? cursorPosition() : std::min(offset, units.count());
    const qint64 line = units.lineOf(at);
    const int lineBegin = units.unitOfLine(line);
    const QString lineText = present::plainText(units.bytesOfLine(line));
    const auto [begin, end] = stretch(lineText, boundaryType, at - lineBegin);
    *startOffset = lineBegin + begin;
    *endOffset = lineBegin + end;
    return lineText.mid(begin, end - begin);
}

QString SourceAccessible::textBeforeOffset(int offset, QAccessible::TextBoundaryType boundaryType, int *startOffset,
                                           int *endOffset) const
{
    textAtOffset(offset, boundaryType, startOffset, endOffset);
    if (*startOffset > 0)
        return textAtOffset(*startOffset - 1, boundaryType, startOffset, endOffset);
    *startOffset = *endOffset = -1;
    return QString();
}

QString SourceAccessible::textAfterOffset(int offset, QAccessible::TextBoundaryType boundaryType, int *startOffset,
                                          int *endOffset) const
{
    textAtOffset(offset, boundaryType, startOffset, endOffset);
    if (*endOffset < characterCount())
        return textAtOffset(*endOffset, boundaryType, startOffset, endOffset);
    *startOffset = *endOffset = -1;
    return QString();
}

QPoint SourceAccessible::pointOf(qint64 byte) const
{
    return {static_cast<int>(send(editor(), Sci::SCI_POINTXFROMPOSITION, 0, byte)),
            static_cast<int>(send(editor(), Sci::SCI_POINTYFROMPOSITION, 0, byte))};
}

QRect SourceAccessible::characterRect(int offset) const
{
    const qint64 byte = units().byteOf(offset);
    const QPoint place = pointOf(byte);
    const QPoint next = pointOf(send(editor(), Sci::SCI_POSITIONAFTER, byte));
    const qint64 height = send(editor(), Sci::SCI_TEXTHEIGHT, send(editor(), Sci::SCI_LINEFROMPOSITION, byte));
    const int width = next.y() == place.y() ? next.x() - place.x() : 0;
    return {editor().viewport()->mapToGlobal(place), QSize(width, static_cast<int>(height))};
}

int SourceAccessible::offsetAtPoint(const QPoint &point) const
{
    const QPoint inside = editor().viewport()->mapFromGlobal(point);
    if (!editor().viewport()->rect().contains(inside))
        return -1;
    return units().unitOf(send(editor(), Sci::SCI_CHARPOSITIONFROMPOINT, inside.x(), inside.y()));
}

void SourceAccessible::scrollToSubstring(int startIndex, int endIndex)
{
    send(editor(), Sci::SCI_SCROLLRANGE, units().byteOf(endIndex), units().byteOf(startIndex));
}

QString SourceAccessible::attributes(int, int *startOffset, int *endOffset) const
{
    *startOffset = 0;
    *endOffset = characterCount();
    return QString();
}

void SourceAccessible::replaceText(int startOffset, int endOffset, const QString &text)
{
    setSelection(0, startOffset, endOffset);
    editor().replaceSelection(text.toUtf8());
}

QAccessibleInterface *makeAccessible(const QString &, QObject *object)
{
    if (auto *editor = qobject_cast<SourceEditor *>(object))
        return new SourceAccessible(editor); // owned by Qt's cache of interfaces
    return nullptr;
}

} // namespace

void installSourceAccessibility()
{
    QAccessible::removeFactory(&makeAccessible);
    QAccessible::installFactory(&makeAccessible);
}

SourceSpeaker::SourceSpeaker(SourceEditor *editor, SourceListener listener)
    : QObject(editor)
    , m_editor(*editor)
    , m_listener(listener)
{
    connect(editor, &QsciScintillaBase::SCN_MODIFIED, this, &SourceSpeaker::noteEdit);
    connect(editor, &QsciScintillaBase::SCN_UPDATEUI, this, &SourceSpeaker::tellCaret);
    connect(editor, &QsciScintilla::textChanged, this, &SourceSpeaker::tellEdit);
}

// Told before it is made, when what goes is still there.
void SourceSpeaker::noteEdit(int position, int type, const char *, int length)
{
    if (!m_listener.isThere())
        return;
    tellEdit();
    m_edit = Edit{position, length, std::nullopt};
    if ((type & Sci::SC_MOD_BEFOREDELETE) != 0)
        m_edit->removed = Units(m_editor).text(position, qint64(position) + length);
}

void SourceSpeaker::tellEdit()
{
    const std::optional<Edit> edit = std::exchange(m_edit, std::nullopt);
    if (!edit)
        return;
    const Units units(m_editor);
    const int at = units.unitOf(edit->begin);
    if (edit->removed) {
        QAccessibleTextRemoveEvent event(&m_editor, at, *edit->removed);
        m_listener.hear(&event);
    } else {
        QAccessibleTextInsertEvent event(&m_editor, at, units.text(edit->begin, edit->begin + edit->length));
        m_listener.hear(&event);
    }
}

void SourceSpeaker::tellCaret()
{
    if (!m_listener.isThere())
        return;
    const int caret = Units(m_editor).unitOf(m_editor.caret());
    if (std::exchange(m_caret, caret) == caret)
        return;
    QAccessibleTextCursorEvent event(&m_editor, caret);
    m_listener.hear(&event);
}

} // namespace app
