// SPDX-License-Identifier: GPL-3.0-or-later
// What is said about a body, which is shown all the same.
#include "present/bodyremarks.h"

#include "json/scanner.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

struct Row
{
    const char *name;
    QByteArray contentType;
    QByteArray body;
    QByteArrayList said; ///< One piece of each sentence, in order; none when nothing is to be said.
};

const QByteArray jsonType = "application/json";
const QByteArray hex = "so it is shown in hexadecimal.";
const QByteArray utf16 = "This is UTF-16";
const QByteArray page = "This is an HTML page";

const Row rows[] = {
    {"JSON", jsonType, "{\"a\":1}"_ba, {}},
    {"JSON with its charset", "application/json; charset=utf-8", "{}"_ba, {}},
    {"JSON with its charset in quotation marks", "application/json;odata=minimal; Charset=\"UTF-8\"", "{}"_ba, {}},
    {"JSON, ASCII", "application/json; charset=us-ascii", "{}"_ba, {}},
    {"JSON without a type", "", "[1]"_ba, {}},
    {"empty", jsonType, ""_ba, {}},
    {"empty page", "text/html", ""_ba, {}},
    {"not JSON", jsonType, "{\n  'a': 1}"_ba, {"This is not JSON at 2:3: "}},
    {"plain text", "text/plain", "Bad Gateway"_ba, {"This is not JSON at 1:1: "}},
    {"blanks only", jsonType, " \n"_ba, {"This is not JSON at 2:1: "}},
    {"HTML by its type", "text/html", "<p>no</p>"_ba, {page}},
    {"HTML by its start", jsonType, "\r\n<!DOCTYPE HTML><title>x</title>"_ba, {page}},
    {"HTML without a declaration", "text/plain", "<html><body>"_ba, {page}},
    {"HTML in Latin-1", "text/html; charset=iso-8859-1", "<html>caf\xE9"_ba, {"charset iso-8859-1", page}},
    {"UTF-8 with a mark", jsonType, "\xEF\xBB\xBF{}"_ba, {"A byte order mark stands before"}},
    {"UTF-16 with a mark", jsonType, QByteArray("\xFF\xFE{\0}\0", 6), {utf16, hex}},
    {"UTF-16, big endian, with a mark", jsonType, QByteArray("\xFE\xFF\0{\0}", 6), {utf16, hex}},
    {"UTF-16 without a mark", jsonType, QByteArray("{\0\"\0a\0", 6), {utf16, hex}},
    {"UTF-16, big endian, without a mark", "application/json; charset=utf-16be", QByteArray("\0{\0}", 4), {utf16, hex}},
    {"said to be UTF-16, and is not", "application/json; charset=utf-16", "{}"_ba, {"charset utf-16, but JSON is"}},
    {"Latin-1 by its type", "application/json; charset=ISO-8859-1", "{}"_ba, {"charset iso-8859-1, but JSON is"}},
    {"Latin-1 by its bytes", jsonType, "{\"name\": \"Zo\xEB\"}"_ba, {"Not all of it is UTF-8"}},
    {"octets", "application/octet-stream", QByteArray("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16), {hex}},
    {"NULs", jsonType, QByteArray(16, '\0'), {hex}},
    {"one NUL in text", jsonType, QByteArray("{\"a\":\"b c d e f g\0h\"}", 20), {"This is not JSON at 1:"}},
};

exchange::Exchange exchangeOf(const QByteArray &contentType, const QByteArray &body)
{
    exchange::Exchange exchange;
    exchange.hasLeft = true;
    exchange.response.emplace();
    exchange.response->status = 200;
    exchange.response->isComplete = true;
    exchange.response->body = body;
    if (!contentType.isEmpty())
        exchange.response->headers = {{"Content-Type", contentType}};
    return exchange;
}

QString remarksOf(const exchange::Exchange &exchange)
{
    return present::bodyRemarks(exchange, json::scan(exchange.response->body));
}

} // namespace

class BodyRemarksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bodyIsExplained_data();
    void bodyIsExplained();
    void withoutResponse_nothingIsSaid();
    void part_isSaidToBeOne();
    void partOverTheLimit_isSaidToBeKept();
    void compressed_isSaid();
};

void BodyRemarksTest::bodyIsExplained_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < static_cast<int>(std::size(rows)); ++i)
        QTest::newRow(rows[i].name) << i;
}

void BodyRemarksTest::bodyIsExplained()
{
    QFETCH(const int, index);
    const Row &row = rows[index];
    const QString remarks = remarksOf(exchangeOf(row.contentType, row.body));
    QCOMPARE(remarks.isEmpty(), row.said.isEmpty());
    qsizetype at = 0;
    for (const QByteArray &piece : row.said) {
        at = remarks.indexOf(QString::fromUtf8(piece), at);
        QVERIFY2(at >= 0, qPrintable(remarks));
        at += piece.size();
    }
    if (!row.said.contains(hex))
        QVERIFY2(!remarks.contains(QString::fromUtf8(hex)), qPrintable(remarks));
    const bool saysJson = remarks.contains("This is not JSON"_L1);
    QCOMPARE(saysJson, !row.said.isEmpty() && row.said.constLast().startsWith("This is not JSON"));
}

void BodyRemarksTest::withoutResponse_nothingIsSaid()
{
    QCOMPARE(present::bodyRemarks({}, {}), QString());
}

void BodyRemarksTest::part_isSaidToBeOne()
{
    exchange::Exchange exchange = exchangeOf(jsonType, "{\"a\":"_ba);
    exchange.response->isComplete = false;
    QCOMPARE(remarksOf(exchange), u"Only a part of the response came: these 5 bytes. They can be saved."_s);
}

void BodyRemarksTest::partOverTheLimit_isSaidToBeKept()
{
    exchange::Exchange exchange = exchangeOf(jsonType, "{\"a\":"_ba);
    exchange.response->isComplete = false;
    exchange.error = core::Error{core::Error::Code::Limit, u"too long"_s, {}};
    QCOMPARE(remarksOf(exchange),
             u"Only the first 5 bytes were kept: the response is longer than the limit. They can be saved."_s);
}

void BodyRemarksTest::compressed_isSaid()
{
    exchange::Exchange exchange = exchangeOf(jsonType, QByteArray("\x1F\x8B\x08\0\0\0\0\0", 8));
    exchange.response->headers += exchange::Header{"content-encoding", "gzip"};
    QCOMPARE(
        remarksOf(exchange),
        u"Its Content-Encoding is gzip, which was not asked for; the bytes are shown as they came. This is no text, "
        u"so it is shown in hexadecimal."_s);
    exchange.response->headers.last().value = "identity";
    QCOMPARE(remarksOf(exchange), u"This is no text, so it is shown in hexadecimal."_s);
}

QTEST_MAIN(BodyRemarksTest)
#include "tst_bodyremarks.moc"
