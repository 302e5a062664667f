// SPDX-License-Identifier: GPL-3.0-or-later
// docs/promises.md F7: whoever opens a file second is told, and many writers damage nothing.
#include "store/claims.h"
#include "store/opentabs.h"
#include "store/settings.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <vector>

#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

constexpr int writes = 160; // of all writers together
constexpr int mostSettings = 8; // writers at once: QSettings lets each wait longer than the last

/// What a writer does in a process of its own: it writes what all of them write, again and again.
int writeManyTimes(const QString &folder, int writer, int writers)
{
    for (int round = 0; round < writes / writers; ++round) {
        store::OpenTabs tabs;
        for (int i = 0; i <= writer % 7; ++i)
            tabs.tabs.append({u"/%1/%2"_s.arg(writer).arg(i), {}});
        if (!store::saveOpenTabs(folder, tabs))
            return 1;
        if (writer >= mostSettings)
            continue;
        store::Settings settings(folder);
        settings.setValue(store::settings::recentFiles, u"/%1"_s.arg(writer));
        if (!settings.sync())
            return 2;
    }
    return 0;
}

} // namespace

class ClaimsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void other_isTold_untilItReleases()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"a.json"_s);
        store::Claims one(folder.filePath(u"open"_s));
        store::Claims other(folder.filePath(u"open"_s));
        QVERIFY(!one.claim(path));
        QVERIFY(!one.claim(path)); // its own
        QCOMPARE(other.claim(path), std::optional<qint64>(QCoreApplication::applicationPid()));
        QVERIFY(!other.claim(folder.filePath(u"b.json"_s)));
        one.release(path);
        QVERIFY(!other.claim(path));
        QVERIFY(one.claim(path).has_value());
    }

    void oneFileByTwoNames_isOne()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"a.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(QFile::link(file.fileName(), folder.filePath(u"link.json"_s)));
        store::Claims one(folder.filePath(u"open"_s));
        store::Claims other(folder.filePath(u"open"_s));
        QVERIFY(!one.claim(file.fileName()));
        QVERIFY(other.claim(folder.filePath(u"link.json"_s)));
    }

    void processThatDied_hasNoClaim()
    {
        const QTemporaryDir folder;
        const pid_t child = ::fork();
        if (child == 0) {
            store::Claims mine(folder.filePath(u"open"_s));
            static_cast<void>(mine.claim(u"/a"_s));
            ::_exit(0); // without giving it back
        }
        int status = 0;
        QCOMPARE(::waitpid(child, &status, 0), child);
        store::Claims mine(folder.filePath(u"open"_s));
        QVERIFY(!mine.claim(u"/a"_s));
    }

    void manyWriters_damageNothing_data()
    {
        QTest::addColumn<int>("writers");
        QTest::newRow("4") << 4;
        QTest::newRow("80") << 80;
    }

    void manyWriters_damageNothing()
    {
        QFETCH(int, writers);
        const QTemporaryDir folder;
        std::vector<pid_t> children;
        for (int writer = 0; writer < writers; ++writer) {
            const pid_t child = ::fork();
            if (child == 0)
                ::_exit(writeManyTimes(folder.path(), writer, writers));
            children.push_back(child);
        }
        int failed = 0;
        int damaged = 0;
        for (const pid_t child : children) {
            int status = 0;
            QCOMPARE(::waitpid(child, &status, 0), child);
            failed += status == 0 ? 0 : 1;
            damaged += store::readOpenTabs(folder.path()) ? 0 : 1; // while others still write
        }
        const store::Settings settings(folder.path());
        damaged += settings.value(store::settings::recentFiles).startsWith(u'/') ? 0 : 1;
        qInfo("%d writers, %d lists of tabs each: %d failed, %d damaged", writers, writes / writers, failed, damaged);
        QCOMPARE(failed, 0);
        QCOMPARE(damaged, 0);
    }
};

QTEST_GUILESS_MAIN(ClaimsTest)
#include "tst_claims.moc"
