// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/byteview.h"

#include "app/findbar.h"
#include "present/body/plaintext.h"

#include <QAccessible>
#include <QAction>
#include <QActionGroup>
#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QMimeData>
#include <QScrollBar>

#include <algorithm>
#include <limits>
#include <tuple>

using namespace Qt::StringLiterals;

namespace app {

ByteView::ByteView(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setBackgroundRole(QPalette::Base);
    addActions();
    connect(&m_reader, &present::BodyReader::bodyChanged, this, &ByteView::showBody);
    connect(&m_reader, &present::BodyReader::linesReset, this, &ByteView::showLines);
    connect(&m_reader, &present::BodyReader::linesGrew, this, &ByteView::growLines);
    connect(&m_reader, &present::BodyReader::indentableChanged, this, &ByteView::updateActions);
    connect(&m_reader, &present::BodyReader::searchAdvanced, this, &ByteView::growSearch);
    connect(&m_finder, &present::BodyFinder::found, this,
            [this](qint64 offset, qint64 length) { select(offset, offset + length); });
    connect(&m_finder, &present::BodyFinder::statusChanged, this, [this] {
        if (m_findBar)
            m_findBar->setStatus(findStatus());
        Q_EMIT findStatusChanged();
    });
}

ByteView::~ByteView() = default;

void ByteView::addActions()
{
    m_copyAction = addViewAction(u"copyBytesAction"_s, tr("&Copy"), QKeySequence::Copy);
    connect(m_copyAction, &QAction::triggered, this, &ByteView::copy);
    const QAction *all = addViewAction(u"selectAllBytesAction"_s, tr("Select &all"), QKeySequence::SelectAll);
    connect(all, &QAction::triggered, this, &ByteView::selectAll);
    const QAction *open = addViewAction(u"findBytesAction"_s, tr("&Find…"), QKeySequence::Find);
    connect(open, &QAction::triggered, this, &ByteView::openFindBar);
    const QAction *next = addViewAction(u"findNextBytesAction"_s, tr("Find &next"), Qt::Key_F3);
    connect(next, &QAction::triggered, this, &ByteView::findNext);
    const QAction *previous
        = addViewAction(u"findPreviousBytesAction"_s, tr("Find &previous"), Qt::ShiftModifier | Qt::Key_F3);
    connect(previous, &QAction::triggered, this, &ByteView::findPrevious);
    addFormActions();
    m_saveAction = addViewAction(u"saveBytesAction"_s, tr("&Save bytes as…"), QKeySequence());
    connect(m_saveAction, &QAction::triggered, this, [this] { Q_EMIT saveRequested(body()); });
    updateActions();
}

void ByteView::addFormActions()
{
    const std::tuple<present::BodyForm, QString, QString> forms[] = {
        {present::BodyForm::Raw, u"rawAction"_s, tr("&Text")},
        {present::BodyForm::Indented, u"indentedAction"_s, tr("&Indented")},
        {present::BodyForm::Hex, u"hexAction"_s, tr("&Hexadecimal")},
    };
    auto *group = new QActionGroup(this);
    for (const auto &[form, name, text] : forms) {
        QAction *action = addViewAction(name, text, QKeySequence());
        action->setCheckable(true);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, form = form] { setForm(form); });
        m_formActions.at(size_t(form)) = action;
    }
}

QAction *ByteView::addViewAction(const QString &name, const QString &text, const QKeySequence &shortcut)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcut(shortcut);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(action);
    return action;
}

void ByteView::setBody(const QByteArray &body)
{
    m_reader.setBody(body);
}

void ByteView::setPlaceholderText(const QString &text)
{
    m_placeholder = text;
    viewport()->update();
}

void ByteView::setForm(present::BodyForm form)
{
    m_reader.setForm(form);
    updateActions();
}

// Not before it is wanted: the window has half a dozen views, and each bar costs the start as much as a form row.
void ByteView::makeFindBar()
{
    m_findBar = new FindBar(this);
    m_findBar->setFont(QGuiApplication::font());
    connect(m_findBar, &FindBar::edited, this, [this] { find(m_findBar->text(), m_findBar->caseSensitivity()); });
    connect(m_findBar, &FindBar::nextRequested, this, &ByteView::findNext);
    connect(m_findBar, &FindBar::previousRequested, this, &ByteView::findPrevious);
    connect(m_findBar, &FindBar::closeRequested, this, &ByteView::closeFindBar);
}

void ByteView::openFindBar()
{
    if (!m_findBar)
        makeFindBar();
    const QByteArray selected = m_caret.end() - m_caret.begin() <= 200 ? selectedBytes() : QByteArray();
    const bool isLine = !selected.contains('\n') && !selected.contains('\r') && present::isUtf8(selected);
    m_findBar->nameAfter(accessibleName());
    m_findBar->offerBytes(form() == present::BodyForm::Hex);
    m_findBar->show();
    placeFindBar();
    m_findBar->start(isLine ? present::plainText(selected) : QString());
    find(m_findBar->text(), m_findBar->caseSensitivity());
}

void ByteView::closeFindBar()
{
    m_findBar->hide();
    placeFindBar();
    find(QString(), Qt::CaseInsensitive);
    setFocus(Qt::OtherFocusReason);
}

void ByteView::find(const QString &text, Qt::CaseSensitivity caseSensitivity)
{
    m_finder.find(text, caseSensitivity, m_caret.begin());
}

void ByteView::findNext()
{
    m_finder.findNext(m_caret.hasSelection() ? m_caret.begin() + 1 : m_caret.position());
}

