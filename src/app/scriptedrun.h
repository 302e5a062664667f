// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

namespace app {

class MainWindow;

/// What a machine asks of the window: post once, write a picture, quit.
struct Script
{
    bool submits = false;
    QString screenshot; ///< A path for a PNG; empty for none.
    bool exitsAfterFirstPaint = false;

    /// True when there is anything to do, and to quit after.
    bool isEmpty() const { return !submits && screenshot.isEmpty() && !exitsAfterFirstPaint; }
};

/// Plays a Script on the window after its first paint, and quits the program with the command line's exit code.
class ScriptedRun : public QObject
{
    Q_OBJECT

public:
    /// `window` is borrowed and outlives this object.
    ScriptedRun(Script script, MainWindow &window, QObject *parent = nullptr);

    /// Begins; to be called once the window was painted and the environment is chosen.
    void start();

private:
    void takeExchange();
    void finish(int exitCode);

    Script m_script;
    MainWindow &m_window;
};

} // namespace app
