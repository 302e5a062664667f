// SPDX-License-Identifier: GPL-3.0-or-later
// A body goes to another program as a private copy that nothing runs, only when somebody wants it, and not with a
// secret.
#include "present/bodyopener.h"

#include "core/secret.h"
#include "core/workers.h"
#include "support/fakes.h"

#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using present::BodyOpener;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("no file");
}

mode_t modeOf(const QString &path)
{
    struct stat status
    { };
    return ::stat(QFile::encodeName(path).constData(), &status) == 0 ? status.st_mode & 07777 : 0;
}

} // namespace

class BodyOpenerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void copy_isPrivateAndExact_data();
    void copy_isPrivateAndExact();
    void copies_goWithTheProgram();
    void secret_isRefused_data();
    void secret_isRefused();
    void desktopWithoutProgram_isSaid();
    void folderThatIsGone_isMadeAnew();
    void newerBody_takesThePlaceOfTheOneBefore();

private:
    QString openedPath() const { return m_desktop.urls.constLast().toLocalFile(); }

    QTemporaryDir m_folder;
    support::FakeOpener m_desktop;
    std::unique_ptr<BodyOpener> m_opener;
};

void BodyOpenerTest::init()
{
    qputenv("TMPDIR", QFile::encodeName(m_folder.path()));
    m_desktop = {};
    m_opener = std::make_unique<BodyOpener>(m_desktop);
}

void BodyOpenerTest::cleanup()
{
    m_opener.reset();
    qunsetenv("TMPDIR");
}

void BodyOpenerTest::copy_isPrivateAndExact_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("suffix");
    QTest::newRow("JSON") << "{\"a\":1}\r\n"_ba << u"json"_s;
    QTest::newRow("text") << "Bad Gateway\n"_ba << u"txt"_s;
    QTest::newRow("page") << "<!DOCTYPE html><img src=/dev/zero>"_ba << u"txt"_s;
    QTest::newRow("script") << "#!/bin/sh\nrm -rf /\n"_ba << u"txt"_s;
    QTest::newRow("desktop entry") << "[Desktop Entry]\nType=Application\nExec=true\n"_ba << u"txt"_s;
    QTest::newRow("program") << QByteArray("\x7F"
                                           "ELF\x02\x01\x01\0\0\0\0\0",
                                           12)
                             << u"bin"_s;
    QTest::newRow("UTF-16") << QByteArray("\xFF\xFE{\0}\0", 6) << u"bin"_s;
    QTest::newRow("large") << "[\""_ba + QByteArray(1'000'000, 'x') + "\"]"_ba << u"json"_s;
}

void BodyOpenerTest::copy_isPrivateAndExact()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, suffix);
    const mode_t before = ::umask(0); // a copy is private whatever the mask
    m_opener->open(bytes);
    QTRY_COMPARE(m_desktop.urls.size(), 1);
    ::umask(before);
    QVERIFY(m_desktop.urls.constFirst().isLocalFile());
    QVERIFY(openedPath().startsWith(m_folder.path()));
    QCOMPARE(QFileInfo(openedPath()).suffix(), suffix);
    QVERIFY(contentOf(openedPath()) == bytes);
    QCOMPARE(modeOf(openedPath()), mode_t(0600));
    QCOMPARE(modeOf(QFileInfo(openedPath()).path()), mode_t(0700));
}

void BodyOpenerTest::copies_goWithTheProgram()
{
    m_opener->open("one");
    const QString first = openedPath();
    m_opener->open("two");
    QVERIFY(openedPath() != first);
    QCOMPARE(contentOf(first), "one"_ba); // who reads it still does
    m_opener.reset();
    QVERIFY(QDir(m_folder.path()).isEmpty());
}

void BodyOpenerTest::secret_isRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("plain") << "{\"token\":\"opener-secret-0123456789\"}"_ba;
    QTest::newRow("base64") << "opener-secret-0123456789"_ba.toBase64();
    QTest::newRow("large") << QByteArray(1'000'000, ' ') + "opener-secret-0123456789"_ba;
}

void BodyOpenerTest::secret_isRefused()
{
    QFETCH(const QByteArray, bytes);
    const core::Secret secret("opener-secret-0123456789"_ba);
    QSignalSpy refused(m_opener.get(), &BodyOpener::refused);
    m_opener->open(bytes);
    QTRY_COMPARE(refused.size(), 1);
    QVERIFY(refused.constFirst().constFirst().toString().contains("holds a known secret"_L1));
    QVERIFY(m_desktop.urls.isEmpty());
    QVERIFY(QDir(m_folder.path()).isEmpty()); // it was not written either
}

void BodyOpenerTest::desktopWithoutProgram_isSaid()
{
    m_desktop.isWilling = false;
    QSignalSpy refused(m_opener.get(), &BodyOpener::refused);
    QSignalSpy opened(m_opener.get(), &BodyOpener::opened);
    m_opener->open("text");
    QCOMPARE(refused.size(), 1);
    QVERIFY(refused.constFirst().constFirst().toString().contains(".txt"_L1));
    QCOMPARE(opened.size(), 0);
}

void BodyOpenerTest::folderThatIsGone_isMadeAnew()
{
    m_opener->open("one");
    QVERIFY(QDir(QFileInfo(openedPath()).path()).removeRecursively());
    m_opener->open("two");
    QCOMPARE(m_desktop.urls.size(), 2);
    QCOMPARE(contentOf(openedPath()), "two"_ba);
}

void BodyOpenerTest::newerBody_takesThePlaceOfTheOneBefore()
{
    m_opener->open(QByteArray(1'000'000, 'x'));
    m_opener->open("new");
    QTRY_COMPARE(m_desktop.urls.size(), 1);
    core::workers().waitForDone();
    QCoreApplication::processEvents(); // what the job of the large one had to bring
    QCOMPARE(m_desktop.urls.size(), 1);
    QCOMPARE(contentOf(openedPath()), "new"_ba);
}

QTEST_MAIN(BodyOpenerTest)
#include "tst_bodyopener.moc"
