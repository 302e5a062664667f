// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/diskwatch.h"

#include <QDir>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using present::DiskWatch;
using State = DiskWatch::State;
using Deed = std::function<void(const QString &path)>;

namespace {

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write a test file");
}

/// As git, an editor and our own saver do it.
void replace(const QString &path, const QByteArray &bytes)
{
    write(path + u".new"_s, bytes);
    if (!QFile::remove(path) || !QFile::rename(path + u".new"_s, path))
        qFatal("cannot replace a test file");
}

} // namespace

class DiskWatchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"a.json"_s);
        write(m_path, "old");
        m_watch = std::make_unique<DiskWatch>(m_files);
        m_watch->follow(m_path, "old");
    }
    void deeds_areNoticed_data();
    void deeds_areNoticed();
    void harmless_isNotTold_data();
    void harmless_isNotTold();
    void replacedTwice_isStillWatched();
    void gone_comesBack();
    void followed_elsewhere_forgetsTheOldOne();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    store::LocalFiles m_files;
    std::unique_ptr<DiskWatch> m_watch;
};

void DiskWatchTest::deeds_areNoticed_data()
{
    QTest::addColumn<Deed>("deed");
    QTest::addColumn<State>("state");
    QTest::newRow("written") << Deed([](const QString &path) { write(path, "new"); }) << State::Changed;
    QTest::newRow("replaced") << Deed([](const QString &path) { replace(path, "new"); }) << State::Changed;
    QTest::newRow("emptied") << Deed([](const QString &path) { write(path, ""); }) << State::Changed;
    QTest::newRow("not text any more") << Deed([](const QString &path) { write(path, "\xff"); }) << State::Changed;
    QTest::newRow("a folder now") << Deed([](const QString &path) {
        QFile::remove(path);
        QDir().mkpath(path);
    }) << State::Changed;
    QTest::newRow("deleted") << Deed([](const QString &path) { QFile::remove(path); }) << State::Gone;
    QTest::newRow("renamed") << Deed([](const QString &path) { QFile::rename(path, path + u"~"_s); }) << State::Gone;
    QTest::newRow("a dangling link") << Deed([](const QString &path) {
        QFile::remove(path);
        QFile::link(path + u".no"_s, path);
    }) << State::Gone;
}

void DiskWatchTest::deeds_areNoticed()
{
    QFETCH(const Deed, deed);
    QFETCH(const State, state);
    QSignalSpy told(m_watch.get(), &DiskWatch::changed);
    QCOMPARE(m_watch->look(), State::Same);
    deed(m_path);
    QCOMPARE(m_watch->look(), state); // at once: who saves does not wait to be told
    QVERIFY(told.wait());
    QCOMPARE(m_watch->noticed(), state);
    QCOMPARE(told.size(), 1);
}

void DiskWatchTest::harmless_isNotTold_data()
{
    QTest::addColumn<Deed>("deed");
    QTest::newRow("the same written") << Deed([](const QString &path) { write(path, "old"); });
    QTest::newRow("the same replaced") << Deed([](const QString &path) { replace(path, "old"); });
    QTest::newRow("a neighbour") << Deed([](const QString &path) { write(path + u".other"_s, "x"); });
}

void DiskWatchTest::harmless_isNotTold()
{
    QFETCH(const Deed, deed);
    QSignalSpy told(m_watch.get(), &DiskWatch::changed);
    deed(m_path);
    QCOMPARE(m_watch->look(), State::Same);
    write(m_path, "new"); // told after it
    QVERIFY(told.wait());
    QCOMPARE(told.size(), 1);
}

void DiskWatchTest::replacedTwice_isStillWatched()
{
    QSignalSpy told(m_watch.get(), &DiskWatch::changed);
    replace(m_path, "new");
    QVERIFY(told.wait());
    m_watch->follow(m_path, "new");
    replace(m_path, "newer");
    QVERIFY(told.wait());
    QCOMPARE(m_watch->noticed(), State::Changed);
}

void DiskWatchTest::gone_comesBack()
{
    QSignalSpy told(m_watch.get(), &DiskWatch::changed);
    QVERIFY(QFile::remove(m_path));
    QVERIFY(told.wait());
    QCOMPARE(m_watch->noticed(), State::Gone);
    write(m_path, "old");
    QVERIFY(told.wait());
    QCOMPARE(m_watch->noticed(), State::Same);
    write(m_path, "new");
    QVERIFY(told.wait());
    QCOMPARE(m_watch->noticed(), State::Changed);
}

void DiskWatchTest::followed_elsewhere_forgetsTheOldOne()
{
    const QString other = m_folder->filePath(u"b.json"_s);
    write(other, "old");
    m_watch->follow(other, "old");
    QVERIFY(QFile::remove(m_path));
    QCOMPARE(m_watch->look(), State::Same);
    m_watch->follow({}, {});
    QVERIFY(QFile::remove(other));
    QCOMPARE(m_watch->look(), State::Same);
}

QTEST_GUILESS_MAIN(DiskWatchTest)
#include "tst_diskwatch.moc"
