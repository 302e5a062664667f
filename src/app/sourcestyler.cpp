// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sourcestyler.h"

#include "app/meaning.h"
#include "json/lexer.h"

#include <QScopedValueRollback>

#include <algorithm>

namespace app {
namespace {

using json::Piece;
using Sci = QsciScintillaBase;

constexpr int foldMargin = 2;
constexpr int mostDepth = 30'000; // what the upper half of a fold level holds
constexpr int mostFoldDepth = Sci::SC_FOLDLEVELNUMBERMASK - Sci::SC_FOLDLEVELBASE;

/// Style 0 is what is between the pieces.
constexpr int styleOf(Piece::Kind kind)
{
    return static_cast<int>(kind) + 1;
}

struct ColorRow
{
    Piece::Kind kind;
    Syntax syntax;
};

constexpr ColorRow colors[] = {
    {Piece::Kind::Mark, Syntax::Mark},     {Piece::Kind::Name, Syntax::Name}, {Piece::Kind::String, Syntax::String},
    {Piece::Kind::Number, Syntax::Number}, {Piece::Kind::Word, Syntax::Word}, {Piece::Kind::Error, Syntax::Error},
};

/// The nesting along the lines, by brackets alone: a text that is not JSON folds as far as its brackets match.
class Folds
{
public:
    /// Begins at `line`, with the depth that the line before it ended with. Lines that begin behind `edited` and end by
    /// `known` have their levels from before the edit.
    Folds(const QsciScintillaBase &editor, qint64 line, qint64 edited, qint64 known)
        : m_editor(editor)
        , m_line(line)
        , m_begin(send(editor, Sci::SCI_POSITIONFROMLINE, line))
        , m_end(send(editor, Sci::SCI_POSITIONFROMLINE, line + 1))
        , m_edited(edited)
        , m_known(known)
    {
        m_depth = line > 0 ? depthAfter(line - 1) : 0;
        m_start = m_lowest = m_depth;
    }

    /// True once a line was ended as deep as before the edit: all that follows is as it was.
    bool isAsBefore() const { return m_isAsBefore; }

    /// The begin of the line that is not ended yet.
    qint64 lineBegin() const { return m_begin; }

    /// Sets the levels of all lines that end at or before `offset`.
    void advanceTo(qint64 offset)
    {
        while (m_end <= offset && m_end > m_begin && !m_isAsBefore)
            endLine();
    }

    void take(char mark)
    {
        if (mark == '{' || mark == '[')
            m_depth = std::min(m_depth + 1, mostDepth);
        else if (mark == '}' || mark == ']')
            m_depth = std::max(m_depth - 1, 0);
        m_lowest = std::min(m_lowest, m_depth);
    }

    /// Sets the level of the line that was begun.
    void endLine()
    {
        const bool opens = m_depth > m_lowest;
        const int level = std::min(opens ? m_lowest : m_start, mostFoldDepth) + Sci::SC_FOLDLEVELBASE;
        const int flags = opens ? Sci::SC_FOLDLEVELHEADERFLAG : 0;
        m_isAsBefore = m_begin > m_edited && m_end <= m_known && m_depth == depthAfter(m_line);
        send(m_editor, Sci::SCI_SETFOLDLEVEL, m_line, level | flags | m_depth << 16);
        ++m_line;
        m_begin = m_end;
        m_end = send(m_editor, Sci::SCI_POSITIONFROMLINE, m_line + 1);
        m_start = m_lowest = m_depth;
    }

private:
    int depthAfter(qint64 line) const { return static_cast<int>(send(m_editor, Sci::SCI_GETFOLDLEVEL, line) >> 16); }

