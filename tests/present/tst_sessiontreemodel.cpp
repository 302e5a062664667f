// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/sessiontreemodel.h"

#include "edm/builtinschema.h"
#include "exchange/exchangelog.h"
#include "present/documentcontroller.h"
#include "present/sessiontreefilter.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QPersistentModelIndex>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using present::FieldFilter;
using present::SessionTreeModel;

class SessionTreeModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void rows_followTheSchema_data();
    void rows_followTheSchema();
    void cells_perState_data();
    void cells_perState();
    void firstColumn_saysPathValueStateAndFinding();
    void edit_isOneUndoStep();
    void edit_keepsTheType_data();
    void edit_keepsTheType();
    void rows_stayOverEdits_data();
    void rows_stayOverEdits();
    void type_changesTheRowsInPlace();
    void behind_untilFollowing();
    void indexOf_goesToTheNearest();
    void filter_showsWhatItSays();

private:
    void open(const edm::Schema &schema);
    QStringList names(const json::Pointer &pointer);
    QString cell(const QString &pointer, int column);

    core::SystemClock m_clock;
    exchange::NoExchangeLog m_log;
    graph::GraphClient m_client{m_clock, m_log};
    std::unique_ptr<present::DocumentController> m_controller;
    std::unique_ptr<SessionTreeModel> m_model;
};

static json::Pointer at(const QString &text)
{
    return *json::Pointer::parse(text);
}

// The tester looks at every row at every signal, so it needs a schema with few of them.
static edm::Schema smallSchema()
{
    const auto property = [](const QString &name, const QString &type, bool isCollection) {
        edm::Property made;
        made.name = name;
        made.type = {type, isCollection};
        return made;
    };
    const auto type = [](const QString &name, const QString &base, const QList<edm::Property> &properties) {
        edm::StructuredType made;
        made.name = name;
        made.baseType = base;
        made.properties = properties;
        return made;
    };
    edm::Schema schema;
    schema.add(type(u"x.agent"_s, {}, {property(u"name"_s, u"Edm.String"_s, false)}));
    schema.add(type(u"x.robot"_s, u"x.agent"_s, {property(u"legs"_s, u"Edm.Int32"_s, false)}));
    schema.add(type(u"x.segment"_s, {}, {property(u"id"_s, u"Edm.String"_s, false)}));
    schema.add(type(edm::sessionTypeName, {},
                    {property(u"id"_s, u"Edm.String"_s, false), property(u"agent"_s, u"x.agent"_s, false),
                     property(u"segments"_s, u"x.segment"_s, true)}));
    return schema;
}

void SessionTreeModelTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    open(edm::builtinSchema());
}

void SessionTreeModelTest::open(const edm::Schema &schema)
{
    m_model.reset();
    m_controller = std::make_unique<present::DocumentController>(
        present::DocumentController::Services{std::make_shared<const edm::Schema>(schema), m_client});
    m_model = std::make_unique<SessionTreeModel>(*m_controller);
}

QStringList SessionTreeModelTest::names(const json::Pointer &pointer)
{
    const QModelIndex index = m_model->indexOf(pointer);
    QStringList names;
    for (int row = 0; row < m_model->rowCount(index); ++row)
        names += m_model->index(row, SessionTreeModel::Name, index).data().toString();
    return names;
}

QString SessionTreeModelTest::cell(const QString &pointer, int column)
{
    return m_model->indexOf(at(pointer)).siblingAtColumn(column).data().toString();
}

