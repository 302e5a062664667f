// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/history.h"

#include "cli/commands.h"
#include "cli/exitcode.h"
#include "cli/orderedjson.h"
#include "present/verdict.h"

#include <QCoreApplication>
#include <QDateTime>

using namespace Qt::StringLiterals;

namespace cli {
namespace {

using store::HistoryEntry;
using store::HistoryRow;

/// Rows that are read at a time.
constexpr int pageSize = 1000;

QString startOf(const HistoryRow &row)
{
    const auto time = std::chrono::floor<std::chrono::milliseconds>(row.startedAt.time_since_epoch());
    return QDateTime::fromMSecsSinceEpoch(time.count(), Qt::UTC).toString(Qt::ISODateWithMs);
}

/// The status, or why there is none.
QString outcomeOf(const HistoryRow &row)
{
    if (!row.isEnded)
        return QCoreApplication::translate("cli", "sent, result unknown");
    if (row.error)
        return row.error->message;
    return present::statusText({row.status.value_or(0), row.reason, {}, {}, true});
}

std::optional<double> elapsedOf(const HistoryRow &row)
{
    if (!row.timing.finished)
        return std::nullopt;
    return double(std::chrono::round<std::chrono::microseconds>(*row.timing.finished).count()) / 1000;
}

QByteArray lineOf(const HistoryRow &row)
{
    const std::optional<double> elapsed = elapsedOf(row);
    QStringList cells{QString::number(row.number),
                      startOf(row),
                      row.environment,
                      QString::fromLatin1(row.method),
                      QString::fromLatin1(row.url.toEncoded()),
                      elapsed ? QString::number(*elapsed, 'f', 3) + " ms"_L1 : u"-"_s,
                      outcomeOf(row)};
    for (QString &cell : cells)
        cell = onOneLine(cell);
    return cells.join(u'\t').toUtf8() + '\n';
}

QByteArray objectOf(const HistoryRow &row)
{
    const QJsonValue null(QJsonValue::Null);
    const auto textOrNull = [&null](const QString &text) { return text.isEmpty() ? null : QJsonValue(text); };
    const std::optional<double> elapsed = elapsedOf(row);
    OrderedJson object;
    object.add("number"_L1, row.number);
    object.add("id"_L1, row.id.toString(QUuid::WithoutBraces));
    object.add("startedAt"_L1, startOf(row));
    object.add("environment"_L1, row.environment);
    object.add("method"_L1, QString::fromLatin1(row.method));
    object.add("url"_L1, QString::fromLatin1(row.url.toEncoded()));
    object.add("ended"_L1, row.isEnded);
    object.add("status"_L1, row.status ? QJsonValue(*row.status) : null);
    object.add("reason"_L1, row.status ? QJsonValue(QString::fromLatin1(row.reason)) : null);
    object.add("error"_L1, row.error ? QJsonValue(row.error->message) : null);
    object.add("requestBytes"_L1, row.requestSize);
    object.add("responseBytes"_L1, row.responseSize ? QJsonValue(*row.responseSize) : null);
    object.add("elapsedMs"_L1, elapsed ? QJsonValue(*elapsed) : null);
    object.add("masked"_L1, row.isMasked);
    object.add("build"_L1, textOrNull(row.build));
    object.add("template"_L1, textOrNull(row.templateName));
    object.add("verdict"_L1, textOrNull(row.verdict));
    object.add("note"_L1, textOrNull(row.note));
    object.add("tag"_L1, textOrNull(row.tag));
    return object.text();
}

QByteArray headOf(const QString &firstLine, const exchange::HeaderList &headers)
{
    QByteArray head = onOneLine(firstLine).toUtf8() + '\n';
    for (const exchange::Header &header : headers)
        head += onOneLine(QString::fromLatin1(header.name + ": " + header.value)).toUtf8() + '\n';
    return head + '\n';
}

/// A line of facts, then request and response as they were. The bodies are the exact bytes.
QByteArray textOf(const HistoryEntry &entry)
{
    const exchange::Request &request = entry.exchange.request;
    const QString target = QString::fromLatin1(request.method + ' ' + request.url.toEncoded());
    QByteArray text = lineOf(entry.row);
    if (entry.row.isMasked) {
        const QString note = QCoreApplication::translate("cli", "A secret stood in it and is shown as ***.");
        text += note.toUtf8() + '\n';
    }
    text += '\n' + headOf(target, request.headers) + request.body + '\n';
    if (const std::optional<exchange::Response> &response = entry.exchange.response)
        text += '\n' + headOf(present::statusText(*response), response->headers) + response->body + '\n';
    return text;
}

} // namespace

int listHistory(const HistoryListOptions &options, const World &world)
{
    QByteArrayList objects;
    qint64 before = std::numeric_limits<qint64>::max();
    for (;;) {
        const core::Result<QList<HistoryRow>> rows = world.history.rows(options.filter, pageSize, before);
        if (!rows) {
            world.console.complain(rows.error().message);
            return exitCode::unusable;
        }
        QByteArray lines;
        for (const HistoryRow &row : *rows) {
            before = row.number;
            if (options.output == ListOutput::Json)
                objects.append(objectOf(row));
            else
                lines += lineOf(row);
        }
        if (!world.console.print(lines))
            return exitCode::unusable;
        if (rows->size() < pageSize)
            break;
    }
    const bool isDone = options.output == ListOutput::Text || world.console.print(arrayOf(objects));
    return isDone ? exitCode::ok : exitCode::unusable;
}

int showHistory(const HistoryShowOptions &options, const World &world)
{
    const core::Result<std::optional<HistoryEntry>> entry = world.history.entry(options.number);
    if (!entry) {
        world.console.complain(entry.error().message);
        return exitCode::unusable;
    }
    if (!*entry) {
        const QString text = QCoreApplication::translate("cli", "The history has no exchange %1.");
        world.console.complain(text.arg(options.number));
        return exitCode::unusable;
    }
    return world.console.print(textOf(**entry)) ? exitCode::ok : exitCode::unusable;
}

} // namespace cli
