// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/fix.h"

#include "edm/builtinschema.h"
#include "session/bodyrows.h"
#include "session/findings.h"
#include "session/fixrows.h"
#include "session/memberrows.h"
#include "json/scanner.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using session::Finding;
using session::Fix;
using session::NewMembers;

namespace {

QList<Finding> judge(const QByteArray &body, NewMembers newMembers = NewMembers::NotAnnounced)
{
    return session::findings(json::scan(body), edm::builtinSchema(), edm::sessionTypeName, newMembers);
}

QByteArray bodyOf(const char *place, const char *value)
{
    const auto *found = std::find_if(std::begin(fixPlaces), std::end(fixPlaces),
                                     [place](const FixPlace &row) { return qstrcmp(row.name, place) == 0; });
    Q_ASSERT(found != std::end(fixPlaces));
    return aroundMembers(QByteArray(found->members).replace('%', value));
}

QByteArray fixedBody(const QByteArray &body, const Finding &finding)
{
    return session::fixedText(json::scan(body), finding).value_or(QByteArray());
}

bool isAmong(const QList<Finding> &findings, const Finding &finding)
{
    return std::any_of(findings.cbegin(), findings.cend(), [&finding](const Finding &other) {
        return other.rule == finding.rule && other.pointer == finding.pointer;
    });
}

/// The findings of `body` after its finding `finding` was fixed.
QList<Finding> judgeFixed(const QByteArray &body, const Finding &finding)
{
    if (finding.fix->kind == Fix::Kind::Preference)
        return judge(body, NewMembers::Announced);
    return judge(fixedBody(body, finding));
}

} // namespace

class FixTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void fix_value_isAsExpected_data();
    void fix_value_isAsExpected();
    void fix_anyRow_removesItsFinding_data();
    void fix_anyRow_removesItsFinding();
    void fix_newMember_asksForTheHeader();
    void fix_namesAreEscaped();
    void fix_listOfMembers_becomesAnArray();
    void fix_longText_isNotMended();
    void fixedText_placeIsGone_isNothing();
    void sentence_kind_isTold();
};

void FixTest::fix_value_isAsExpected_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QByteArray>("expected");
    for (const FixRow &row : fixRows)
        QTest::newRow(row.name) << bodyOf(row.place, row.before) << QString::fromLatin1(row.rule)
                                << (row.after ? bodyOf(row.place, row.after) : QByteArray());
}

void FixTest::fix_value_isAsExpected()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QString, rule);
    const QList<Finding> findings = judge(body);
    const auto found = std::find_if(findings.cbegin(), findings.cend(),
                                    [&rule](const Finding &finding) { return finding.rule == rule; });
    QVERIFY2(found != findings.cend(), body.constData());
    QTEST(found->fix ? fixedBody(body, *found) : QByteArray(), "expected");
}

void FixTest::fix_anyRow_removesItsFinding_data()
{
    QTest::addColumn<QByteArray>("body");
    for (const FindingRow &row : memberRows)
        QTest::newRow(row.name) << aroundMembers(row.json);
    for (const FindingRow &row : bodyRows)
        QTest::newRow(row.name) << QByteArray(row.json);
    for (const FixRow &row : fixRows)
        QTest::addRow("%s (fix)", row.name) << bodyOf(row.place, row.before);
}

void FixTest::fix_anyRow_removesItsFinding()
{
    QFETCH(const QByteArray, body);
    const QList<Finding> findings = judge(body);
    for (const Finding &finding : findings) {
        if (!finding.fix)
            continue;
        const QList<Finding> after = judgeFixed(body, finding);
        QVERIFY2(!isAmong(after, finding), qPrintable(finding.rule));
        QVERIFY2(!session::fixSentence(*finding.fix).isEmpty(), qPrintable(finding.rule));
        QVERIFY2(after.isEmpty() || after.constFirst().rule != u"json"_s, qPrintable(finding.rule));
    }
}

void FixTest::fix_newMember_asksForTheHeader()
{
    const QByteArray body = aroundMembers(
        R"("caller":{"userAgent":{"@odata.type":"#microsoft.graph.callRecords.clientUserAgent","platform":"web",)"
        R"("productFamily":"azureCommunicationServices"}})");
    const Finding finding = judge(body).constFirst();
    QCOMPARE(finding.fix, (Fix{Fix::Kind::Preference, "include-unknown-enum-members"_ba}));
    QVERIFY(!session::fixedText(json::scan(body), finding));
}

void FixTest::fix_namesAreEscaped()
{
    const QByteArray body = aroundMembers(R"("\u0049sTest":true)");
    QCOMPARE(fixedBody(body, judge(body).constFirst()), aroundMembers(R"("isTest":true)"));
}

void FixTest::fix_listOfMembers_becomesAnArray()
{
    const QByteArray start = R"({"startDateTime":"2017-01-01T00:00Z","endDateTime":"2017-01-01T00:00Z","modalities":)";
    const auto fixed = [&start](const QByteArray &value) {
        const QByteArray body = start + value + '}';
        return fixedBody(body, judge(body).constFirst());
    };
    QCOMPARE(fixed(R"("audio, video")"), start + R"(["audio","video"]})");
    QCOMPARE(fixed(R"("audio")"), start + R"(["audio"]})");
    QCOMPARE(fixed(R"("audio,sound")"), start + R"(["audio,sound"]})");
}

void FixTest::fix_longText_isNotMended()
{
    const QByteArray blanks(1'000, ' ');
    for (const auto &[place, value] :
         {std::pair("time", "2017-01-01T00:00:00Z"), std::pair("single", "0,5"), std::pair("stage", "midcall"),
          std::pair("isTest", "true"), std::pair("id", "34101743-1743-3410-4317-103443171034")}) {
        const QByteArray text = '"' + blanks + value + '"';
        QVERIFY2(!judge(bodyOf(place, text.constData())).constFirst().fix, place);
    }
}

void FixTest::fixedText_placeIsGone_isNothing()
{
    const Finding finding = judge(bodyOf("stage", R"("MidCall")")).constFirst();
    QVERIFY(finding.fix);
    QVERIFY(!session::fixedText(json::scan(R"({"failureInfo":null})"), finding));
    QVERIFY(!session::fixedText(json::scan("{"), finding));
}

void FixTest::sentence_kind_isTold()
{
    QCOMPARE(session::fixSentence({Fix::Kind::Value, "\"audio\""_ba}), u"Write \"audio\""_s);
    QCOMPARE(session::fixSentence({Fix::Kind::Name, "\"isTest\""_ba}), u"Rename to \"isTest\""_s);
    QCOMPARE(session::fixSentence({Fix::Kind::Type, "\"#a.b\""_ba}), u"Choose the type \"#a.b\""_s);
    QCOMPARE(session::fixSentence({Fix::Kind::Preference, "x"_ba}), u"Send the header Prefer: x"_s);
    QVERIFY(session::fixSentence({Fix::Kind::Value, QByteArray(1'000'000, '1')}).size() < 80);
}

QTEST_GUILESS_MAIN(FixTest)
#include "tst_fix.moc"
