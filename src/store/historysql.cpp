// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/historysql.h"

#include "core/secret.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace store {
namespace {

using core::Error;
using exchange::Exchange;
using exchange::HeaderList;
using exchange::Response;
using exchange::Timing;

struct CodeRow
{
    Error::Code code;
    QLatin1String name; ///< As it stands in the file; never changed.
};
constexpr CodeRow codes[] = {
    {Error::Code::Input, QLatin1String("input")},         {Error::Code::File, QLatin1String("file")},
    {Error::Code::Refused, QLatin1String("refused")},     {Error::Code::Network, QLatin1String("network")},
    {Error::Code::Timeout, QLatin1String("timeout")},     {Error::Code::Limit, QLatin1String("limit")},
    {Error::Code::Cancelled, QLatin1String("cancelled")},
};

constexpr Timing::Moment Timing::*moments[]
    = {&Timing::socketStarted, &Timing::encrypted, &Timing::requestSent, &Timing::firstByte, &Timing::finished};

struct TextMember
{
    QLatin1String key;
    QString exchange::Certificate::*member;
};
constexpr TextMember certificateMembers[] = {
    {QLatin1String("subject"), &exchange::Certificate::subject},
    {QLatin1String("issuer"), &exchange::Certificate::issuer},
    {QLatin1String("notBefore"), &exchange::Certificate::notBefore},
    {QLatin1String("notAfter"), &exchange::Certificate::notAfter},
};

QLatin1String nameOf(Error::Code code)
{
    for (const CodeRow &row : codes) {
        if (row.code == code)
            return row.name;
    }
    Q_UNREACHABLE();
}

Error::Code codeNamed(const QString &name)
{
    for (const CodeRow &row : codes) {
        if (row.name == name)
            return row.code;
    }
    return Error::Code::Network; // of a later version; the message tells
}

/// Names and values in their order. A byte is the code point of its number, so that any byte survives as JSON.
QString textOf(const HeaderList &headers)
{
    QJsonArray list;
    for (const exchange::Header &header : headers)
        list.append(QJsonArray{QString::fromLatin1(header.name), QString::fromLatin1(header.value)});
    return QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact));
}

HeaderList headersFrom(const QString &text)
{
    const QJsonArray list = QJsonDocument::fromJson(text.toUtf8()).array();
    HeaderList headers;
    headers.reserve(list.size());
    for (const auto &field : list)
        headers.append({field[0].toString().toLatin1(), field[1].toString().toLatin1()});
    return headers;
}

QString textOf(const exchange::TlsFacts &facts)
{
    QJsonArray chain;
    for (const exchange::Certificate &certificate : facts.chain) {
        QJsonObject object{{"sha256"_L1, QString::fromLatin1(certificate.sha256)}};
        for (const TextMember &text : certificateMembers)
            object.insert(text.key, certificate.*text.member);
        chain.append(object);
    }
    const QJsonObject root{{"protocol"_L1, facts.protocol}, {"cipher"_L1, facts.cipher}, {"chain"_L1, chain}};
    return QString::fromUtf8(QJsonDocument(root).toJson(QJsonDocument::Compact));
}

exchange::TlsFacts tlsFrom(const QString &text)
{
    const QJsonObject root = QJsonDocument::fromJson(text.toUtf8()).object();
    exchange::TlsFacts facts{root.value("protocol"_L1).toString(), root.value("cipher"_L1).toString(), {}};
    const QJsonArray chain = root.value("chain"_L1).toArray();
    for (const auto &value : chain) {
        exchange::Certificate certificate;
        for (const TextMember &member : certificateMembers)
            certificate.*member.member = value[member.key].toString();
        certificate.sha256 = value["sha256"_L1].toString().toLatin1();
        facts.chain.append(certificate);
    }
    return facts;
}

/// NULL is what is not there; a body of no bytes is there.
QByteArray blob(const QByteArray &bytes)
{
    return bytes.isNull() ? QByteArray("") : bytes;
}

QVariant headerOf(const HeaderList &headers, const QByteArray &name)
{
    const std::optional<QByteArray> value = exchange::valueOf(headers, name);
    return value ? QVariant(QString::fromLatin1(*value)) : QVariant();
}

QString idOf(const Exchange &exchange)
{
    return exchange.id.toString(QUuid::WithoutBraces);
}

qint64 microseconds(std::chrono::system_clock::time_point time)
{
    return std::chrono::floor<std::chrono::microseconds>(time.time_since_epoch()).count();
}

/// Reads the columns one after the other, so that order is said in one place only.
class Columns
{
public:
    explicit Columns(const QSqlQuery &query, int first = 0)
        : m_query(query)
        , m_next(first)
    { }

    QVariant next() { return m_query.value(m_next++); }
    QString text() { return next().toString(); }
    QByteArray latin1() { return text().toLatin1(); }
    std::optional<qint64> number()
    {
        const QVariant value = next();
        return value.isNull() ? std::nullopt : std::optional(value.toLongLong());
    }
    int place() const { return m_next; }

private:
    const QSqlQuery &m_query;
    int m_next;
};

std::optional<Error> errorFrom(Columns &columns)
{
    const QString code = columns.text();
    const QString message = columns.text();
    const QString detail = columns.text();
    return code.isEmpty() ? std::nullopt : std::optional(Error{codeNamed(code), message, detail});
}

