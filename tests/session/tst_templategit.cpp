// SPDX-License-Identifier: GPL-3.0-or-later
// Sixty templates in a git repository, edited on two branches: every diff is the lines that were meant, and what
// changed different members merges by itself.
#include "support/sixtytemplates.h"

#include "json/edit.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using session::Template;
using support::LibraryTemplate;

namespace {

/// One edit of a template, with the lines that git is to show.
struct Edit
{
    const char *name;
    void (*change)(Template &content);
    const char *lines; ///< With %1 for the number of the template.
};

void setInSession(Template &content, const QString &member, const QJsonValue &value)
{
    QJsonObject session = QJsonDocument::fromJson(content.body).object();
    session.insert(member, value);
    content.body = json::canonical(session);
}

// No two of them stand on neighbouring lines, which git would take for one change.
constexpr Edit edits[] = {
    {"description", [](Template &c) { c.description = u"Another description."_s; },
     "-    \"description\": \"What the service makes of call %1.\",\n"
     "+    \"description\": \"Another description.\",\n"},
    {"header", [](Template &c) { c.headers[0].value = u"return=minimal"_s; },
     "-            \"value\": \"return=representation\"\n"
     "+            \"value\": \"return=minimal\"\n"},
    {"name", [](Template &c) { c.name = u"Ünïcode “call”"_s; },
     "-    \"name\": \"Call %1\",\n"
     "+    \"name\": \"Ünïcode “call”\",\n"},
    {"member of the session", [](Template &c) { setInSession(c, u"aaa"_s, 1); }, "+        \"aaa\": 1,\n"},
    {"tag", [](Template &c) { c.tags.insert(1, u"slow"_s); }, "+        \"slow\",\n"},
    {"target", [](Template &c) { c.target.version = u"beta"_s; },
     "-        \"version\": \"v1.0\"\n"
     "+        \"version\": \"beta\"\n"},
    {"member of a later version", [](Template &c) { c.others.insert(u"sss"_s, true); }, "+    \"sss\": true,\n"},
};
constexpr int editCount = int(std::size(edits));

const Edit &oursFor(int number)
{
    return edits[number % editCount];
}

/// Another edit than ours; each pair comes about once.
const Edit &theirsFor(int number)
{
    return edits[(number + 1 + number / editCount % (editCount - 1)) % editCount];
}

} // namespace

class TemplateGitTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void branches_mergeByThemselves();

private:
    /// Runs git in the repository and gives what it prints; a failure is told, and is one of the test.
    QByteArray git(const QStringList &arguments);
    QByteArray read(const QString &path) const;
    void write(const QString &path, const Template &content);
    /// Makes one edit in each template as the program does: read, change, write.
    void editAll(const Edit &(*editFor)(int));
    /// How many of the sixty diffs since the commit before are not just the lines that were meant.
    int otherDiffs(const Edit &(*editFor)(int));

    QTemporaryDir m_folder;
    QList<LibraryTemplate> m_library = support::sixtyTemplates();
};

void TemplateGitTest::initTestCase()
{
    if (QStandardPaths::findExecutable(u"git"_s).isEmpty())
        QSKIP("git is not installed");
}

QByteArray TemplateGitTest::git(const QStringList &arguments)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const QStringList names = environment.keys();
    for (const QString &name : names) {
        if (name.startsWith("GIT_"_L1)) // the test may run inside of a hook
            environment.remove(name);
    }
    environment.insert(u"GIT_CONFIG_GLOBAL"_s, u"/dev/null"_s);
    environment.insert(u"GIT_CONFIG_NOSYSTEM"_s, u"1"_s);
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(m_folder.path());
    process.start(u"git"_s,
                  QStringList{u"-c"_s, u"user.name=Tester"_s, u"-c"_s, u"user.email=tester@example.org"_s, u"-c"_s,
                              u"core.quotePath=false"_s, u"-c"_s, u"commit.gpgSign=false"_s}
                      + arguments);
    process.waitForFinished();
    const QByteArray out = process.readAllStandardOutput();
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        qWarning("git %s: %s%s", qPrintable(arguments.join(u' ')), out.constData(),
                 process.readAllStandardError().constData());
    return out;
}

