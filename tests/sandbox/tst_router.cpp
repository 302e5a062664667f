// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/router.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using sandbox::Route;
using Kind = Route::Kind;

Q_DECLARE_METATYPE(sandbox::Route::Kind)

class RouterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void path_isRouted_data();
    void path_isRouted();
    void method_isAllowed_data();
    void method_isAllowed();
};

void RouterTest::path_isRouted_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<Route::Kind>("kind");
    QTest::addColumn<QString>("version");
    QTest::addColumn<QString>("callRecordId");
    QTest::addColumn<QString>("sessionId");

    const QString none;
    const QByteArray records = "/v1.0/communications/callRecords/"_ba;
    QTest::newRow("list") << records + "a/sessions" << Kind::Sessions << u"v1.0"_s << u"a"_s << none;
    QTest::newRow("beta") << "/beta/communications/callRecords/a/sessions"_ba << Kind::Sessions << u"beta"_s << u"a"_s
                          << none;
    QTest::newRow("localtest") << "/localtest/communications/callRecords/a/sessions"_ba << Kind::Sessions
                               << u"localtest"_s << u"a"_s << none;
    QTest::newRow("references") << records + "a/sessions/$ref" << Kind::References << u"v1.0"_s << u"a"_s << none;
    QTest::newRow("references encoded") << records + "a/sessions/%24ref" << Kind::References << u"v1.0"_s << u"a"_s
                                        << none;
    QTest::newRow("one") << records + "a/sessions/b" << Kind::Session << u"v1.0"_s << u"a"_s << u"b"_s;
    QTest::newRow("metadata") << "/v1.0/$metadata"_ba << Kind::Metadata << u"v1.0"_s << none << none;
    QTest::newRow("slash in an id") << records + "a%2Fb%2fc/sessions/d%2Fe" << Kind::Session << u"v1.0"_s << u"a/b/c"_s
                                    << u"d/e"_s;
    QTest::newRow("percent in an id") << records + "100%25/sessions" << Kind::Sessions << u"v1.0"_s << u"100%"_s
                                      << none;
    QTest::newRow("not decoded twice") << records + "%252F/sessions" << Kind::Sessions << u"v1.0"_s << u"%2F"_s << none;
    QTest::newRow("plus stays") << records + "a+b/sessions" << Kind::Sessions << u"v1.0"_s << u"a+b"_s << none;
    QTest::newRow("UTF-8") << records + "%C3%A9/sessions" << Kind::Sessions << u"v1.0"_s << u"é"_s << none;
    QTest::newRow("NUL") << records + "%00/sessions" << Kind::Sessions << u"v1.0"_s << QString(QChar(u'\0')) << none;
    QTest::newRow("braces") << records + "%7BcallRecordId%7D/sessions" << Kind::Sessions << u"v1.0"_s
                            << u"{callRecordId}"_s << none;

    const auto refused = [&none](const char *name, const QByteArray &path, Kind kind) {
        QTest::newRow(name) << path << kind << none << none << none;
    };
    refused("root", "/", Kind::NotFound);
    refused("version alone", "/v1.0", Kind::NotFound);
    refused("other version", "/v2.0/communications/callRecords/a/sessions", Kind::NotFound);
    refused("version in capitals", "/V1.0/communications/callRecords/a/sessions", Kind::NotFound);
    refused("empty id", records + "/sessions", Kind::NotFound);
    refused("dot id", records + "./sessions", Kind::NotFound);
    refused("dots id", records + "../sessions", Kind::NotFound);
    refused("dots id encoded", records + "%2e%2E/sessions", Kind::NotFound);
    refused("trailing slash", records + "a/sessions/", Kind::NotFound);
    refused("doubled slash", "//v1.0/communications/callRecords/a/sessions", Kind::NotFound);
    refused("deeper", records + "a/sessions/b/segments", Kind::NotFound);
    refused("call record", records + "a", Kind::NotFound);
    refused("lower case", "/v1.0/communications/callrecords/a/sessions", Kind::NotFound);
    refused("dollar segment in capitals is an id", "/v1.0/$METADATA", Kind::NotFound);
    refused("percent alone", records + "%/sessions", Kind::Malformed);
    refused("one digit", records + "%2/sessions", Kind::Malformed);
    refused("no digits", records + "%zz/sessions", Kind::Malformed);
    refused("cut at the end", records + "a/sessions/%2", Kind::Malformed);
    refused("no UTF-8", records + "%ff/sessions", Kind::Malformed);
    refused("overlong UTF-8", records + "%c0%af/sessions", Kind::Malformed);
}

void RouterTest::path_isRouted()
{
    QFETCH(QByteArray, path);
    const Route route = sandbox::routeOf(path);
    QTEST(route.kind, "kind");
    QTEST(route.version, "version");
    QTEST(route.callRecordId, "callRecordId");
    QTEST(route.sessionId, "sessionId");
}

void RouterTest::method_isAllowed_data()
{
    QTest::addColumn<Route::Kind>("kind");
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<bool>("isAllowed");
    QTest::newRow("POST list") << Kind::Sessions << "POST"_ba << true;
    QTest::newRow("GET list") << Kind::Sessions << "GET"_ba << true;
    QTest::newRow("HEAD list") << Kind::Sessions << "HEAD"_ba << true;
    QTest::newRow("PUT list") << Kind::Sessions << "PUT"_ba << false;
    QTest::newRow("post list") << Kind::Sessions << "post"_ba << false;
    QTest::newRow("POST references") << Kind::References << "POST"_ba << true;
    QTest::newRow("GET references") << Kind::References << "GET"_ba << false;
    QTest::newRow("POST one") << Kind::Session << "POST"_ba << false;
    QTest::newRow("DELETE one") << Kind::Session << "DELETE"_ba << false;
    QTest::newRow("POST metadata") << Kind::Metadata << "POST"_ba << false;
    QTest::newRow("part of a name") << Kind::Sessions << "GET, HEAD"_ba << false;
}

void RouterTest::method_isAllowed()
{
    QFETCH(Route::Kind, kind);
    QFETCH(QByteArray, method);
    QTEST(sandbox::isAllowed(kind, method), "isAllowed");
}

QTEST_GUILESS_MAIN(RouterTest)
#include "tst_router.moc"
