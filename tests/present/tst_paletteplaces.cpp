// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/paletteplaces.h"

#include "edm/builtinschema.h"
#include "present/noenvironment.h"
#include "present/recentfiles.h"
#include "present/workspace.h"
#include "store/settings.h"
#include "support/fakes.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using present::RecentFiles;

namespace {

class FakePrompter final : public present::Prompter
{
public:
    LossAnswer askAboutLoss(const QString &) override { return LossAnswer::Cancel; }
    LossAnswer askAboutLosses(const QStringList &) override { return LossAnswer::Cancel; }
    std::optional<QString> askOpenPath(const QString &, FileKind) override { return {}; }
    std::optional<QString> askSavePath(const QString &) override { return path; }
    void tellProblem(const QString &, const QString &, const QString &) override { ++problems; }

    std::optional<QString> path;
    int problems = 0;
};

struct Desk
{
    QString file(const QString &name) const
    {
        const QString path = folder.filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write("{}") != 2)
            qFatal("cannot write a test file");
        return path;
    }

    QTemporaryDir folder;
    store::Settings settings{folder.path()};
    store::LocalFiles files;
    FakePrompter prompter;
    support::FixedClock clock;
    support::MemoryExchangeLog log;
    graph::GraphClient client{clock, log};
    NoEnvironment environment;
    present::Workspace workspace{{edm::sharedBuiltinSchema(), client, environment.controller, files, prompter}};
    RecentFiles recent{workspace, settings};
};

} // namespace

class PalettePlacesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void documents_areTheOtherOnes();
    void documents_thatWereClosed_arePassedOver();
    void recentFiles_open();
};

void PalettePlacesTest::documents_areTheOtherOnes()
{
    Desk desk;
    QVERIFY(desk.workspace.load(desk.file(u"one.json"_s)));
    QVERIFY(desk.workspace.load(desk.file(u"two.json"_s)));
    QVERIFY(desk.workspace.load(desk.file(u"three.json"_s)));
    desk.workspace.activate(1);
    const QList<present::PaletteEntry> entries = present::paletteDocuments(desk.workspace);
    QCOMPARE(entries.size(), 2);
    QCOMPARE(entries.at(0).name, u"one.json"_s);
    QCOMPARE(entries.at(1).name, u"three.json"_s);
    QVERIFY(entries.at(0).obstacle.isEmpty());
    desk.workspace.move(2, 0); // its place is not what it is known by
    entries.at(1).run();
    QCOMPARE(desk.workspace.title(desk.workspace.currentIndex()), u"three.json"_s);
}

void PalettePlacesTest::documents_thatWereClosed_arePassedOver()
{
    Desk desk;
    QVERIFY(desk.workspace.load(desk.file(u"one.json"_s)));
    QVERIFY(desk.workspace.load(desk.file(u"two.json"_s)));
    const QList<present::PaletteEntry> entries = present::paletteDocuments(desk.workspace);
    QCOMPARE(entries.size(), 1);
    QVERIFY(desk.workspace.close(0));
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    entries.at(0).run();
    QCOMPARE(desk.workspace.title(desk.workspace.currentIndex()), u"two.json"_s);
}

void PalettePlacesTest::recentFiles_open()
{
    Desk desk;
    const QString path = desk.file(u"one.json"_s);
    QVERIFY(desk.workspace.load(path));
    QVERIFY(desk.workspace.close(0));
    const QList<present::PaletteEntry> entries = present::paletteRecentFiles(desk.recent);
    QCOMPARE(entries.size(), 1);
    QCOMPARE(entries.at(0).name, u"one.json"_s);
    QCOMPARE(entries.at(0).path, QFileInfo(path).path());
    entries.at(0).run();
    QCOMPARE(desk.workspace.current().file().name(), u"one.json"_s);
    QCOMPARE(desk.prompter.problems, 0);
}

QTEST_GUILESS_MAIN(PalettePlacesTest)
#include "tst_paletteplaces.moc"
