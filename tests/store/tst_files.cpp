// SPDX-License-Identifier: GPL-3.0-or-later
// docs/promises.md F5: only regular files, refused clearly otherwise, and the mode of a file is kept.
#include "store/files.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using core::Error;
using store::FileContent;
using store::LocalFiles;
using store::PathKind;
using store::Saved;

class FilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void read_anyText_isGivenBackByteForByte_data();
    void read_anyText_isGivenBackByteForByte();
    void read_notUtf8_saysWhere_data();
    void read_notUtf8_saysWhere();
    void read_upToTheLimitAndNoFurther();
    void read_fileOfUnknownSize_isWhole();
    void oddThing_isRefusedAndStays_data();
    void oddThing_isRefusedAndStays();
    void save_makesAndReplaces();
    void save_keepsTheMode_data();
    void save_keepsTheMode();
    void save_newFile_getsTheUsersMask();
    void save_throughALink_writesItsTarget();
    void save_ofSeveralHardLinks_saysSo();
    void save_intoNoFolder_saysSo();
    void unprivileged_isRefusedClearly_data();
    void unprivileged_isRefusedClearly();

private:
    QString place(const QString &name) const { return m_folder->filePath(name); }
    QByteArray encoded(const QString &name) const { return QFile::encodeName(place(name)); }
    void write(const QString &name, const QByteArray &bytes) const;
    QByteArray read(const QString &name) const;
    int modeOf(const QString &name) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    const LocalFiles m_files;
};

void FilesTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_folder = std::make_unique<QTemporaryDir>();
}

void FilesTest::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(place(name));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

QByteArray FilesTest::read(const QString &name) const
{
    QFile file(place(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

int FilesTest::modeOf(const QString &name) const
{
    struct stat status = {};
    return ::stat(encoded(name).constData(), &status) == 0 ? int(status.st_mode & 07777) : -1;
}

void FilesTest::read_anyText_isGivenBackByteForByte_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << ""_ba;
    QTest::newRow("JSON") << "{\"a\": 1.10}\n"_ba;
    QTest::newRow("not JSON") << "hello"_ba;
    QTest::newRow("CR LF") << "{\r\n}\r\n"_ba;
    QTest::newRow("byte order mark") << "\xEF\xBB\xBF{}"_ba;
    QTest::newRow("NUL and control characters") << QByteArray("{\0\x01\x1B\x7F}", 6);
    QTest::newRow("two, three and four bytes") << "\xC3\xA4 \xE2\x82\xAC \xF0\x9F\x98\x80 \xF4\x8F\xBF\xBF"_ba;
    QTest::newRow("noncharacters") << "\xEF\xBF\xBE \xEF\xBF\xBF"_ba;
}

void FilesTest::read_anyText_isGivenBackByteForByte()
{
    QFETCH(QByteArray, bytes);
    write(u"session.json"_s, bytes);
    QCOMPARE(m_files.kindOf(place(u"session.json"_s)), PathKind::RegularFile);
    const core::Result<FileContent> content = m_files.readText(place(u"session.json"_s));
    QVERIFY2(content, content ? "" : qPrintable(content.error().message));
    QCOMPARE(content->bytes, bytes);
}

void FilesTest::read_notUtf8_saysWhere_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("where");
    QTest::newRow("first byte") << "\xFF{}"_ba << u"1:1"_s;
    QTest::newRow("ISO 8859-1") << "{\n  \"a\": \"\xE4\"}"_ba << u"2:9"_s;
    QTest::newRow("columns are characters") << "\"\xC3\xA4\xF0\x9F\x98\x80\xC3\""_ba << u"1:4"_s;
    QTest::newRow("overlong") << "\xC0\x80"_ba << u"1:1"_s;
    QTest::newRow("surrogate") << "a\xED\xA0\x80"_ba << u"1:2"_s;
    QTest::newRow("above U+10FFFF") << "\xF4\x90\x80\x80"_ba << u"1:1"_s;
    QTest::newRow("cut off at the end") << "{}\r\n\xE2\x82"_ba << u"2:1"_s;
    QTest::newRow("UTF-16") << QByteArray("\xFF\xFE{\0}\0", 6) << u"1:1"_s;
}

void FilesTest::read_notUtf8_saysWhere()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, where);
    write(u"session.json"_s, bytes);
    const core::Result<FileContent> content = m_files.readText(place(u"session.json"_s));
    QVERIFY(!content);
    QCOMPARE(content.error().code, Error::Code::Input);
    const QString sentence = u"not UTF-8 text: the byte at %1 is"_s.arg(where);
    QVERIFY2(content.error().message.contains(sentence), qPrintable(content.error().message));
}

