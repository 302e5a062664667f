// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/templatedraft.h"

#include "present/templaterequest.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using present::HeaderTableModel;
using present::TemplateDraft;
using session::Template;

namespace {

Template example()
{
    Template content;
    content.name = u"Set-up"_s;
    content.headers = {{u"Prefer"_s, u"return=minimal"_s, true, {{u"why"_s, 1}}}, {u"X-Run"_s, u"7"_s, true, {}}};
    content.expectation.errorCode = u"badRequest"_s;
    content.others = {{u"ticket"_s, u"AB-1"_s}};
    return content;
}

} // namespace

class TemplateDraftTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void loaded_isUnmodified_andGivesTheSame();
    void edit_isAChange_untilItIsTakenBack_data();
    void edit_isAChange_untilItIsTakenBack();
    void headers_comeBack_data();
    void headers_comeBack();
    void bareSession_isNeverModified();
    void next_hasNothingOfTheOneBefore();
    void departures_areWhatTheEnvironmentHasOtherwise();
};

void TemplateDraftTest::loaded_isUnmodified_andGivesTheSame()
{
    TemplateDraft draft;
    draft.load(example());
    QVERIFY(!draft.isModified());
    QCOMPARE(draft.content({}), example());
    draft.headers().drawAgain(); // as after a submit
    QVERIFY(!draft.isModified());
}

void TemplateDraftTest::edit_isAChange_untilItIsTakenBack_data()
{
    using Edit = std::function<void(TemplateDraft &, bool)>;
    QTest::addColumn<Edit>("edit"); // there, or back
    QTest::newRow("name") << Edit(
        [](TemplateDraft &draft, bool isThere) { draft.setTexts(isThere ? u"other"_s : example().name, {}, {}); });
    QTest::newRow("description") << Edit(
        [](TemplateDraft &draft, bool isThere) { draft.setTexts(example().name, isThere ? u"why"_s : QString(), {}); });
    QTest::newRow("tags") << Edit([](TemplateDraft &draft, bool isThere) {
        draft.setTexts(example().name, {}, isThere ? QStringList{u"a"_s} : QStringList());
    });
    QTest::newRow("target") << Edit([](TemplateDraft &draft, bool isThere) {
        draft.setTarget(isThere ? session::TemplateTarget{u"beta"_s, {}, {}, {}} : session::TemplateTarget());
    });
    QTest::newRow("authorization") << Edit([](TemplateDraft &draft, bool isThere) {
        draft.setAuthorization(isThere ? session::TemplateAuthorization::None
                                       : session::TemplateAuthorization::FromEnvironment);
    });
    QTest::newRow("expectation") << Edit([](TemplateDraft &draft, bool isThere) {
        draft.setExpectation(isThere ? session::Expectation() : example().expectation);
    });
    QTest::newRow("placeholders") << Edit([](TemplateDraft &draft, bool isThere) { draft.setPlaceholders(isThere); });
    QTest::newRow("header") << Edit([](TemplateDraft &draft, bool isThere) {
        const QModelIndex accept = draft.headers().index(1, HeaderTableModel::Value);
        draft.headers().setData(accept, isThere ? u"text/html"_s : u"application/json"_s, Qt::EditRole);
    });
}

void TemplateDraftTest::edit_isAChange_untilItIsTakenBack()
{
    QFETCH(const std::function<void(TemplateDraft &, bool)>, edit);
    TemplateDraft draft;
    draft.load(example());
    QSignalSpy told(&draft, &TemplateDraft::modifiedChanged);
    edit(draft, true);
    QVERIFY(draft.isModified());
    QCOMPARE(told.size(), 1);
    QVERIFY(draft.content({}) != example());
    edit(draft, false);
    QVERIFY(!draft.isModified());
    QCOMPARE(told.size(), 2);
    edit(draft, true);
    draft.markSaved();
    QVERIFY(!draft.isModified());
}

