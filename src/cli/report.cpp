// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/exitcode.h"
#include "edm/builtinschema.h"
#include "present/evidence.h"
#include "report/har.h"
#include "report/html.h"
#include "report/markdown.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace cli {
namespace {

using core::Result;

/// The exchanges with these numbers, all of them or an Error.
Result<QList<report::Evidence>> evidenceOf(const QList<int> &numbers, const World &world)
{
    QList<report::Evidence> evidence;
    evidence.reserve(numbers.size());
    for (const int number : numbers) {
        const Result<std::optional<store::HistoryEntry>> entry = world.history.entry(number);
        if (!entry)
            return entry.error();
        if (!*entry) {
            const QString text = QCoreApplication::translate("cli", "The history has no exchange %1.");
            return core::Error{core::Error::Code::Input, text.arg(number), {}};
        }
        evidence += present::evidenceOf(**entry, edm::builtinSchema());
    }
    return evidence;
}

QByteArray ticketsOf(const QList<report::Evidence> &evidence)
{
    QStringList tickets;
    tickets.reserve(evidence.size());
    for (const report::Evidence &one : evidence)
        tickets += report::ticketText(one, report::Markup::Markdown);
    return tickets.join(u"\n---\n\n"_s).toUtf8();
}

QByteArray reportOf(const QList<report::Evidence> &evidence, ReportOptions::Format format)
{
    switch (format) {
    case ReportOptions::Format::Html:
        return report::htmlPage(evidence);
    case ReportOptions::Format::Markdown:
        return ticketsOf(evidence);
    case ReportOptions::Format::Har:
        break;
    }
    QList<exchange::Exchange> exchanges;
    exchanges.reserve(evidence.size());
    for (const report::Evidence &one : evidence)
        exchanges += one.exchange;
    return report::harDocument(exchanges);
}

int complained(const core::Error &error, const World &world)
{
    world.console.complain(error.message);
    return exitCode::unusable;
}

/// Saves what is to be handed out, unless it was refused.
int saved(const Result<QByteArray> &bytes, const QString &file, const World &world)
{
    if (!bytes) {
        world.console.complain(file, bytes.error().message);
        return bytes.error().code == core::Error::Code::Refused ? exitCode::refused : exitCode::unusable;
    }
    const Result<store::Saved> outcome = world.files.save(file, *bytes);
    if (outcome)
        return exitCode::ok;
    world.console.complain(file, outcome.error().message);
    return exitCode::unusable;
}

} // namespace

int exportHistory(const HistoryExportOptions &options, const World &world)
{
    const Result<QList<report::Evidence>> evidence = evidenceOf(options.numbers, world);
    if (!evidence)
        return complained(evidence.error(), world);
    return saved(present::evidenceArchive(*evidence), options.file, world);
}

int writeReport(const ReportOptions &options, const World &world)
{
    const Result<QList<report::Evidence>> evidence = evidenceOf(options.numbers, world);
    if (!evidence)
        return complained(evidence.error(), world);
    if (const core::Status status = present::refuseSecretWords(*evidence); !status)
        return saved(status.error(), options.file, world);
    const QByteArray bytes = reportOf(*evidence, options.format);
    return saved(present::clearedReport(bytes, QFileInfo(options.file).fileName()), options.file, world);
}

} // namespace cli
