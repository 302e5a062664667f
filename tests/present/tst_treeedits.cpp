// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/treeedits.h"

#include "edm/builtinschema.h"
#include "exchange/exchangelog.h"
#include "present/documentcontroller.h"
#include "present/sessiontreemodel.h"
#include "json/edit.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using present::TreeEdits;

class TreeEditsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void add_isRight_data();
    void add_isRight();
    void items_data();
    void items();
    void items_takeAlongWhatIsKeptAside();
    void addMember_rows();
    void paste_rows_data();
    void paste_rows();

private:
    // The edits of the row at `pointer`, as the tree has them.
    TreeEdits edits(const QString &pointer);
    QByteArray shown() const { return json::compact(m_controller->document().object()); }

    core::SystemClock m_clock;
    exchange::NoExchangeLog m_log;
    graph::GraphClient m_client{m_clock, m_log};
    std::unique_ptr<present::DocumentController> m_controller;
    std::unique_ptr<present::SessionTreeModel> m_model;
};

static json::Pointer at(const QString &text)
{
    return *json::Pointer::parse(text);
}

void TreeEditsTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_model.reset();
    m_controller = std::make_unique<present::DocumentController>(
        present::DocumentController::Services{edm::sharedBuiltinSchema(), m_client});
    m_model = std::make_unique<present::SessionTreeModel>(*m_controller);
}

TreeEdits TreeEditsTest::edits(const QString &pointer)
{
    const QModelIndex index = m_model->indexOf(at(pointer));
    return {*m_controller, m_model->pointerOf(index), m_model->rowOf(index)};
}

void TreeEditsTest::add_isRight_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("at");
    QTest::addColumn<QString>("added");
    const QByteArray media = R"({"segments":[{"startDateTime":"2020-01-01T00:00:00Z","endDateTime":)"
                             R"("2020-01-01T00:00:00Z","media":[{}]}]})";
    const QByteArray caller = R"({"caller":{"@odata.type":"#microsoft.graph.callRecords.participantEndpoint"}})";
    QTest::newRow("segment") << "{}"_ba << u"/segments"_s << u"/segments/0"_s;
    QTest::newRow("segment after one") << media << u"/segments/0"_s << u"/segments/1"_s;
    QTest::newRow("media") << media << u"/segments/0/media"_s << u"/segments/0/media/1"_s;
    QTest::newRow("stream") << media << u"/segments/0/media/0/streams"_s << u"/segments/0/media/0/streams/0"_s;
    QTest::newRow("network") << media << u"/segments/0/media/0/callerNetwork"_s
                             << u"/segments/0/media/0/callerNetwork"_s;
    QTest::newRow("hop") << media << u"/segments/0/media/0/callerNetwork/traceRouteHops"_s
                         << u"/segments/0/media/0/callerNetwork/traceRouteHops/0"_s;
    QTest::newRow("modality") << "{}"_ba << u"/modalities"_s << u"/modalities/0"_s;
    QTest::newRow("failure") << R"({"failureInfo":null})"_ba << u"/failureInfo"_s << u"/failureInfo"_s;
    QTest::newRow("user agent of an abstract type") << caller << u"/caller/userAgent"_s << u"/caller/userAgent"_s;
    QTest::newRow("feedback") << caller << u"/caller/feedback"_s << u"/caller/feedback"_s;
}

void TreeEditsTest::add_isRight()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QString, at);
    QFETCH(const QString, added);
    m_controller->document().load(body);
    QVERIFY(edits(at).canAdd());
    const std::optional<json::Pointer> pointer = edits(at).add();
    QVERIFY(pointer);
    QCOMPARE(pointer->toString(), added);
    for (const session::Finding &finding : m_controller->findings())
        QVERIFY2(!pointer->contains(finding.pointer), qPrintable(finding.message));
    m_controller->document().undo();
    QCOMPARE(m_controller->document().bytes(), body);
}

void TreeEditsTest::items_data()
{
    QTest::addColumn<QString>("at");
    QTest::addColumn<QString>("act");
    QTest::addColumn<QByteArray>("expected"); // empty: cannot be done here
    QTest::addColumn<QString>("result");
    QTest::newRow("duplicate") << u"/x/1"_s << u"duplicate"_s << R"({"x":[1,2,2,3]})"_ba << u"/x/2"_s;
    QTest::newRow("duplicate a member") << u"/x"_s << u"duplicate"_s << ""_ba << QString();
    QTest::newRow("up") << u"/x/1"_s << u"up"_s << R"({"x":[2,1,3]})"_ba << u"/x/0"_s;
    QTest::newRow("up from the top") << u"/x/0"_s << u"up"_s << ""_ba << QString();
    QTest::newRow("down") << u"/x/1"_s << u"down"_s << R"({"x":[1,3,2]})"_ba << u"/x/2"_s;
    QTest::newRow("down from the end") << u"/x/2"_s << u"down"_s << ""_ba << QString();
    QTest::newRow("add after") << u"/x/0"_s << u"add"_s << R"({"x":[1,"",2,3]})"_ba << u"/x/1"_s;
    QTest::newRow("add at the end") << u"/x"_s << u"add"_s << R"({"x":[1,2,3,""]})"_ba << u"/x/3"_s;
    QTest::newRow("add to a text") << u"/id"_s << u"add"_s << ""_ba << QString();
}

