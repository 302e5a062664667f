// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/html.h"

#include "core/secret.h"
#include "edm/builtinschema.h"
#include "report/htmlstyle.h"
#include "json/scanner.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using report::CheckedFact;
using report::Evidence;

namespace {

Evidence evidenceWith(const QByteArray &sent, const QByteArray &returned)
{
    Evidence evidence;
    evidence.outcome = u"not as expected"_s;
    exchange::Exchange &exchange = evidence.exchange;
    exchange.environment = u"Sandbox"_s;
    exchange.request
        = {"POST", QUrl(u"http://127.0.0.1:1/v1.0/sessions"_s), {{"Authorization", "Bearer ***"}, {"X", "y"}}, sent};
    exchange.response = exchange::Response{201, "Created", {{"request-id", "theirs"}}, returned, true};
    exchange.timing = {1ms, {}, 2ms, 7ms, 9ms};
    return evidence;
}

QString pageOf(const Evidence &evidence)
{
    return QString::fromUtf8(report::htmlPage({evidence}));
}

/// The text in the last box of a page, as a browser makes it: CR is LF, and the first line end does not count.
QString lastBox(const QString &page)
{
    const qsizetype begin = page.indexOf(u'>', page.lastIndexOf("<pre"_L1)) + 2;
    QString text = page.mid(begin, page.lastIndexOf("</pre>"_L1) - begin);
    text.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n');
    return text.replace("&#13;"_L1, "\r"_L1)
        .replace("&lt;"_L1, "<"_L1)
        .replace("&gt;"_L1, ">"_L1)
        .replace("&quot;"_L1, "\""_L1)
        .replace("&amp;"_L1, "&"_L1);
}

/// Every `<` of the page begins one of our elements with attributes of ours, none of which holds an address.
void verifyOurs(const QString &page)
{
    static const QRegularExpression tag(u"\\A</?([a-z0-9]+)((?: [a-zA-Z-]+=\"[^\"<>]*\")*)/?>"_s);
    static const QRegularExpression attribute(u" ([a-zA-Z-]+)=\"[^\"]*\""_s);
    static const QSet<QString> tags{u"html"_s,  u"head"_s,  u"meta"_s,   u"title"_s,   u"style"_s, u"body"_s, u"main"_s,
                                    u"h1"_s,    u"h2"_s,    u"h3"_s,     u"article"_s, u"p"_s,     u"span"_s, u"div"_s,
                                    u"table"_s, u"thead"_s, u"tbody"_s,  u"tr"_s,      u"th"_s,    u"td"_s,   u"svg"_s,
                                    u"rect"_s,  u"pre"_s,   u"footer"_s, u"figure"_s};
    static const QSet<QString> attributes{u"lang"_s, u"charset"_s,    u"http-equiv"_s, u"content"_s,
                                          u"name"_s, u"class"_s,      u"scope"_s,      u"tabindex"_s,
                                          u"role"_s, u"aria-label"_s, u"viewBox"_s,    u"preserveAspectRatio"_s,
                                          u"x"_s,    u"width"_s,      u"height"_s,     u"aria-hidden"_s};
    const QString body = page.sliced(u"<!DOCTYPE html>"_s.size());
    for (qsizetype at = body.indexOf(u'<'); at >= 0; at = body.indexOf(u'<', at + 1)) {
        const QRegularExpressionMatch match = tag.match(body.sliced(at).left(400));
        QVERIFY2(match.hasMatch() && tags.contains(match.captured(1)), qPrintable(body.mid(at, 80)));
        auto found = attribute.globalMatch(match.captured(2));
        while (found.hasNext())
            QVERIFY2(attributes.contains(found.next().captured(1)), qPrintable(match.captured()));
    }
}

} // namespace

class HtmlTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void page_tellsAll();
    void page_isDeterministic();
    void page_policyLetsInItsStyleOnly();
    void foreignText_staysText_data();
    void foreignText_staysText();
    void body_isExact_data();
    void body_isExact();
    void body_longIsCutAndSaysSo();
    void body_notTextIsBase64();
    void secrets_areMasked();
    void noResponse_isSaid();
    void several_haveAnOverview();
};

