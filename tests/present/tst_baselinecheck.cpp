// SPDX-License-Identifier: GPL-3.0-or-later
#include "edm/builtinschema.h"
#include "present/checks.h"
#include "present/verdict.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using present::Check;
using present::CheckId;
using present::CheckState;
using present::Examination;
using present::Outcome;

namespace {

const QByteArray accepted = R"({"id":"s1","startDateTime":"2017-01-01T00:00:00Z","modalities":["audio"],)"
                            R"("failureInfo":{"stage":"midcall","reason":"r"}})";

QByteArray with(const QByteArray &from, const QByteArray &to)
{
    QByteArray changed = accepted;
    changed.replace(from, to);
    Q_ASSERT(changed != accepted);
    return changed;
}

exchange::Exchange answered(const QByteArray &body, bool isComplete = true)
{
    exchange::Exchange exchange;
    exchange.request = {"POST", QUrl(u"http://h/v1.0"_s), {}, "{}"};
    exchange.response = exchange::Response{201, "", {{"Content-Type", "application/json"}}, body, isComplete};
    return exchange;
}

} // namespace

class BaselineCheckTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void difference_isNotMet_data();
    void difference_isNotMet();
    void withoutOne_thereIsNoCheck();
    void cutOff_isNotApplicable();
    void notCounted_isAsExpected();
};

void BaselineCheckTest::difference_isNotMet_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("now");
    QTest::addColumn<QByteArray>("expectation");
    QTest::addColumn<QString>("reason"); // empty: met
    const auto row
        = [](const char *name, const QByteArray &before, const QByteArray &now, const QString &reason,
             const QByteArray &expectation = "{}") { QTest::newRow(name) << before << now << expectation << reason; };
    const QString other = u"The body is another text than in the baseline."_s;
    row("the same", accepted, accepted, {});
    row("another id, ignored", accepted, with("s1", "s2"), {});
    row("in other words", accepted, with("00:00:00Z", "00:00:00.0Z"), {});
    row("changed", accepted, with("midcall", "unknown"), u"Not as in the baseline: /failureInfo/stage."_s);
    row("dropped", accepted, with(R"(,"reason":"r")", ""), u"Not as in the baseline: /failureInfo/reason."_s);
    row("added", accepted, with(R"("s1")", R"("s1","isTest":null)"), u"Not as in the baseline: /isTest."_s);
    row("changed, and something else is expected", accepted, with("midcall", "unknown"), {},
        R"({"members":{"/failureInfo":"ignored"}})");
    row("the same page", "<p>", "<p>", {});
    row("another page", "<p>", "<b>", other);
    row("JSON after a page", "<p>", accepted, other);
    row("page after JSON", accepted, "<p>", other);
    row("list", "[1, 2]", "[1, 3]", u"Not as in the baseline: /1."_s);
    row("error after a session", accepted, R"({"error":{}})",
        u"Not as in the baseline: /startDateTime, /modalities, /failureInfo and 1 more."_s);
}

void BaselineCheckTest::difference_isNotMet()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, now);
    QFETCH(const QByteArray, expectation);
    QFETCH(const QString, reason);
    const session::Expectation expected
        = session::expectationOf(QJsonDocument::fromJson(expectation).object()).value_or({});
    Examination examination(answered(now), expected, &edm::builtinSchema());
    examination.setBaseline({before, {json::Pointer({u"id"_s})}, {}});
    const QList<Check> checks = present::look(present::rowOf(CheckId::Baseline), examination);
    QCOMPARE(checks.size(), 1);
    const Check &check = checks.first();
    QCOMPARE(check.reason, reason);
    QCOMPARE(check.state, reason.isEmpty() ? CheckState::Met : CheckState::NotMet);
    QVERIFY(check.counts && !check.expected.isEmpty() && !check.found.isEmpty());
    if (!reason.isEmpty())
        QVERIFY(present::judge(examination).reasons.contains(reason));
}

void BaselineCheckTest::withoutOne_thereIsNoCheck()
{
    const Examination examination(answered(accepted), {}, &edm::builtinSchema());
    QVERIFY(present::look(present::rowOf(CheckId::Baseline), examination).isEmpty());
    QVERIFY(!examination.baselineComparison());
}

void BaselineCheckTest::cutOff_isNotApplicable()
{
    Examination examination(answered(accepted, false), {}, &edm::builtinSchema());
    examination.setBaseline({accepted, {}, {}});
    QCOMPARE(present::look(present::rowOf(CheckId::Baseline), examination).value(0).state, CheckState::NotApplicable);
}

void BaselineCheckTest::notCounted_isAsExpected()
{
    session::Expectation expectation;
    expectation.counts.insert(u"baseline"_s, false);
    Examination examination(answered("{}"), expectation, &edm::builtinSchema());
    examination.setBaseline({accepted, {}, {}});
    QCOMPARE(present::judge(examination).outcome, Outcome::AsExpected);
    QCOMPARE(present::look(present::rowOf(CheckId::Baseline), examination).value(0).state, CheckState::NotMet);
    examination.setBaseline({"{}", {}, {}}); // what was compared before is forgotten
    QCOMPARE(present::look(present::rowOf(CheckId::Baseline), examination).value(0).state, CheckState::Met);
}

QTEST_GUILESS_MAIN(BaselineCheckTest)
#include "tst_baselinecheck.moc"
