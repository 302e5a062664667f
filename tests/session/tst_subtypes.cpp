// SPDX-License-Identifier: GPL-3.0-or-later
#include "edm/builtinschema.h"
#include "session/sessiondocument.h"
#include "session/typechoice.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using json::Pointer;
using session::SessionDocument;
using session::Subtyped;

namespace {

QJsonObject objectOf(const QByteArray &text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text);
    Q_ASSERT(document.isObject());
    return document.object();
}

QString named(const QString &shortName)
{
    return u"#microsoft.graph.callRecords."_s + shortName;
}

Pointer at(const QString &path)
{
    return Pointer::fromPath(path);
}

} // namespace

/// A change of subtype loses nothing, sends nothing of it, and comes back.
class SubtypesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void withType_movesWhatTheTypesDeclare_data();
    void withType_movesWhatTheTypesDeclare();
    void withType_openType_keepsAll();
    void aside_isNeitherSentNorSaved();
    void aside_isUndoneWithTheType();
    void aside_followsEdits_data();
    void aside_followsEdits();
    void aside_followsItems_data();
    void aside_followsItems();
    void aside_staysInASessionAlike();
    void aside_survivesTypingInSource();
    void aside_endsWithTheDocument();
    void everyTypeThereAndBack_givesTheBytesBefore();

private:
    static Subtyped changed(const SessionDocument &document, const Pointer &pointer, const QString &type,
                            const QString &declared);
};

Subtyped SubtypesTest::changed(const SessionDocument &document, const Pointer &pointer, const QString &type,
                               const QString &declared)
{
    return session::withType({document.value(pointer).toObject(), document.keptAside(pointer)}, named(type),
                             edm::builtinSchema(), u"microsoft.graph.callRecords."_s + declared);
}

void SubtypesTest::withType_movesWhatTheTypesDeclare_data()
{
    QTest::addColumn<QByteArray>("object");
    QTest::addColumn<QByteArray>("aside");
    QTest::addColumn<QString>("declared");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QByteArray>("objectAfter");
    QTest::addColumn<QByteArray>("asideAfter");
    const QString endpoint = u"endpoint"_s;
    const QString agent = u"userAgent"_s;
    QTest::newRow("other subtype") << R"({"name": "Ann", "userAgent": {}})"_ba
                                   << "{}"_ba << endpoint << u"serviceEndpoint"_s << R"({"userAgent": {}})"_ba
                                   << R"({"name": "Ann"})"_ba;
    QTest::newRow("and back") << R"({"userAgent": {}})"_ba
                              << R"({"name": "Ann"})"_ba << endpoint << u"participantEndpoint"_s
                              << R"({"name": "Ann", "userAgent": {}})"_ba
                              << "{}"_ba;
    QTest::newRow("the base type") << R"({"name": "Ann"})"_ba
                                   << "{}"_ba << endpoint << u"endpoint"_s << "{}"_ba
                                   << R"({"name": "Ann"})"_ba;
    QTest::newRow("undeclared members stay")
        << R"({"extra": 1, "Name": 2, "name": 3})"_ba
        << "{}"_ba << endpoint << u"serviceEndpoint"_s << R"({"extra": 1, "Name": 2})"_ba
        << R"({"name": 3})"_ba;
    QTest::newRow("annotations stay") << R"({"@x.y": 1, "name@odata.type": "#String"})"_ba
                                      << "{}"_ba << endpoint << u"serviceEndpoint"_s
                                      << R"({"@x.y": 1, "name@odata.type": "#String"})"_ba
                                      << "{}"_ba;
    QTest::newRow("wrong values move too") << R"({"name": {"a": [null]}})"_ba
                                           << "{}"_ba << endpoint << u"serviceEndpoint"_s << "{}"_ba
                                           << R"({"name": {"a": [null]}})"_ba;
    QTest::newRow("what was typed since wins")
        << R"({"name": "new"})"_ba
        << R"({"name": "old"})"_ba << endpoint << u"participantEndpoint"_s << R"({"name": "new"})"_ba
        << R"({"name": "old"})"_ba;
    QTest::newRow("a third type keeps both aside")
        << R"({"role": "unknown"})"_ba
        << R"({"platform": "windows"})"_ba << agent << u"userAgent"_s << "{}"_ba
        << R"({"platform": "windows", "role": "unknown"})"_ba;
    QTest::newRow("client for service") << R"({"headerValue": "h", "platform": "iOS"})"_ba
                                        << R"({"role": "mcu"})"_ba << agent << u"serviceUserAgent"_s
                                        << R"({"headerValue": "h", "role": "mcu"})"_ba
                                        << R"({"platform": "iOS"})"_ba;
    QTest::newRow("unknown type") << R"({"name": "Ann"})"_ba
                                  << R"({"role": 1})"_ba << endpoint << u"robotEndpoint"_s << R"({"name": "Ann"})"_ba
                                  << R"({"role": 1})"_ba;
    QTest::newRow("type of another family") << R"({"name": "Ann"})"_ba
                                            << "{}"_ba << endpoint << u"serviceUserAgent"_s << R"({"name": "Ann"})"_ba
                                            << "{}"_ba;
}

