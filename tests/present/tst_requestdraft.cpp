// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/requestdraft.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using exchange::PathChoice;
using present::RequestDraft;

class RequestDraftTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void body_byPath();
    void compose_sendsWhatIsTicked();
    void compose_refuses_data();
    void compose_refuses();
    void requestText_isHeadAndBytes();
};

static exchange::Target target(PathChoice path)
{
    return {u"http://127.0.0.1:4000/"_s, u"v1.0"_s, u"a/b"_s, path};
}

void RequestDraftTest::body_byPath()
{
    RequestDraft draft{target(PathChoice::Sessions), {}, {}};
    QCOMPARE(present::bodyOf(draft, "{ }", u"7"_s), "{ }"_ba);
    draft.target.path = PathChoice::Ref;
    QCOMPARE(present::bodyOf(draft, "{ }", u"7"_s), "{ }"_ba);
    draft.target.path = PathChoice::RefODataId;
    QCOMPARE(present::bodyOf(draft, "{ }", u"7"_s),
             "{\n    \"@odata.id\": "
             "\"http://127.0.0.1:4000/v1.0/communications/callRecords/a%2Fb/sessions/7\"\n}\n"_ba);
    draft.odataId = u"typed"_s;
    QCOMPARE(present::bodyOf(draft, "{ }", u"7"_s), "{\n    \"@odata.id\": \"typed\"\n}\n"_ba);
}

void RequestDraftTest::compose_sendsWhatIsTicked()
{
    RequestDraft draft{
        target(PathChoice::Ref), {{"X-A", "1", true, {}}, {"X-B", "2", false, {}}, {"X-A", "3", true, {}}}, {}};
    const core::Result<exchange::Request> request = present::compose(draft, "body");
    QVERIFY(request);
    QCOMPARE(request->method, "POST"_ba);
    QCOMPARE(request->url.toEncoded(), "http://127.0.0.1:4000/v1.0/communications/callRecords/a%2Fb/sessions/$ref"_ba);
    QCOMPARE(request->headers, (exchange::HeaderList{{"X-A", "1"}, {"X-A", "3"}}));
    QCOMPARE(request->body, "body"_ba);
}

void RequestDraftTest::compose_refuses_data()
{
    QTest::addColumn<QString>("baseUrl");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QByteArray>("headerValue");
    QTest::newRow("no host") << u"http:///x"_s << u"1"_s << "v"_ba;
    QTest::newRow("empty") << QString() << u"1"_s << "v"_ba;
    QTest::newRow("userinfo") << u"http://a:b@c"_s << u"1"_s << "v"_ba;
    QTest::newRow("empty id") << u"http://c"_s << QString() << "v"_ba;
    QTest::newRow("dot") << u"http://c"_s << u"."_s << "v"_ba;
    QTest::newRow("dots") << u"http://c"_s << u".."_s << "v"_ba;
    QTest::newRow("header with a line break") << u"http://c"_s << u"1"_s << "v\r\nHost: x"_ba;
    QTest::newRow("header with NUL") << u"http://c"_s << u"1"_s << QByteArray("v\0w", 3);
}

void RequestDraftTest::compose_refuses()
{
    QFETCH(const QString, baseUrl);
    QFETCH(const QString, id);
    QFETCH(const QByteArray, headerValue);
    const RequestDraft draft{{baseUrl, u"v1.0"_s, id, PathChoice::Sessions}, {{"X-A", headerValue, true, {}}}, {}};
    const core::Result<exchange::Request> request = present::compose(draft, "{}");
    QVERIFY(!request);
    QCOMPARE(request.error().code, core::Error::Code::Input);
    QVERIFY(!request.error().message.isEmpty());
}

void RequestDraftTest::requestText_isHeadAndBytes()
{
    const exchange::Request request{
        "POST", QUrl(u"http://h:1/a%2Fb?x"_s), {{"B", "1"}, {"A", "2"}}, QByteArray("\0\r\n", 3)};
    QCOMPARE(present::requestText(request), "POST /a%2Fb?x HTTP/1.1\nB: 1\nA: 2\n\n"_ba + QByteArray("\0\r\n", 3));
}

QTEST_GUILESS_MAIN(RequestDraftTest)
#include "tst_requestdraft.moc"
