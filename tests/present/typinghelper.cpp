// SPDX-License-Identifier: GPL-3.0-or-later
// typinghelper FOLDER: types into a document without end, and says after each key which one it was and when, in
// milliseconds since it began. What it cannot keep goes to standard error.
#include "present/journalkeeper.h"
#include "present/workspacedesk.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTimer>

#include <cstdio>

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    WorkspaceDesk desk;
    present::JournalKeeper keeper(desk.workspace, QString::fromLocal8Bit(argv[1]));
    QObject::connect(&keeper, &present::JournalKeeper::failed,
                     [](const QString &sentence) { std::fprintf(stderr, "%s\n", qPrintable(sentence)); });
    keeper.start();
    QElapsedTimer clock;
    clock.start();
    int number = 0;
    QTimer key;
    QObject::connect(&key, &QTimer::timeout, &application, [&] {
        desk.workspace.current().controller().document().setValue(json::Pointer({QStringLiteral("id")}), ++number);
        std::printf("%d %lld\n", number, clock.elapsed());
        std::fflush(stdout);
    });
    key.start(10);
    return QCoreApplication::exec();
}