    const QsciScintillaBase &m_editor;
    qint64 m_line;
    qint64 m_begin;
    qint64 m_end;
    qint64 m_edited;
    qint64 m_known;
    bool m_isAsBefore = false;
    int m_depth = 0;
    int m_start = 0; ///< The depth at the begin of the line,
    int m_lowest = 0; ///< and the lowest on it.
};

} // namespace

SourceStyler::SourceStyler(QsciScintilla *editor)
    : QObject(editor)
    , m_editor(*editor)
{
    m_editor.setFolding(QsciScintilla::BoxedTreeFoldStyle, foldMargin);
    m_editor.setBraceMatching(QsciScintilla::SloppyBraceMatch);
    m_editor.setCaretLineVisible(true);
    send(m_editor, Sci::SCI_SETLEXER, Sci::SCLEX_CONTAINER);
    send(m_editor, Sci::SCI_SETIDLESTYLING, Sci::SC_IDLESTYLING_ALL);
    // Folding listens to itself; without this each line of a large text would be told as a signal.
    send(m_editor, Sci::SCI_SETAUTOMATICFOLD, Sci::SC_AUTOMATICFOLD_SHOW | Sci::SC_AUTOMATICFOLD_CHANGE);
    connect(editor, &QsciScintillaBase::SCN_STYLENEEDED, this, &SourceStyler::styleTo);
    connect(editor, &QsciScintillaBase::SCN_MODIFIED, this, &SourceStyler::noteEdit);
}

// What is about to be edited; nothing is styled before it is done.
void SourceStyler::noteEdit(int position, int type, const char *, int length)
{
    const bool isInsert = (type & Sci::SC_MOD_BEFOREINSERT) != 0;
    const auto moved = [&](qint64 end) {
        if (position >= end)
            return end;
        return isInsert ? end + length : std::max<qint64>(position, end - length);
    };
    m_known = moved(m_known);
    m_edited = std::max<qint64>(moved(m_edited), isInsert ? position + length : position);
}

/// The line at which to begin, where all is styled up to `offset`. A string at the end of the lines above is a name or
/// none by what stands here.
qint64 SourceStyler::firstLineFrom(qint64 offset, QByteArrayView text) const
{
    const qint64 line = send(m_editor, Sci::SCI_LINEFROMPOSITION, offset);
    qint64 above = send(m_editor, Sci::SCI_POSITIONFROMLINE, line) - 1;
    while (above >= 0 && static_cast<uchar>(text[above]) <= ' ')
        --above;
    return above >= 0 && text[above] == '"' ? send(m_editor, Sci::SCI_LINEFROMPOSITION, above) : line;
}

void SourceStyler::styleTo(int position)
{
    // A line that begins a fold makes Scintilla look further down, and ask for more in the middle of this.
    if (m_isStyling)
        return;
    const QScopedValueRollback styling(m_isStyling, true);
    const qint64 end = std::min<qint64>(position, send(m_editor, Sci::SCI_GETLENGTH));
    qint64 styled = send(m_editor, Sci::SCI_GETENDSTYLED);
    while (styled < end)
        styled = style(styled, end);
}

/// Styles from the line of `from` on to `end`, or until all is as before an edit. Returns up to where all is styled
/// now.
qint64 SourceStyler::style(qint64 from, qint64 end)
{
    const qint64 size = send(m_editor, Sci::SCI_GETLENGTH);
    const auto *data = static_cast<const char *>(m_editor.SendScintillaPtrResult(Sci::SCI_GETCHARACTERPOINTER));
    const qint64 firstLine = firstLineFrom(from, QByteArrayView(data, size));
    const qint64 begin = send(m_editor, Sci::SCI_POSITIONFROMLINE, firstLine);
    QByteArray styles;
    json::Lexer lexer(QByteArrayView(data, size), begin);
    Folds folds(m_editor, firstLine, std::max(from, m_edited), m_known);
    for (std::optional<Piece> piece = lexer.next(); piece && piece->begin < end; piece = lexer.next()) {
        folds.advanceTo(piece->begin);
        if (folds.isAsBefore())
            break;
        if (piece->kind == Piece::Kind::Mark)
            folds.take(data[piece->begin]);
        styles.resize(piece->begin - begin, '\0');
        styles.resize(std::min<qint64>(piece->end, end) - begin, static_cast<char>(styleOf(piece->kind)));
    }
    folds.advanceTo(end);
    const bool isAsBefore = folds.isAsBefore();
    if (!isAsBefore && end == size)
        folds.endLine();
    styles.resize((isAsBefore ? folds.lineBegin() : end) - begin, '\0');
    send(m_editor, Sci::SCI_STARTSTYLING, begin);
    m_editor.SendScintilla(Sci::SCI_SETSTYLINGEX, static_cast<uintptr_t>(styles.size()), styles.constData());
    m_edited = 0;
    if (!isAsBefore)
        m_known = end;
    send(m_editor, Sci::SCI_STARTSTYLING, m_known); // what is styled already need not be asked for again
    return m_known;
}

void SourceStyler::takeLook(const QFont &font, const QPalette &palette)
{
    const auto setColors = [this](int style, const QColor &text, const QColor &ground) {
        m_editor.SendScintilla(Sci::SCI_STYLESETFORE, static_cast<unsigned long>(style), text);
        m_editor.SendScintilla(Sci::SCI_STYLESETBACK, static_cast<unsigned long>(style), ground);
    };
    const QColor base = palette.color(QPalette::Base);
    m_editor.SendScintilla(Sci::SCI_STYLESETFONT, static_cast<uintptr_t>(Sci::STYLE_DEFAULT),
                           font.family().toUtf8().constData());
    constexpr int hundredths = Sci::SC_FONT_SIZE_MULTIPLIER;
    send(m_editor, Sci::SCI_STYLESETSIZEFRACTIONAL, Sci::STYLE_DEFAULT, qRound(font.pointSizeF() * hundredths));
    setColors(Sci::STYLE_DEFAULT, palette.color(QPalette::Text), base);
    send(m_editor, Sci::SCI_STYLECLEARALL);
    for (const ColorRow &row : colors)
        setColors(styleOf(row.kind), colorOf(row.syntax, palette), base);
    setColors(Sci::STYLE_LINENUMBER, palette.color(QPalette::PlaceholderText), palette.color(QPalette::Window));
    setColors(Sci::STYLE_BRACELIGHT, palette.color(QPalette::ToolTipText), palette.color(QPalette::ToolTipBase));
    setColors(Sci::STYLE_BRACEBAD, colorOf(Meaning::Error, palette), base);
    send(m_editor, Sci::SCI_STYLESETBOLD, Sci::STYLE_BRACELIGHT, 1);
    send(m_editor, Sci::SCI_STYLESETBOLD, Sci::STYLE_BRACEBAD, 1);
    takeMarkers(palette);
}

void SourceStyler::takeMarkers(const QPalette &palette)
{
    const QColor ground = palette.color(QPalette::Window);
    m_editor.setFoldMarginColors(ground, ground);
    constexpr int lastMarker = Sci::SC_MARKNUM_FOLDEROPEN;
    for (int marker = Sci::SC_MARKNUM_FOLDEREND; marker <= lastMarker; ++marker) {
        // QScintilla's own setters only serve markers that a program defined.
        const auto number = static_cast<unsigned long>(marker);
        m_editor.SendScintilla(Sci::SCI_MARKERSETFORE, number, ground);
        m_editor.SendScintilla(Sci::SCI_MARKERSETBACK, number, palette.color(QPalette::PlaceholderText));
    }
    m_editor.setCaretForegroundColor(palette.color(QPalette::Text));
    m_editor.setCaretLineBackgroundColor(palette.color(QPalette::AlternateBase));
    m_editor.setSelectionBackgroundColor(palette.color(QPalette::Highlight));
    m_editor.setSelectionForegroundColor(palette.color(QPalette::HighlightedText));
}

} // namespace app
