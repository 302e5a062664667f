// SPDX-License-Identifier: GPL-3.0-or-later
#include "edm/builtinschema.h"
#include "session/place.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using session::Place;

namespace {

const QString sessionType{edm::sessionTypeName};
constexpr auto text = R"({
    "caller": {
        "@odata.type": "#microsoft.graph.callRecords.participantEndpoint",
        "userAgent": {"@odata.type": "microsoft.graph.callRecords.clientUserAgent"}
    },
    "callee": {"@odata.type": "#microsoft.graph.callRecords.session"},
    "segments": [{"media": [{"callerNetwork": {}}]}, 5]
})";

QJsonObject example()
{
    return QJsonDocument::fromJson(text).object();
}

} // namespace

class PlaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void placeAt_knowsTheDeclaredType_data();
    void placeAt_knowsTheDeclaredType();
    void placesIn_areOuterOnesFirst();
    void placesIn_stops();
    void canHold_bySubtype_data();
    void canHold_bySubtype();
};

void PlaceTest::placeAt_knowsTheDeclaredType_data()
{
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("type"); // short; empty for none
    const auto row = [](const char *name, const QString &pointer, const QString &place, const QString &type) {
        QTest::newRow(name) << pointer << place << type;
    };
    row("member", u"/caller"_s, u"/caller"_s, u"endpoint"_s);
    row("absent member", u"/failureInfo"_s, u"/failureInfo"_s, u"failureInfo"_s);
    row("of the subtype", u"/caller/associatedIdentity"_s, u"/caller/associatedIdentity"_s, u"identity"_s);
    row("inherited", u"/caller/userAgent"_s, u"/caller/userAgent"_s, u"userAgent"_s);
    row("not of this type", u"/callee/associatedIdentity"_s, {}, {});
    row("a type that does not belong there", u"/callee/userAgent"_s, u"/callee/userAgent"_s, u"userAgent"_s);
    row("collection", u"/segments"_s, u"/segments/-"_s, u"segment"_s);
    row("new item", u"/segments/-"_s, u"/segments/-"_s, u"segment"_s);
    row("item", u"/segments/0"_s, u"/segments/0"_s, u"segment"_s);
    row("no object yet", u"/segments/1/media/-"_s, u"/segments/1/media/-"_s, u"media"_s);
    row("deep", u"/segments/0/media/0/callerNetwork/traceRouteHops"_s,
        u"/segments/0/media/0/callerNetwork/traceRouteHops/-"_s, u"traceRouteHop"_s);
    row("no index", u"/segments/first"_s, {}, {});
    row("root", QString(), {}, {});
    row("text", u"/startDateTime"_s, {}, {});
    row("list of texts", u"/modalities"_s, {}, {});
    row("unknown", u"/elsewhere"_s, {}, {});
}

void PlaceTest::placeAt_knowsTheDeclaredType()
{
    QFETCH(const QString, pointer);
    QFETCH(const QString, place);
    QFETCH(const QString, type);
    const std::optional<Place> found
        = session::placeAt(edm::builtinSchema(), sessionType, example(), *json::Pointer::parse(pointer));
    QCOMPARE(found ? found->pointer.toString() : QString(), place);
    QCOMPARE(found ? edm::shortName(found->type) : QString(), type);
}

void PlaceTest::placesIn_areOuterOnesFirst()
{
    QStringList pointers;
    const QList<Place> places = session::placesIn(edm::builtinSchema(), sessionType, example(), 1000);
    for (const Place &place : places) {
        pointers += place.pointer.toString();
        QCOMPARE(session::placeAt(edm::builtinSchema(), sessionType, example(), place.pointer), place);
    }
    for (const QString &expected :
         {u"/caller"_s, u"/callee"_s, u"/failureInfo"_s, u"/segments/-"_s, u"/segments/0"_s, u"/caller/userAgent"_s,
          u"/segments/0/caller"_s, u"/segments/0/media/-"_s, u"/segments/0/media/0/calleeDevice"_s})
        QVERIFY2(pointers.contains(expected), qPrintable(expected));
    QVERIFY(pointers.indexOf(u"/failureInfo"_s) < pointers.indexOf(u"/caller/userAgent"_s));
    QVERIFY(!pointers.contains(u"/modalities/-"_s));
    QCOMPARE(QSet<QString>(pointers.begin(), pointers.end()).size(), pointers.size());
}

void PlaceTest::placesIn_stops()
{
    QCOMPARE(session::placesIn(edm::builtinSchema(), sessionType, example(), 7).size(), 7);
}

void PlaceTest::canHold_bySubtype_data()
{
    QTest::addColumn<QString>("declared");
    QTest::addColumn<QByteArray>("object");
    QTest::addColumn<bool>("holds");
    const QByteArray client = R"({"@odata.type":"#microsoft.graph.callRecords.clientUserAgent"})";
    QTest::newRow("derived") << u"userAgent"_s << client << true;
    QTest::newRow("other") << u"endpoint"_s << client << false;
    QTest::newRow("declared") << u"endpoint"_s << "{}"_ba << true;
    QTest::newRow("abstract") << u"userAgent"_s << "{}"_ba << false;
    QTest::newRow("unknown") << u"endpoint"_s << R"({"@odata.type":"#elsewhere"})"_ba << false;
}

void PlaceTest::canHold_bySubtype()
{
    QFETCH(const QString, declared);
    QFETCH(const QByteArray, object);
    QFETCH(const bool, holds);
    const edm::Schema &schema = edm::builtinSchema();
    const QString declaredType = "microsoft.graph.callRecords."_L1 + declared;
    const QString type = session::typeOfObject(schema, declaredType, QJsonDocument::fromJson(object).object());
    QCOMPARE(session::canHold(schema, declaredType, type), holds);
}

QTEST_GUILESS_MAIN(PlaceTest)
#include "tst_place.moc"
