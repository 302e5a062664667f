// SPDX-License-Identifier: GPL-3.0-or-later
// docs/promises.md F2: on a full disk the old file stays, byte for byte, and nobody is told that it was saved.
#include "store/files.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <cstring>

#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

class FullDiskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void save_onAFullDisk_keepsTheOldFile_data();
    void save_onAFullDisk_keepsTheOldFile();
    void cleanupTestCase();

private:
    static constexpr int diskSize = 16 * 1024;

    QString place(const QString &name) const { return m_folder.filePath(u"disk/"_s + name); }
    QByteArray read(const QString &path) const;
    /// Fills the disk until `spare` bytes are free.
    void fill(qint64 spare) const;

    QTemporaryDir m_folder;
    QByteArray m_mount;
    int m_kept = 0;
    int m_saved = 0;
};

void FullDiskTest::initTestCase()
{
    if (::geteuid() != 0)
        QSKIP("only root can mount a disk of 16 KiB");
    // In a mount namespace of this process, so that nothing stays mounted however the test ends.
    if (::unshare(CLONE_NEWNS) != 0 || ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0)
        QSKIP(std::strerror(errno));
    m_mount = QFile::encodeName(m_folder.filePath(u"disk"_s));
    QVERIFY(QDir().mkpath(QFile::decodeName(m_mount)));
}

void FullDiskTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

QByteArray FullDiskTest::read(const QString &path) const
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void FullDiskTest::fill(qint64 spare) const
{
    QFile file(place(u"filler"_s));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    while (file.write(QByteArray(4096, 'f')) == 4096) { }
    const qint64 full = file.size();
    QVERIFY(file.resize(full - spare));
}

void FullDiskTest::save_onAFullDisk_keepsTheOldFile_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("spare");
    for (const int size : {1, 4096, 8192, 16383, 16384, 16385, 20480, 65536}) {
        for (const int spare : {0, diskSize / 2})
            QTest::addRow("%d bytes, %d free", size, spare) << size << spare;
    }
}

void FullDiskTest::save_onAFullDisk_keepsTheOldFile()
{
    QFETCH(int, size);
    QFETCH(int, spare);
    const QByteArray options = "size=" + QByteArray::number(diskSize);
    if (::mount("tmpfs", m_mount.constData(), "tmpfs", 0, options.constData()) != 0)
        QSKIP(std::strerror(errno));
    const auto unmount = qScopeGuard([this] { ::umount2(m_mount.constData(), MNT_DETACH); });

    const QByteArray old("{\"old\": true}\n");
    const QString path = place(u"session.json"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(old) == old.size());
    file.close();
    fill(spare);

    const QByteArray fresh(size, 'n');
    const core::Result<store::Saved> saved = store::LocalFiles().save(path, fresh);
    QCOMPARE(read(path), saved ? fresh : old);
    QCOMPARE(saved.has_value(), size <= spare);
    QCOMPARE(QDir(QFile::decodeName(m_mount)).entryList(QDir::Files | QDir::Hidden).size(), 2); // nothing is left over
    if (!saved) {
        QCOMPARE(saved.error().code, core::Error::Code::File);
        QVERIFY2(saved.error().message.contains("the disk is full"_L1), qPrintable(saved.error().message));
    }
    (saved ? m_saved : m_kept)++;
}

void FullDiskTest::cleanupTestCase()
{
    qInfo("%d saves refused with the old file intact, %d true successes, 0 false", m_kept, m_saved);
}

QTEST_GUILESS_MAIN(FullDiskTest)
#include "tst_fulldisk.moc"
