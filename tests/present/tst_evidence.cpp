// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/evidence.h"

#include "core/secret.h"
#include "edm/builtinschema.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using present::evidenceOf;
using report::CheckedFact;
using report::Evidence;

namespace {

exchange::Exchange ended(int status, const QByteArray &sent, const QByteArray &returned)
{
    exchange::Exchange exchange;
    exchange.request = {"POST", QUrl(u"http://127.0.0.1:1/v1.0/sessions"_s), {}, sent};
    exchange.response = exchange::Response{status, {}, {{"Content-Type", "application/json"}}, returned, true};
    exchange.hasLeft = true;
    return exchange;
}

Evidence examined(const exchange::Exchange &exchange)
{
    return evidenceOf(present::Examination(exchange, {}, &edm::builtinSchema()));
}

const CheckedFact *checkNamed(const Evidence &evidence, const QString &title)
{
    for (const CheckedFact &check : evidence.checks) {
        if (check.title == title)
            return &check;
    }
    return nullptr;
}

} // namespace

class EvidenceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void session_isComparedAndChecked();
    void outcome_isInWords_data();
    void outcome_isInWords();
    void sessions_areDrawn();
    void noSession_isNotDrawn();
    void secretInAPicture_isMasked();
    void historyRow_keepsTheTestersWords();
    void archive_isRefusedForASecret();
    void secretInTheWords_isRefusedWithThePlace_data();
    void secretInTheWords_isRefusedWithThePlace();
};

void EvidenceTest::session_isComparedAndChecked()
{
    const Evidence evidence = examined(ended(201, R"({"isTest":true})", R"({"id":"b"})"));
    QVERIFY(evidence.isAsExpected && evidence.comparison);
    QCOMPARE(evidence.comparison->count(session::ComparisonKind::Dropped), 1);
    const CheckedFact *returned = checkNamed(evidence, u"What was sent came back"_s);
    QVERIFY(returned && !returned->counts);
    QCOMPARE(returned->state, CheckedFact::State::NotMet);
    QCOMPARE(checkNamed(evidence, u"Status"_s)->state, CheckedFact::State::Met);
    QCOMPARE(checkNamed(evidence, u"Time"_s)->state, CheckedFact::State::NotApplicable);
    QVERIFY(!examined(ended(400, "{}", "{}")).comparison);
}

void EvidenceTest::outcome_isInWords_data()
{
    using Code = core::Error::Code;
    QTest::addColumn<std::optional<Code>>("code");
    QTest::addColumn<QString>("outcome");
    QTest::newRow("none") << std::optional<Code>() << u"as expected"_s;
    QTest::newRow("timeout") << std::optional(Code::Timeout) << u"no whole response"_s;
    QTest::newRow("cancelled") << std::optional(Code::Cancelled) << u"cancelled"_s;
    QTest::newRow("refused") << std::optional(Code::Refused) << u"not sent"_s;
}

void EvidenceTest::outcome_isInWords()
{
    QFETCH(const std::optional<core::Error::Code>, code);
    exchange::Exchange exchange = ended(201, "{}", R"({"id":"b"})");
    if (code)
        exchange.error = core::Error{*code, u"x"_s, {}};
    QTEST(examined(exchange).outcome, "outcome");
    QCOMPARE(examined(exchange).isAsExpected, !code);
    QCOMPARE(examined(ended(500, "{}", "{}")).outcome, u"not as expected"_s);
}

void EvidenceTest::sessions_areDrawn()
{
    exchange::Exchange exchange
        = ended(201, R"({"startDateTime":"2026-01-01T00:00:00Z","endDateTime":"2026-01-01T00:05:00Z",
                       "modalities":["audio"]})",
                R"({"id":"b","startDateTime":"2026-01-01T00:00:00Z","endDateTime":"2026-01-01T00:07:00Z",
                       "modalities":["video"]})");
    exchange.id = QUuid::createUuid();
    const Evidence evidence = examined(exchange);
    QCOMPARE(evidence.timelines.size(), 2);
    QVERIFY(evidence.timelines.at(0).title.endsWith("that was sent"_L1));
    QVERIFY(evidence.timelines.at(1).title.endsWith("that came back"_L1));
    const QString id = exchange.id.toString(QUuid::WithoutBraces);
    for (const report::EvidencePicture &picture : evidence.timelines)
        QVERIFY(picture.svg.startsWith("<svg"_L1) && picture.svg.contains(id) && !picture.svg.contains("style="_L1));
    QVERIFY(evidence.timelines.at(0).svg != evidence.timelines.at(1).svg);
}

