// SPDX-License-Identifier: GPL-3.0-or-later
// A regression run over a library of sixty templates, against a service that stores as Graph does and one that stores
// wrongly: every fault is found, and none that is not there. An independent reader reads the results.
#include "program.h"

#include "sourcedir.h"
#include "support/sixtytemplates.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using support::LibraryTemplate;

class CliRegressionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void expectations_findEveryFault_data();
    void expectations_findEveryFault();
    void baselines_findEveryFault();

private:
    /// The paths of the templates that failed in a run against a sandbox with this rehearsal; all others passed.
    QSet<QString> failedIn(const QString &rehearsal, const QStringList &options = {});
    /// The results as an independent reader prints them.
    QStringList resultsIn(const QString &file) const;
    /// Tells the figures, and whether what failed is what should.
    static void compare(const QSet<QString> &failed, const QSet<QString> &expected);

    QTemporaryDir m_folder;
    QList<LibraryTemplate> m_library = support::sixtyTemplates();
};

namespace {

template<typename Predicate> QSet<QString> pathsOf(const QList<LibraryTemplate> &library, Predicate isWanted)
{
    QSet<QString> paths;
    for (const LibraryTemplate &one : library) {
        if (isWanted(one))
            paths += one.path;
    }
    return paths;
}

/// The root of the sandbox that runs in `process`.
QString startSandbox(QProcess &process, const QString &rehearsal)
{
    process.setProcessEnvironment(cleanEnvironment());
    process.start(QStringLiteral(SC_CLI), {u"sandbox"_s, u"--rehearse"_s, rehearsal});
    while (!process.canReadLine() && process.waitForReadyRead(10'000)) { }
    return QString::fromUtf8(process.readLine()).trimmed();
}

} // namespace

void CliRegressionTest::initTestCase()
{
    QCOMPARE(m_library.size(), 60);
    for (const LibraryTemplate &one : std::as_const(m_library)) {
        const core::Result<QByteArray> text = session::templateText(one.content);
        QVERIFY2(text, text ? "" : qPrintable(text.error().message));
        const QString path = m_folder.filePath(one.path);
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(*text) == text->size());
    }
}

QStringList CliRegressionTest::resultsIn(const QString &file) const
{
    QProcess reader;
    reader.start(QStringLiteral(SC_PYTHON), {u"-B"_s, QStringLiteral(SC_SOURCE_DIR "/tests/cli/readjunit.py"), file});
    reader.waitForFinished();
    const QByteArray complaint = reader.readAllStandardError();
    if (reader.exitStatus() != QProcess::NormalExit || reader.exitCode() != 0)
        qWarning("the reader refuses the file: %s", complaint.constData());
    QString text = QString::fromUtf8(reader.readAllStandardOutput());
    return text.replace(m_folder.path() + u'/', QString()).split(u'\n', Qt::SkipEmptyParts);
}

QSet<QString> CliRegressionTest::failedIn(const QString &rehearsal, const QStringList &options)
{
    QProcess sandbox;
    const QString root = startSandbox(sandbox, rehearsal);
    const QString file = m_folder.filePath(u"results.xml"_s);
    QFile::remove(file);
    const Ended ended
        = runCli(QStringList{u"submit"_s, m_folder.path(), u"--base-url"_s, root, u"--junit"_s, file} + options);
    sandbox.terminate();
    sandbox.waitForFinished();
    const QStringList results = resultsIn(file);
    QSet<QString> failed;
    for (const QString &result : results) {
        if (result.endsWith(" failure"_L1))
            failed += result.chopped(qstrlen(" failure"));
        else if (!result.endsWith(" passed"_L1))
            qWarning("neither passed nor failed: %s", qPrintable(result));
    }
    if (results.size() != m_library.size() || ended.exitCode != (failed.isEmpty() ? 0 : 1))
        qWarning("%d results, exit code %d: %s", int(results.size()), ended.exitCode, ended.err.constData());
    return failed;
}

void CliRegressionTest::compare(const QSet<QString> &failed, const QSet<QString> &expected)
{
    QStringList missed = (expected - failed).values();
    QStringList falseOnes = (failed - expected).values();
    missed.sort();
    falseOnes.sort();
    qInfo("60 templates: %d faults planted, %d found, %d missed, %d false", int(expected.size()),
          int((expected & failed).size()), int(missed.size()), int(falseOnes.size()));
    QVERIFY2(missed.isEmpty(), qPrintable(missed.join(u' ')));
    QVERIFY2(falseOnes.isEmpty(), qPrintable(falseOnes.join(u' ')));
}

void CliRegressionTest::expectations_findEveryFault_data()
{
    QTest::addColumn<QString>("rehearsal");
    QTest::addColumn<QSet<QString>>("expected");
    QTest::newRow("stores as Graph") << u"stores-as-graph"_s
                                     << pathsOf(m_library, [](const LibraryTemplate &one) { return one.isPlanted; });
    QTest::newRow("stores wrongly") << u"stores-wrongly"_s << pathsOf(m_library, [](const LibraryTemplate &one) {
        return one.isPlanted || one.wantsAllBack;
    });
}

void CliRegressionTest::expectations_findEveryFault()
{
    QFETCH(const QString, rehearsal);
    QFETCH(const QSet<QString>, expected);
    compare(failedIn(rehearsal), expected);
}

void CliRegressionTest::baselines_findEveryFault()
{
    const QSet<QString> planted = pathsOf(m_library, [](const LibraryTemplate &one) { return one.isPlanted; });
    compare(failedIn(u"stores-as-graph"_s, {u"--accept-baseline"_s}), planted);
    compare(failedIn(u"stores-as-graph"_s), planted);
    // Of what only a 201 is expected, the baseline tells now that it is stored wrongly.
    compare(failedIn(u"stores-wrongly"_s),
            pathsOf(m_library, [](const LibraryTemplate &one) { return one.isPlanted || one.isStored; }));
}

QTEST_GUILESS_MAIN(CliRegressionTest)
#include "tst_regression.moc"