void SessionTreeModelTest::rows_followTheSchema_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("expected");
    QTest::newRow("the session, nothing sent")
        << "{}"_ba << u""_s
        << u"@odata.type id callee caller endDateTime failureInfo isTest modalities startDateTime segments"_s;
    QTest::newRow("undeclared ones last")
        << R"({"zeta":1,"@odata.context":"c","id":"i"})"_ba << u""_s
        << u"@odata.type id callee caller endDateTime failureInfo isTest modalities startDateTime segments "_s
           u"@odata.context zeta"_s;
    QTest::newRow("of an object that is not sent") << "{}"_ba << u"/failureInfo"_s << u"@odata.type reason stage"_s;
    QTest::newRow("of one that is null") << R"({"failureInfo":null})"_ba << u"/failureInfo"_s
                                         << u"@odata.type reason stage"_s;
    QTest::newRow("of text in an object's place") << R"({"failureInfo":"x"})"_ba << u"/failureInfo"_s << QString();
    QTest::newRow("of an array in an object's place") << R"({"failureInfo":[1,2]})"_ba << u"/failureInfo"_s << u"0 1"_s;
    QTest::newRow("of a collection") << R"({"segments":[{},{}]})"_ba << u"/segments"_s << u"0 1"_s;
    QTest::newRow("of an empty one") << R"({"segments":[]})"_ba << u"/segments"_s << QString();
    QTest::newRow("of an item") << R"({"segments":[{}]})"_ba << u"/segments/0"_s
                                << u"@odata.type id callee caller endDateTime failureInfo startDateTime media"_s;
    QTest::newRow("of the type named")
        << R"({"caller":{"userAgent":{"@odata.type":"#microsoft.graph.callRecords.serviceUserAgent"}}})"_ba
        << u"/caller/userAgent"_s << u"@odata.type applicationVersion headerValue role"_s;
    QTest::newRow("a relative's member") << R"({"caller":{"name":"n"}})"_ba << u"/caller"_s
                                         << u"@odata.type userAgent name"_s;
    QTest::newRow("an open type") << R"({"caller":{"@odata.type":"microsoft.graph.callRecords.participantEndpoint",)"
                                     R"("feedback":{"tokens":{"Echo":true}}}})"_ba
                                  << u"/caller/feedback/tokens"_s << u"@odata.type Echo"_s;
    QTest::newRow("of a type") << R"({"@odata.type":"x"})"_ba << u"/@odata.type"_s << QString();
    QTest::newRow("what no schema knows") << R"({"x":{"b":{},"a":[]}})"_ba << u"/x"_s << u"a b"_s;
}

void SessionTreeModelTest::rows_followTheSchema()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QString, pointer);
    QFETCH(const QString, expected);
    m_controller->document().setSource(body);
    QStringList found = names(at(pointer));
    QStringList wanted = expected.split(u' ', Qt::SkipEmptyParts);
    found.sort();
    wanted.sort();
    QCOMPARE(found, wanted);
    QCOMPARE(m_model->hasChildren(m_model->indexOf(at(pointer))), !wanted.isEmpty());
}

void SessionTreeModelTest::cells_perState_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("state");
    QTest::newRow("not sent") << "{}"_ba << u"/isTest"_s << u""_s << u"not sent"_s;
    QTest::newRow("null") << R"({"isTest":null})"_ba << u"/isTest"_s << u""_s << u"null"_s;
    QTest::newRow("empty") << R"({"caller":{}})"_ba << u"/caller"_s << u"no members"_s << u"empty"_s;
    QTest::newRow("value") << R"({"isTest":false})"_ba << u"/isTest"_s << u"false"_s << u"value"_s;
    QTest::newRow("other JSON") << R"({"isTest":"no"})"_ba << u"/isTest"_s << u"\"no\""_s << u"other JSON, error"_s;
    QTest::newRow("missing") << "{}"_ba << u"/startDateTime"_s << u""_s << u"not sent, error"_s;
    QTest::newRow("collection") << R"({"modalities":["audio"]})"_ba << u"/modalities"_s << u"[ 1 item ]"_s
                                << u"value"_s;
    QTest::newRow("inside") << R"({"modalities":["sound","audio"]})"_ba << u"/modalities"_s << u"[ 2 items ]"_s
                            << u"value, error inside"_s;
    QTest::newRow("item") << R"({"modalities":["sound"]})"_ba << u"/modalities/0"_s << u"sound"_s << u"value, error"_s;
    QTest::newRow("text in an object's place")
        << R"({"caller":"x"})"_ba << u"/caller"_s << u"\"x\""_s << u"other JSON, error"_s;
    QTest::newRow("number") << R"({"x":{"n":-2.5}})"_ba << u"/x/n"_s << u"-2.5"_s << u"value"_s;
    QTest::newRow("type") << R"({"caller":{"@odata.type":"#microsoft.graph.callRecords.endpoint"}})"_ba
                          << u"/caller/@odata.type"_s << u"endpoint"_s << u"value"_s;
}