void HtmlTest::page_tellsAll()
{
    const QByteArray sent = R"({"id":"1","isTest":true,"version":1})";
    const QByteArray returned = R"({"id":"2","version":1,"x":0})";
    Evidence evidence = evidenceWith(sent, returned);
    evidence.comparison
        = session::compare(json::scan(sent), json::scan(returned), edm::builtinSchema(), edm::sessionTypeName);
    evidence.checks = {{u"Status"_s, CheckedFact::State::NotMet, true, u"400"_s, u"201"_s, u"Why."_s},
                       {u"Time"_s, CheckedFact::State::NotApplicable, true, {}, {}, {}}};
    evidence.words = {u"7.1"_s, u"p2p"_s, u"bug"_s, u"A note."_s, u"smoke"_s};
    evidence.timelines = {{u"Timeline"_s, u"<svg viewBox=\"0 0 1 1\"></svg>"_s}};
    evidence.isMasked = true;
    const QString page = pageOf(evidence);
    verifyOurs(page);
    for (const QString &text : {u"<h1>201 Created</h1>"_s, u"✗ not as expected"_s, u"Verdict of the tester: bug"_s,
                                u"A note."_s, u">7.1<"_s, u">p2p<"_s, u">smoke<"_s, u">theirs<"_s, u">Sandbox<"_s,
                                u"Why."_s, u"1 same · 1 changed · 1 dropped · 1 added"_s, u">/isTest<"_s,
                                u"viewBox=\"0 0 1 1\""_s, u"5.000 ms"_s, u"Authorization: Bearer ***"_s})
        QVERIFY2(page.contains(text), qPrintable(text));
    QVERIFY(page.contains("not the exact bytes"_L1));
    QVERIFY(!page.contains("Time</th>"_L1)); // not applicable
    QVERIFY(!page.contains("scope=\"row\" class=\"wire place\">/version"_L1)); // the same
}

void HtmlTest::page_isDeterministic()
{
    const Evidence evidence = evidenceWith("{}", "{}");
    QCOMPARE(report::htmlPage({evidence}), report::htmlPage({evidence}));
}

void HtmlTest::page_policyLetsInItsStyleOnly()
{
    const QString page = pageOf(evidenceWith("{}", "{}"));
    const qsizetype begin = page.indexOf("<style>"_L1) + 7;
    const QByteArray style = page.mid(begin, page.indexOf("</style>"_L1) - begin).toUtf8();
    const QByteArray hash = QCryptographicHash::hash(style, QCryptographicHash::Sha256).toBase64();
    QVERIFY(page.contains("content=\"default-src 'none'; style-src 'sha256-"_L1 + QString::fromLatin1(hash)
                          + "'; base-uri 'none'; form-action 'none'\""_L1));
    QVERIFY(page.indexOf("Content-Security-Policy"_L1) < begin);
    QVERIFY(!style.contains("url(") && !style.contains("@import"));
}

void HtmlTest::foreignText_staysText_data()
{
    QTest::addColumn<QString>("payload");
    const char *payloads[] = {
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "\"><svg onload=alert(1)>",
        "</pre><h1>x</h1>",
        "</title><script>1</script>",
        "</style><script>1</script>",
        "<!-- ",
        "-->",
        "<![CDATA[x]]>",
        "<?xml?>",
        "<a href=\"http://127.0.0.1/\">x</a>",
        "javascript:alert(1)",
        "<iframe src=//h>",
        "<base href=//h>",
        "<meta http-equiv=refresh content=0>",
        "<link rel=stylesheet href=//h>",
        "<form action=//h>",
        "<object data=//h>",
        "<embed src=//h>",
        "<style>@import '//h'</style>",
        "<table><tr><td background=//h>",
        "' onclick='x",
        "\" onclick=\"x",
        "&lt;script&gt;",
        "&#60;script&#62;",
        "&",
        "<",
        "\u202E<b>",
        "<math><mtext>",
        "<video poster=//h>",
    };
    for (const char *payload : payloads)
        QTest::newRow(payload) << QString::fromUtf8(payload);
}

void HtmlTest::foreignText_staysText()
{
    QFETCH(const QString, payload);
    const QByteArray bytes = payload.toUtf8();
    Evidence evidence = evidenceWith(bytes, bytes);
    exchange::Exchange &exchange = evidence.exchange;
    exchange.environment = payload;
    exchange.request.method = bytes;
    exchange.request.url = QUrl(u"http://h/"_s + payload);
    exchange.request.headers += exchange::Header{bytes, bytes};
    exchange.response->reason = bytes;
    exchange.response->headers = {{"request-id", bytes}, {"Date", bytes}, {"Location", bytes}, {bytes, bytes}};
    exchange.tls = exchange::TlsFacts{payload, payload, {}};
    evidence.outcome = payload;
    evidence.checks = {{payload, CheckedFact::State::NotMet, true, payload, payload, payload}};
    evidence.words = {payload, payload, payload, payload, payload};
    evidence.requestFile = evidence.responseFile = payload;
    const QByteArray sent = "{\"" + bytes.toPercentEncoding() + "\":1}";
    evidence.comparison
        = session::compare(json::scan(sent), json::scan("{}"_ba), edm::builtinSchema(), edm::sessionTypeName);
    const QString page = QString::fromUtf8(report::htmlPage({evidence, evidence}));
    verifyOurs(page);
    QCOMPARE(lastBox(page), payload);
}