void SubtypesTest::withType_movesWhatTheTypesDeclare()
{
    QFETCH(const QByteArray, object);
    QFETCH(const QByteArray, aside);
    QFETCH(const QString, declared);
    QFETCH(const QString, type);
    QFETCH(const QByteArray, objectAfter);
    QFETCH(const QByteArray, asideAfter);
    const Subtyped after = session::withType({objectOf(object), objectOf(aside)}, named(type), edm::builtinSchema(),
                                             u"microsoft.graph.callRecords."_s + declared);
    QJsonObject expected = objectOf(objectAfter);
    expected.insert(u"@odata.type"_s, named(type));
    QCOMPARE(after.object, expected);
    QCOMPARE(after.aside, objectOf(asideAfter));
}

void SubtypesTest::withType_openType_keepsAll()
{
    edm::Schema schema;
    edm::Property property;
    property.name = u"own"_s;
    const auto add = [&schema](const QString &name, const QString &base, const QList<edm::Property> &own, bool isOpen) {
        edm::StructuredType type;
        type.name = name;
        type.baseType = base;
        type.properties = own;
        type.isOpen = isOpen;
        schema.add(type);
    };
    add(u"n.base"_s, {}, {}, false);
    add(u"n.closed"_s, u"n.base"_s, {property}, false);
    add(u"n.open"_s, u"n.base"_s, {}, true);
    const QJsonObject object{{u"own"_s, 1}};
    const Subtyped opened = session::withType({object, {}}, u"#n.open"_s, schema, u"n.base"_s);
    QCOMPARE(opened.object, (QJsonObject{{u"@odata.type"_s, u"#n.open"_s}, {u"own"_s, 1}}));
    QVERIFY(opened.aside.isEmpty());
}

void SubtypesTest::aside_isNeitherSentNorSaved()
{
    SessionDocument document;
    document.load(R"({"caller": {"name": "SECRET NAME"}})");
    document.setSubtyped(at(u"caller"_s), changed(document, at(u"caller"_s), u"serviceEndpoint"_s, u"endpoint"_s));
    QVERIFY(!document.bytes().contains("SECRET NAME"));
    QCOMPARE(document.keptAside(at(u"caller"_s)).value("name"_L1), QJsonValue(u"SECRET NAME"_s));
    SessionDocument again;
    again.load(document.bytes());
    QVERIFY(again.keptAside(at(u"caller"_s)).isEmpty());
}