void SessionTreeModelTest::cells_perState()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QString, pointer);
    m_controller->document().setSource(body);
    QTEST(cell(pointer, SessionTreeModel::Value), "value");
    QTEST(cell(pointer, SessionTreeModel::State), "state");
}

void SessionTreeModelTest::firstColumn_saysPathValueStateAndFinding()
{
    m_controller->document().setSource(R"({"failureInfo":{"stage":"Midcall"}})");
    const QModelIndex stage = m_model->indexOf(at(u"/failureInfo/stage"_s));
    const QString text = stage.data(Qt::AccessibleTextRole).toString();
    QVERIFY2(text.startsWith(u"/failureInfo/stage, Midcall, value, error, "_s), qPrintable(text));
    QVERIFY2(text.endsWith(m_model->findingOf(stage)), qPrintable(text));
    QVERIFY(!m_model->findingOf(stage).isEmpty());
}

void SessionTreeModelTest::edit_isOneUndoStep()
{
    session::SessionDocument &document = m_controller->document();
    document.load(R"({"segments":[{"id":"a"}]})");
    const QByteArray before = document.bytes();
    const QModelIndex id = m_model->indexOf(at(u"/segments/0/id"_s)).siblingAtColumn(SessionTreeModel::Value);
    QVERIFY(m_model->setData(id, u"b"_s));
    QVERIFY(m_model->setData(id, u"c"_s));
    QCOMPARE(document.value(at(u"/segments/0/id"_s)), QJsonValue(u"c"_s));
    document.undo();
    QCOMPARE(document.value(at(u"/segments/0/id"_s)), QJsonValue(u"b"_s));
    document.undo();
    QCOMPARE(document.bytes(), before);
    // To leave an editor without typing is no edit: not sent does not become empty.
    QVERIFY(m_model->setData(m_model->indexOf(at(u"/id"_s)).siblingAtColumn(SessionTreeModel::Value), QString()));
    QCOMPARE(document.bytes(), before);
}

void SessionTreeModelTest::edit_keepsTheType_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QJsonValue>("expected"); // Undefined: refused
    const QString number = u"/caller/cpuCoresCount"_s;
    QTest::newRow("number") << "{}"_ba << number << u"4"_s << QJsonValue(4);
    QTest::newRow("text in a number") << "{}"_ba << number << u"four"_s << QJsonValue(u"four"_s);
    QTest::newRow("text as JSON in a number") << "{}"_ba << number << u"\"4\""_s << QJsonValue(u"4"_s);
    QTest::newRow("digits that would be lost") << "{}"_ba << number << u"18446744073709551616"_s << QJsonValue();
    QTest::newRow("digits in a text") << "{}"_ba << u"/id"_s << u"4"_s << QJsonValue(u"4"_s);
    QTest::newRow("boolean") << "{}"_ba << u"/isTest"_s << u"true"_s << QJsonValue(true);
    QTest::newRow("undeclared text") << R"({"x":"1"})"_ba << u"/x"_s << u"2"_s << QJsonValue(u"2"_s);
    QTest::newRow("undeclared number") << R"({"x":1})"_ba << u"/x"_s << u"2"_s << QJsonValue(2);
    QTest::newRow("undeclared boolean") << R"({"x":true})"_ba << u"/x"_s << u"false"_s << QJsonValue(false);
    QTest::newRow("item") << R"({"modalities":["audio"]})"_ba << u"/modalities/0"_s << u"video"_s
                          << QJsonValue(u"video"_s);
    QTest::newRow("type") << R"({"callee":{}})"_ba << u"/callee/@odata.type"_s << u"serviceEndpoint"_s
                          << QJsonValue(u"#microsoft.graph.callRecords.serviceEndpoint"_s);
}

