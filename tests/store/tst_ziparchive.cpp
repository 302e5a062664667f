// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/ziparchive.h"

#include <QDir>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class ZipArchiveTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void archive_isReadByAnother();
    void archive_isDeterministicInEveryZone();
    void sameNameTwice_isAnError();
};

// Python's reader knows nothing of ours.
void ZipArchiveTest::archive_isReadByAnother()
{
    const QByteArray large = QByteArray("0123456789abcdef").repeated(100'000);
    const core::Result<QByteArray> archive = store::zipArchive(
        {{u"evidence.html"_s, "<p>"}, {u"1/größe.bin"_s, QByteArray("\0\xFF", 2)}, {u"1/large.txt"_s, large}});
    QVERIFY(archive);
    QVERIFY(archive->size() < large.size() / 10);
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"e.zip"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(*archive) == archive->size());
    file.close();
    QProcess python;
    python.start(u"python3"_s, {u"-m"_s, u"zipfile"_s, u"-e"_s, file.fileName(), folder.filePath(u"out"_s)});
    if (!python.waitForStarted())
        QSKIP("python3 is not there");
    QVERIFY(python.waitForFinished());
    QCOMPARE(python.exitCode(), 0);
    const auto content = [&folder](const QString &name) {
        QFile part(folder.filePath(u"out/"_s + name));
        return part.open(QIODevice::ReadOnly) ? part.readAll() : "missing"_ba;
    };
    QCOMPARE(content(u"evidence.html"_s), "<p>"_ba);
    QCOMPARE(content(u"1/größe.bin"_s), QByteArray("\0\xFF", 2));
    QVERIFY(content(u"1/large.txt"_s) == large);
}

void ZipArchiveTest::archive_isDeterministicInEveryZone()
{
    const QList<store::ZipEntry> entries{{u"a"_s, "1"}, {u"b"_s, {}}};
    const QByteArray usual = qgetenv("TZ");
    const QByteArray here = store::zipArchive(entries).value();
    for (const char *zone : {"Pacific/Kiritimati", "America/Los_Angeles", "Asia/Kolkata"}) {
        qputenv("TZ", zone);
        tzset();
        QCOMPARE(store::zipArchive(entries).value(), here);
    }
    qputenv("TZ", usual);
    tzset();
}

void ZipArchiveTest::sameNameTwice_isAnError()
{
    const core::Result<QByteArray> archive = store::zipArchive({{u"a"_s, "1"}, {u"a"_s, "2"}});
    QVERIFY(!archive);
    QCOMPARE(archive.error().code, core::Error::Code::File);
    QVERIFY(archive.error().message.startsWith(u"The archive could not be made: "_s));
}

QTEST_GUILESS_MAIN(ZipArchiveTest)
#include "tst_ziparchive.moc"