void FilesTest::read_upToTheLimitAndNoFurther()
{
    write(u"large.json"_s, QByteArray(store::largestFile, ' '));
    const core::Result<FileContent> largest = m_files.readText(place(u"large.json"_s));
    QVERIFY(largest);
    QCOMPARE(largest->bytes.size(), store::largestFile);
    QVERIFY(QFile::resize(place(u"large.json"_s), store::largestFile + 1));
    const core::Result<FileContent> larger = m_files.readText(place(u"large.json"_s));
    QVERIFY(!larger);
    QVERIFY2(larger.error().message.contains("64 MiB"_L1), qPrintable(larger.error().message));
}

void FilesTest::read_fileOfUnknownSize_isWhole()
{
    const QString maps = u"/proc/self/maps"_s; // a regular file whose size is said to be 0
    if (m_files.kindOf(maps) != PathKind::RegularFile)
        QSKIP("there is no /proc here");
    const core::Result<FileContent> content = m_files.readText(maps);
    QVERIFY(content);
    QVERIFY(content->bytes.size() > 4096);
    QVERIFY(content->bytes.endsWith('\n'));
}

void FilesTest::oddThing_isRefusedAndStays_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<PathKind>("kind");
    QTest::addColumn<QString>("word");
    QTest::newRow("named pipe") << u"pipe"_s << PathKind::Pipe << u"pipe"_s;
    QTest::newRow("link to a pipe") << u"pipe-link"_s << PathKind::Pipe << u"pipe"_s;
    QTest::newRow("socket") << u"socket"_s << PathKind::Socket << u"socket"_s;
    QTest::newRow("folder") << u"folder"_s << PathKind::Folder << u"folder"_s;
    QTest::newRow("device") << u"device-link"_s << PathKind::Device << u"device"_s;
    QTest::newRow("dangling link") << u"dangling"_s << PathKind::DanglingLink << u"not there"_s;
    QTest::newRow("link to itself") << u"loop"_s << PathKind::LinkLoop << u"itself"_s;
    QTest::newRow("below a file") << u"file/x.json"_s << PathKind::Unreachable << u"not a folder"_s;
}

void FilesTest::oddThing_isRefusedAndStays()
{
    QFETCH(QString, name);
    QFETCH(PathKind, kind);
    QFETCH(QString, word);
    write(u"file"_s, "old"_ba);
    QCOMPARE(::mkfifo(encoded(u"pipe"_s).constData(), 0600), 0);
    QCOMPARE(::mkdir(encoded(u"folder"_s).constData(), 0700), 0);
    QVERIFY(QFile::link(place(u"pipe"_s), place(u"pipe-link"_s)));
    QVERIFY(QFile::link(u"/dev/zero"_s, place(u"device-link"_s)));
    QVERIFY(QFile::link(place(u"nothing"_s), place(u"dangling"_s)));
    QVERIFY(QFile::link(place(u"loop"_s), place(u"loop"_s)));
    const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address = {};
    address.sun_family = AF_UNIX;
    qstrncpy(address.sun_path, encoded(u"socket"_s).constData(), sizeof address.sun_path);
    QCOMPARE(::bind(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address), 0);
    ::close(socket);

    QCOMPARE(m_files.kindOf(place(name)), kind);
    const core::Result<FileContent> content = m_files.readText(place(name));
    QVERIFY(!content);
    QCOMPARE(content.error().code, Error::Code::Input);
    QVERIFY2(content.error().message.contains(word), qPrintable(content.error().message));
    QVERIFY(content.error().detail.startsWith(place(name)));

    const core::Result<Saved> saved = m_files.save(place(name), "new"_ba);
    QVERIFY(!saved);
    QCOMPARE(saved.error().code, Error::Code::File);
    QVERIFY2(saved.error().message.contains(word), qPrintable(saved.error().message));
    QCOMPARE(m_files.kindOf(place(name)), kind); // still there, still what it was
    QVERIFY(!QFile::exists(place(u"nothing"_s)));
}