void ByteView::findPrevious()
{
    m_finder.findPrevious(m_caret.begin());
}

QByteArray ByteView::selectedBytes() const
{
    return body().mid(m_caret.begin(), m_caret.end() - m_caret.begin());
}

QMimeData *ByteView::selectedMimeData() const
{
    const QByteArray bytes = selectedBytes();
    auto mime = std::make_unique<QMimeData>();
    const bool isHex = form() == present::BodyForm::Hex;
    mime->setText(isHex ? QString::fromLatin1(bytes.toHex(' ').toUpper()) : present::plainText(bytes));
    if (isHex || !present::isUtf8(bytes))
        mime->setData(u"application/octet-stream"_s, bytes);
    return mime.release();
}

void ByteView::select(qint64 begin, qint64 end)
{
    present::BodyCursor caret;
    caret.select(std::clamp<qint64>(begin, 0, body().size()), std::clamp<qint64>(end, 0, body().size()));
    m_pendingOffset.reset();
    setCaret(caret);
}

void ByteView::selectAll()
{
    present::BodyCursor caret;
    caret.select(0, body().size());
    takeCaret(caret); // the rows in sight stay
}

void ByteView::copy()
{
    if (m_caret.hasSelection())
        QGuiApplication::clipboard()->setMimeData(selectedMimeData());
}

void ByteView::goToOffset(qint64 offset)
{
    m_pendingPosition.reset();
    m_pendingTop.reset();
    m_pendingOffset = std::clamp<qint64>(offset, 0, body().size());
    goToPending();
}

void ByteView::goToPosition(json::Position position)
{
    m_pendingOffset.reset();
    m_pendingTop.reset();
    m_pendingPosition = position;
    goToPending();
}

/// Goes where somebody wanted to go, once the rows there are known.
void ByteView::goToPending()
{
    const present::BodyLines &lines = m_reader.lines();
    if (!m_pendingPosition && !m_pendingOffset && !m_pendingTop)
        return;
    if (m_pendingPosition) {
        m_pendingOffset = lines.offsetOf(*m_pendingPosition);
        if (!m_pendingOffset)
            return;
        m_pendingPosition.reset();
    }
    const auto isKnown = [&lines](qint64 offset) { return lines.isComplete() || offset < lines.readTo(); };
    if (m_pendingOffset && isKnown(*m_pendingOffset)) {
        present::BodyCursor caret = m_caret;
        caret.moveTo(lines, *m_pendingOffset, Mode::Move, false);
        m_pendingOffset.reset();
        updateScrollBars();
        setCaret(caret);
    }
    if (m_pendingTop && isKnown(m_pendingTopHasCaret ? std::max(*m_pendingTop, m_caret.position()) : *m_pendingTop)) {
        const qint64 row = lines.rowAt(*m_pendingTop);
        m_pendingTop.reset();
        updateScrollBars();
        verticalScrollBar()->setValue(int(row));
        if (m_pendingTopHasCaret)
            ensureCaretVisible();
    }
}

/// Another body: from its beginning, with nothing left of the one before.
void ByteView::showBody()
{
    m_caret = {};
    m_pendingOffset.reset();
    m_pendingPosition.reset();
    m_pendingTop.reset();
    m_topOffset = 0;
    m_isCaretInSight = true;
    m_widestSeen = 0;
    m_wantedX = -1;
}

/// Other rows of the same body: the same bytes stay in sight.
void ByteView::showLines()
{
    m_pendingTop = m_topOffset;
    m_pendingTopHasCaret = m_isCaretInSight;
    m_rows.clear();
    m_rowsShown = m_reader.lines().rowCount();
    m_widestSeen = 0;
    updateScrollBars();
    verticalScrollBar()->setValue(0);
    horizontalScrollBar()->setValue(0);
    m_topOffset = m_pendingTop.value_or(0);
    goToPending();
    updateActions();
    viewport()->update();
    announceText();
}

void ByteView::updateActions()
{
    QAction *indented = formAction(present::BodyForm::Indented);
    indented->setEnabled(canIndent());
    indented->setToolTip(canIndent() ? tr("Show the JSON indented; the bytes stay the same") : indentRefusal());
    formAction(form())->setChecked(true);
    m_saveAction->setEnabled(!body().isEmpty());
    m_copyAction->setEnabled(m_caret.hasSelection());
    if (m_findBar)
        m_findBar->offerBytes(form() == present::BodyForm::Hex);
    Q_EMIT formChanged();
}

void ByteView::setCaret(const present::BodyCursor &caret)
{
    takeCaret(caret);
    ensureCaretVisible();
}

/// Takes the caret without scrolling to it.
void ByteView::takeCaret(const present::BodyCursor &caret)
{
    const bool moved = !(caret == m_caret);
    m_caret = caret;
    m_copyAction->setEnabled(caret.hasSelection());
    viewport()->update();
    if (!moved)
        return;
    if (QAccessible::isActive()) {
        QAccessibleTextInterface *text = nullptr;
        if (QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(this))
            text = accessible->textInterface();
        QAccessibleTextCursorEvent event(this, text ? text->cursorPosition() : 0);
        QAccessible::updateAccessibility(&event);
    }
    Q_EMIT caretMoved();
}

/// Tells assistive technology that the text is another.
void ByteView::announceText()
{
    if (!QAccessible::isActive())
        return;
    QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(this);
    if (QAccessibleTextInterface *text = accessible ? accessible->textInterface() : nullptr) {
        QAccessibleTextInsertEvent event(this, 0, text->text(0, text->characterCount()));
        QAccessible::updateAccessibility(&event);
    }
}

} // namespace app