void SessionTreeModelTest::edit_keepsTheType()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QString, pointer);
    QFETCH(const QString, typed);
    QFETCH(const QJsonValue, expected);
    QSignalSpy refused(m_model.get(), &SessionTreeModel::refused);
    m_controller->document().setSource(body);
    m_controller->document().setValue(at(u"/caller/@odata.type"_s),
                                      u"microsoft.graph.callRecords.participantEndpoint"_s);
    const QModelIndex value = m_model->indexOf(at(pointer)).siblingAtColumn(SessionTreeModel::Value);
    QCOMPARE(m_model->pointerOf(value), at(pointer));
    QCOMPARE(m_model->setData(value, typed), !expected.isNull());
    QCOMPARE(refused.size(), expected.isNull() ? 1 : 0);
    if (!expected.isNull())
        QCOMPARE(m_controller->document().value(at(pointer)), expected);
}

void SessionTreeModelTest::rows_stayOverEdits_data()
{
    // A row, and where its item is after the body was replaced; empty when it is gone.
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QString>("expected");
    QTest::newRow("a value elsewhere") << R"({"id":"n","segments":[{"id":"a"},{"id":"b"},{"id":"c"}]})"_ba
                                       << u"/segments/1/id"_s;
    QTest::newRow("its own value") << R"({"segments":[{"id":"a"},{"id":"x"},{"id":"c"}]})"_ba << u"/segments/1/id"_s;
    QTest::newRow("one before removed") << R"({"segments":[{"id":"b"},{"id":"c"}]})"_ba << u"/segments/0/id"_s;
    QTest::newRow("one after removed") << R"({"segments":[{"id":"a"},{"id":"b"}]})"_ba << u"/segments/1/id"_s;
    QTest::newRow("itself removed") << R"({"segments":[{"id":"a"},{"id":"c"}]})"_ba << QString();
    QTest::newRow("one inserted before") << R"({"segments":[{},{"id":"a"},{"id":"b"},{"id":"c"}]})"_ba
                                         << u"/segments/2/id"_s;
    QTest::newRow("another type elsewhere")
        << R"({"agent":{"@odata.type":"x.robot","wings":2},"segments":[{"id":"a"},{"id":"b"},{"id":"c"}]})"_ba
        << u"/segments/1/id"_s;
    QTest::newRow("moved up") << R"({"segments":[{"id":"b"},{"id":"a"},{"id":"c"}]})"_ba << u"/segments/0/id"_s;
    QTest::newRow("moved down") << R"({"segments":[{"id":"a"},{"id":"c"},{"id":"b"}]})"_ba << u"/segments/2/id"_s;
    QTest::newRow("first to the end") << R"({"segments":[{"id":"b"},{"id":"c"},{"id":"a"}]})"_ba << u"/segments/0/id"_s;
    QTest::newRow("collection is none any more") << R"({"segments":"x"})"_ba << QString();
    QTest::newRow("nothing sent") << "{}"_ba << QString();
}

void SessionTreeModelTest::rows_stayOverEdits()
{
    QFETCH(const QByteArray, after);
    QFETCH(const QString, expected);
    const edm::Schema schema = smallSchema();
    open(schema);
    const QAbstractItemModelTester tester(m_model.get());
    const QByteArray before = R"({"segments":[{"id":"a"},{"id":"b"},{"id":"c"}]})";
    m_controller->document().setSource(before);
    const QPersistentModelIndex id = m_model->indexOf(at(u"/segments/1/id"_s));
    QVERIFY(id.isValid());
    m_controller->document().endMerge();
    m_controller->document().setSource(after);
    QCOMPARE(id.isValid(), !expected.isEmpty());
    if (id.isValid())
        QCOMPARE(m_model->pointerOf(id).toString(), expected);
    // The tester has looked at every row by now, and all must be as if made anew.
    m_controller->document().undo();
    QCOMPARE(names(at(u"/segments"_s)), (QStringList{u"0"_s, u"1"_s, u"2"_s}));
    QCOMPARE(names(at(u"/segments/1"_s)), (QStringList{u"@odata.type"_s, u"id"_s}));
    QCOMPARE(cell(u"/segments/1/id"_s, SessionTreeModel::Value), u"b"_s);
    m_model.reset(); // before its schema
    m_controller.reset();
}