QByteArray TemplateGitTest::read(const QString &path) const
{
    QFile file(m_folder.filePath(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TemplateGitTest::write(const QString &path, const Template &content)
{
    const core::Result<QByteArray> text = session::templateText(content);
    QVERIFY2(text, text ? "" : qPrintable(text.error().message));
    const QString place = m_folder.filePath(path);
    QVERIFY(QDir().mkpath(QFileInfo(place).path()));
    QFile file(place);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(*text) == text->size());
}

void TemplateGitTest::editAll(const Edit &(*editFor)(int))
{
    for (int number = 0; number < m_library.size(); ++number) {
        const QString &path = m_library.at(number).path;
        core::Result<session::TemplateFile> file = session::readTemplate(read(path));
        QVERIFY2(file, qPrintable(path));
        editFor(number).change(file->content);
        write(path, file->content);
    }
    git({u"commit"_s, u"-q"_s, u"-a"_s, u"-m"_s, u"edit"_s});
}

int TemplateGitTest::otherDiffs(const Edit &(*editFor)(int))
{
    int others = 0;
    for (int number = 0; number < m_library.size(); ++number) {
        const QByteArray diff = git({u"diff"_s, u"-U0"_s, u"HEAD~1"_s, u"--"_s, m_library.at(number).path});
        QByteArray lines;
        for (const QByteArray &line : diff.mid(diff.indexOf("\n@@ ") + 1).split('\n')) {
            if (line.startsWith('+') || line.startsWith('-') || line.startsWith('\\'))
                lines += line + '\n';
        }
        const QString meant = QString::fromUtf8(editFor(number).lines).replace("%1"_L1, QString::number(number));
        if (QString::fromUtf8(lines) == meant)
            continue;
        ++others;
        qInfo("%s, %s:\n%s", qPrintable(m_library.at(number).path), editFor(number).name, lines.constData());
    }
    return others;
}

void TemplateGitTest::branches_mergeByThemselves()
{
    git({u"init"_s, u"-q"_s, u"-b"_s, u"ours"_s});
    for (const LibraryTemplate &one : std::as_const(m_library))
        write(one.path, one.content);
    git({u"add"_s, u"."_s});
    git({u"commit"_s, u"-q"_s, u"-m"_s, u"sixty templates"_s});
    git({u"branch"_s, u"theirs"_s});

    editAll(oursFor);
    const int othersOfOurs = otherDiffs(oursFor);
    git({u"switch"_s, u"-q"_s, u"theirs"_s});
    editAll(theirsFor);
    const int othersOfTheirs = otherDiffs(theirsFor);
    git({u"switch"_s, u"-q"_s, u"ours"_s});
    git({u"merge"_s, u"-q"_s, u"theirs"_s});

    int wrong = 0;
    QSet<QString> pairs;
    for (int number = 0; number < m_library.size(); ++number) {
        Template both = m_library.at(number).content;
        oursFor(number).change(both);
        theirsFor(number).change(both);
        pairs += QString::fromLatin1(oursFor(number).name) + u'/' + QString::fromLatin1(theirsFor(number).name);
        const QByteArray merged = read(m_library.at(number).path);
        const core::Result<session::TemplateFile> file = session::readTemplate(merged);
        const bool isRight = file && file->content == both && session::templateText(both).value_or({}) == merged;
        wrong += isRight ? 0 : 1;
    }
    qInfo("60 templates on two branches: %d and %d diffs with other lines than were meant, %d pairs of members, "
          "%d merged wrongly or not at all",
          othersOfOurs, othersOfTheirs, int(pairs.size()), wrong);
    QCOMPARE(othersOfOurs, 0);
    QCOMPARE(othersOfTheirs, 0);
    QCOMPARE(wrong, 0);
}

QTEST_GUILESS_MAIN(TemplateGitTest)
#include "tst_templategit.moc"