void EvidenceTest::noSession_isNotDrawn()
{
    QVERIFY(examined(ended(400, "[1]", R"({"error":{"code":"badRequest"}})")).timelines.isEmpty());
    QVERIFY(examined(ended(201, "not JSON", "<html>")).timelines.isEmpty());
}

void EvidenceTest::secretInAPicture_isMasked()
{
    const core::Secret secret("known-canary");
    const Evidence evidence
        = examined(ended(201, R"({"startDateTime":"2026-01-01T00:00:00Z","endDateTime":"2026-01-01T00:05:00Z",
                       "caller":{"name":"known-canary"},"modalities":["known-canary"]})",
                         "{}"));
    QVERIFY(!evidence.timelines.isEmpty());
    for (const report::EvidencePicture &picture : evidence.timelines)
        QVERIFY2(!picture.svg.contains("known-canary"_L1), qPrintable(picture.svg));
}

void EvidenceTest::historyRow_keepsTheTestersWords()
{
    store::HistoryEntry entry;
    entry.exchange = ended(201, "{}", R"({"id":"b"})");
    entry.row.isEnded = true;
    entry.row.isMasked = true;
    entry.row.build = u"7.1"_s;
    entry.row.note = u"n"_s;
    const Evidence evidence = evidenceOf(entry, edm::builtinSchema());
    QVERIFY(evidence.isMasked && evidence.comparison);
    QCOMPARE(evidence.words.build + evidence.words.note, u"7.1n"_s);
    entry.row.isEnded = false;
    entry.exchange.response.reset();
    QCOMPARE(evidenceOf(entry, edm::builtinSchema()).outcome, u"sent, result unknown"_s);
}

void EvidenceTest::archive_isRefusedForASecret()
{
    const QList<Evidence> evidence{examined(ended(201, "{}", R"({"id":"known-canary"})"))};
    QVERIFY(present::evidenceArchive(evidence)->startsWith("PK"));
    QVERIFY(present::clearedReport("known-canary", u"a"_s));
    const core::Secret secret("known-canary");
    const core::Result<QByteArray> archive = present::evidenceArchive(evidence);
    QVERIFY(!archive);
    QCOMPARE(archive.error().code, core::Error::Code::Refused);
    QVERIFY(archive.error().message.startsWith(u"“response-body.json” holds a known secret at 1:8."_s));
    QVERIFY(!present::clearedReport("known-canary", u"a"_s));
}

void EvidenceTest::secretInTheWords_isRefusedWithThePlace_data()
{
    QTest::addColumn<QString report::TestersWords::*>("word");
    QTest::addColumn<QString>("place");
    QTest::newRow("note") << &report::TestersWords::note << u"“Note” holds a known secret at 2:3."_s;
    QTest::newRow("verdict") << &report::TestersWords::verdict << u"“Verdict” holds a known secret at 2:3."_s;
    QTest::newRow("tag") << &report::TestersWords::tag << u"“Tag” holds a known secret at 2:3."_s;
    QTest::newRow("build") << &report::TestersWords::build << u"“Build” holds a known secret at 2:3."_s;
}

void EvidenceTest::secretInTheWords_isRefusedWithThePlace()
{
    QFETCH(QString report::TestersWords::*, word);
    QFETCH(QString, place);
    Evidence evidence = examined(ended(201, "{}", R"({"id":"b"})"));
    evidence.words.*word = u"a\n: known-canary"_s;
    QVERIFY(present::refuseSecretWords({evidence}));
    const core::Secret secret("known-canary");
    for (const core::Status &status : {present::refuseSecretWords({evidence}), [&evidence]() -> core::Status {
                                           const core::Result<QByteArray> archive
                                               = present::evidenceArchive({evidence});
                                           return archive ? core::ok() : archive.error();
                                       }()}) {
        QVERIFY(!status);
        QCOMPARE(status.error().code, core::Error::Code::Refused);
        QVERIFY2(status.error().message.startsWith(place), qPrintable(status.error().message));
    }
}

QTEST_GUILESS_MAIN(EvidenceTest)
#include "tst_evidence.moc"
