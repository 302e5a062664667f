// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/templaterequest.h"

#include "support/fakes.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using exchange::PathChoice;
using present::HeaderRow;
using session::Template;
using Kind = HeaderRow::Kind;

class TemplateRequestTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void target_isTheTemplatesWhereItSays();
    void path_isReadAsItIsWritten();
    void headers_takeTheirPlaces_data();
    void headers_takeTheirPlaces();
    void authorization_isTheTemplatesChoice();
    void session_isDrawnWhereItIsOn();
    void id_isAText();
};

void TemplateRequestTest::target_isTheTemplatesWhereItSays()
{
    const exchange::Target usual{u"http://h"_s, u"v1.0"_s, u"7"_s, PathChoice::Ref};
    Template content;
    QCOMPARE(present::targetOf(content.target, usual), usual);
    content.target.version = u"beta"_s;
    content.target.callRecordId = u""_s;
    content.target.path = u"/sessions"_s;
    QCOMPARE(present::targetOf(content.target, usual),
             (exchange::Target{u"http://h"_s, u"beta"_s, u""_s, PathChoice::Sessions}));
}

void TemplateRequestTest::path_isReadAsItIsWritten()
{
    for (const PathChoice path : exchange::pathChoices)
        QCOMPARE(exchange::pathFromText(exchange::pathText(path)), path);
    QVERIFY(!exchange::pathFromText(u"/sessions/"_s));
    QVERIFY(!exchange::pathFromText({}));
}

void TemplateRequestTest::headers_takeTheirPlaces_data()
{
    using Headers = QList<session::TemplateHeader>;
    using Rows = QList<HeaderRow>;
    QTest::addColumn<Headers>("headers");
    QTest::addColumn<Rows>("rows"); // of the four below
    const HeaderRow free{"Accept", "a", true, Kind::Free};
    const HeaderRow off{"Prefer", "p", false, Kind::Free};
    const HeaderRow drawn{"id", "g", true, Kind::Drawn};
    const HeaderRow always{"User-Agent", "u", true, Kind::Always};
    QTest::newRow("none") << Headers{} << Rows{free, off, drawn, always};
    QTest::newRow("replaced") << Headers{{u"ACCEPT"_s, u"b"_s, true, {}}}
                              << Rows{{"ACCEPT", "b", true, Kind::Free}, off, drawn, always};
    QTest::newRow("left out") << Headers{{u"accept"_s, u"b"_s, false, {}}}
                              << Rows{{"Accept", "a", false, Kind::Free}, off, drawn, always};
    QTest::newRow("switched on") << Headers{{u"Prefer"_s, u"q"_s, true, {}}}
                                 << Rows{free, {"Prefer", "q", true, Kind::Free}, drawn, always};
    QTest::newRow("drawn as usual") << Headers{{u"id"_s, {}, true, {}}} << Rows{free, off, drawn, always};
    QTest::newRow("not drawn") << Headers{{u"id"_s, u"x"_s, true, {}}}
                               << Rows{free, off, {"id", "x", true, Kind::Free}, always};
    QTest::newRow("always") << Headers{{u"user-agent"_s, u"x"_s, false, {}}} << Rows{free, off, drawn, always};
    QTest::newRow("always, another value") << Headers{{u"user-agent"_s, u"x"_s, true, {}}}
                                           << Rows{free, off, drawn, {"user-agent", "x", true, Kind::Always}};
    QTest::newRow("added twice")
        << Headers{{u"X"_s, u"1"_s, true, {}}, {u"x"_s, u"2"_s, true, {}}}
        << Rows{free, off, drawn, always, {"X", "1", true, Kind::Free}, {"x", "2", true, Kind::Free}};
    QTest::newRow("repeated")
        << Headers{{u"Accept"_s, u"1"_s, true, {}}, {u"Accept"_s, u"2"_s, true, {}}}
        << Rows{{"Accept", "1", true, Kind::Free}, off, drawn, always, {"Accept", "2", true, Kind::Free}};
}

void TemplateRequestTest::headers_takeTheirPlaces()
{
    QFETCH(const QList<session::TemplateHeader>, headers);
    Template content;
    content.headers = headers;
    const QList<HeaderRow> own{{"Accept", "a", true, Kind::Free},
                               {"Prefer", "p", false, Kind::Free},
                               {"id", "g", true, Kind::Drawn},
                               {"User-Agent", "u", true, Kind::Always}};
    QTEST(present::headersOf(content, own), "rows");
}

void TemplateRequestTest::authorization_isTheTemplatesChoice()
{
    using AuthorizationKind = exchange::Authorization::Kind;
    exchange::Authorization environments;
    environments.kind = AuthorizationKind::Token;
    Template content;
    QCOMPARE(present::authorizationOf(content.authorization, environments).kind, AuthorizationKind::Token);
    content.authorization = session::TemplateAuthorization::None;
    QCOMPARE(present::authorizationOf(content.authorization, environments).kind, AuthorizationKind::None);
    content.authorization = session::TemplateAuthorization::Malformed;
    QCOMPARE(present::authorizationOf(content.authorization, environments).kind, AuthorizationKind::Malformed);
}

void TemplateRequestTest::session_isDrawnWhereItIsOn()
{
    const support::FixedClock clock;
    const session::PlaceholderValues values = present::drawnNow(clock, u"7"_s, {{u"a"_s, u"b"_s}});
    QVERIFY(values.drawGuid() != values.drawGuid());
    Template content;
    content.body = R"({"x": "{{callRecordId}}{{env:a}}"})";
    QCOMPARE(present::sessionOf(content, values).value_or({}), content.body);
    content.hasPlaceholders = true;
    QCOMPARE(present::sessionOf(content, values).value_or({}), R"({"x": "7b"})"_ba);
    content.body = R"({"x": "{{y}}"})";
    QCOMPARE(present::sessionOf(content, values).error().detail, u"/x"_s);
}

void TemplateRequestTest::id_isAText()
{
    QCOMPARE(present::idOf(R"({"id": "a"})"_ba), u"a"_s);
    for (const QByteArray &other : {R"({"id": 1})"_ba, "{}"_ba, R"(["id"])"_ba, "{"_ba})
        QCOMPARE(present::idOf(other), QString());
}

QTEST_GUILESS_MAIN(TemplateRequestTest)
#include "tst_templaterequest.moc"
