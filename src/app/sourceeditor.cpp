// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sourceeditor.h"

#include <QClipboard>
#include <QEvent>
#include <QFontDatabase>
#include <QGuiApplication>
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
    setEolMode(EolUnix);
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

void SourceEditor::select(quint32 begin, quint32 end)
{
    // The caret goes to the beginning, so that this is what scrolls into sight.
    SendScintilla(SCI_SETSEL, static_cast<unsigned long>(end), static_cast<long>(begin));
}

void SourceEditor::paste()
{
    const QByteArray text = QGuiApplication::clipboard()->text().toUtf8();
    SendScintilla(SCI_TARGETFROMSELECTION);
    SendScintilla(SCI_REPLACETARGET, static_cast<unsigned long>(text.size()), text.constData());
    SendScintilla(SCI_GOTOPOS, SendScintilla(SCI_GETTARGETEND));
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
        QWidget::focusNextPrevChild(isPlainTab); // NOLINT(bugprone-parent-virtual-call)
        return;
    }
    if (event->matches(QKeySequence::Paste)) {
        paste();
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
