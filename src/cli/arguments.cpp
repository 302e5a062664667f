// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/arguments.h"

#include "cli/verbs.h"
#include "core/identity.h"
#include "edm/datetimeoffset.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace cli {
namespace {

using core::Result;

QString tr(const char *text)
{
    return QCoreApplication::translate("cli", text);
}

core::Error wrong(const QString &sentence)
{
    return {core::Error::Code::Input, sentence, {}};
}

/// The value of an option, if it was given.
std::optional<QString> valueOf(const QCommandLineParser &parser, const QString &option)
{
    return parser.isSet(option) ? std::optional(parser.value(option)) : std::nullopt;
}

/// A whole number from 1 to `most`; nothing else, no sign, no blank.
std::optional<int> numberFrom(const QString &text, int most)
{
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    const bool isPlain = std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    return isNumber && isPlain && number >= 1 && number <= most ? std::optional(number) : std::nullopt;
}

/// Seconds, with or without a fraction, of at least a millisecond.
std::optional<std::chrono::milliseconds> secondsFrom(const QString &text)
{
    static const QRegularExpression shape(u"\\A[0-9]{1,6}(\\.[0-9]{1,9})?\\z"_s);
    if (!shape.match(text).hasMatch())
        return std::nullopt;
    const std::chrono::milliseconds time(qRound64(text.toDouble() * 1000));
    return time.count() >= 1 ? std::optional(time) : std::nullopt;
}

core::Status readTime(const QCommandLineParser &parser, SubmitOptions &options)
{
    const std::optional<QString> timeout = valueOf(parser, u"timeout"_s);
    if (timeout) {
        options.timeout = secondsFrom(*timeout);
        if (!options.timeout)
            return wrong(tr("--timeout wants a positive number of seconds."));
    }
    const std::optional<QString> count = valueOf(parser, u"count"_s);
    if (count) {
        options.count = numberFrom(*count, 1'000'000'000);
        if (!options.count)
            return wrong(tr("--count wants a positive whole number."));
    }
    return core::ok();
}

core::Status readOutput(const QCommandLineParser &parser, SubmitOptions &options)
{
    using Output = SubmitOptions::Output;
    const std::optional<QString> output = valueOf(parser, u"output"_s);
    if (!output)
        return core::ok();
    if (*output != "body"_L1 && *output != "exchange"_L1)
        return wrong(tr("--output wants body or exchange."));
    options.output = *output == "body"_L1 ? Output::Body : Output::Exchange;
    if (options.output == Output::Body && (options.files.size() > 1 || options.count.value_or(1) > 1))
        return wrong(bodyIsForOnePost());
    return core::ok();
}

core::Status readResults(const QCommandLineParser &parser, SubmitOptions &options)
{
    options.junitFile = valueOf(parser, u"junit"_s);
    options.usesBaselines = !parser.isSet(u"no-baseline"_s);
    options.acceptsBaselines = parser.isSet(u"accept-baseline"_s);
    if (options.acceptsBaselines && (!options.usesBaselines || options.count))
        return wrong(tr("--accept-baseline goes with neither --no-baseline nor --count."));
    return core::ok();
}

/// The `--variable NAME=VALUE` of the command line.
core::Status readVariables(const QCommandLineParser &parser, QMap<QString, QString> &variables)
{
    const QStringList texts = parser.values(u"variable"_s);
    for (const QString &text : texts) {
        const qsizetype sign = text.indexOf(u'=');
        if (sign < 1)
            return wrong(tr("--variable wants NAME=VALUE."));
        if (variables.contains(text.first(sign)))
            return wrong(tr("--variable %1 stands twice.").arg(text.first(sign)));
        variables.insert(text.first(sign), text.sliced(sign + 1));
    }
    return core::ok();
}

/// What a verb says of the target; verbs without one of these options leave it open.
Result<TargetOptions> targetFrom(const QCommandLineParser &parser)
{
    const QStringList given = parser.optionNames();
    const auto value = [&](const QString &option) {
        return given.contains(option) ? std::optional(parser.value(option)) : std::nullopt;
    };
    TargetOptions target;
    target.baseUrl = value(u"base-url"_s);
    target.apiVersion = value(u"api-version"_s);
    target.callRecordId = value(u"call-record"_s);
    target.postsToRef = given.contains(u"ref"_s);
    if (core::Status status = readVariables(parser, target.variables); !status)
        return status.error();
    return target;
}

Result<Command> submitFrom(const QCommandLineParser &parser)
{
    SubmitOptions options;
    options.files = parser.positionalArguments();
    Result<TargetOptions> target = targetFrom(parser);
    if (!target)
        return target.error();
    options.target = std::move(target).value();
    if (parser.isSet(u"sandbox"_s) == options.target.baseUrl.has_value())
        return wrong(tr("submit wants either --sandbox or --base-url URL."));
    options.tokenVariable = valueOf(parser, u"token-env"_s);
    options.tokenFile = valueOf(parser, u"token-file"_s);
    if (options.tokenVariable && options.tokenFile)
        return wrong(tr("Use either --token-env or --token-file, not both."));
    options.keepsHistory = parser.isSet(u"history"_s);
    if (core::Status status = readTime(parser, options); !status)
        return status.error();
    if (core::Status status = readOutput(parser, options); !status)
        return status.error();
    if (core::Status status = readResults(parser, options); !status)
        return status.error();
    return Command(options);
}

core::Status readRepeat(const QCommandLineParser &parser, FormatOptions &options)
{
    if (const std::optional<QString> at = valueOf(parser, u"at"_s)) {
        options.at = edm::momentOf(*at);
        if (!options.at)
            return wrong(tr("--at wants a time with an offset, such as 2017-01-01T00:00:14.2767228Z."));
    }
    if (const std::optional<QString> seed = valueOf(parser, u"seed"_s)) {
        options.seed = numberFrom(*seed, std::numeric_limits<int>::max());
        if (!options.seed)
            return wrong(tr("--seed wants a positive whole number."));
    }
    return core::ok();
}

Result<Command> formatFrom(const QCommandLineParser &parser)
{
    Result<TargetOptions> target = targetFrom(parser);
    if (!target)
        return target.error();
    FormatOptions options{parser.positionalArguments().constFirst(), std::move(target).value(), {}, {}};
    if (core::Status status = readRepeat(parser, options); !status)
        return status.error();
    return Command(options);
}

Result<ListOutput> listOutputFrom(const QCommandLineParser &parser)
{
    const QString output = valueOf(parser, u"output"_s).value_or(u"text"_s);
    if (output != "text"_L1 && output != "json"_L1)
        return wrong(tr("--output wants text or json."));
    return output == "json"_L1 ? ListOutput::Json : ListOutput::Text;
}

Result<Command> validateFrom(const QCommandLineParser &parser)
{
    const Result<ListOutput> output = listOutputFrom(parser);
    if (!output)
        return output.error();
    Result<TargetOptions> target = targetFrom(parser);
    if (!target)
        return target.error();
    return Command(ValidateOptions{parser.positionalArguments(), *output, std::move(target).value()});
}

Result<Command> compareFrom(const QCommandLineParser &parser)
{
    const Result<ListOutput> output = listOutputFrom(parser);
    if (!output)
        return output.error();
    const QStringList files = parser.positionalArguments();
    return Command(CompareOptions{files.at(0), files.at(1), *output});
}

/// Numbers of the history and then, last, a file.
std::optional<std::pair<QList<int>, QString>> numbersAndFile(QStringList words)
{
    if (words.size() < 2)
        return std::nullopt;
    const QString file = words.takeLast();
    QList<int> numbers;
    for (const QString &word : std::as_const(words)) {
        const std::optional<int> number = numberFrom(word, std::numeric_limits<int>::max());
        if (!number)
            return std::nullopt;
        numbers += *number;
    }
    return std::pair(numbers, file);
}

Result<Command> historyFrom(const QCommandLineParser &parser)
{
    const QStringList words = parser.positionalArguments();
    const QString what = words.value(0);
    if (what == "list"_L1 && words.size() == 1) {
        const Result<ListOutput> output = listOutputFrom(parser);
        if (!output)
            return output.error();
        return Command(HistoryListOptions{parser.value(u"filter"_s), *output});
    }
    const std::optional<int> number = numberFrom(words.value(1), std::numeric_limits<int>::max());
    if (what == "show"_L1 && words.size() == 2 && number && parser.optionNames().isEmpty())
        return Command(HistoryShowOptions{*number});
    const auto order = numbersAndFile(words.mid(1));
    if (what == "export"_L1 && order && parser.optionNames().isEmpty())
        return Command(HistoryExportOptions{order->first, order->second});
    return wrong(tr("history wants list, or show and the ID of one exchange, a number that list tells, or export, such "
                    "IDs and a FILE."));
}

Result<Command> reportFrom(const QCommandLineParser &parser)
{
    using Format = ReportOptions::Format;
    static const QMap<QString, Format> formats{
        {u"html"_s, Format::Html}, {u"markdown"_s, Format::Markdown}, {u"har"_s, Format::Har}};
    const auto order = numbersAndFile(parser.positionalArguments());
    if (!order)
        return wrong(tr("report wants the IDs of exchanges, numbers that history list tells, and a FILE."));
    const QString format = parser.value(u"format"_s);
    if (!formats.contains(format))
        return wrong(tr("report wants --format html, markdown or har."));
    return Command(ReportOptions{order->first, formats.value(format), order->second});
}

Result<Command> importFrom(const QCommandLineParser &parser)
{
    const QString folder = parser.value(u"output-folder"_s);
    if (folder.isEmpty())
        return wrong(tr("import wants --output-folder DIR, where the templates go."));
    return Command(ImportOptions{parser.positionalArguments(), folder});
}

Result<Command> exportFrom(const QCommandLineParser &parser)
{
    using Format = ExportOptions::Format;
    static const QMap<QString, Format> formats{
        {u"curl"_s, Format::Curl}, {u"powershell"_s, Format::PowerShell}, {u"http"_s, Format::Http}};
    const QString format = parser.value(u"as"_s);
    if (!formats.contains(format))
        return wrong(tr("export wants --as curl, powershell or http."));
    Result<TargetOptions> target = targetFrom(parser);
    if (!target)
        return target.error();
    if (!target->baseUrl)
        return wrong(tr("export wants --base-url URL, the root of the service."));
    return Command(
        ExportOptions{parser.positionalArguments().constFirst(), formats.value(format), std::move(target).value()});
}

Result<Command> sandboxFrom(const QCommandLineParser &parser)
{
    SandboxOptions options;
    if (const std::optional<QString> port = valueOf(parser, u"port"_s)) {
        const std::optional<int> number = numberFrom(*port, 65535);
        if (!number)
            return wrong(tr("--port wants a number from 1 to 65535."));
        options.port = static_cast<quint16>(*number);
    }
    if (const std::optional<QString> rehearsal = valueOf(parser, u"rehearse"_s)) {
        if (rehearsal->isEmpty())
            return wrong(tr("--rehearse wants the name of a rehearsal."));
        options.rehearsal = *rehearsal;
    }
    options.requiresToken = parser.isSet(u"require-token"_s);
    return Command(options);
}

/// What reads the options of a verb, one row each.
struct Reader
{
    QLatin1String verb;
    Result<Command> (*read)(const QCommandLineParser &);
};
constexpr Reader readers[] = {
    {QLatin1String("submit"), submitFrom},     {QLatin1String("format"), formatFrom},
    {QLatin1String("validate"), validateFrom}, {QLatin1String("compare"), compareFrom},
    {QLatin1String("history"), historyFrom},   {QLatin1String("report"), reportFrom},
    {QLatin1String("import"), importFrom},     {QLatin1String("export"), exportFrom},
    {QLatin1String("sandbox"), sandboxFrom},
};

core::Status checkFiles(const VerbRow &verb, qsizetype files)
{
    const QString name = QString::fromLatin1(verb.name);
    const bool isPair = verb.fewestFiles == 2 && verb.mostFiles == 2;
    if (isPair && files != 2)
        return wrong(tr("%1 wants two files, SENT and RETURNED.").arg(name));
    if (files < verb.fewestFiles)
        return wrong(tr("%1 wants a FILE.").arg(name));
    if (files > verb.mostFiles)
        return wrong(verb.mostFiles == 0 ? tr("%1 takes no FILE.").arg(name) : tr("%1 takes one FILE only.").arg(name));
    return core::ok();
}

Result<Command> readVerb(const VerbRow &verb, const QStringList &arguments)
{
    QCommandLineParser parser;
    const QCommandLineOption help(QStringList{u"h"_s, u"help"_s});
    const QCommandLineOption version(QStringList{u"v"_s, u"version"_s});
    parser.addOptions({help, version});
    for (const OptionRow &row : verb.options) {
        QCommandLineOption option(QString::fromLatin1(row.name));
        if (row.value)
            option.setValueName(QString::fromLatin1(row.value));
        parser.addOption(option);
    }
    if (!parser.parse(arguments))
        return wrong(parser.errorText());
    if (parser.isSet(help))
        return Command(Answer{helpFor(verb)});
    if (parser.isSet(version))
        return Command(Answer{"session-composer-cli "_L1 + core::applicationVersion() + '\n'_L1});
    QStringList given = parser.optionNames();
    given.removeAll(u"variable"_s); // the one that may be repeated
    if (given.removeDuplicates() > 0)
        return wrong(tr("An option stands twice; each may be given once."));
    if (core::Status status = checkFiles(verb, parser.positionalArguments().size()); !status)
        return status.error();
    for (const Reader &reader : readers) {
        if (reader.verb == QLatin1String(verb.name))
            return reader.read(parser);
    }
    Q_UNREACHABLE();
}

} // namespace

QString bodyIsForOnePost()
{
    return tr("--output body is for one POST. Use --output exchange for several.");
}

Result<Command> readArguments(const QStringList &arguments)
{
    if (arguments.size() < 2)
        return wrong(tr("A verb is missing. session-composer-cli --help tells them."));
    const QString &word = arguments.at(1);
    if (word == "--help"_L1 || word == "-h"_L1)
        return Command(Answer{overview()});
    if (word == "--version"_L1 || word == "-v"_L1)
        return Command(Answer{"session-composer-cli "_L1 + core::applicationVersion() + '\n'_L1});
    for (const VerbRow &verb : verbs()) {
        if (word == QLatin1String(verb.name))
            return readVerb(verb, arguments.sliced(1));
    }
    return wrong(tr("There is no verb “%1”. session-composer-cli --help tells them.").arg(word));
}

} // namespace cli
