// SPDX-License-Identifier: GPL-3.0-or-later
// docs/promises.md F1: "saved" is true. Every system call of a save fails once in every way, and the file on the disk,
// the answer and the order of the calls are compared.
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace {

const QString traced = u"trace=write,openat,?rename,?renameat,?renameat2,fdatasync,fsync"_s;

/// One system call as strace wrote it down: `fsync(3) = 0`.
struct Call
{
    QString name;
    QString arguments;
    bool succeeded = false;
};

/// One run of the helper under strace.
struct Run
{
    int exitCode = -1;
    QString message;
    QList<Call> calls;

    qsizetype count(const QString &name) const
    {
        return std::count_if(calls.cbegin(), calls.cend(), [&name](const Call &call) { return call.name == name; });
    }
};

qsizetype lastOf(const QList<Call> &calls, const std::function<bool(const Call &)> &matches)
{
    for (qsizetype row = calls.size() - 1; row >= 0; --row) {
        if (matches(calls.at(row)))
            return row;
    }
    return -1;
}

/// Whether the calls make a save durable: all written, then the file synced, then renamed, then the folder synced.
bool isDurable(const QList<Call> &calls)
{
    const qsizetype written = lastOf(
        calls, [](const Call &call) { return call.name == "write"_L1 && call.arguments.contains("\"nnn"_L1); });
    const qsizetype renamed
        = lastOf(calls, [](const Call &call) { return call.name.startsWith("rename"_L1) && call.succeeded; });
    const auto isOk = [&calls](qsizetype row, QLatin1String name, const QString &descriptor) {
        const Call &call = calls.at(row);
        return call.name == name && call.succeeded && (descriptor.isEmpty() || call.arguments == descriptor);
    };
    if (written < 0 || renamed < written)
        return false;
    const QString descriptor = calls.at(written).arguments.section(u',', 0, 0);
    bool isFileSynced = false;
    for (qsizetype row = written + 1; row < renamed; ++row)
        isFileSynced = isFileSynced || isOk(row, "fdatasync"_L1, descriptor);
    bool isFolderSynced = false;
    for (qsizetype row = renamed + 1; row < calls.size(); ++row)
        isFolderSynced = isFolderSynced || isOk(row, "fsync"_L1, {});
    return isFileSynced && isFolderSynced;
}

} // namespace

class FaultSweepTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void withoutFaults_syncsFileThenRenamesThenSyncsFolder_data();
    void withoutFaults_syncsFileThenRenamesThenSyncsFolder();
    void throughALink_syncsTheFolderOfTheTarget();
    void everyFault_keepsOldOrNewAndTellsTheTruth_data();
    void everyFault_keepsOldOrNewAndTellsTheTruth();
    void cleanupTestCase();

private:
    /// Saves `size` bytes over an old file; `fault` is strace's `inject=…`, or empty.
    Run save(int size, const QString &fault);
    QByteArray onDisk() const;
    QStringList leftOvers() const;

    const QByteArray m_old = "{\"old\": true}\n"_ba;
    QTemporaryDir m_folder;
    QString m_path;
    QString m_strace;
    int m_runs = 0;
    int m_refused = 0;
    int m_saved = 0;
    int m_torn = 0;
    int m_falseSuccesses = 0;
};

void FaultSweepTest::initTestCase()
{
    m_strace = QStandardPaths::findExecutable(u"strace"_s);
    if (m_strace.isEmpty())
        QSKIP("strace is not installed");
    QVERIFY(QDir(m_folder.path()).mkdir(u"files"_s));
    m_path = m_folder.filePath(u"files/session.json"_s);
    if (save(3, {}).calls.isEmpty())
        QSKIP("strace may not trace here");
}

Run FaultSweepTest::save(int size, const QString &fault)
{
    QDir(m_folder.filePath(u"files"_s)).removeRecursively();
    QDir(m_folder.path()).mkdir(u"files"_s);
    QFile old(m_path);
    if (!old.open(QIODevice::WriteOnly) || old.write(m_old) != m_old.size())
        return {};
    old.close();
    const QString log = m_folder.filePath(u"trace"_s);
    QStringList arguments{u"-o"_s, log, u"-s"_s, u"4"_s, u"-e"_s, traced};
    if (!fault.isEmpty())
        arguments += {u"-e"_s, fault};
    arguments += {QStringLiteral(SC_SAVE_HELPER), u"save"_s, m_path, QString::number(size)};

    Run run;
    QProcess process;
    process.start(m_strace, arguments);
    if (!process.waitForFinished() || process.exitStatus() != QProcess::NormalExit)
        return run;
    run.exitCode = process.exitCode();
    run.message = QString::fromUtf8(process.readAllStandardError());
    static const QRegularExpression line(u"^(\\w+)\\((.*)\\)\\s+= (-?\\d+)"_s);
    QFile trace(log);
    if (!trace.open(QIODevice::ReadOnly))
        return run;
    while (!trace.atEnd()) {
        const QRegularExpressionMatch match = line.match(QString::fromUtf8(trace.readLine()));
        if (match.hasMatch())
            run.calls.append({match.captured(1), match.captured(2), match.captured(3).toInt() >= 0});
    }
    return run;
}

