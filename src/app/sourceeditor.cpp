// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sourceeditor.h"

#include <QEvent>
#include <QFontDatabase>
#include <QKeyEvent>

using namespace Qt::StringLiterals;

namespace app {

SourceEditor::SourceEditor(QWidget *parent)
    : QsciScintilla(parent)
{
    setAccessibleName(u"Source"_s);
    setUtf8(true);
    const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    setFont(fixed);
    setMarginsFont(fixed);
    setMarginType(0, NumberMargin);
    setMarginWidth(0, u"00000"_s);
    setMarginWidth(1, 0);
    setIndentationsUseTabs(false);
    setTabWidth(4);
    setWrapMode(WrapNone);
    SendScintilla(SCI_SETUNDOCOLLECTION, 0UL);
    // What is pasted keeps its own line endings.
    SendScintilla(SCI_SETPASTECONVERTENDINGS, 0UL);
    setEolMode(EolUnix);
    takePalette();
}

QByteArray SourceEditor::bytes() const
{
    const auto length = static_cast<qsizetype>(SendScintilla(SCI_GETLENGTH));
    QByteArray text(length + 1, '\0');
    SendScintilla(SCI_GETTEXT, static_cast<unsigned long>(length + 1), text.data());
    text.chop(1);
    return text;
}

void SourceEditor::setBytes(const QByteArray &bytes)
{
    const long caret = SendScintilla(SCI_GETCURRENTPOS);
    SendScintilla(SCI_CLEARALL);
    SendScintilla(SCI_ADDTEXT, static_cast<unsigned long>(bytes.size()), bytes.constData());
    SendScintilla(SCI_GOTOPOS, static_cast<unsigned long>(caret));
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
    if (isPlainTab || event->key() == Qt::Key_Backtab) {
        // QsciScintillaBase keeps Tab to itself; the keyboard must get out, and JSON is indented with blanks.
        QWidget::focusNextPrevChild(isPlainTab);
        return;
    }
    QsciScintilla::keyPressEvent(event);
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
    setPaper(colors.color(QPalette::Base));
    setColor(colors.color(QPalette::Text));
    setCaretForegroundColor(colors.color(QPalette::Text));
    setMarginsBackgroundColor(colors.color(QPalette::Window));
    setMarginsForegroundColor(colors.color(QPalette::PlaceholderText));
    setSelectionBackgroundColor(colors.color(QPalette::Highlight));
    setSelectionForegroundColor(colors.color(QPalette::HighlightedText));
}

} // namespace app
