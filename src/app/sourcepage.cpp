// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sourcepage.h"

#include "app/sourceeditor.h"
#include "app/sourcefinder.h"
#include "present/documentcontroller.h"
#include "present/sourcefaults.h"
#include "ui_sourcepage.h"

#include <QAction>
#include <QFontDatabase>
#include <QScopedValueRollback>

using namespace Qt::StringLiterals;

namespace app {
namespace {

// From here on following every key press typed elsewhere would be felt there.
constexpr qint64 largeBody = 256 * 1024;
constexpr int takeLaterMs = 100;

} // namespace

SourcePage::SourcePage(QWidget *parent)
    : LatePane(parent)
    , m_ui(std::make_unique<Ui::SourcePage>())
{
    m_takeLater.setSingleShot(true);
    m_takeLater.setInterval(takeLaterMs);
    connect(&m_takeLater, &QTimer::timeout, this, [this] {
        if (isVisible())
            takeBody();
    });
    addActions();
}

SourcePage::~SourcePage() = default;

void SourcePage::addActions()
{
    struct Row
    {
        const char *name;
        QString text;
        QKeySequence shortcut;
        void (*run)(SourcePage &page);
    };
    const Row rows[] = {
        {"findSourceAction", tr("&Find in Source…"), QKeySequence::Find,
         [](SourcePage &page) { page.m_finder->open(SourceFinder::Offer::Find); }},
        {"replaceSourceAction", tr("&Replace in Source…"), Qt::CTRL | Qt::Key_H,
         [](SourcePage &page) { page.m_finder->open(SourceFinder::Offer::Replace); }},
        {"findNextSourceAction", tr("Find &Next"), Qt::Key_F3, [](SourcePage &page) { page.m_finder->findNext(); }},
        {"findPreviousSourceAction", tr("Find &Previous"), Qt::SHIFT | Qt::Key_F3,
         [](SourcePage &page) { page.m_finder->findPrevious(); }},
        {"goToPlaceAction", tr("&Go to Line or Pointer…"), Qt::CTRL | Qt::Key_G,
         [](SourcePage &page) { page.m_ui->placeEdit->setFocus(Qt::ShortcutFocusReason); }},
        {"foldAction", tr("F&old or Unfold"), Qt::Key_F9, [](SourcePage &page) { page.m_editor->toggleFold(); }},
        {"tabIndentsAction", tr("Tab &Indents in Source"), Qt::CTRL | Qt::Key_M,
         [](SourcePage &page) { page.setTabIndents(!page.m_editor->doesTabIndent()); }},
    };
    for (const Row &row : rows) {
        auto *action = new QAction(row.text, this);
        action->setObjectName(QLatin1String(row.name));
        action->setShortcut(row.shortcut);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
        connect(action, &QAction::triggered, this, [this, run = row.run] {
            Q_EMIT wanted();
            run(*this);
        });
    }
}

void SourcePage::makeContents()
{
    m_editor = new SourceEditor(this); // the first in the tab order
    m_ui->setupUi(this);
    m_ui->noticeBar->setPane(tr("Source"));
    m_ui->findBar->nameAfter(u"Source"_s);
    m_ui->findBar->hide();
    m_ui->placeEdit->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_ui->pageLayout->insertWidget(0, m_editor, 1);
    m_editor->addActions(actions());
    m_finder = new SourceFinder(controller()->document(), *m_editor, *m_ui->findBar, this);
    connectEditor();
    connect(&controller()->document(), &session::SessionDocument::changed, this, &SourcePage::noteChange);
    connect(controller(), &present::DocumentController::requestChanged, this, [this] {
        if (m_isBehind)
            noteChange(); // The body may have been made meanwhile.
    });
}

QByteArray SourcePage::bytes() const
{
    return m_editor ? m_editor->bytes() : controller()->document().bytes();
}

json::Pointer SourcePage::pointerAtCaret() const
{
    return present::pointerInSource(controller()->document(), m_editor ? m_editor->caret() : 0);
}

void SourcePage::showPointer(const json::Pointer &pointer)
{
    if (const auto span = present::spanInSource(controller()->document(), pointer))
        m_editor->select(span->second, span->first); // in this order the caret stands at the beginning
    m_editor->setFocus(Qt::OtherFocusReason);
}

void SourcePage::showEvent(QShowEvent *event)
{
    takeBody();
    QWidget::showEvent(event);
}

void SourcePage::connectEditor()
{
    connect(m_editor, &QsciScintilla::textChanged, this, &SourcePage::giveBody);
    connect(m_editor, &QsciScintilla::cursorPositionChanged, this, &SourcePage::showPlace);
    connect(m_editor, &QsciScintilla::SCN_FOCUSIN, this, [this] {
        if (m_isBehind)
            takeBody(); // what is typed now is typed into the newest text
    });
    // What is edited next elsewhere is edited in what was typed here.
    connect(m_editor, &SourceEditor::left, &controller()->document(), &session::SessionDocument::settle);
    connect(m_ui->noticeBar, &NoticeBar::actionRequested, this, [this] {
        m_editor->goTo(m_faultAt);
        m_editor->setFocus(Qt::OtherFocusReason);
    });
    connect(m_ui->placeEdit, &PlaceLine::positionChosen, this, &SourcePage::goToPosition);
    connect(m_ui->placeEdit, &PlaceLine::pointerChosen, this, &SourcePage::showPointer);
    connect(m_ui->placeEdit, &PlaceLine::refused, this, &SourcePage::announced);
    connect(m_ui->placeEdit, &PlaceLine::left, m_editor, [this] { m_editor->setFocus(Qt::OtherFocusReason); });
}

/// The document changed. A hidden page takes the body when it is shown, one that somebody types in at once; else a
/// large body is waited for.
void SourcePage::noteChange()
{
    m_isBehind = !m_isGiving;
    if (!isVisible())
        return;
    if (m_isGiving)
        showState();
    else if (controller()->document().lastSize() <= largeBody || m_editor->hasFocus())
        takeBody();
    else if (controller()->document().hasBytes())
        m_takeLater.start();
}

void SourcePage::takeBody()
{
    m_takeLater.stop();
    m_isBehind = false;
    const QScopedValueRollback taking(m_isTaking, true);
    const qint64 changed = m_editor->setBytes(controller()->document().bytes());
    // Whoever undoes here wants to see what was undone; typing in the form leaves the caret alone.
    if (changed >= 0 && m_editor->hasFocus())
        m_editor->goTo(changed);
    showState();
}

void SourcePage::giveBody()
{
    if (m_isTaking)
        return;
    const QScopedValueRollback giving(m_isGiving, true);
    controller()->setSource(bytes());
}

void SourcePage::showState()
{
    const QList<present::SourceFault> faults = present::sourceFaults(controller()->document());
    QList<TextMark> marks;
    marks.reserve(faults.size());
    for (const present::SourceFault &fault : faults) {
        const bool isError = fault.severity == session::Severity::Error;
        marks += {fault.begin, fault.end, isError ? Meaning::Error : Meaning::Warning};
    }
    m_editor->setMarks(marks);
    const QString sentence = faults.isEmpty() ? QString() : faults.constFirst().sentence;
    m_editor->setAccessibleDescription(sentence);
    if (faults.isEmpty()) {
        m_ui->noticeBar->hide();
    } else {
        m_faultAt = faults.constFirst().begin;
        m_ui->noticeBar->showNotice(sentence, tr("Go There"));
    }
    m_finder->refresh();
    showPlace();
}

void SourcePage::showPlace()
{
    // The pointer comes when the text has been read; who types on does not wait for it.
    const bool isRead = controller()->document().isSettled();
    m_ui->placeEdit->showPlace(isRead ? pointerAtCaret() : json::Pointer(), m_editor->caretPosition());
}

void SourcePage::goToPosition(json::Position position)
{
    m_editor->goTo(m_editor->offsetOf(position));
    m_editor->setFocus(Qt::OtherFocusReason);
}

void SourcePage::setTabIndents(bool doesIndent)
{
    m_editor->letTabIndent(doesIndent);
    Q_EMIT announced(doesIndent ? tr("Tab indents in Source now; Ctrl+M gives it back.")
                                : tr("Tab leaves Source now; Ctrl+M lets it indent."));
}

} // namespace app
