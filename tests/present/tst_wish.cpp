// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/wish.h"

#include "edm/builtinschema.h"
#include "present/verdict.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using present::Outcome;
using present::Wish;

Q_DECLARE_METATYPE(Wish)
Q_DECLARE_METATYPE(Outcome)

/// What is said of a row of the comparison becomes what is expected, and the verdict follows.
class WishTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void wish_isJudged_data();
    void wish_isJudged();
    void nothing_takesItBack();
    void counting_keepsOnlyWhatDeparts();
};

namespace {

exchange::Exchange answered(const QByteArray &sent, const QByteArray &returned)
{
    exchange::Exchange exchange;
    exchange.hasLeft = true;
    exchange.request.body = sent;
    exchange.response = exchange::Response{201, "Created", {{"Content-Type", "application/json"}}, returned, true};
    return exchange;
}

session::Expectation wishedAt(const session::Comparison &comparison, const QString &pointer, Wish wish)
{
    const QList<session::ComparedPlace> &places = comparison.places();
    const auto place = std::find_if(places.cbegin(), places.cend(), [&](const session::ComparedPlace &each) {
        return comparison.pointer(each).toString() == pointer;
    });
    Q_ASSERT(place != places.cend());
    return present::wished({}, comparison, *place, wish);
}

Outcome outcomeOf(const exchange::Exchange &exchange, const session::Expectation &expectation)
{
    return present::judge(present::Examination(exchange, expectation, &edm::builtinSchema())).outcome;
}

} // namespace

void WishTest::wish_isJudged_data()
{
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<Wish>("wish");
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<Outcome>("same"); // of the same response
    QTest::addColumn<Outcome>("other"); // of one that has changed in that place
    const auto yes = Outcome::AsExpected;
    const auto no = Outcome::OtherResponse;
    QTest::newRow("changed: this") << u"/id"_s << Wish::AsItCame << R"({"/id":{"json":"\"b\""}})"_ba << yes << no;
    QTest::newRow("changed: as sent") << u"/id"_s << Wish::AsSent << R"({"/id":"asSent"})"_ba << no << no;
    QTest::newRow("changed: absent") << u"/id"_s << Wish::Absent << R"({"/id":"absent"})"_ba << no << no;
    QTest::newRow("changed: ignored") << u"/id"_s << Wish::Ignored << R"({"/id":"ignored"})"_ba << yes << yes;
    QTest::newRow("same: as sent") << u"/isTest"_s << Wish::AsSent << R"({"/isTest":"asSent"})"_ba << yes << no;
    QTest::newRow("added: this") << u"/version"_s << Wish::AsItCame << R"({"/version":{"json":"1.0"}})"_ba << yes << no;
    QTest::newRow("dropped: this") << u"/x"_s << Wish::AsItCame << R"({"/x":"absent"})"_ba << yes << no;
    QTest::newRow("dropped: as sent") << u"/x"_s << Wish::AsSent << R"({"/x":"asSent"})"_ba << no << yes;
}

void WishTest::wish_isJudged()
{
    QFETCH(const QString, pointer);
    QFETCH(const Wish, wish);
    QFETCH(const QByteArray, written);
    QFETCH(const Outcome, same);
    QFETCH(const Outcome, other);
    const QByteArray sent = R"({"id":"a","isTest":true,"x":1})";
    const exchange::Exchange exchange = answered(sent, R"({"id":"b","isTest":true,"version":1.0})");
    const present::Examination examination(exchange, {}, &edm::builtinSchema());
    const session::Expectation expectation = wishedAt(*examination.comparison(), pointer, wish);
    const QJsonObject members = session::toJson(expectation).value("members"_L1).toObject();
    QCOMPARE(QJsonDocument(members).toJson(QJsonDocument::Compact), written);
    QCOMPARE(outcomeOf(exchange, expectation), same);
    const exchange::Exchange changed = answered(sent, R"({"id":"c","isTest":false,"version":2,"x":1})");
    QCOMPARE(outcomeOf(changed, expectation), other);
}

void WishTest::nothing_takesItBack()
{
    const exchange::Exchange exchange = answered(R"({"id":"a"})", R"({"id":"b"})");
    const present::Examination examination(exchange, {}, &edm::builtinSchema());
    const session::Comparison &comparison = *examination.comparison();
    const session::Expectation wished = wishedAt(comparison, u"/id"_s, Wish::Absent);
    QCOMPARE(present::wished(wished, comparison, comparison.places().constFirst(), Wish::Nothing),
             session::Expectation());
}

void WishTest::counting_keepsOnlyWhatDeparts()
{
    const session::Expectation idCounts = present::counting({}, present::CheckId::Id, true);
    QCOMPARE(idCounts.counts, (QMap<QString, bool>{{u"id"_s, true}}));
    QCOMPARE(present::counting(idCounts, present::CheckId::Id, false), session::Expectation());
    QCOMPARE(present::counting({}, present::CheckId::Status, false).counts,
             (QMap<QString, bool>{{u"status"_s, false}}));
}

QTEST_GUILESS_MAIN(WishTest)
#include "tst_wish.moc"
