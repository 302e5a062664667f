// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/arguments.h"

#include "cli/verbs.h"
#include "core/identity.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using cli::Answer;
using cli::Command;
using cli::CompareOptions;
using cli::FormatOptions;
using cli::SandboxOptions;
using cli::SubmitOptions;
using cli::ValidateOptions;
using std::chrono::milliseconds;

Q_DECLARE_METATYPE(Command)

class ArgumentsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void right_isRead_data();
    void right_isRead();
    void wrong_isOneSentence_data();
    void wrong_isOneSentence();
    void help_namesEveryOption();
    void version_isThePrograms();
    void tokenTypedAsAnArgument_isNotRepeated();

private:
    /// `line` split at blanks; `''` is an empty argument.
    static core::Result<Command> read(const QString &line);
};

core::Result<Command> ArgumentsTest::read(const QString &line)
{
    QStringList arguments{u"session-composer-cli"_s};
    for (const QString &word : line.split(u' ', Qt::SkipEmptyParts))
        arguments.append(word == "''"_L1 ? QString() : word);
    return cli::readArguments(arguments);
}

void ArgumentsTest::right_isRead_data()
{
    using Output = SubmitOptions::Output;
    using Format = cli::ReportOptions::Format;
    QTest::addColumn<QString>("line");
    QTest::addColumn<Command>("expected");

    SubmitOptions sandbox;
    sandbox.files = QStringList{u"a"_s};
    SubmitOptions service = sandbox;
    service.target.baseUrl = u"http://h/"_s;
    service.target.callRecordId = u"7"_s;
    const auto with = [](SubmitOptions options, auto change) {
        change(options);
        return Command(options);
    };
    const auto row
        = [](const char *line, const Command &command) { QTest::newRow(line) << QString::fromLatin1(line) << command; };
    row("submit a --sandbox", Command(sandbox));
    row("submit --sandbox a", Command(sandbox));
    row("submit a --base-url http://h/ --call-record 7", Command(service));
    row("submit a --base-url=http://h/ --call-record=7", Command(service));
    row("submit a --sandbox --api-version beta", with(sandbox, [](auto &o) { o.target.apiVersion = u"beta"_s; }));
    row("submit a --sandbox --call-record ''", with(sandbox, [](auto &o) { o.target.callRecordId = QString(u""_s); }));
    row("submit a --sandbox --call-record --x", with(sandbox, [](auto &o) { o.target.callRecordId = u"--x"_s; }));
    row("submit a --sandbox --ref", with(sandbox, [](auto &o) { o.target.postsToRef = true; }));
    row("submit a --sandbox --token-env T", with(sandbox, [](auto &o) { o.tokenVariable = u"T"_s; }));
    row("submit a --sandbox --token-file t", with(sandbox, [](auto &o) { o.tokenFile = u"t"_s; }));
    row("submit a --sandbox --timeout 2", with(sandbox, [](auto &o) { o.timeout = milliseconds(2000); }));
    row("submit a --sandbox --timeout 0.25", with(sandbox, [](auto &o) { o.timeout = milliseconds(250); }));
    row("submit a --sandbox --output exchange", with(sandbox, [](auto &o) { o.output = Output::Exchange; }));
    row("submit a --sandbox --junit f.xml", with(sandbox, [](auto &o) { o.junitFile = u"f.xml"_s; }));
    row("submit a --sandbox --no-baseline", with(sandbox, [](auto &o) { o.usesBaselines = false; }));
    row("submit a --sandbox --accept-baseline", with(sandbox, [](auto &o) { o.acceptsBaselines = true; }));
    row("submit a --sandbox --history", with(sandbox, [](auto &o) { o.keepsHistory = true; }));
    row("submit a --sandbox --count 1", with(sandbox, [](auto &o) { o.count = 1; }));
    row("submit a --sandbox --count 1 --output body", with(sandbox, [](auto &o) {
            o.count = 1;
            o.output = Output::Body;
        }));
    row("submit a b --sandbox", with(sandbox, [](auto &o) { o.files = QStringList{u"a"_s, u"b"_s}; }));
    row("submit --sandbox -- --ref", with(sandbox, [](auto &o) { o.files = QStringList{u"--ref"_s}; }));
    row("submit a --base-url http://h/", with(service, [](auto &o) { o.target.callRecordId.reset(); }));
    row("submit a --sandbox --variable a=b=c --variable d=", with(sandbox, [](auto &o) {
            o.target.variables = {{u"a"_s, u"b=c"_s}, {u"d"_s, u""_s}};
        }));
    const std::chrono::system_clock::time_point moment(std::chrono::nanoseconds(14'276'722'800));
    row("format a", Command(FormatOptions{u"a"_s, {}, {}, {}}));
    row("format a --at 1970-01-01T01:00:14.2767228+01:00 --seed 7", Command(FormatOptions{u"a"_s, {}, moment, 7}));
    row("format a --base-url http://h/ --call-record 7 --ref",
        Command(FormatOptions{u"a"_s, {u"http://h/"_s, {}, u"7"_s, true, {}}, {}, {}}));
    row("validate a b", Command(ValidateOptions{{u"a"_s, u"b"_s}, cli::ListOutput::Text, {}}));
    row("validate a --variable n=v",
        Command(ValidateOptions{{u"a"_s}, cli::ListOutput::Text, {{}, {}, {}, false, {{u"n"_s, u"v"_s}}}}));
    row("compare a b", Command(CompareOptions{u"a"_s, u"b"_s, cli::ListOutput::Text}));
    row("compare --output json b a", Command(CompareOptions{u"b"_s, u"a"_s, cli::ListOutput::Json}));
    row("validate a --output json", Command(ValidateOptions{{u"a"_s}, cli::ListOutput::Json, {}}));
    row("history list", Command(cli::HistoryListOptions{}));
    row("history list --filter a --output json", Command(cli::HistoryListOptions{u"a"_s, cli::ListOutput::Json}));
    row("history show 7", Command(cli::HistoryShowOptions{7}));
    row("history export 7 9 e.zip", Command(cli::HistoryExportOptions{{7, 9}, u"e.zip"_s}));
    row("report 7 --format har f", Command(cli::ReportOptions{{7}, Format::Har, u"f"_s}));
    row("report --format html 1 2 3", Command(cli::ReportOptions{{1, 2}, Format::Html, u"3"_s}));
    row("report 1 f --format markdown", Command(cli::ReportOptions{{1}, Format::Markdown, u"f"_s}));
    row("sandbox", Command(SandboxOptions{}));
    row("sandbox --port 65535 --rehearse 429:2 --require-token", Command(SandboxOptions{65535, u"429:2"_s, true}));
}

void ArgumentsTest::right_isRead()
{
    QFETCH(QString, line);
    QFETCH(Command, expected);
    const core::Result<Command> command = read(line);
    QVERIFY2(command, command ? "" : qPrintable(command.error().message));
    QVERIFY(*command == expected);
}

void ArgumentsTest::wrong_isOneSentence_data()
{
    QTest::addColumn<QString>("part");
    const auto row = [](const char *line, const QString &part) { QTest::newRow(line) << part; };
    row("", u"A verb is missing"_s);
    row("merge a b", u"no verb “merge”"_s);
    row("History", u"no verb “History”"_s);
    for (const char *line : {"history", "history clear", "history list 1", "history show", "history show 0",
                             "history show 1 2", "history show x", "history show 1 --output json", "history export",
                             "history export 1", "history export x f", "history export 1 f --filter a"})
        row(line, u"history wants list, or show"_s);
    row("history list --output body", u"text or json"_s);
    for (const char *line : {"report", "report 1", "report --format har", "report x f --format har", "report f 1 f"})
        row(line, u"report wants the IDs"_s);
    for (const char *line : {"report 1 f", "report 1 f --format", "report 1 f --format pdf", "report 1 f --format HAR"})
        row(line, QString::fromLatin1(line).endsWith("--format"_L1) ? u"format"_s : u"report wants --format"_s);
    row("history list --history", u"history"_s);
    row("Submit a --sandbox", u"no verb “Submit”"_s);
    row("--sandbox submit a", u"no verb “--sandbox”"_s);
    row("submit --sandbox", u"submit wants a FILE"_s);
    row("submit a", u"either --sandbox or --base-url"_s);
    row("submit a --sandbox --base-url http://h --call-record 1", u"either --sandbox or --base-url"_s);
    for (const char *line :
         {"submit a --sandbox --variable x", "submit a --sandbox --variable =x", "format a --variable ''"})
        row(line, u"--variable wants NAME=VALUE"_s);
    row("validate a --variable x=1 --variable x=2", u"--variable x stands twice"_s);
    for (const char *line :
         {"format a --at now", "format a --at 2017-01-01T00:00:00", "format a --at 9999-01-01T00:00:00Z"})
        row(line, u"--at wants a time"_s);
    row("format a --seed 0", u"--seed"_s);
    row("format a --seed 1 --seed 1", u"twice"_s);
    row("format a --sandbox", u"sandbox"_s);
    row("submit a --sandbox --token-env A --token-file b", u"either --token-env or --token-file"_s);
    row("submit a --sandbox --token abc", u"token"_s);
    row("submit a --sandbox --count 0", u"--count"_s);
    row("submit a --sandbox --count -1", u"--count"_s);
    row("submit a --sandbox --count +1", u"--count"_s);
    row("submit a --sandbox --count 1.5", u"--count"_s);
    row("submit a --sandbox --count 99999999999", u"--count"_s);
    row("submit a --sandbox --count", u"count"_s);
    row("submit a --sandbox --timeout 0", u"--timeout"_s);
    row("submit a --sandbox --timeout 0.0001", u"--timeout"_s);
    row("submit a --sandbox --timeout -1", u"--timeout"_s);
    row("submit a --sandbox --timeout inf", u"--timeout"_s);
    row("submit a --sandbox --timeout 1e3", u"--timeout"_s);
    row("submit a --sandbox --output xml", u"body or exchange"_s);
    row("submit a b --sandbox --output body", u"one POST"_s);
    row("submit a --sandbox --count 2 --output body", u"one POST"_s);
    row("submit a --sandbox --accept-baseline --no-baseline", u"neither --no-baseline nor --count"_s);
    row("submit a --sandbox --accept-baseline --count 1", u"neither --no-baseline nor --count"_s);
    row("submit a --sandbox --ref --ref", u"twice"_s);
    row("submit a --sandbox=1", u"sandbox"_s);
    row("submit a --sandbox --port 1", u"port"_s);
    row("format", u"format wants a FILE"_s);
    row("format a b", u"one FILE only"_s);
    row("format a --output json", u"output"_s);
    row("validate", u"validate wants a FILE"_s);
    row("validate a --output body", u"text or json"_s);
    row("compare a b --output body", u"text or json"_s);
    row("compare a", u"compare wants two files, SENT and RETURNED"_s);
    row("compare a b c", u"compare wants two files, SENT and RETURNED"_s);
    row("sandbox a", u"takes no FILE"_s);
    row("sandbox --port 0", u"--port"_s);
    row("sandbox --port 65536", u"--port"_s);
    row("sandbox --port http", u"--port"_s);
    row("sandbox --rehearse ''", u"--rehearse"_s);
    row("sandbox --sandbox", u"sandbox"_s);
}

void ArgumentsTest::wrong_isOneSentence()
{
    QFETCH(QString, part);
    const core::Result<Command> command = read(QString::fromUtf8(QTest::currentDataTag()));
    QVERIFY(!command);
    QCOMPARE(command.error().code, core::Error::Code::Input);
    QVERIFY2(command.error().message.contains(part), qPrintable(command.error().message));
    QVERIFY(command.error().message.endsWith(u'.'));
    QVERIFY(!command.error().message.contains(u'\n'));
}

void ArgumentsTest::help_namesEveryOption()
{
    for (const QString &line : {u"--help"_s, u"-h"_s}) {
        const core::Result<Command> command = read(line);
        QVERIFY(command);
        for (const cli::VerbRow &verb : cli::verbs())
            QVERIFY(std::get<Answer>(*command).text.contains(QLatin1String(verb.name)));
    }
    for (const cli::VerbRow &verb : cli::verbs()) {
        const core::Result<Command> command = read(QLatin1String(verb.name) + " --help"_L1);
        QVERIFY(command);
        const QString text = std::get<Answer>(*command).text;
        QVERIFY(text.startsWith("Usage: session-composer-cli "_L1 + QLatin1String(verb.name)));
        for (const cli::OptionRow &option : verb.options)
            QVERIFY2(text.contains("  --"_L1 + QLatin1String(option.name)), option.name);
    }
}

void ArgumentsTest::version_isThePrograms()
{
    for (const QString &line : {u"--version"_s, u"-v"_s, u"submit --version"_s}) {
        const core::Result<Command> command = read(line);
        QVERIFY(command);
        QCOMPARE(std::get<Answer>(*command).text, u"session-composer-cli %1\n"_s.arg(core::applicationVersion()));
    }
}

void ArgumentsTest::tokenTypedAsAnArgument_isNotRepeated()
{
    for (const QString &line : {u"submit a --sandbox --token=canary"_s, u"submit a --sandbox --token canary"_s,
                                u"submit a --sandbox --tokencanary"_s.replace("canary"_L1, "=canary"_L1)}) {
        const core::Result<Command> command = read(line);
        QVERIFY(!command);
        QVERIFY2(!command.error().message.contains("canary"_L1), qPrintable(command.error().message));
    }
}

QTEST_GUILESS_MAIN(ArgumentsTest)
#include "tst_arguments.moc"