void FilesTest::save_makesAndReplaces()
{
    for (const qsizetype size : {0, 1, 16383, 16384, 16385, 1000000}) {
        const QByteArray bytes(size, 'x');
        const core::Result<Saved> saved = m_files.save(place(u"\u00e4 session.json"_s), bytes);
        QVERIFY(saved);
        QVERIFY(saved->note.isEmpty());
        QCOMPARE(read(u"\u00e4 session.json"_s), bytes);
    }
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
    QVERIFY(!m_files.save(QString(), "x"_ba));
    QVERIFY(!m_files.save(place(u"a\0b"_s), "x"_ba));
    QVERIFY(!m_files.readText(place(u"\u00e4 session.json\0b"_s)));
}

void FilesTest::save_keepsTheMode_data()
{
    QTest::addColumn<int>("mode");
    for (const int mode : {0600, 0640, 0644, 0664, 0666, 0755, 0700})
        QTest::addRow("%o", unsigned(mode)) << mode;
}

void FilesTest::save_keepsTheMode()
{
    QFETCH(int, mode);
    write(u"session.json"_s, "old"_ba);
    QCOMPARE(::chmod(encoded(u"session.json"_s).constData(), mode_t(mode)), 0);
    const bool isRoot = ::geteuid() == 0;
    if (isRoot) // a shared file of somebody else keeps its owner and group, too
        QCOMPARE(::chown(encoded(u"session.json"_s).constData(), 65534, 65534), 0);
    QVERIFY(m_files.save(place(u"session.json"_s), "new"_ba));
    QCOMPARE(read(u"session.json"_s), "new"_ba);
    QCOMPARE(modeOf(u"session.json"_s), mode);
    if (isRoot) {
        QCOMPARE(QFileInfo(place(u"session.json"_s)).ownerId(), 65534U);
        QCOMPARE(QFileInfo(place(u"session.json"_s)).groupId(), 65534U);
    }
}

void FilesTest::save_newFile_getsTheUsersMask()
{
    for (const mode_t mask : {mode_t(0022), mode_t(0002), mode_t(0077)}) {
        const QString name = QString::number(mask);
        const mode_t before = ::umask(mask);
        const core::Result<Saved> saved = m_files.save(place(name), "new"_ba);
        ::umask(before);
        QVERIFY(saved);
        QCOMPARE(modeOf(name), int(0666 & ~mask));
    }
}

void FilesTest::save_throughALink_writesItsTarget()
{
    QVERIFY(QDir(m_folder->path()).mkdir(u"elsewhere"_s));
    write(u"elsewhere/real.json"_s, "old"_ba);
    QCOMPARE(::symlink("elsewhere/real.json", encoded(u"middle"_s).constData()), 0);
    QCOMPARE(::symlink("middle", encoded(u"link.json"_s).constData()), 0);
    QVERIFY(m_files.save(place(u"link.json"_s), "new"_ba));
    QCOMPARE(read(u"elsewhere/real.json"_s), "new"_ba);
    QVERIFY(QFileInfo(place(u"link.json"_s)).isSymLink());
    QVERIFY(QFileInfo(place(u"middle"_s)).isSymLink());
    QCOMPARE(m_files.readText(place(u"link.json"_s))->bytes, "new"_ba);
}

void FilesTest::save_ofSeveralHardLinks_saysSo()
{
    write(u"one.json"_s, "old"_ba);
    QCOMPARE(::link(encoded(u"one.json"_s).constData(), encoded(u"two.json"_s).constData()), 0);
    const core::Result<Saved> saved = m_files.save(place(u"one.json"_s), "new"_ba);
    QVERIFY(saved);
    QVERIFY2(saved->note.contains("1 other name"_L1), qPrintable(saved->note));
    QCOMPARE(read(u"one.json"_s), "new"_ba);
    QCOMPARE(read(u"two.json"_s), "old"_ba);
}