HistoryRow readRow(Columns &columns)
{
    HistoryRow row;
    row.number = columns.number().value_or(0);
    row.id = QUuid::fromString(columns.text());
    const std::chrono::microseconds sinceEpoch(columns.number().value_or(0));
    row.startedAt = std::chrono::system_clock::time_point(
        std::chrono::duration_cast<std::chrono::system_clock::duration>(sinceEpoch));
    row.environment = columns.text();
    row.method = columns.latin1();
    row.url = QUrl::fromEncoded(columns.text().toLatin1());
    row.requestSize = columns.number().value_or(0);
    row.isEnded = columns.number().value_or(0) != 0;
    row.hasLeft = columns.number().value_or(0) != 0;
    if (const std::optional<qint64> status = columns.number())
        row.status = int(*status);
    row.reason = columns.latin1();
    row.responseSize = columns.number();
    row.error = errorFrom(columns);
    for (const auto moment : moments) {
        if (const std::optional<qint64> passed = columns.number())
            row.timing.*moment = std::chrono::nanoseconds(*passed);
    }
    row.isMasked = columns.number().value_or(0) != 0;
    for (QString HistoryRow::*const word :
         {&HistoryRow::build, &HistoryRow::templateName, &HistoryRow::verdict, &HistoryRow::note, &HistoryRow::tag})
        row.*word = columns.text();
    if (const std::optional<qint64> isAsExpected = columns.number())
        row.isAsExpected = *isAsExpected != 0;
    return row;
}

bool maskBytes(QByteArray &bytes)
{
    if (!core::Secret::isIn(bytes))
        return false;
    bytes = core::Secret::masked(bytes);
    return true;
}

bool maskHeaders(HeaderList &headers)
{
    bool isMasked = false;
    for (exchange::Header &header : headers) {
        isMasked |= maskBytes(header.name);
        isMasked |= maskBytes(header.value);
    }
    return isMasked;
}

bool maskText(QString &text)
{
    QByteArray bytes = text.toUtf8();
    const bool isMasked = maskBytes(bytes);
    if (isMasked)
        text = QString::fromUtf8(bytes);
    return isMasked;
}

} // namespace

HistoryRow rowFrom(const QSqlQuery &query)
{
    Columns columns(query);
    return readRow(columns);
}

HistoryEntry entryFrom(const QSqlQuery &query)
{
    Columns columns(query);
    HistoryEntry entry{readRow(columns), {}};
    const HistoryRow &row = entry.row;
    const HeaderList headers = headersFrom(columns.text());
    const QByteArray body = columns.next().toByteArray();
    entry.exchange
        = {row.id, row.startedAt, row.environment, {row.method, row.url, headers, body}, {}, row.error, row.timing,
           {},     row.hasLeft};
    const bool isComplete = columns.number().value_or(0) != 0;
    const HeaderList responseHeaders = headersFrom(columns.text());
    const QByteArray responseBody = columns.next().toByteArray();
    if (row.status)
        entry.exchange.response = Response{*row.status, row.reason, responseHeaders, responseBody, isComplete};
    if (const QVariant tls = columns.next(); !tls.isNull())
        entry.exchange.tls = tlsFrom(tls.toString());
    return entry;
}

QVariantList beginValues(const Exchange &exchange, bool isMasked)
{
    const exchange::Request &request = exchange.request;
    return {idOf(exchange),
            microseconds(exchange.startedAt),
            exchange.environment.isNull() ? u""_s : exchange.environment,
            QString::fromLatin1(request.method),
            QString::fromLatin1(request.url.toEncoded()),
            qint64(request.body.size()),
            headerOf(request.headers, "client-request-id"_ba),
            isMasked};
}

QVariantList endValues(const Exchange &exchange, std::optional<bool> isAsExpected, bool isMasked)
{
    QVariantList values{exchange.hasLeft};
    if (const std::optional<Response> &response = exchange.response) {
        values << response->status << QString::fromLatin1(response->reason) << qint64(response->body.size())
               << headerOf(response->headers, "request-id"_ba);
    } else {
        values << QVariant() << QVariant() << QVariant() << QVariant();
    }
    if (const std::optional<Error> &error = exchange.error)
        values << QString(nameOf(error->code)) << error->message << error->detail;
    else
        values << QVariant() << QVariant() << QVariant();
    for (const auto moment : moments) {
        const Timing::Moment &passed = exchange.timing.*moment;
        values << (passed ? QVariant(qint64(passed->count())) : QVariant());
    }
    values << (isAsExpected ? QVariant(*isAsExpected) : QVariant()) << isMasked << idOf(exchange);
    return values;
}

QVariantList annotateValues(qint64 number, const HistoryWords &words)
{
    QVariantList values;
    for (QString text : {words.build, words.verdict, words.note, words.tag}) {
        maskText(text);
        values << text;
    }
    values << number;
    return values;
}

QVariantList beginContent(const Exchange &exchange)
{
    return {textOf(exchange.request.headers), blob(exchange.request.body), idOf(exchange)};
}

QVariantList endContent(const Exchange &exchange)
{
    QVariantList values;
    if (const std::optional<Response> &response = exchange.response)
        values << response->isComplete << textOf(response->headers) << blob(response->body);
    else
        values << QVariant() << QVariant() << QVariant();
    values << (exchange.tls ? QVariant(textOf(*exchange.tls)) : QVariant()) << idOf(exchange);
    return values;
}

bool maskSecrets(Exchange &exchange)
{
    bool isMasked = maskHeaders(exchange.request.headers);
    isMasked |= maskBytes(exchange.request.body);
    if (QByteArray url = exchange.request.url.toEncoded(); maskBytes(url)) {
        exchange.request.url = QUrl::fromEncoded(url);
        isMasked = true;
    }
    if (std::optional<Response> &response = exchange.response) {
        isMasked |= maskBytes(response->reason);
        isMasked |= maskHeaders(response->headers);
        isMasked |= maskBytes(response->body);
    }
    if (exchange.error) {
        isMasked |= maskText(exchange.error->message);
        isMasked |= maskText(exchange.error->detail);
    }
    return isMasked;
}

} // namespace store
