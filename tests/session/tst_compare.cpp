// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/compare.h"

#include "edm/builtinschema.h"
#include "session/comparerows.h"
#include "sourcedir.h"
#include "json/scanner.h"

#include <QElapsedTimer>
#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using session::ComparedPlace;
using session::Comparison;
using session::ComparisonKind;
using session::ComparisonRule;

namespace {

struct Texts
{
    QByteArray sent;
    QByteArray returned;
    QString expected;
};

/// Every row of comparerows.h with its name.
QList<std::pair<const char *, Texts>> allRows()
{
    QList<std::pair<const char *, Texts>> all;
    const auto add = [&all](const CompareRow &row, const QByteArray &before, const QByteArray &after) {
        all.append(
            {row.name, {before + row.sent + after, before + row.returned + after, QString::fromUtf8(row.expected)}});
    };
    for (const CompareRow &row : plainRows)
        add(row, {}, {});
    for (const CompareRow &row : numberRows)
        add(row, R"({"x":)", "}");
    for (const CompareRow &row : declaredRows)
        add(row, {}, {});
    for (const CompareRow &row : structureRows)
        add(row, {}, {});
    return all;
}

Comparison compared(const QByteArray &sent, const QByteArray &returned)
{
    return session::compare(json::scan(sent), json::scan(returned), edm::builtinSchema(), edm::sessionTypeName);
}

/// `pointer kind rule`, one after the other; a lone surrogate becomes a question mark.
QString summary(const Comparison &comparison)
{
    QStringList lines;
    for (const ComparedPlace &place : comparison.places())
        lines += comparison.pointer(place).toString() + u' ' + session::kindName(place.kind()) + u' '
            + session::rowOf(place.rule).id;
    return QString::fromUtf8(lines.join(u';').toUtf8());
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class CompareTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void compare_texts_areAsExpected_data();
    void compare_texts_areAsExpected();
    void compare_texts_pointIntoTheirText_data() { compare_texts_areAsExpected_data(); }
    void compare_texts_pointIntoTheirText();
    void compare_swapped_isTheSameSeenFromTheOtherSide_data() { compare_texts_areAsExpected_data(); }
    void compare_swapped_isTheSameSeenFromTheOtherSide();
    void compare_withItself_isSame_data() { compare_texts_areAsExpected_data(); }
    void compare_withItself_isSame();
    void rules_haveRowsAndStandInTheManual();
    void isKept_changedOrDropped_isFalse();
    void valueTexts_areForPeople();
    void compare_specificationExample_addsTheId();
    void compare_deepTexts_doNotOverflow();
    void compare_thousandSegments_isTimed();
};

void CompareTest::compare_texts_areAsExpected_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QByteArray>("returned");
    QTest::addColumn<QString>("expected");
    for (const auto &[name, texts] : allRows())
        QTest::newRow(name) << texts.sent << texts.returned << texts.expected;
}

void CompareTest::compare_texts_areAsExpected()
{
    QFETCH(const QByteArray, sent);
    QFETCH(const QByteArray, returned);
    QTEST(summary(compared(sent, returned)), "expected");
}

void CompareTest::compare_texts_pointIntoTheirText()
{
    QFETCH(const QByteArray, sent);
    QFETCH(const QByteArray, returned);
    if (sent.contains(R"({"x":1,)") || returned.contains(R"({"x":1,)"))
        return; // a name that stands twice has one pointer
    const Comparison comparison = compared(sent, returned);
    for (const ComparedPlace &place : comparison.places()) {
        const json::Pointer pointer = comparison.pointer(place);
        if (place.sent >= 0)
            QCOMPARE(json::resolve(comparison.sent(), pointer), place.sent);
        else
            QCOMPARE(json::resolve(comparison.returned(), pointer), place.returned);
    }
}

void CompareTest::compare_swapped_isTheSameSeenFromTheOtherSide()
{
    QFETCH(const QByteArray, sent);
    QFETCH(const QByteArray, returned);
    // What the service may leave out is only so from one side.
    const auto count = [](const Comparison &comparison, QList<ComparisonKind> kinds) {
        return std::count_if(comparison.places().cbegin(), comparison.places().cend(), [&](const ComparedPlace &place) {
            const bool isOneSided
                = place.rule == ComparisonRule::NullOmitted || place.rule == ComparisonRule::TypeImplied;
            return kinds.contains(isOneSided ? ComparisonKind::Dropped : place.kind());
        });
    };
    const Comparison there = compared(sent, returned);
    const Comparison back = compared(returned, sent);
    QCOMPARE(count(back, {ComparisonKind::Same}), count(there, {ComparisonKind::Same}));
    QCOMPARE(count(back, {ComparisonKind::OtherText}), count(there, {ComparisonKind::OtherText}));
    QCOMPARE(count(back, {ComparisonKind::Changed}), count(there, {ComparisonKind::Changed}));
    QCOMPARE(count(back, {ComparisonKind::Added}), count(there, {ComparisonKind::Dropped}));
    QCOMPARE(count(back, {ComparisonKind::Dropped}), count(there, {ComparisonKind::Added}));
}

void CompareTest::compare_withItself_isSame()
{
    QFETCH(const QByteArray, sent);
    const Comparison comparison = compared(sent, sent);
    QVERIFY(!comparison.places().isEmpty());
    QCOMPARE(comparison.count(ComparisonKind::Same), comparison.places().size());
    QVERIFY(comparison.isKept());
}

