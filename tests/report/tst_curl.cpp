// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/curl.h"

#include "graph/headers.h"
#include "report/wiretext.h"
#include "support/rawserver.h"

#include <QProcess>
#include <QProcessEnvironment>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using exchange::Authorization;
using exchange::HeaderList;

namespace {

constexpr auto token = "canary.token~1/x+y==";
const HeaderList usual{{"Content-Type", "application/json"},
                       {"Accept", "application/json"},
                       {"client-request-id", "8a4d2f6e-0000-4000-8000-000000000001"}};

struct Body
{
    const char *name;
    QByteArray bytes;
};

const Body bodies[] = {
    {"json", "{\n    \"modalities\": [\"audio\"]\n}\n"},
    {"nothing", ""},
    {"single quotes", "{\"a\":\"it's '' '\"}"},
    {"double quotes", R"({"a":"\"\\\""})"},
    {"dollar and backtick", "{\"a\":\"$HOME `id` $(id) ${x}\"}"},
    {"exclamation mark", "{\"a\":\"!! !1 !$\"}"},
    {"percent", "{\"a\":\"100 %d %s %% %\"}"},
    {"backslashes", R"({"a":"\u00e9 \n \\ \\012 \012 \x41 \c stop"})"},
    {"backslash at the end", "x\\"},
    {"octal after NUL",
     QByteArray("a\0"
                "7b\0\0",
                6)},
    {"CR LF", "{\r\n}\r\n\r"},
    {"blank lines at the end", "{}\n\n\n"},
    {"tabs", "{\t\"a\":\t1}"},
    {"escape and bell", "\x1b[31m\x07\x7f"},
    {"UTF-8", "{\"a\":\"Zoë 日本 🙂\"}"},
    {"BOM", "\xEF\xBB\xBF{}"},
    {"NBSP, U+2028, bidi", "\u00A0\u2028\u202E\u200B"},
    {"lone bytes", "\xE9\xFF\x80 \xC3"},
    {"UTF-16", QByteArray("\xFF\xFE{\0}\0", 6)},
    {"at sign", "@/etc/hostname"},
    {"option", "--help"},
    {"one dash", "-"},
    {"comment", "# not a comment"},
    {"here document", "<<EOF\nEOF\n"},
    {"every byte",
     [] {
         QByteArray all;
         for (int byte = 0; byte < 256; ++byte)
             all += char(byte);
         return all;
     }()},
};

QByteArray onTheWire(const exchange::Request &request)
{
    QByteArray path = request.url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority);
    QByteArray head = request.method + ' ' + path + " HTTP/1.1\r\n";
    for (const exchange::Header &header : request.headers) {
        const QByteArray value = header.value == "Bearer ***" ? "Bearer "_ba + token : header.value;
        head += header.name + ": " + value + "\r\n";
    }
    return head + "\r\n" + request.body;
}

} // namespace

class CurlTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void body_isTheSameOnTheWire_data();
    void body_isTheSameOnTheWire();
    void body_largerThanAnArgument_isTheSame();
    void head_isTheSameOnTheWire_data();
    void head_isTheSameOnTheWire();
    void redirect_isNotFollowed();
    void command_showsNoCredential();

private:
    /// What a raw server receives when bash runs the command for `request`, whose URL gets the server's port.
    QByteArray received(exchange::Request request, Authorization::Kind kind, QByteArray *expected);

    support::RawServer m_server;
};

void CurlTest::initTestCase()
{
    if (QStandardPaths::findExecutable(u"curl"_s).isEmpty() || QStandardPaths::findExecutable(u"bash"_s).isEmpty())
        QSKIP("curl or bash is not installed");
    m_server.always({support::Step::send(support::RawServer::created()), support::Step::close()});
}

QByteArray CurlTest::received(exchange::Request request, Authorization::Kind kind, QByteArray *expected)
{
    request.url.setPort(m_server.port());
    const exchange::Request wire = graph::asOnTheWire(request, kind);
    *expected = onTheWire(wire);
    QProcess bash;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"GRAPH_TOKEN"_s, QString::fromLatin1(token));
    environment.insert(u"http_proxy"_s, u"http://127.0.0.1:9"_s);
    bash.setProcessEnvironment(environment);
    const qsizetype before = m_server.requests().size();
    bash.start(u"bash"_s, {u"--norc"_s, u"-s"_s});
    bash.write(report::curlCommand(wire));
    bash.closeWriteChannel();
    if (!QTest::qWaitFor([&bash] { return bash.state() == QProcess::NotRunning; }, 20000))
        return "bash does not end";
    if (m_server.requests().size() != before + 1)
        return "no request came: " + bash.readAllStandardError();
    return m_server.requests().constLast();
}

