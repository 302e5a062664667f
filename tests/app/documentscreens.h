// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/windowfixture.h"

/// Several documents, one of them with a long name.
inline void documents(WindowFixture &fixture)
{
    for (const QString &name :
         {QStringLiteral("p2p-audio"), QStringLiteral("a group call with video and screen sharing & a long name"),
          QStringLiteral("set-up failure"), QStringLiteral("mid-call drop"), QStringLiteral("PSTN leg"),
          QStringLiteral("service endpoint")}) {
        const int index = fixture.workspace.currentIndex();
        fixture.workspace.at(index).controller().document().setValue(json::Pointer::fromPath(QStringLiteral("id")),
                                                                     name);
        fixture.workspace.startWith("{}", name);
    }
    fixture.workspace.activate(2);
}

/// What a crash has left of two documents, offered.
inline void recoveryOffered(WindowFixture &fixture)
{
    session::Unsaved unsaved;
    unsaved.text = "{}";
    unsaved.isMasked = true;
    {
        store::Journal left(fixture.journal.folder()); // whose process ends: the system takes the lock back
        quint64 number = 0;
        for (const QString &title : {QStringLiteral("a group call with video and screen sharing & a long name"),
                                     QStringLiteral("p2p-audio")}) {
            unsaved.title = title;
            QVERIFY(left.write(++number, session::journalBytes(unsaved)));
        }
    }
    QSignalSpy found(&fixture.recovery, &present::Recovery::found);
    fixture.recovery.look();
    QVERIFY(found.wait());
}

/// A document that says nothing yet.
inline void emptyForm(WindowFixture &fixture)
{
    fixture.find<QAction>(QStringLiteral("newAction"))->trigger();
}
