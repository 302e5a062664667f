// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/windowfixture.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTreeView>

/// States of the window with the library, for its pictures.
namespace screens {

inline void emptyLibrary(WindowFixture &fixture)
{
    fixture.find<QAction>(QStringLiteral("showLibraryAction"))->trigger();
}

inline void library(WindowFixture &fixture)
{
    const QDir folder(fixture.folder.path());
    const std::pair<QString, QByteArray> files[] = {
        {QStringLiteral("templates/drop.json"),
         R"({"name": "Drop in a moving train", "description": "The network is gone after 41 seconds.",
             "tags": ["mobile", "failure"], "session": {}, "sessionComposerTemplate": 1})"},
        {QStringLiteral("templates/regression/bare session.json"), "{}"},
        {QStringLiteral("templates/regression/long.json"),
         R"({"name": ")" + QByteArray("a very long name that no rail can show as a whole ").repeated(6)
             + R"(", "tags": ["one"], "session": {}, "sessionComposerTemplate": 1})"},
        {QStringLiteral("templates/team.environment.json"), R"({"name": "Team", "baseUrl": "https://graph.example"})"},
    };
    for (const auto &[name, text] : files) {
        QVERIFY(folder.mkpath(QFileInfo(name).path()));
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    }
    QVERIFY(QFile::link(QStringLiteral("nowhere"), folder.filePath(QStringLiteral("templates/lost.json"))));
    emptyLibrary(fixture);
    auto *tree = fixture.find<QTreeView>(QStringLiteral("libraryTree"));
    present::LibraryModel &rows = fixture.library.rows();
    QTRY_VERIFY(rows.indexOf(folder.filePath(QStringLiteral("templates/drop.json"))).isValid());
    QTRY_COMPARE(rows.at(rows.indexOf(folder.filePath(QStringLiteral("templates/drop.json")))).name,
                 QStringLiteral("Drop in a moving train"));
    tree->expandAll();
    tree->setCurrentIndex(rows.indexOf(folder.filePath(QStringLiteral("templates/drop.json"))));
}

inline void libraryLongName(WindowFixture &fixture)
{
    library(fixture);
    fixture.find<QLineEdit>(QStringLiteral("libraryFilterEdit"))->setText(QStringLiteral("very long"));
    auto *tree = fixture.find<QTreeView>(QStringLiteral("libraryTree"));
    tree->setCurrentIndex(
        fixture.library.rows().indexOf(fixture.folder.filePath(QStringLiteral("templates/regression/long.json"))));
}

inline void libraryFilteredAway(WindowFixture &fixture)
{
    library(fixture);
    fixture.find<QLineEdit>(QStringLiteral("libraryFilterEdit"))->setText(QStringLiteral("nothing has this"));
}

} // namespace screens