void SubtypesTest::aside_isUndoneWithTheType()
{
    SessionDocument document;
    document.load(R"({"caller": {"name": "Ann"}})");
    const QByteArray before = document.bytes();
    const Pointer caller = at(u"caller"_s);
    document.setSubtyped(caller, changed(document, caller, u"serviceEndpoint"_s, u"endpoint"_s));
    document.undo();
    QCOMPARE(document.bytes(), before);
    QVERIFY(document.keptAside(caller).isEmpty());
    document.redo();
    QCOMPARE(document.keptAside(caller), (QJsonObject{{u"name"_s, u"Ann"_s}}));
    document.setSubtyped(caller, changed(document, caller, u"participantEndpoint"_s, u"endpoint"_s));
    QCOMPARE(document.value(at(u"caller/name"_s)), QJsonValue(u"Ann"_s));
    QVERIFY(document.keptAside(caller).isEmpty());
}

void SubtypesTest::aside_followsEdits_data()
{
    QTest::addColumn<QString>("where");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<bool>("stays");
    QTest::newRow("the object itself is null") << u"segments/0/caller"_s << QJsonValue() << true;
    QTest::newRow("the object itself is gone") << u"segments/0/caller"_s << QJsonValue(QJsonValue::Undefined) << true;
    QTest::newRow("a member of it") << u"segments/0/caller/userAgent"_s << QJsonValue(1) << true;
    QTest::newRow("its item") << u"segments/0"_s << QJsonValue(QJsonObject()) << true;
    QTest::newRow("the array it is in") << u"segments"_s << QJsonValue(QJsonArray{QJsonObject(), QJsonObject()})
                                        << false;
    QTest::newRow("something else") << u"callee"_s << QJsonValue(QJsonObject()) << true;
    QTest::newRow("another session without it") << QString() << QJsonValue(QJsonObject()) << false;
}

void SubtypesTest::aside_followsEdits()
{
    QFETCH(const QString, where);
    QFETCH(const QJsonValue, value);
    QFETCH(const bool, stays);
    SessionDocument document;
    document.load(R"({"segments": [{"caller": {"name": "Ann"}}, {}]})");
    const Pointer caller = at(u"segments/0/caller"_s);
    document.setSubtyped(caller, changed(document, caller, u"serviceEndpoint"_s, u"endpoint"_s));
    document.setValue(where.isEmpty() ? Pointer() : at(where), value);
    QCOMPARE(!document.keptAside(caller).isEmpty(), stays);
    document.undo();
    QVERIFY(!document.keptAside(caller).isEmpty());
}

void SubtypesTest::aside_followsItems_data()
{
    using Origins = QList<qsizetype>;
    QTest::addColumn<Origins>("origins"); // of the items 0, 1 and 2, of which 1 has something aside
    QTest::addColumn<Origins>("places"); // of the items that have it afterwards
    QTest::newRow("nothing moves") << Origins{0, 1, 2} << Origins{1};
    QTest::newRow("moved up") << Origins{1, 0, 2} << Origins{0};
    QTest::newRow("moved down") << Origins{0, 2, 1} << Origins{2};
    QTest::newRow("one before is new") << Origins{-1, 0, 1, 2} << Origins{2};
    QTest::newRow("one behind is new") << Origins{0, 1, 2, -1} << Origins{1};
    QTest::newRow("copied") << Origins{0, 1, 1, 2} << Origins{1, 2};
    QTest::newRow("removed") << Origins{0, 2} << Origins{};
    QTest::newRow("one before is removed") << Origins{1, 2} << Origins{0};
}