void FilesTest::save_intoNoFolder_saysSo()
{
    const core::Result<Saved> saved = m_files.save(place(u"no/session.json"_s), "new"_ba);
    QVERIFY(!saved);
    QCOMPARE(saved.error().code, Error::Code::File);
    QVERIFY2(saved.error().message.contains("folder is not there"_L1), qPrintable(saved.error().message));
    QVERIFY(!QFile::exists(place(u"no"_s)));
}

void FilesTest::unprivileged_isRefusedClearly_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("sentence"); // empty: it works
    QTest::newRow("own file") << QStringList{u"save"_s, u"open/own.json"_s, u"3"_s} << QString();
    QTest::newRow("new file in a read-only folder")
        << QStringList{u"save"_s, u"closed/new.json"_s, u"3"_s} << u"you have no permission"_s;
    QTest::newRow("writable file in a read-only folder")
        << QStringList{u"save"_s, u"closed/file.json"_s, u"3"_s} << u"you have no permission"_s;
    QTest::newRow("write-protected file")
        << QStringList{u"save"_s, u"open/protected.json"_s, u"3"_s} << u"write-protected"_s;
    QTest::newRow("unreadable file") << QStringList{u"read"_s, u"open/secret.json"_s} << u"you have no permission"_s;
    QTest::newRow("folder without access")
        << QStringList{u"read"_s, u"barred/file.json"_s} << u"cannot be reached: you have no permission"_s;
    QTest::newRow("pipe") << QStringList{u"read"_s, u"open/pipe"_s} << u"pipe"_s;
}

void FilesTest::unprivileged_isRefusedClearly()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, sentence);
    const struct
    {
        const char *folder;
        mode_t mode;
    } folders[] = {{"open", 0777}, {"closed", 0555}, {"barred", 0000}};
    for (const auto &row : folders)
        QCOMPARE(::mkdir(encoded(QLatin1String(row.folder)).constData(), 0777), 0);
    for (const QString &name : {u"open/own.json"_s, u"open/protected.json"_s, u"open/secret.json"_s,
                                u"closed/file.json"_s, u"barred/file.json"_s}) {
        write(name, "old"_ba);
        QCOMPARE(::chmod(encoded(name).constData(), 0666), 0);
    }
    QCOMPARE(::chmod(encoded(u"open/protected.json"_s).constData(), 0444), 0);
    QCOMPARE(::chmod(encoded(u"open/secret.json"_s).constData(), 0000), 0);
    QCOMPARE(::mkfifo(encoded(u"open/pipe"_s).constData(), 0666), 0);
    for (const auto &row : folders)
        QCOMPARE(::chmod(encoded(QLatin1String(row.folder)).constData(), row.mode), 0);
    QCOMPARE(::chmod(QFile::encodeName(m_folder->path()).constData(), 0755), 0);
    const auto reopen = qScopeGuard([&] {
        for (const auto &row : folders)
            ::chmod(encoded(QLatin1String(row.folder)).constData(), 0777);
    });

    QProcess helper;
    if (::geteuid() == 0) { // root may do everything: become nobody
        helper.setChildProcessModifier([] {
            if (::setgid(65534) != 0 || ::setuid(65534) != 0)
                ::_exit(77);
        });
    }
    arguments[1] = place(arguments.at(1));
    helper.start(QStringLiteral(SC_SAVE_HELPER), arguments);
    if (!helper.waitForStarted())
        QSKIP("another user may not run the helper in this build folder");
    QVERIFY(helper.waitForFinished());
    QVERIFY2(helper.exitCode() != 77, "cannot become another user");
    const QString told = QString::fromUtf8(helper.readAllStandardError());
    QCOMPARE(helper.exitCode(), sentence.isEmpty() ? 0 : 1);
    QVERIFY2(told.contains(sentence), qPrintable(told));
    if (!sentence.isEmpty() && !arguments.at(1).contains("pipe"_L1) && !arguments.at(1).contains("new"_L1)
        && ::geteuid() == 0)
        QCOMPARE(read(arguments.at(1).mid(m_folder->path().size() + 1)), "old"_ba);
}

QTEST_GUILESS_MAIN(FilesTest)
#include "tst_files.moc"