void CurlTest::body_isTheSameOnTheWire_data()
{
    QTest::addColumn<QByteArray>("body");
    for (const Body &body : bodies)
        QTest::newRow(body.name) << body.bytes;
}

void CurlTest::body_isTheSameOnTheWire()
{
    QFETCH(const QByteArray, body);
    QByteArray expected;
    const QByteArray bytes = received({"POST", QUrl(u"http://127.0.0.1/v1.0/sessions"_s), usual, body},
                                      Authorization::Kind::Token, &expected);
    QCOMPARE(bytes, expected);
}

void CurlTest::body_largerThanAnArgument_isTheSame()
{
    QByteArray expected; // over the 128 KiB of an argument, and over the 1 MiB at which curl asks with Expect
    const QByteArray body = QByteArray("{\"a\": \"it's 5 %\"}\n").repeated(100'000);
    const QByteArray bytes = received({"POST", QUrl(u"http://127.0.0.1/v1.0/sessions"_s), usual, body},
                                      Authorization::Kind::None, &expected);
    QVERIFY(bytes == expected);
}

void CurlTest::head_isTheSameOnTheWire_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("url");
    QTest::addColumn<HeaderList>("headers");
    QTest::addColumn<Authorization::Kind>("kind");
    const QString url = u"http://127.0.0.1/v1.0/communications/callRecords/1/sessions"_s;
    QTest::newRow("no header of ours") << "POST"_ba << url << HeaderList() << Authorization::Kind::None;
    QTest::newRow("token") << "POST"_ba << url << usual << Authorization::Kind::Token;
    QTest::newRow("malformed token") << "POST"_ba << url << usual << Authorization::Kind::Malformed;
    QTest::newRow("order") << "POST"_ba << url << HeaderList{{"X-Z", "1"},
                                                             {"Prefer", "a;b=\"c\""},
                                                             {"Accept", "*/*"},
                                                             {"x-a", "2"},
                                                             {"Expect", "x"},
                                                             {"User-Agent", "me/1"},
                                                             {"Content-Type", "text/plain"}}
                           << Authorization::Kind::Token;
    QTest::newRow("awkward values") << "POST"_ba << url
                                    << HeaderList{{"X-A", "it's $HOME `id` !! \\ % \""},
                                                  {"X-B", "\xE9\xFF"},
                                                  {"X-C", "a\tb"},
                                                  {"X-D", "Zo\xC3\xAB"},
                                                  {"X-E", "a;"}}
                                    << Authorization::Kind::None;
    QTest::newRow("GET") << "GET"_ba << url << HeaderList{{"Accept", "application/json"}} << Authorization::Kind::Token;
    QTest::newRow("query") << "GET"_ba << url + u"?$filter=a%20eq%20'b'&x=%24%26[1]{a,b}"_s << HeaderList()
                           << Authorization::Kind::None;
    QTest::newRow("path") << "POST"_ba << u"http://127.0.0.1/a/%2e%2e/b//c;d/$ref"_s << HeaderList()
                          << Authorization::Kind::None;
}

void CurlTest::head_isTheSameOnTheWire()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QString, url);
    QFETCH(const HeaderList, headers);
    QFETCH(const Authorization::Kind, kind);
    QByteArray expected;
    const QByteArray bytes = received({method, QUrl(url), headers, method == "GET" ? ""_ba : "{}"_ba}, kind, &expected);
    QCOMPARE(bytes, expected);
}

void CurlTest::redirect_isNotFollowed()
{
    support::RawServer other;
    m_server.always({support::Step::send("HTTP/1.1 307 Temporary Redirect\r\nContent-Length: 0\r\nLocation: "
                                         + other.url(u"/"_s).toLatin1() + "\r\n\r\n"),
                     support::Step::close()});
    QByteArray expected;
    const QByteArray bytes
        = received({"POST", QUrl(u"http://127.0.0.1/"_s), usual, "{}"}, Authorization::Kind::Token, &expected);
    QCOMPARE(bytes, expected);
    QCOMPARE(other.connections(), 0);
}

void CurlTest::command_showsNoCredential()
{
    const QByteArray command = report::curlCommand(
        {"POST",
         QUrl(u"https://graph.microsoft.com/v1.0"_s),
         {{"authorization", "Bearer canary"}, {"Cookie", "canary=1"}, {"Proxy-Authorization", "Basic canary"}},
         "{}"});
    QVERIFY2(command.contains("\"authorization: Bearer $GRAPH_TOKEN\""), command.constData());
    QVERIFY2(!command.contains("canary"), command.constData());
    QVERIFY(std::all_of(command.cbegin(), command.cend(), [](char c) { return c == '\n' || c >= ' '; }));
}

QTEST_GUILESS_MAIN(CurlTest)
#include "tst_curl.moc"