void TreeEditsTest::items()
{
    QFETCH(const QString, at);
    QFETCH(const QString, act);
    QFETCH(const QByteArray, expected);
    QFETCH(const QString, result);
    const QByteArray body = R"({"x":[1,2,3]})";
    m_controller->document().load(body);
    TreeEdits row = edits(at);
    const std::optional<json::Pointer> pointer = act == u"duplicate"_s ? row.duplicate()
        : act == u"up"_s                                               ? row.move(-1)
        : act == u"down"_s                                             ? row.move(1)
                                                                       : row.add();
    QCOMPARE(pointer.has_value(), !expected.isEmpty());
    QCOMPARE(shown(), expected.isEmpty() ? body : expected);
    if (!pointer)
        return;
    QCOMPARE(pointer->toString(), result);
    m_controller->document().undo();
    QCOMPARE(m_controller->document().bytes(), body);
}

void TreeEditsTest::items_takeAlongWhatIsKeptAside()
{
    session::SessionDocument &document = m_controller->document();
    document.load(R"({"segments":[{},{"caller":{}},{}]})");
    const QJsonObject aside{{u"name"_s, u"Ann"_s}};
    document.setSubtyped(at(u"/segments/1/caller"_s), {QJsonObject{{u"@odata.type"_s, u"#x"_s}}, aside});
    edits(u"/segments/1"_s).move(-1);
    QCOMPARE(document.keptAside(at(u"/segments/0/caller"_s)), aside);
    edits(u"/segments/0"_s).duplicate();
    QCOMPARE(document.keptAside(at(u"/segments/1/caller"_s)), aside);
    edits(u"/segments/0"_s).remove();
    QCOMPARE(document.keptAside(at(u"/segments/0/caller"_s)), aside);
    QVERIFY(document.keptAside(at(u"/segments/1/caller"_s)).isEmpty());
    edits(u"/segments"_s).add();
    QVERIFY(edits(u"/segments"_s).paste(u"{}"_s));
    QCOMPARE(document.value(at(u"/segments"_s)).toArray().size(), 5);
    QCOMPARE(document.keptAside(at(u"/segments/0/caller"_s)), aside);
}

void TreeEditsTest::addMember_rows()
{
    m_controller->document().load(R"({"caller":{"name":"n"},"x":[1]})");
    QCOMPARE(edits(u"/caller"_s).addMember(u"zeta"_s)->toString(), u"/caller/zeta"_s);
    QCOMPARE(edits(u"/caller/name"_s).addMember(u"a/b"_s)->toString(), u"/caller/a~1b"_s);
    QVERIFY(!edits(u"/caller"_s).addMember(u"name"_s));
    QVERIFY(!edits(u"/x/0"_s).addMember(u"name"_s));
    QCOMPARE(edits(u"/x"_s).addMember(u"y"_s)->toString(), u"/y"_s);
    QCOMPARE(edits(u"/failureInfo"_s).addMember(u"z"_s)->toString(), u"/failureInfo/z"_s);
    QCOMPARE(shown(), R"({"caller":{"a/b":"","name":"n","zeta":""},"failureInfo":{"z":""},"x":[1],"y":""})"_ba);
}

void TreeEditsTest::paste_rows_data()
{
    QTest::addColumn<QString>("at");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("expected"); // empty: refused
    QTest::newRow("object") << u"/caller"_s << u"{\n \"name\": \"n\"\n}\n"_s << R"({"caller":{"name":"n"},"x":[1]})"_ba;
    QTest::newRow("appended") << u"/x"_s << u"2"_s << R"({"x":[1,2]})"_ba;
    QTest::newRow("appended to what is not sent") << u"/segments"_s << u"{}"_s << R"({"segments":[{}],"x":[1]})"_ba;
    QTest::newRow("array replaces") << u"/x"_s << u"[2]"_s << R"({"x":[2]})"_ba;
    QTest::newRow("text") << u"/id"_s << u"e523d2ed"_s << R"({"id":"e523d2ed","x":[1]})"_ba;
    QTest::newRow("JSON in a text") << u"/id"_s << u"\"a\""_s << R"({"id":"a","x":[1]})"_ba;
    QTest::newRow("item") << u"/x/0"_s << u"null"_s << R"({"x":[null]})"_ba;
    QTest::newRow("no JSON for an object") << u"/caller"_s << u"name"_s << ""_ba;
    QTest::newRow("digits that would be lost") << u"/x"_s << u"18446744073709551616"_s << ""_ba;
}

void TreeEditsTest::paste_rows()
{
    QFETCH(const QString, at);
    QFETCH(const QString, text);
    QFETCH(const QByteArray, expected);
    const QByteArray body = R"({"x":[1]})";
    m_controller->document().load(body);
    QCOMPARE(static_cast<bool>(edits(at).paste(text)), !expected.isEmpty());
    QCOMPARE(shown(), expected.isEmpty() ? body : expected);
    m_controller->document().undo();
    QCOMPARE(m_controller->document().bytes(), body);
}

QTEST_GUILESS_MAIN(TreeEditsTest)
#include "tst_treeedits.moc"
