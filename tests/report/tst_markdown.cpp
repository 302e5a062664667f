// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/markdown.h"

#include "core/secret.h"
#include "edm/builtinschema.h"
#include "json/scanner.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using report::Markup;

namespace {

exchange::Exchange exchangeWith(const QByteArray &sent, const QByteArray &returned)
{
    exchange::Exchange exchange;
    exchange.environment = u"Sandbox"_s;
    exchange.request = {"POST",
                        QUrl(u"http://127.0.0.1:1/v1.0/sessions"_s),
                        {{"Authorization", "Bearer ***"}, {"client-request-id", "mine"}},
                        sent};
    exchange.response = exchange::Response{
        201, "Created", {{"request-id", "theirs"}, {"Date", "today"}, {"x-ms-ags-diagnostic", "{}"}}, returned, true};
    exchange.timing.finished = std::chrono::milliseconds(12);
    return exchange;
}

report::Evidence evidenceOf(const exchange::Exchange &exchange)
{
    report::Evidence evidence;
    evidence.exchange = exchange;
    return evidence;
}

QString ticket(const QByteArray &returned, Markup markup)
{
    return report::ticketText(evidenceOf(exchangeWith("{}", returned)), markup);
}

} // namespace

class MarkdownTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void ticket_asAWhole();
    void ticket_differences();
    void ticket_checksAndTester();
    void markdown_bodyCannotEndItsFence_data();
    void markdown_bodyCannotEndItsFence();
    void jira_bodyCannotEndItsBlock();
    void ticket_secretsAreMasked();
    void ticket_awkwardBodies();
    void ticket_error_isInEnglish();
};

void MarkdownTest::ticket_asAWhole()
{
    QCOMPARE(report::ticketText(evidenceOf(exchangeWith("{}", "[1]")), Markup::Markdown),
             u"#### Exchange\n\n```text\n"
             "Request: POST http://127.0.0.1:1/v1.0/sessions\n"
             "Status: 201 Created\n"
             "request-id: theirs\n"
             "Date: today\n"
             "x-ms-ags-diagnostic: {}\n"
             "client-request-id sent: mine\n"
             "Sent: 2 bytes, SHA-256 44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a\n"
             "Received: 3 bytes, SHA-256 080a9ed428559ef602668b4c00f114f1a11c3f6b02a435f0bdc154578e4d7f22\n"
             "Started: 1970-01-01T00:00:00.000Z\n"
             "Elapsed: 12 ms\n"
             "Environment: Sandbox\n"
             "```\n\n#### Request body\n\n```text\n{}\n```\n\n#### Response body\n\n```text\n[1]\n```\n"_s);
}

void MarkdownTest::ticket_differences()
{
    const QByteArray sent = R"({"id":"1","isTest":true,"version":1})";
    const QByteArray returned = R"({"id":"2","version":1,"x":"`````"})";
    report::Evidence evidence = evidenceOf(exchangeWith(sent, returned));
    evidence.comparison
        = session::compare(json::scan(sent), json::scan(returned), edm::builtinSchema(), edm::sessionTypeName);
    const QString text = report::ticketText(evidence, Markup::Markdown);
    QVERIFY2(text.contains(u"\n\n``````text\nchanged /id: \"1\" → \"2\"\ndropped /isTest: true\nadded /x: \"`````\"\n"
                           "``````\n"_s),
             qPrintable(text));
}

void MarkdownTest::ticket_checksAndTester()
{
    using report::CheckedFact;
    report::Evidence evidence = evidenceOf(exchangeWith("{}", "{}"));
    evidence.outcome = u"not as expected"_s;
    evidence.checks = {{u"Status"_s, CheckedFact::State::Met, true, u"2xx"_s, u"201"_s, {}},
                       {u"id"_s, CheckedFact::State::NotMet, false, u"a text"_s, u"none"_s, u"No\nid."_s},
                       {u"Time"_s, CheckedFact::State::NotApplicable, true, {}, {}, {}}};
    evidence.words = {u"7.1"_s, u"p2p"_s, u"bug"_s, u"Two\nlines."_s, u"smoke"_s};
    const QString text = report::ticketText(evidence, Markup::Markdown);
    QVERIFY2(text.contains(u"\nEnvironment: Sandbox\nOutcome: not as expected\nVerdict of the tester: bug\n"
                           "Build under test: 7.1\nTemplate: p2p\nTag: smoke\n```\n"_s),
             qPrintable(text));
    QVERIFY(text.contains(u"#### Note of the tester\n\n```text\nTwo\nlines.\n```\n"_s));
    QVERIFY(
        text.contains(u"#### Checks that are not met\n\n```text\nid: expected a text, found none. No id.\n```\n"_s));
}

