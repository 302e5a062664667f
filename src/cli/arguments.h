// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/sandboxhost.h"
#include "core/result.h"

#include <QList>
#include <QMap>
#include <QStringList>

#include <chrono>
#include <optional>
#include <variant>

namespace cli {

/// Where requests go, as far as the command line says: it wins over a template.
struct TargetOptions
{
    std::optional<QString> baseUrl; ///< Absent: an own sandbox.
    std::optional<QString> apiVersion; ///< Absent: the template's, else the usual one.
    std::optional<QString> callRecordId; ///< Absent: the template's, else the sandbox's own.
    bool postsToRef = false;
    QMap<QString, QString> variables; ///< For `{{env:NAME}}` in templates.

    bool operator==(const TargetOptions &) const = default;
};

/// `submit`: posts sessions.
struct SubmitOptions
{
    enum class Output {
        Body, ///< The response's body, exactly.
        Exchange, ///< One JSON line per POST.
    };

    QStringList files; ///< And folders.
    TargetOptions target;
    std::optional<QString> tokenVariable;
    std::optional<QString> tokenFile;
    std::optional<std::chrono::milliseconds> timeout;
    std::optional<int> count; ///< POSTs of each file over one connection; absent: one, over its own.
    std::optional<Output> output; ///< Absent: the body of one file, else lines.
    bool keepsHistory = false;
    std::optional<QString> junitFile; ///< Where the results go as JUnit XML.
    bool usesBaselines = true; ///< What lies beside a template is compared with.
    bool acceptsBaselines = false; ///< Responses that are as expected become baselines.

    bool operator==(const SubmitOptions &) const = default;
};

/// `format`: prints what `submit` would send.
struct FormatOptions
{
    QString file;
    TargetOptions target;
    std::optional<std::chrono::system_clock::time_point> at; ///< What `{{now}}` is; absent: now.
    std::optional<int> seed; ///< What GUIDs are made from; absent: random ones.

    bool operator==(const FormatOptions &) const = default;
};

/// How a verb prints a list.
enum class ListOutput {
    Text, ///< One line each.
    Json, ///< One array.
};

/// `validate`: prints findings.
struct ValidateOptions
{
    QStringList files;
    ListOutput output = ListOutput::Text;
    TargetOptions target; ///< For the placeholders of templates.

    bool operator==(const ValidateOptions &) const = default;
};

/// `compare`: prints what became of each value.
struct CompareOptions
{
    QString sent; ///< The file with the text that was sent.
    QString returned;
    ListOutput output = ListOutput::Text;

    bool operator==(const CompareOptions &) const = default;
};

/// `history list`: prints what was kept.
struct HistoryListOptions
{
    QString filter;
    ListOutput output = ListOutput::Text;

    bool operator==(const HistoryListOptions &) const = default;
};

/// `history show`: prints one exchange.
struct HistoryShowOptions
{
    int number = 0;

    bool operator==(const HistoryShowOptions &) const = default;
};

/// `history export`: packs exchanges as evidence.
struct HistoryExportOptions
{
    QList<int> numbers;
    QString file;

    bool operator==(const HistoryExportOptions &) const = default;
};

/// `report`: writes one report of exchanges.
struct ReportOptions
{
    enum class Format { Html, Markdown, Har };

    QList<int> numbers;
    Format format = Format::Html;
    QString file;

    bool operator==(const ReportOptions &) const = default;
};

/// `import`: makes templates of requests from elsewhere.
struct ImportOptions
{
    QStringList files;
    QString folder; ///< Where the templates go.

    bool operator==(const ImportOptions &) const = default;
};

/// `export`: prints what sends the request elsewhere.
struct ExportOptions
{
    enum class Format { Curl, PowerShell, Http };

    QString file;
    Format format = Format::Curl;
    TargetOptions target;

    bool operator==(const ExportOptions &) const = default;
};

/// `--help` and `--version`: a text for standard output.
struct Answer
{
    QString text;

    bool operator==(const Answer &) const = default;
};

/// What the command line asks for.
using Command = std::variant<Answer, SubmitOptions, FormatOptions, ValidateOptions, CompareOptions, HistoryListOptions,
                             HistoryShowOptions, HistoryExportOptions, ReportOptions, ImportOptions, ExportOptions,
                             SandboxOptions>;

/// Why `--output body` is refused.
QString bodyIsForOnePost();

/// Reads the command line; `arguments` begins with the program's name. An Error (Code::Input) is one sentence that says
/// what is wrong with it. Files, URLs, ids and tokens are not looked at yet.
core::Result<Command> readArguments(const QStringList &arguments);

} // namespace cli