void TemplateDraftTest::headers_comeBack_data()
{
    using Edit = std::function<void(HeaderTableModel &)>;
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<int>("count"); // how many are written
    QTest::newRow("none") << Edit([](HeaderTableModel &) {}) << 0;
    QTest::newRow("another value") << Edit([](HeaderTableModel &headers) {
        headers.setData(headers.index(0, HeaderTableModel::Value), u"text/plain"_s, Qt::EditRole);
    }) << 1;
    QTest::newRow("left out") << Edit([](HeaderTableModel &headers) {
        headers.setData(headers.index(0, HeaderTableModel::Name), Qt::Unchecked, Qt::CheckStateRole);
    }) << 1;
    QTest::newRow("repeated") << Edit([](HeaderTableModel &headers) {
        headers.duplicateRow(5);
        headers.setData(headers.index(6, HeaderTableModel::Value), u"de"_s, Qt::EditRole);
    }) << 2;
    QTest::newRow("own id") << Edit([](HeaderTableModel &headers) {
        headers.setData(headers.index(2, HeaderTableModel::Value), u"mine"_s, Qt::EditRole);
    }) << 1;
    QTest::newRow("unnamed") << Edit([](HeaderTableModel &headers) { headers.addRow(); }) << 0;
    QTest::newRow("Prefer") << Edit([](HeaderTableModel &headers) { headers.addPreference("x"); })
                            << 2; // ours keeps its place
}

void TemplateDraftTest::headers_comeBack()
{
    QFETCH(const std::function<void(HeaderTableModel &)>, edit);
    QFETCH(const int, count);
    HeaderTableModel model;
    edit(model);
    Template content;
    content.headers = present::templateHeaders(model.rows(), {});
    QCOMPARE(content.headers.size(), count);
    QList<present::HeaderRow> named = model.rows();
    named.removeIf([](const present::HeaderRow &row) { return row.name.isEmpty(); });
    QVERIFY(present::sameButDrawn(present::headersOf(content, present::defaultHeaders()), named));
}

void TemplateDraftTest::bareSession_isNeverModified()
{
    TemplateDraft draft;
    draft.setExpectation(example().expectation);
    draft.headers().addPreference("x");
    QVERIFY(!draft.isModified());
    draft.makeTemplate(u"New"_s);
    QVERIFY(draft.isModified());
    QCOMPARE(draft.content({}).expectation, example().expectation);
    QCOMPARE(draft.content({}).headers.size(), 2);
    draft.makeBare();
    QVERIFY(!draft.isModified());
    QVERIFY(!draft.isTemplate());
}

void TemplateDraftTest::next_hasNothingOfTheOneBefore()
{
    TemplateDraft draft;
    draft.load(example());
    draft.setPlaceholders(true);
    draft.clear();
    QVERIFY(!draft.isTemplate());
    QVERIFY(!draft.hasPlaceholders());
    QCOMPARE(draft.expectation(), session::Expectation());
    QVERIFY(present::sameButDrawn(draft.headers().rows(), present::defaultHeaders()));
    draft.headers().addPreference("x");
    draft.clear(); // the tester's own headers stay from session to session
    QVERIFY(!present::sameButDrawn(draft.headers().rows(), present::defaultHeaders()));
}

void TemplateDraftTest::departures_areWhatTheEnvironmentHasOtherwise()
{
    exchange::Environment environment;
    environment.apiVersion = u"v1.0"_s;
    environment.callRecordId = u"7"_s;
    exchange::Target target{u"http://h"_s, u"v1.0"_s, u"7"_s, exchange::PathChoice::Sessions};
    QCOMPARE(present::departures(target, environment), session::TemplateTarget());
    target.apiVersion = u"beta"_s;
    target.path = exchange::PathChoice::Ref;
    const session::TemplateTarget own = present::departures(target, environment);
    QCOMPARE(own, (session::TemplateTarget{u"beta"_s, u"/sessions/$ref"_s, {}, {}}));
    QCOMPARE(present::targetOf(own, {u"http://h"_s, u"v1.0"_s, u"7"_s, exchange::PathChoice::Sessions}), target);
}

QTEST_GUILESS_MAIN(TemplateDraftTest)
#include "tst_templatedraft.moc"
