// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeassist.h"

#include "app/linedialog.h"

#include <QCalendarWidget>
#include <QContextMenuEvent>
#include <QCoreApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QShortcut>
#include <QStatusTipEvent>
#include <QToolButton>

using namespace Qt::StringLiterals;
using edm::OffsetChange;

namespace app {
namespace {

struct StepKey
{
    Qt::Key key;
    int steps;
};

constexpr StepKey stepKeys[] = {
    {Qt::Key_Up, 1},
    {Qt::Key_Down, -1},
    {Qt::Key_PageUp, 10},
    {Qt::Key_PageDown, -10},
};

} // namespace

TimeAssist::TimeAssist(present::TimeField field, QLineEdit *line, const QString &name)
    : QObject(line)
    , m_field(std::move(field))
    , m_line(line)
    , m_name(name)
    , m_button(new QToolButton(line))
    , m_beside(new QLabel(line))
{
    m_button->setArrowType(Qt::DownArrow);
    m_button->setAutoRaise(true);
    m_button->setFocusPolicy(Qt::NoFocus);
    m_button->setAccessibleName(name + " time menu"_L1);
    m_button->setToolTip(tr("Now, offset, calendar… (Alt+Down)"));
    m_beside->setTextFormat(Qt::PlainText);
    m_beside->setWordWrap(true);
    m_beside->setForegroundRole(QPalette::PlaceholderText);
    m_beside->hide();
    connect(m_button, &QToolButton::clicked, this, &TimeAssist::openMenu);
    line->installEventFilter(this);
}

void TimeAssist::refresh()
{
    const QString text = m_field.beside();
    m_beside->setText(text);
    m_beside->setHidden(text.isEmpty());
    m_button->setEnabled(!m_line->isReadOnly());
}

bool TimeAssist::eventFilter(QObject *watched, QEvent *event)
{
    if (m_line->isReadOnly())
        return QObject::eventFilter(watched, event);
    if (event->type() == QEvent::ContextMenu) {
        openContextMenu(static_cast<QContextMenuEvent *>(event)->globalPos());
        return true;
    }
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const Qt::KeyboardModifiers modifiers = key->modifiers() & ~Qt::KeypadModifier;
        if (modifiers == Qt::NoModifier && stepBy(key->key()))
            return true;
        if (modifiers == Qt::AltModifier && key->key() == Qt::Key_Down) {
            openMenu();
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

// True when it is a key that steps, whether it could or not.
bool TimeAssist::stepBy(int key)
{
    for (const StepKey &row : stepKeys) {
        if (row.key != key)
            continue;
        const core::Result<edm::SteppedTime> step = edm::stepped(m_line->text(), m_line->cursorPosition(), row.steps);
        if (step) {
            m_line->setText(step->text);
            m_line->setCursorPosition(static_cast<int>(step->cursor));
        } else {
            tell(step.error());
        }
        return true;
    }
    return false;
}

void TimeAssist::openMenu()
{
    auto *menu = new QMenu(m_button);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillMenu(menu);
    menu->popup(m_button->mapToGlobal(QPoint(0, m_button->height())));
}

void TimeAssist::openContextMenu(QPoint position)
{
    QMenu *menu = m_line->createStandardContextMenu();
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addSeparator();
    fillMenu(menu);
    menu->popup(position);
}

void TimeAssist::fillMenu(QMenu *menu)
{
    menu->addAction(tr("&Now"), this, [this] { tell(m_field.writeNow()); });
    if (m_field.hasSpan())
        menu->addAction(tr("&End = start + …"), this, &TimeAssist::askForEnd);
    fillOffsets(menu->addMenu(tr("Same &instant, other offset")), OffsetChange::KeepInstant);
    fillOffsets(menu->addMenu(tr("Same wall &clock, other offset")), OffsetChange::KeepWallClock);
    menu->addAction(tr("Ca&lendar…"), this, &TimeAssist::openCalendar);
}

void TimeAssist::fillOffsets(QMenu *menu, OffsetChange change)
{
    const QStringList offsets = m_field.offsets();
    for (const QString &offset : offsets)
        menu->addAction(offset, this, [this, offset, change] { tell(m_field.writeOffset(offset, change)); });
    menu->addAction(tr("&Other…"), this, [this, change] { askForOffset(change); });
}

void TimeAssist::askForEnd()
{
    auto *dialog = new LineDialog(
        {tr("End = start + …"), tr("The &amount from start to end, such as 5m, 1h30m, 0.0000001s or PT5M:"),
         u"amount"_s},
        {}, [this](const QString &text) { return m_field.writeEnd(text); }, m_line);
    dialog->open();
}

void TimeAssist::askForOffset(OffsetChange change)
{
    auto *dialog = new LineDialog(
        {tr("Another Offset"), tr("The &offset from UTC, such as Z, +03:00 or -11:30:"), u"offset"_s}, {},
        [this, change](const QString &text) { return m_field.writeOffset(text, change); }, m_line);
    dialog->open();
}

void TimeAssist::openCalendar()
{
    auto *calendar = new QCalendarWidget(m_line);
    calendar->setWindowFlag(Qt::Popup);
    calendar->setAttribute(Qt::WA_DeleteOnClose);
    calendar->setAccessibleName(m_name + " calendar"_L1);
    calendar->setSelectedDate(m_field.date());
    const auto choose = [this, calendar](QDate date) {
        calendar->close();
        tell(m_field.writeDate(date));
    };
    connect(calendar, &QCalendarWidget::clicked, this, choose);
    connect(calendar, &QCalendarWidget::activated, this, choose);
    connect(new QShortcut(Qt::Key_Escape, calendar), &QShortcut::activated, calendar, &QWidget::close);
    calendar->move(m_line->mapToGlobal(QPoint(0, m_line->height())));
    calendar->show();
    calendar->setFocus(Qt::PopupFocusReason);
}

// Says why nothing was written, through the window's status bar.
void TimeAssist::tell(const core::Status &status)
{
    if (status)
        return;
    QStatusTipEvent tip(status.error().message);
    QCoreApplication::sendEvent(m_line, &tip);
}

} // namespace app
