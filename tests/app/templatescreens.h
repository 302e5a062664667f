// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/windowfixture.h"

#include <QFile>
#include <QTabWidget>

/// States of the window with a template, for its pictures.
namespace screens {

inline void openTemplate(WindowFixture &fixture, const QByteArray &text)
{
    QFile file(fixture.folder.filePath(QStringLiteral("set-up-failure.json")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    file.close();
    QVERIFY(fixture.workspace.openPath(file.fileName()));
}

inline void expected(WindowFixture &fixture)
{
    openTemplate(fixture, R"({"name": "Set-up failure", "sessionComposerTemplate": 1, "tags": ["failure", "mobile"],
        "description": "The caller is turned away before anybody answers, and the description says so at length.",
        "target": {"version": "beta"}, "session": {"id": "7"},
        "expectation": {"status": "400", "errorCode": "badRequest", "timeLimitMs": 2000,
            "headers": {"Location": null},
            "members": {"/caller/userAgent/headerValue": {"json": "\"Teams\""}, "/id": "ignored", "/x": "absent"}}})");
    fixture.find<QAction>(QStringLiteral("expectedAction"))->trigger();
}

/// A response that departs from the accepted one, compared with that.
inline void baseline(WindowFixture &fixture)
{
    openTemplate(fixture, R"({"sessionComposerTemplate": 1, "session": {"endDateTime": "2017-01-01T01:00:00Z",
        "isTest": true, "modalities": ["audio"], "startDateTime": "2017-01-01T00:00:00Z"}})");
    fixture.find<QAction>(QStringLiteral("expectedAction"))->trigger();
    QVERIFY(fixture.submit());
    fixture.find<QAction>(QStringLiteral("acceptBaselineAction"))->trigger();
    fixture.sandbox.sandbox.setRehearsal(*sandbox::rehearsalNamed(QStringLiteral("stores-wrongly")));
    QVERIFY(fixture.submit());
    auto *tabs = fixture.find<QTabWidget>(QStringLiteral("responseTabs"));
    tabs->setCurrentWidget(fixture.find<QWidget>(QStringLiteral("resultPage")));
    fixture.find<QComboBox>(QStringLiteral("againstBox"))->setCurrentIndex(1);
}

inline void sample(WindowFixture &fixture)
{
    openTemplate(fixture, R"({"sessionComposerTemplate": 1, "placeholders": true,
        "session": {"id": "{{guid}}", "startDateTime": "{{now-5m}}", "endDateTime": "{{now}}"}})");
    fixture.find<QAction>(QStringLiteral("nextRequestAction"))->trigger();
}

inline void unknownPlaceholder(WindowFixture &fixture)
{
    openTemplate(fixture, R"({"sessionComposerTemplate": 1, "placeholders": true, "session": {"id": "{{guuid}}"}})");
    QVERIFY(fixture.submit());
}

inline void conflict(WindowFixture &fixture)
{
    openTemplate(fixture,
                 "{\n\"sessionComposerTemplate\": 1,\n<<<<<<< HEAD\n\"name\": \"A\",\n=======\n\"name\": "
                 "\"B\",\n>>>>>>> topic\n\"session\": {\"id\": \"7\"}\n}\n");
    fixture.find<QAction>(QStringLiteral("sourceAction"))->trigger();
}

} // namespace screens
