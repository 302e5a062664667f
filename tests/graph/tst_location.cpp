// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/location.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QUrl sessions(u"https://graph.microsoft.com/v1.0/communications/callRecords/e5/sessions"_s);

} // namespace

class LocationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void createdUrl_data();
    void createdUrl();
    void isCreatedUrl_data();
    void isCreatedUrl();
    void sameOriginUrl_data();
    void sameOriginUrl();
};

void LocationTest::createdUrl_data()
{
    QTest::addColumn<QString>("request");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("created");
    const QString text = sessions.toString();
    QTest::newRow("plain") << text << u"1"_s << text + "/1"_L1;
    QTest::newRow("no id") << text << QString() << text;
    QTest::newRow("$ref") << text + "/$ref"_L1 << u"1"_s << text + "/1"_L1;
    QTest::newRow("query") << text + "?$select=id#x"_L1 << u"1"_s << text + "/1"_L1;
    QTest::newRow("id to encode") << text << u"a/b ?%"_s << text + "/a%2Fb%20%3F%25"_L1;
    QTest::newRow("request that is encoded")
        << u"http://h/a%2Fb/sessions/$ref"_s << u"1"_s << u"http://h/a%2Fb/sessions/1"_s;
}

void LocationTest::createdUrl()
{
    QFETCH(const QString, request);
    QFETCH(const QString, id);
    QFETCH(const QString, created);
    const QUrl url = graph::createdUrl(QUrl(request), id);
    QCOMPARE(url.toString(QUrl::FullyEncoded), created);
    QCOMPARE(graph::isCreatedUrl(url.toEncoded(), QUrl(request), id), !id.isEmpty());
}

void LocationTest::isCreatedUrl_data()
{
    QTest::addColumn<QByteArray>("location");
    QTest::addColumn<QString>("id");
    QTest::addColumn<bool>("fits");
    const auto row = [](const char *name, const QByteArray &location, bool fits, const QString &id = u"1"_s) {
        QTest::newRow(name) << location << id << fits;
    };
    const QByteArray text = sessions.toEncoded();
    row("absolute", text + "/1", true);
    row("blanks around", " " + text + "/1 ", true);
    row("default port, host in capitals", "HTTPS://Graph.Microsoft.com:443" + sessions.path().toLatin1() + "/1", true);
    row("from the root", sessions.path().toLatin1() + "/1", true);
    row("relative", "sessions/1", true);
    row("key in parentheses", text + "('1')", true);
    row("both keys in parentheses", "https://graph.microsoft.com/v1.0/communications/callRecords('e5')/sessions('1')",
        true);
    row("quote in a key", text + "('a''b')", true, u"a'b"_s);
    row("encoded", text + "/%31", true);
    row("slash as data", text + "/a%2Fb", true, u"a/b"_s);
    row("any id", text + "/7", true, {});
    row("nothing", "", false);
    row("blank", " ", false);
    row("other id", text + "/2", false);
    row("id in another case", text + "/A", false, u"a"_s);
    row("no id at all", text, false);
    row("empty segment", text + "/", false, {});
    row("empty key", text + "('')", false, {});
    row("one segment more", text + "/1/x", false);
    row("slash behind", text + "/1/", false);
    row("slash that is no data", text + "/a/b", false, u"a/b"_s);
    row("other record", "https://graph.microsoft.com/v1.0/communications/callRecords/e6/sessions/1", false);
    row("other version", "https://graph.microsoft.com/beta/communications/callRecords/e5/sessions/1", false);
    row("other host", "https://graph.microsoft.us" + sessions.path().toLatin1() + "/1", false);
    row("other scheme", "http://graph.microsoft.com" + sessions.path().toLatin1() + "/1", false);
    row("other port", "https://graph.microsoft.com:444" + sessions.path().toLatin1() + "/1", false);
    row("user name", "https://a@graph.microsoft.com" + sessions.path().toLatin1() + "/1", false);
    row("query", text + "/1?x", false);
    row("fragment", text + "/1#x", false);
    row("no URL", "https://[/1", false);
    row("file", "file:///1", false);
}

void LocationTest::isCreatedUrl()
{
    QFETCH(const QByteArray, location);
    QFETCH(const QString, id);
    QTEST(graph::isCreatedUrl(location, sessions, id), "fits");
    QUrl reference = sessions;
    reference.setPath(reference.path() + "/$ref"_L1);
    if (location != "sessions/1") // relative to `$ref` it is another one
        QTEST(graph::isCreatedUrl(location, reference, id), "fits");
}

void LocationTest::sameOriginUrl_data()
{
    QTest::addColumn<QByteArray>("reference");
    QTest::addColumn<QString>("url"); // empty: refused
    const auto row = [](const char *name, const QByteArray &reference, const QString &url) {
        QTest::newRow(name) << reference << url;
    };
    const QString root = u"https://graph.microsoft.com"_s;
    const QString text = sessions.toString();
    row("absolute", text.toLatin1() + "/1", text + "/1"_L1);
    row("blanks around", " " + text.toLatin1() + "/1 ", text + "/1"_L1);
    row("with a query", text.toLatin1() + "?$skiptoken=60", text + "?$skiptoken=60"_L1);
    row("encoded query", text.toLatin1() + "?%24skiptoken=a%20b%2B", text + "?%24skiptoken=a%20b%2B"_L1);
    row("fragment goes", text.toLatin1() + "?a#b", text + "?a"_L1);
    row("only a query", "?$skiptoken=60", text + "?$skiptoken=60"_L1);
    row("from the root", "/v1.0/x", root + "/v1.0/x"_L1);
    row("without a scheme", "//graph.microsoft.com/x", root + "/x"_L1);
    row("default port, host in capitals", "HTTPS://Graph.Microsoft.com:443/x", root + ":443/x"_L1);
    row("dots", "/a/../b", root + "/b"_L1);
    row("nothing", "", {});
    row("blank", " ", {});
    row("other host", "https://graph.microsoft.us/x", {});
    row("other host without a scheme", "//evil.example/x", {});
    row("sub-domain", "https://a.graph.microsoft.com/x", {});
    row("trailing dot", "https://graph.microsoft.com./x", {});
    row("plain http", "http://graph.microsoft.com/x", {});
    row("other port", "https://graph.microsoft.com:444/x", {});
    row("user name", "https://a@graph.microsoft.com/x", {});
    row("user name that looks like the host", "https://graph.microsoft.com@evil.example/x", {});
    row("file", "file:///etc/passwd", {});
    row("script", "javascript:alert(1)", {});
    row("line break", "https://graph.microsoft.com/x\r\nHost: evil", {});
    row("no URL", "https://[/x", {});
}

void LocationTest::sameOriginUrl()
{
    QFETCH(const QByteArray, reference);
    const std::optional<QUrl> url = graph::sameOriginUrl(reference, sessions);
    QTEST(url ? QString::fromLatin1(url->toEncoded()) : QString(), "url");
}

QTEST_GUILESS_MAIN(LocationTest)
#include "tst_location.moc"