void CompareTest::rules_haveRowsAndStandInTheManual()
{
    QString expected;
    const auto rows = allRows();
    QVERIFY(rows.size() >= 60);
    for (const auto &[name, texts] : rows)
        expected += texts.expected + u';';
    const QString manual = QString::fromUtf8(contentOf(QStringLiteral(SC_SOURCE_DIR "/docs/compare.md")));
    for (int rule = 0; rule < session::comparisonRuleCount(); ++rule) {
        const session::ComparisonRuleRow &row = session::rowOf(static_cast<ComparisonRule>(rule));
        const bool isTestedApart = row.rule == ComparisonRule::TooDeep;
        QVERIFY2(expected.contains(u' ' + row.id + u';') || isTestedApart, row.id.data());
        QVERIFY2(manual.contains(u"| `"_s + row.id + u"` | `"_s + session::kindName(row.kind) + u"` |"_s),
                 row.id.data());
        QVERIFY2(session::reasonOf(row.rule).endsWith(u'.'), row.id.data());
    }
}

void CompareTest::isKept_changedOrDropped_isFalse()
{
    QVERIFY(compared(R"({"x":1,"y":null})", R"({"x":1.0,"z":1})").isKept());
    QVERIFY(!compared(R"({"x":1})", R"({"x":2})").isKept());
    QVERIFY(!compared(R"({"x":1})", R"({})").isKept());
    QVERIFY(Comparison().isKept());
}

void CompareTest::valueTexts_areForPeople()
{
    const Comparison comparison = compared(
        R"({"a":["b"],"c":1.10,"d":{"e":[]},"f":1})",
        R"({"a":["b","\u0007"],"c":1.1,"d":{"e":"\u009b"},"g":{"long":"0123456789012345678901234567890123456789012345678901234567890"}})");
    QStringList texts;
    for (const ComparedPlace &place : comparison.places())
        texts += comparison.sentText(place) + u"|"_s + comparison.returnedText(place);
    QCOMPARE(texts.join(u' '), uR"("b"|"b" 1.10|1.1 []|"\u009b" 1| |"\u0007" |an object)"_s);
}

void CompareTest::compare_specificationExample_addsTheId()
{
    const QString samples = QStringLiteral(SC_SOURCE_DIR "/../shared/graph/samples/");
    const QByteArray sent = contentOf(samples + u"08_specification_request.json"_s);
    const QByteArray returned = contentOf(samples + u"09_specification_response_201.json"_s);
    if (sent.isEmpty() || returned.isEmpty())
        QSKIP("the samples are not here");
    const Comparison comparison = compared(sent, returned);
    QVERIFY(comparison.isKept());
    QCOMPARE(comparison.count(ComparisonKind::Added), 1);
    QCOMPARE(comparison.pointer(comparison.places().constLast()).toString(), u"/id"_s);
}

void CompareTest::compare_deepTexts_doNotOverflow()
{
    const auto nested = [](int depth, const QByteArray &inside) -> QByteArray {
        return QByteArray(R"({"x":)").repeated(depth) + inside + QByteArray("}").repeated(depth);
    };
    const Comparison same = compared(nested(9'000, "1"), nested(9'000, "1"));
    QCOMPARE(same.places().size(), 1);
    QCOMPARE(same.places().constFirst().rule, ComparisonRule::Identical);
    const Comparison other = compared(nested(9'000, "1"), nested(9'000, "2"));
    QCOMPARE(other.places().constFirst().rule, ComparisonRule::TooDeep);
    QCOMPARE(summary(compared(nested(400, "1"), nested(400, "2"))).section(u' ', 1), u"changed other-value"_s);
}

void CompareTest::compare_thousandSegments_isTimed()
{
    const QByteArray stream
        = R"({"streamId":"1504545584","streamDirection":"callerToCallee","averageJitter":"PT0.016S",)"
          R"("maxJitter":"PT0.021S","averagePacketLossRate":0.01381693,"packetUtilization":67,)"
          R"("wasMediaBypassed":false,"audioCodec":"opus","averageRoundTripTime":"PT0.061S"})";
    const auto body = [&stream](bool isReversed) -> QByteArray {
        QByteArrayList segments;
        for (int number = 0; number < 1'000; ++number) {
            segments.append(R"({"id":")" + QByteArray::number(number)
                            + R"(","startDateTime":"2020-02-25T18:52:21Z","media":[{"streams":[)"
                            + QByteArray(stream + ',').repeated(26) + stream + "]}]}");
        }
        if (isReversed)
            std::reverse(segments.begin(), segments.end());
        return R"({"modalities":["audio"],"segments":[)" + segments.join(',') + "]}";
    };
    const json::Index sent = json::scan(body(false));
    const json::Index returned = json::scan(body(true).replace("PT0.0", "PT0.00").replace(":21Z", ":21.0Z"));
    QVERIFY(sent.text().size() > 6'500'000);
    QElapsedTimer timer;
    timer.start();
    const Comparison comparison = session::compare(sent, returned, edm::builtinSchema(), edm::sessionTypeName);
    qInfo("%lld bytes against %lld: %lld places in %lld ms", qlonglong(sent.text().size()),
          qlonglong(returned.text().size()), qlonglong(comparison.places().size()), timer.elapsed());
    QCOMPARE(comparison.count(ComparisonKind::Changed), 3 * 27'000);
}

QTEST_GUILESS_MAIN(CompareTest)
#include "tst_compare.moc"