void MarkdownTest::markdown_bodyCannotEndItsFence_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("fence");
    QTest::newRow("none") << "a"_ba << u"```"_s;
    QTest::newRow("three") << "```\n<script>"_ba << u"````"_s;
    QTest::newRow("many, CR") << "\r```````\rx"_ba << u"````````"_s;
    QTest::newRow("runs") << "` `` ``` ` ``"_ba << u"````"_s;
    QTest::newRow("tildes") << "~~~~\n~~~~"_ba << u"```"_s;
    QTest::newRow("at the end") << "x````"_ba << u"`````"_s;
}

void MarkdownTest::markdown_bodyCannotEndItsFence()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QString, fence);
    const QString block = u"\n\n"_s + fence + u"text\n"_s + QString::fromUtf8(body) + u'\n' + fence + u'\n';
    const QString text = ticket(body, Markup::Markdown);
    QVERIFY2(text.endsWith(block), qPrintable(text));
}

void MarkdownTest::jira_bodyCannotEndItsBlock()
{
    QVERIFY(ticket("{}", Markup::Jira).endsWith(u"h4. Response body\n\n{noformat}\n{}\n{noformat}\n"_s));
    QVERIFY(ticket("{NoFormat}", Markup::Jira).endsWith(u"{code}\n{NoFormat}\n{code}\n"_s));
    QVERIFY(ticket("{code:java}", Markup::Jira).endsWith(u"{noformat}\n{code:java}\n{noformat}\n"_s));
    const QString both = ticket("{code}{noformat}!x.png!", Markup::Jira);
    QVERIFY2(both.endsWith(u"(in base64)\n{noformat}\ne2NvZGV9e25vZm9ybWF0fSF4LnBuZyE=\n{noformat}\n"_s),
             qPrintable(both));
}

void MarkdownTest::ticket_secretsAreMasked()
{
    const core::Secret secret("known-canary");
    exchange::Exchange exchange = exchangeWith("{\"a\":\"known-canary\"}", "Bearer 0123456789abcdef0123");
    exchange.request.headers.append(exchange::Header{"Cookie", "cookie-canary"});
    exchange.response->headers[0].value = "known-canary";
    const QString text = report::ticketText(evidenceOf(exchange), Markup::Markdown);
    QVERIFY2(!text.contains("canary"_L1) && !text.contains("Bearer 0"_L1), qPrintable(text));
}

void MarkdownTest::ticket_awkwardBodies()
{
    QVERIFY(ticket("\xEF\xBB\xBF{}", Markup::Markdown).endsWith(u"```text\n\uFEFF{}\n```\n"_s));
    QVERIFY(ticket("\xE9", Markup::Markdown).endsWith(u"body, in base64\n\n```text\n6Q==\n```\n"_s));
    QVERIFY(ticket(QByteArray("\0", 1), Markup::Markdown).endsWith(u"body, in base64\n\n```text\nAA==\n```\n"_s));
    QVERIFY(!ticket({}, Markup::Markdown).contains("Response body"_L1));
    const QString cut = ticket('a' + QByteArray("\xF0\x9F\x99\x82").repeated(10'000), Markup::Markdown);
    QVERIFY(cut.contains("#### Response body, the first 16383 of 20001 characters"_L1));
    QVERIFY(cut.isValidUtf16());
}

void MarkdownTest::ticket_error_isInEnglish()
{
    exchange::Exchange exchange = exchangeWith("{}", {});
    exchange.response.reset();
    exchange.error = core::Error{core::Error::Code::Timeout, u"Zeit um."_s, {}};
    const QString text = report::ticketText(evidenceOf(exchange), Markup::Markdown);
    QVERIFY2(text.contains("\nStatus: no response (timeout)\n"_L1), qPrintable(text));
    QVERIFY(!text.contains("Zeit"_L1));
}

QTEST_GUILESS_MAIN(MarkdownTest)
#include "tst_markdown.moc"