void HtmlTest::body_isExact_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("first line empty") << "\n{}"_ba;
    QTest::newRow("line ends") << "{\r\n\r}\n"_ba;
    QTest::newRow("BOM") << "\xEF\xBB\xBF{}"_ba;
    QTest::newRow("entities") << "&amp;lt;&#13;\"'<>"_ba;
    QTest::newRow("beyond the BMP") << "\xF0\x9F\x99\x82"_ba;
}

void HtmlTest::body_isExact()
{
    QFETCH(const QByteArray, bytes);
    QCOMPARE(lastBox(pageOf(evidenceWith("{}", bytes))).toUtf8(), bytes);
}

void HtmlTest::body_longIsCutAndSaysSo()
{
    constexpr int bound = 256 * 1024;
    QVERIFY(!pageOf(evidenceWith("{}", QByteArray(bound, 'x'))).contains("The first "_L1));
    Evidence evidence = evidenceWith("{}", QByteArray(bound - 1, 'x') + "\xF0\x9F\x99\x82" + "yz");
    const QString alone = pageOf(evidence);
    QVERIFY(alone.contains("The first 262143 of 262147 characters.</p>"_L1));
    QVERIFY(lastBox(alone).isValidUtf16());
    evidence.responseFile = u"response-body.txt"_s;
    QVERIFY(pageOf(evidence).contains(u"characters. All bytes are in “response-body.txt” beside this page."_s));
}

void HtmlTest::body_notTextIsBase64()
{
    const QString page = pageOf(evidenceWith("{}", "\xE9"));
    QVERIFY(page.contains("Body of the response, 1 bytes, in base64"_L1));
    QCOMPARE(lastBox(page), u"6Q=="_s);
    QVERIFY(pageOf(evidenceWith("{}", "{\"\u202E\":1}")).contains("cannot be seen"_L1));
    QVERIFY(!pageOf(evidenceWith("{}", "{\r\n\t\"\u00e9\": 1\r\n}")).contains("cannot be seen"_L1));
    QVERIFY(pageOf(evidenceWith("{}", {})).contains("There is none."_L1));
}

void HtmlTest::secrets_areMasked()
{
    const core::Secret secret("known-canary");
    Evidence evidence = evidenceWith("{\"a\":\"known-canary\"}", "Bearer 0123456789abcdef0123");
    exchange::Exchange &exchange = evidence.exchange;
    exchange.environment = u"known-canary"_s;
    exchange.request.url = QUrl(u"http://h/known-canary"_s);
    exchange.request.headers += exchange::Header{"Cookie", "cookie-canary"};
    exchange.response->reason = "known-canary";
    exchange.response->headers += exchange::Header{"X", "known-canary"};
    const QString text = u"known-canary"_s;
    evidence.checks = {{u"Header"_s, CheckedFact::State::NotMet, true, text, text, text}};
    evidence.words = {text, text, text, text, text};
    evidence.comparison = session::compare(json::scan(exchange.request.body), json::scan("{}"_ba), edm::builtinSchema(),
                                           edm::sessionTypeName);
    const QString page = pageOf(evidence);
    QVERIFY2(!page.contains("canary"_L1) && !page.contains("Bearer 0"_L1), qPrintable(page));
}

void HtmlTest::noResponse_isSaid()
{
    Evidence evidence = evidenceWith("{}", {});
    evidence.exchange.response.reset();
    evidence.exchange.error = core::Error{core::Error::Code::Timeout, u"Zeit um."_s, {}};
    const QString page = pageOf(evidence);
    QVERIFY(page.contains("<h1>No response</h1>"_L1) && page.contains(">timeout<"_L1));
    QVERIFY(!page.contains("Zeit"_L1));
}

void HtmlTest::several_haveAnOverview()
{
    const Evidence evidence = evidenceWith("{}", "{}");
    const QString page = QString::fromUtf8(report::htmlPage({evidence, evidence}));
    QVERIFY(page.contains("<h1>2 exchanges</h1>"_L1));
    QCOMPARE(page.count("<article>"_L1), 2);
    QVERIFY(!pageOf(evidence).contains("overview"_L1));
}

QTEST_GUILESS_MAIN(HtmlTest)
#include "tst_html.moc"
