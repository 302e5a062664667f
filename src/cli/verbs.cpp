// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/verbs.h"

#include <QCoreApplication>

#include <limits>

using namespace Qt::StringLiterals;

namespace cli {
namespace {

constexpr int anyNumber = std::numeric_limits<int>::max();
constexpr int columnWidth = 24;

QString tr(const char *text)
{
    return QCoreApplication::translate("cli", text);
}

QString row(const QString &left, const QString &right)
{
    return "  "_L1 + left.leftJustified(columnWidth - 1) + ' '_L1 + right + '\n'_L1;
}

QString commonRows()
{
    return row(u"-h, --help"_s, tr("Print this and exit."))
        + row(u"-v, --version"_s, tr("Print the version and exit."));
}

constexpr OptionRow variableRow{"variable", "NAME=VALUE",
                                QT_TRANSLATE_NOOP("cli", "Put VALUE for {{env:NAME}} in templates; repeatable.")};
constexpr OptionRow versionRow{
    "api-version", "VERSION",
    QT_TRANSLATE_NOOP("cli", "The version in the path; else the template's, localtest with --sandbox, v1.0.")};
constexpr OptionRow refRow{"ref", nullptr, QT_TRANSLATE_NOOP("cli", "Post to the path that ends in /sessions/$ref.")};

QList<OptionRow> submitOptions()
{
    return {
        {"sandbox", nullptr, QT_TRANSLATE_NOOP("cli", "Run an own sandbox and post to it.")},
        {"base-url", "URL", QT_TRANSLATE_NOOP("cli", "The root of the service, without the version.")},
        versionRow,
        {"call-record", "ID",
         QT_TRANSLATE_NOOP("cli", "The call record; required with --base-url, but for templates that have one.")},
        refRow,
        variableRow,
        {"token-env", "NAME", QT_TRANSLATE_NOOP("cli", "Take the bearer token from this variable.")},
        {"token-file", "PATH", QT_TRANSLATE_NOOP("cli", "Take the bearer token from this file.")},
        {"timeout", "SECONDS", QT_TRANSLATE_NOOP("cli", "Total and idle limit; 60 and 15 seconds without it.")},
        {"count", "N", QT_TRANSLATE_NOOP("cli", "Post each file N times over one connection.")},
        {"output", "body|exchange",
         QT_TRANSLATE_NOOP("cli", "Print the response's body, or a line of JSON for each POST.")},
        {"history", nullptr, QT_TRANSLATE_NOOP("cli", "Write each POST into the history.")},
        {"junit", "FILE", QT_TRANSLATE_NOOP("cli", "Write the results into this file as JUnit XML.")},
        {"no-baseline", nullptr, QT_TRANSLATE_NOOP("cli", "Do not compare with NAME.baseline.json beside a template.")},
        {"accept-baseline", nullptr,
         QT_TRANSLATE_NOOP("cli", "Write NAME.baseline.json from each response that is as expected.")},
    };
}

QList<OptionRow> formatOptions()
{
    return {
        {"at", "TIME", QT_TRANSLATE_NOOP("cli", "What {{now}} is in a template; else the clock's time.")},
        {"seed", "N", QT_TRANSLATE_NOOP("cli", "Make the same GUIDs from the same number; else random ones.")},
        variableRow,
        {"call-record", "ID",
         QT_TRANSLATE_NOOP("cli", "What {{callRecordId}} is; else the template's, the sandbox's.")},
        {"base-url", "URL", QT_TRANSLATE_NOOP("cli", "The root of the service, for a body with @odata.id.")},
        versionRow,
        refRow,
    };
}

QList<OptionRow> exportOptions()
{
    return {
        {"as", "curl|powershell|http",
         QT_TRANSLATE_NOOP("cli", "For bash, for PowerShell, or a file for the HTTP clients of editors.")},
        {"base-url", "URL", QT_TRANSLATE_NOOP("cli", "The root of the service, without the version.")},
        versionRow,
        {"call-record", "ID", QT_TRANSLATE_NOOP("cli", "The call record; required, but for templates that have one.")},
        refRow,
        variableRow,
    };
}

QList<OptionRow> validateOptions()
{
    return {
        {"output", "text|json", QT_TRANSLATE_NOOP("cli", "Print lines of text, or one array of JSON.")},
        variableRow,
        {"call-record", "ID",
         QT_TRANSLATE_NOOP("cli", "What {{callRecordId}} is; else the template's, the sandbox's.")},
    };
}

QList<OptionRow> sandboxOptions()
{
    return {
        {"port", "N", QT_TRANSLATE_NOOP("cli", "Listen on this port instead of a free one.")},
        {"rehearse", "NAME[:TIMES]",
         QT_TRANSLATE_NOOP("cli", "Answer as this rehearsal, for so many requests or for all.")},
        {"require-token", nullptr, QT_TRANSLATE_NOOP("cli", "Refuse requests without a bearer token.")},
    };
}

} // namespace

const QList<VerbRow> &verbs()
{
    static const QList<VerbRow> table{
        {"submit", "(FILE | FOLDER)… (--sandbox | --base-url URL) [OPTION…]",
         QT_TRANSLATE_NOOP("cli", "Post the session of each file, once each and in order."), 1, anyNumber,
         submitOptions()},
        {"format", "FILE [--at TIME] [--seed N] [OPTION…]",
         QT_TRANSLATE_NOOP("cli", "Print exactly the body that submit would send."), 1, 1, formatOptions()},
        {"validate", "FILE… [--output text|json] [OPTION…]",
         QT_TRANSLATE_NOOP("cli", "Print the findings about each file."), 1, anyNumber, validateOptions()},
        {"compare",
         "SENT RETURNED [--output text|json]",
         QT_TRANSLATE_NOOP("cli", "Print what became of each value that was sent."),
         2,
         2,
         {{"output", "text|json", QT_TRANSLATE_NOOP("cli", "Print lines of text, or one array of JSON.")}}},
        {"history",
         "(list [--filter TEXT] [--output text|json] | show ID | export ID… FILE.zip)",
         QT_TRANSLATE_NOOP("cli", "Print or pack what the history has."),
         0,
         anyNumber,
         {
             {"filter", "TEXT", QT_TRANSLATE_NOOP("cli", "Only those in which each of these words stands.")},
             {"output", "text|json", QT_TRANSLATE_NOOP("cli", "Print lines of text, or one array of JSON.")},
         }},
        {"report",
         "ID… --format html|markdown|har FILE",
         QT_TRANSLATE_NOOP("cli", "Write exchanges of the history as a report for a bug ticket."),
         0,
         anyNumber,
         {{"format", "html|markdown|har",
           QT_TRANSLATE_NOOP("cli", "A page, the text of a ticket, or an HTTP Archive.")}}},
        {"import",
         "FILE… --output-folder DIR",
         QT_TRANSLATE_NOOP("cli", "Make templates of cURL commands and collections of Postman."),
         1,
         anyNumber,
         {{"output-folder", "DIR", QT_TRANSLATE_NOOP("cli", "Write the templates into this folder.")}}},
        {"export", "FILE --as curl|powershell|http --base-url URL [OPTION…]",
         QT_TRANSLATE_NOOP("cli", "Print a command or file that sends what submit would send."), 1, 1, exportOptions()},
        {"sandbox", "[--port N] [--rehearse NAME[:TIMES]] [--require-token]",
         QT_TRANSLATE_NOOP("cli", "Serve the stand-in for Graph on 127.0.0.1 until SIGINT or SIGTERM."), 0, 0,
         sandboxOptions()},
    };
    return table;
}

QString overview()
{
    QString text = tr("Usage: session-composer-cli VERB …") + "\n\n"_L1;
    for (const VerbRow &verb : verbs())
        text += row(QString::fromLatin1(verb.name), tr(verb.summary));
    text += '\n'_L1 + commonRows() + '\n'_L1;
    return text + tr("session-composer-cli VERB --help tells the options of a verb.") + '\n'_L1;
}

QString helpFor(const VerbRow &verb)
{
    QString text
        = tr("Usage: session-composer-cli %1 %2").arg(QString::fromLatin1(verb.name), QString::fromUtf8(verb.usage));
    text += '\n'_L1 + tr(verb.summary) + "\n\n"_L1;
    for (const OptionRow &option : verb.options) {
        const QString name = "--"_L1 + QString::fromLatin1(option.name);
        text += row(option.value ? QString(name + ' '_L1 + QString::fromLatin1(option.value)) : name, tr(option.help));
    }
    return text + commonRows();
}

} // namespace cli
