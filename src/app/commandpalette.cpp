// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandpalette.h"

#include "app/palettecells.h"

#include <QGuiApplication>
#include <QTimer>
#include <QWindow>

#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;

namespace app {
namespace {

constexpr QSize paletteSize(640, 380);

/// Runs something once the focus is in a window again: when it comes back is up to the window manager. Where it does
/// not come, the command is not lost.
class RunInWindow : public QObject
{
public:
    RunInWindow(QWidget *window, std::function<void()> run)
        : QObject(window)
        , m_run(std::move(run))
    {
        constexpr std::chrono::milliseconds longest(500);
        if (window->isActiveWindow())
            QTimer::singleShot(0, this, &RunInWindow::now);
        else
            QTimer::singleShot(longest, this, &RunInWindow::now);
        const auto come = [this, handle = window->windowHandle()](const QWindow *focused) {
            if (focused && focused == handle)
                now();
        };
        // Queued: the widget with the focus is settled a little later than the window.
        connect(qGuiApp, &QGuiApplication::focusWindowChanged, this, come, Qt::QueuedConnection);
    }

private:
    void now()
    {
        const std::function<void()> run = std::exchange(m_run, {});
        deleteLater();
        if (run)
            run();
    }

    std::function<void()> m_run;
};

} // namespace

CommandPalette::CommandPalette(QList<present::PaletteEntry> entries, QWidget *window)
    : FinderDialog({tr("Command Palette"), tr("A command, field, document or file: part of its name"), u"Command"_s,
                    u"Commands"_s},
                   paletteSize, window)
    , m_model(std::move(entries))
{
    setModel(&m_model, new PaletteCells);
}

void CommandPalette::narrow(const QString &words)
{
    m_model.narrow(words);
}

void CommandPalette::choose(const QModelIndex &index)
{
    const present::PaletteEntry entry = m_model.entry(index.row());
    if (!entry.obstacle.isEmpty()) {
        Q_EMIT refused(entry.obstacle);
        return;
    }
    accept();
    new RunInWindow(parentWidget(), entry.run);
}

} // namespace app