void SessionTreeModelTest::type_changesTheRowsInPlace()
{
    session::SessionDocument &document = m_controller->document();
    document.setSource(R"({"caller":{"userAgent":{"headerValue":"h","role":"mediaController"}}})");
    const QPersistentModelIndex header = m_model->indexOf(at(u"/caller/userAgent/headerValue"_s));
    const QPersistentModelIndex role = m_model->indexOf(at(u"/caller/userAgent/role"_s));
    QCOMPARE(m_model->rowOf(role).kind, present::TreeRow::Kind::Undeclared);
    const QModelIndex type = m_model->indexOf(at(u"/caller/userAgent/@odata.type"_s));
    QVERIFY(m_model->setData(type.siblingAtColumn(SessionTreeModel::Value), u"serviceUserAgent"_s));
    QVERIFY(header.isValid());
    QVERIFY(role.isValid());
    QCOMPARE(m_model->rowOf(role).kind, present::TreeRow::Kind::Declared);
    QVERIFY(m_model->setData(type.siblingAtColumn(SessionTreeModel::Value), u"clientUserAgent"_s));
    QVERIFY(names(at(u"/caller/userAgent"_s)).contains(u"platform"_s));
    QVERIFY(header.isValid());
}

void SessionTreeModelTest::behind_untilFollowing()
{
    QCOMPARE(m_model->rowCount(m_model->indexOf(at(u"/segments"_s))), 0);
    m_model->setFollowing(false);
    QSignalSpy inserted(m_model.get(), &SessionTreeModel::rowsInserted);
    m_controller->document().setSource(R"({"segments":[{},{}]})");
    QVERIFY(inserted.isEmpty());
    m_model->setFollowing(true);
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(m_model->rowCount(m_model->indexOf(at(u"/segments"_s))), 2);
}

void SessionTreeModelTest::indexOf_goesToTheNearest()
{
    m_controller->document().setSource(R"({"a/b~":{"x":1},"segments":[{}]})");
    const auto nearest
        = [this](const QString &pointer) { return m_model->pointerOf(m_model->indexOf(at(pointer))).toString(); };
    QCOMPARE(nearest(u"/a~1b~0/x"_s), u"/a~1b~0/x"_s);
    QCOMPARE(nearest(u"/segments/5/id"_s), u"/segments"_s);
    QCOMPARE(nearest(u"/segments/0/caller/name/x"_s), u"/segments/0/caller"_s);
    QCOMPARE(nearest(u""_s), u""_s);
}

void SessionTreeModelTest::filter_showsWhatItSays()
{
    m_controller->document().setSource(R"({"id":"a","caller":{"userAgent":{}},"isTest":5,"startDateTime":
        "2020-01-01T00:00:00Z","endDateTime":"2020-01-01T00:00:00Z","modalities":[]})");
    present::SessionTreeFilter filter;
    filter.setSourceModel(m_model.get());
    const auto shown = [&filter] {
        QStringList names;
        for (int row = 0; row < filter.rowCount(); ++row)
            names += filter.index(row, 0).data().toString();
        names.sort();
        return names.join(u' ');
    };
    filter.setFilter(FieldFilter::Set);
    QCOMPARE(shown(), u"caller endDateTime id isTest modalities startDateTime"_s);
    filter.setFilter(FieldFilter::WithFindings);
    QCOMPARE(shown(), u"caller id isTest"_s); // the id is no GUID
    m_controller->document().setValue(at(u"/isTest"_s), true);
    QCOMPARE(shown(), u"caller id"_s);
    filter.setFilter(FieldFilter::All);
    QCOMPARE(filter.rowCount(), m_model->rowCount());
}

// A session as large as they come, about 7 MB.
QTEST_GUILESS_MAIN(SessionTreeModelTest)
#include "tst_sessiontreemodel.moc"
