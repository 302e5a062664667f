// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/opentabs.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

class OpenTabsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void neverWritten_isNone()
    {
        const QTemporaryDir folder;
        const core::Result<store::OpenTabs> tabs = store::readOpenTabs(folder.filePath(u"none"_s));
        QVERIFY(tabs);
        QCOMPARE(*tabs, store::OpenTabs());
    }

    void written_isReadBack_andPrivate()
    {
        const QTemporaryDir folder;
        const QString place = folder.filePath(u"state"_s);
        const store::OpenTabs tabs{{{u"/a \u00e4.json"_s, QUuid::createUuid()}, {u"/b\n.json"_s, {}}}, 1};
        QVERIFY(store::saveOpenTabs(place, tabs));
        const core::Result<store::OpenTabs> back = store::readOpenTabs(place);
        QVERIFY(back);
        QCOMPARE(*back, tabs);
        for (const QString &path : QStringList{place, place + u"/tabs.json"_s}) {
            struct stat status = {};
            QCOMPARE(::stat(QFile::encodeName(path).constData(), &status), 0);
            QCOMPARE(status.st_mode & 077U, 0U);
        }
    }

    void damaged_isAnError_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("cut") << QByteArray(R"({"tabs":[{"path":"/a")");
        QTest::newRow("no list") << QByteArray(R"({"current":0})");
        QTest::newRow("no path") << QByteArray(R"({"current":0,"tabs":[{"exchange":""}]})");
        QTest::newRow("no id") << QByteArray(R"({"current":0,"tabs":[{"path":"/a","exchange":"x"}]})");
        QTest::newRow("no current") << QByteArray(R"({"tabs":[{"path":"/a","exchange":""}]})");
        QTest::newRow("current too large") << QByteArray(R"({"current":1,"tabs":[{"path":"/a","exchange":""}]})");
        QTest::newRow("current below 0") << QByteArray(R"({"current":-1,"tabs":[{"path":"/a","exchange":""}]})");
    }

    void damaged_isAnError()
    {
        QFETCH(QByteArray, text);
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"tabs.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
        file.close();
        const core::Result<store::OpenTabs> tabs = store::readOpenTabs(folder.path());
        QVERIFY(!tabs);
        QVERIFY(!tabs.error().message.isEmpty());
    }
};

QTEST_GUILESS_MAIN(OpenTabsTest)
#include "tst_opentabs.moc"