void SubtypesTest::aside_followsItems()
{
    QFETCH(const QList<qsizetype>, origins);
    QFETCH(const QList<qsizetype>, places);
    SessionDocument document;
    document.load(R"({"caller": {"name": "Bob"}, "segments": [{}, {"caller": {"name": "Ann"}}, {}]})");
    for (const QString &place : {u"segments/1/caller"_s, u"caller"_s})
        document.setSubtyped(at(place), changed(document, at(place), u"serviceEndpoint"_s, u"endpoint"_s));
    const QJsonArray before = document.value(at(u"segments"_s)).toArray();
    QJsonArray items;
    for (const qsizetype origin : origins)
        items += origin < 0 ? QJsonValue(QJsonObject()) : before.at(origin);
    const auto placesNow = [&document] {
        QList<qsizetype> now;
        for (qsizetype i = 0; i < 5; ++i) {
            if (document.keptAside(at(u"segments"_s).child(i).child(u"caller"_s)).contains(u"name"_s))
                now += i;
        }
        return now;
    };
    document.replaceItems(at(u"segments"_s), items, origins);
    QCOMPARE(document.value(at(u"segments"_s)).toArray(), items);
    QCOMPARE(placesNow(), places);
    QCOMPARE(document.keptAside(at(u"caller"_s)), objectOf(R"({"name": "Bob"})"));
    if (origins != QList<qsizetype>{0, 1, 2}) { // which is no edit
        document.undo();
        QCOMPARE(placesNow(), QList<qsizetype>{1});
    }
    document.setValue(at(u"segments/0"_s), QJsonValue::Undefined);
    QCOMPARE(placesNow(), QList<qsizetype>{0});
    document.setValue(at(u"segments/0"_s), QJsonValue::Undefined);
    QCOMPARE(placesNow(), QList<qsizetype>());
}

void SubtypesTest::aside_staysInASessionAlike()
{
    SessionDocument document;
    document.load(R"({"id": "1", "segments": [{"caller": {"name": "Ann"}}]})");
    const Pointer caller = at(u"segments/0/caller"_s);
    document.setSubtyped(caller, changed(document, caller, u"serviceEndpoint"_s, u"endpoint"_s));
    QJsonObject alike = document.object();
    alike.insert(u"id"_s, u"2"_s);
    document.replaceAlike(alike);
    QCOMPARE(document.object(), alike);
    QCOMPARE(document.keptAside(caller), objectOf(R"({"name": "Ann"})"));
    document.undo();
    QCOMPARE(document.value(at(u"id"_s)), QJsonValue(u"1"_s));
}

void SubtypesTest::aside_survivesTypingInSource()
{
    SessionDocument document;
    document.load(R"({"caller": {"name": "Ann"}})");
    const Pointer caller = at(u"caller"_s);
    document.setSubtyped(caller, changed(document, caller, u"serviceEndpoint"_s, u"endpoint"_s));
    document.setSource(R"({"caller": {"userAgent": })");
    QVERIFY(document.obstacle());
    document.setSource(R"({"caller": {"userAgent": {}}})");
    QVERIFY(!document.keptAside(caller).isEmpty());
    document.setSource(R"({"callee": {}})");
    QVERIFY(document.keptAside(caller).isEmpty());
}

void SubtypesTest::aside_endsWithTheDocument()
{
    SessionDocument document;
    document.load(R"({"caller": {"name": "Ann"}})");
    const Pointer caller = at(u"caller"_s);
    document.setSubtyped(caller, changed(document, caller, u"serviceEndpoint"_s, u"endpoint"_s));
    document.load(R"({"caller": {}})");
    QVERIFY(document.keptAside(caller).isEmpty());
}

void SubtypesTest::everyTypeThereAndBack_givesTheBytesBefore()
{
    const edm::Schema &schema = edm::builtinSchema();
    int pairs = 0;
    const QList<const edm::StructuredType *> bases = schema.structuredTypes();
    for (const edm::StructuredType *base : bases) {
        const QStringList family = session::typeChoices(schema, base->name);
        for (const QString &from : family) {
            QJsonObject object{{u"@odata.type"_s, QString(u'#' + from)}};
            const QList<const edm::Property *> properties = schema.allProperties(from);
            for (const edm::Property *property : properties)
                object.insert(property->name, property->name);
            for (const QString &to : family) {
                const Subtyped there = session::withType({object, {}}, u'#' + to, schema, base->name);
                const Subtyped back = session::withType(there, u'#' + from, schema, base->name);
                QCOMPARE(back, (Subtyped{object, {}}));
                ++pairs;
            }
        }
    }
    QVERIFY(pairs > 30);
    qInfo("%d changes of type, there and back", pairs);
}

QTEST_GUILESS_MAIN(SubtypesTest)
#include "tst_subtypes.moc"
