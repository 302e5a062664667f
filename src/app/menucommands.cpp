// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/menucommands.h"

#include <QAction>
#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>
#include <QPointer>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;
using present::PaletteEntry;

namespace app {
namespace {

/// Why an action cannot be done while it is disabled.
struct Obstacle
{
    QLatin1String action;
    const char *sentence;
};

constexpr Obstacle obstacles[] = {
    {QLatin1String("undoAction"), QT_TRANSLATE_NOOP("app::menucommands", "Nothing to undo")},
    {QLatin1String("redoAction"), QT_TRANSLATE_NOOP("app::menucommands", "Nothing to redo")},
    {QLatin1String("saveAction"), QT_TRANSLATE_NOOP("app::menucommands", "Nothing to save")},
    {QLatin1String("moveTimesAction"), QT_TRANSLATE_NOOP("app::menucommands", "The form cannot hold this text")},
    {QLatin1String("submitAction"), QT_TRANSLATE_NOOP("app::menucommands", "A request is under way")},
    {QLatin1String("cancelAction"), QT_TRANSLATE_NOOP("app::menucommands", "Nothing is under way")},
    {QLatin1String("readBackAction"), QT_TRANSLATE_NOOP("app::menucommands", "No submit to read back")},
    {QLatin1String("copyForTicketAction"), QT_TRANSLATE_NOOP("app::menucommands", "No exchange yet")},
    {QLatin1String("copyForJiraAction"), QT_TRANSLATE_NOOP("app::menucommands", "No exchange yet")},
    {QLatin1String("saveEvidenceAction"), QT_TRANSLATE_NOOP("app::menucommands", "No exchange yet")},
};

QString words(const char *text)
{
    return QCoreApplication::translate("app::menucommands", text);
}

QString obstacleOf(const QAction &action)
{
    if (action.isEnabled())
        return {};
    const auto *const row = std::find_if(std::begin(obstacles), std::end(obstacles),
                                         [&action](const Obstacle &one) { return action.objectName() == one.action; });
    return row == std::end(obstacles) ? words(QT_TRANSLATE_NOOP("app::menucommands", "Not possible here and now"))
                                      : words(row->sentence);
}

// Without the sign before the letter to press, as a menu shows it.
QString withoutMnemonic(const QString &text)
{
    QString plain;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) == u'&' && ++i == text.size())
            break;
        plain += text.at(i);
    }
    return plain;
}

QString noteOf(const QAction &action)
{
    const QString key = action.shortcut().toString(QKeySequence::NativeText);
    if (!action.isCheckable() || !action.isChecked())
        return key;
    const QString isOn = words(QT_TRANSLATE_NOOP("app::menucommands", "on"));
    return key.isEmpty() ? isOn : isOn + u"  "_s + key;
}

void addCommands(const QList<QAction *> &actions, const QString &path, const QList<const QAction *> &except,
                 QList<PaletteEntry> &entries)
{
    for (QAction *action : actions) {
        if (action->isSeparator() || !action->isVisible() || except.contains(action))
            continue;
        const QString name = withoutMnemonic(action->text());
        if (const QMenu *menu = action->menu()) {
            addCommands(menu->actions(), path.isEmpty() ? name : path + u" \u203a "_s + name, except, entries);
            continue;
        }
        const auto trigger = [pointer = QPointer<QAction>(action)] {
            if (pointer)
                pointer->trigger();
        };
        entries += {name, path, noteOf(*action), obstacleOf(*action), trigger};
    }
}

} // namespace

QList<PaletteEntry> menuCommands(const QMenuBar &bar, const QList<const QAction *> &except)
{
    QList<PaletteEntry> entries;
    addCommands(bar.actions(), {}, except, entries);
    return entries;
}

} // namespace app