QByteArray FaultSweepTest::onDisk() const
{
    QFile file(m_path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList FaultSweepTest::leftOvers() const
{
    QStringList files = QFileInfo(m_path).dir().entryList(QDir::Files | QDir::Hidden);
    files.removeAll(QFileInfo(m_path).fileName());
    return files;
}

void FaultSweepTest::withoutFaults_syncsFileThenRenamesThenSyncsFolder_data()
{
    QTest::addColumn<int>("size");
    QTest::newRow("fits into Qt's buffer") << 100;
    QTest::newRow("is the buffer") << 16384;
    QTest::newRow("goes past it") << 20000;
}

void FaultSweepTest::withoutFaults_syncsFileThenRenamesThenSyncsFolder()
{
    QFETCH(int, size);
    const Run run = save(size, {});
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(onDisk(), QByteArray(size, 'n'));
    QVERIFY(isDurable(run.calls));
    QCOMPARE(leftOvers(), QStringList());
}

void FaultSweepTest::throughALink_syncsTheFolderOfTheTarget()
{
    const QString real = m_path;
    m_path = m_folder.filePath(u"link.json"_s);
    QVERIFY(QFile::link(real, m_path));
    const Run run = save(3, {});
    m_path = real;
    QCOMPARE(run.exitCode, 0);
    const QString folder = u'"' + QFileInfo(real).path() + u"\", O_RDONLY"_s;
    QVERIFY(std::any_of(run.calls.cbegin(), run.calls.cend(), [&folder](const Call &call) {
        return call.name == "openat"_L1 && call.succeeded && call.arguments.contains(folder);
    }));
}

void FaultSweepTest::everyFault_keepsOldOrNewAndTellsTheTruth_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<QString>("call");
    QTest::addColumn<QString>("fault");
    for (const int size : {100, 20000}) {
        for (const char *call : {"write", "openat", "rename", "renameat", "renameat2", "fdatasync", "fsync"}) {
            for (const char *fault : {"ENOSPC", "EIO", "EACCES", "EMFILE"})
                QTest::addRow("%d bytes, %s, %s", size, call, fault)
                    << size << QString::fromLatin1(call) << QString::fromLatin1(fault);
        }
    }
}

void FaultSweepTest::everyFault_keepsOldOrNewAndTellsTheTruth()
{
    QFETCH(int, size);
    QFETCH(QString, call);
    QFETCH(QString, fault);
    const QByteArray fresh(size, 'n');
    const qsizetype calls = save(size, {}).count(call);
    for (qsizetype number = 1; number <= calls; ++number) {
        const Run run = save(size, u"inject=%1:error=%2:when=%3"_s.arg(call, fault).arg(number));
        const QByteArray disk = onDisk();
        const QString what = u"call %1: exit %2, %3"_s.arg(number).arg(run.exitCode).arg(run.message);
        ++m_runs;
        ++(run.exitCode == 0 ? m_saved : m_refused);
        const bool isTorn = disk != m_old && disk != fresh;
        const bool isFalse = run.exitCode == 0 && (disk != fresh || !isDurable(run.calls));
        m_torn += isTorn;
        m_falseSuccesses += isFalse;
        QVERIFY2(run.exitCode >= 0, qPrintable(what));
        QVERIFY2(!isTorn, qPrintable(what));
        QVERIFY2(!isFalse, qPrintable(what));
        if (run.exitCode == 0)
            continue;
        // Only the very last step, the folder's fsync, comes after the new text took the old one's place.
        QCOMPARE(disk, call == "fsync"_L1 ? fresh : m_old);
        QVERIFY(!run.message.isEmpty());
        QCOMPARE(leftOvers(), QStringList());
    }
}

void FaultSweepTest::cleanupTestCase()
{
    qInfo("%d faults: %d saves refused, %d true successes; %d torn files, %d false successes", m_runs, m_refused,
          m_saved, m_torn, m_falseSuccesses);
}

QTEST_GUILESS_MAIN(FaultSweepTest)
#include "tst_faultsweep.moc"
