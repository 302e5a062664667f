// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/history.h"

#include "core/secret.h"
#include "historysamples.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using exchange::Exchange;
using store::History;
using store::HistoryRow;

class HistoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void unused_touchesNothing();
    void begun_isThereWithoutAnOutcome();
    void ended_comesBackToTheByte_data();
    void ended_comesBackToTheByte();
    void numbers_riseAndAreNotGivenAgain();
    void filter_findsPartsOfWords_data();
    void filter_findsPartsOfWords();
    void pages_followWithoutGaps();
    void remove_takesWhatFitsAndGivesRoomBack();
    void remove_leavesWhatCameLater_data();
    void remove_leavesWhatCameLater();
    void words_areKeptAndFound();
    void words_bearNoSecret();
    void exchange_isFoundByItsId();
    void judgement_isWrittenAtTheEnd();
    void unknownNumber_isNoEntry();
    void knownToken_isNowhereInTheFiles();
    void twoHistories_writeAtATime();

private:
    QString folder() const { return m_folder->filePath(u"data"_s); }
    /// The numbers that a filter finds.
    static QList<qint64> found(History &history, const QString &filter);
    static void keep(History &history, const Exchange &exchange);

    std::unique_ptr<QTemporaryDir> m_folder;
    History::Told m_told = [](const QString &sentence) { QFAIL(qPrintable(sentence)); };
};

QList<qint64> HistoryTest::found(History &history, const QString &filter)
{
    const core::Result<QList<HistoryRow>> rows = history.rows(filter, 1000);
    QList<qint64> numbers;
    if (!rows)
        qWarning() << rows.error().message << rows.error().detail;
    else
        for (const HistoryRow &row : *rows)
            numbers.append(row.number);
    return numbers;
}

void HistoryTest::keep(History &history, const Exchange &exchange)
{
    Exchange begun = exchange;
    begun.response.reset();
    begun.error.reset();
    const core::Status status = history.begin(begun);
    QVERIFY2(status, status ? "" : qPrintable(status.error().detail));
    history.end(exchange);
}

void HistoryTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_folder = std::make_unique<QTemporaryDir>();
}

void HistoryTest::unused_touchesNothing()
{
    {
        const History history(folder(), m_told);
        QCOMPARE(history.size(), 0);
    }
    QVERIFY(!QFile::exists(folder()));
}

void HistoryTest::begun_isThereWithoutAnOutcome()
{
    const Exchange exchange = samples::begun();
    {
        History history(folder(), m_told);
        QVERIFY(history.begin(exchange));
    }
    History again(folder(), m_told);
    const auto rows = again.rows({}, 10);
    QVERIFY(rows);
    QCOMPARE(rows->size(), 1);
    QVERIFY(!rows->constFirst().isEnded);
    QVERIFY(!rows->constFirst().status);
    QVERIFY(!rows->constFirst().responseSize);
    QCOMPARE(rows->constFirst().requestSize, exchange.request.body.size());
    const auto entry = again.entry(1);
    QVERIFY(entry && *entry);
    QCOMPARE((*entry)->exchange, exchange);
}

void HistoryTest::ended_comesBackToTheByte_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("hasError");
    QTest::newRow("binary") << QByteArray("\0\xff{\r\n", 5) << false;
    QTest::newRow("nothing") << QByteArray("") << false;
    QTest::newRow("cut off") << QByteArray("{\"id\":") << true;
    QTest::newRow("a megabyte on one line") << QByteArray(1024 * 1024, 'x') << false;
}

void HistoryTest::ended_comesBackToTheByte()
{
    QFETCH(QByteArray, body);
    QFETCH(bool, hasError);
    Exchange exchange = samples::ended(samples::begun());
    exchange.response->body = body;
    exchange.response->isComplete = !hasError;
    if (hasError)
        exchange.error = core::Error{core::Error::Code::Limit, u"Too much."_s, u"detail"_s};
    History history(folder(), m_told);
    keep(history, exchange);
    const auto entry = history.entry(1);
    QVERIFY(entry && *entry);
    QCOMPARE((*entry)->exchange, exchange);
    QVERIFY((*entry)->row.isEnded);
    QVERIFY(!(*entry)->row.isMasked);
    QCOMPARE((*entry)->row.responseSize, body.size());
}

void HistoryTest::numbers_riseAndAreNotGivenAgain()
{
    History history(folder(), m_told);
    keep(history, samples::ended(samples::begun()));
    keep(history, samples::ended(samples::begun()));
    QCOMPARE(found(history, {}), (QList<qint64>{2, 1}));
    QCOMPARE(history.remove({}).value_or(-1), 2);
    keep(history, samples::ended(samples::begun()));
    QCOMPARE(found(history, {}), QList<qint64>{3});
}

void HistoryTest::filter_findsPartsOfWords_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QList<qint64>>("expected");
    const QList<qint64> all{3, 2, 1};
    const QList<qint64> first{1};
    QTest::newRow("nothing") << QString() << all;
    QTest::newRow("blanks") << u" \t"_s << all;
    QTest::newRow("part of an environment") << u"eam-w"_s << first;
    QTest::newRow("any case") << u"TEAM-WEST"_s << first;
    QTest::newRow("umlaut in any case") << u"ZÜRICH"_s << QList<qint64>{2};
    QTest::newRow("status") << u"403"_s << QList<qint64>{2};
    QTest::newRow("two letters") << u"we"_s << first;
    QTest::newRow("one letter, any case") << u"Ü"_s << QList<qint64>{2};
    QTest::newRow("two words") << u"v1.0 west"_s << first;
    QTest::newRow("short and long") << u"40 zürich"_s << QList<qint64>{2};
    QTest::newRow("words that are apart") << u"west 403"_s << QList<qint64>();
    QTest::newRow("error") << u"timeout"_s << QList<qint64>{3};
    QTest::newRow("request-id") << u"f00d"_s << QList<qint64>{2, 1};
    QTest::newRow("day") << u"2026-05-28"_s << all;
    QTest::newRow("quote") << u"\"team"_s << QList<qint64>();
    QTest::newRow("operator is a word") << u"OR"_s << all; // callRecords
    QTest::newRow("letters apart") << u"zh"_s << QList<qint64>();
    QTest::newRow("short ones and an umlaut") << u"ZÜRICH 40 s"_s << QList<qint64>{2};
    QTest::newRow("short ones that never meet") << u"ZÜ we"_s << QList<qint64>();
    QTest::newRow("short, then an operator") << u"ZÜ OR we"_s << QList<qint64>();
    QTest::newRow("underscore is no wildcard") << u"_"_s << QList<qint64>();
    QTest::newRow("backslash") << u"\\"_s << QList<qint64>();
    QTest::newRow("short and a quote") << u"we \"team"_s << QList<qint64>();
    QTest::newRow("per cent is no wildcard") << u"%"_s << QList<qint64>();
    QTest::newRow("asterisk is no wildcard") << u"tea*"_s << QList<qint64>();
    QTest::newRow("NUL") << QString(QChar::Null) << all;
}

void HistoryTest::filter_findsPartsOfWords()
{
    QFETCH(QString, filter);
    History history(folder(), m_told);
    keep(history, samples::ended(samples::begun(u"team-west"_s)));
    keep(history, samples::ended(samples::begun(u"Zürich"_s), 403));
    Exchange late = samples::begun(u"Sandbox"_s);
    late.error = core::Error{core::Error::Code::Timeout, u"Too late."_s, {}};
    keep(history, late);
    QTEST(found(history, filter), "expected");
}

void HistoryTest::pages_followWithoutGaps()
{
    History history(folder(), m_told);
    for (int number = 1; number <= 7; ++number)
        keep(history, samples::ended(samples::begun(number % 2 ? u"odd"_s : u"even"_s)));
    QList<qint64> seen;
    qint64 before = std::numeric_limits<qint64>::max();
    for (;;) {
        const auto page = history.rows(u"odd"_s, 3, before);
        QVERIFY(page);
        QVERIFY(page->size() <= 3);
        if (page->isEmpty())
            break;
        for (const HistoryRow &row : *page)
            seen.append(row.number);
        before = page->constLast().number;
    }
    QCOMPARE(seen, (QList<qint64>{7, 5, 3, 1}));
}

void HistoryTest::remove_takesWhatFitsAndGivesRoomBack()
{
    History history(folder(), m_told);
    Exchange large = samples::ended(samples::begun(u"large"_s));
    large.response->body.fill('x', 4 * 1024 * 1024);
    keep(history, large);
    keep(history, samples::ended(samples::begun(u"small"_s)));
    QVERIFY(history.size() > large.response->body.size());
    QCOMPARE(history.remove(u"large"_s).value_or(-1), 1);
    QCOMPARE(found(history, {}), QList<qint64>{2});
    QCOMPARE(found(history, u"large"_s), QList<qint64>());
    QVERIFY2(history.size() < 1024 * 1024, qPrintable(QString::number(history.size())));
    QCOMPARE(history.remove(u"nowhere"_s).value_or(-1), 0);
}

void HistoryTest::remove_leavesWhatCameLater_data()
{
    QTest::addColumn<QString>("filter");
    QTest::newRow("everything") << QString();
    QTest::newRow("a filter") << u"sandbox"_s;
    QTest::newRow("a short one") << u"sa"_s;
}

void HistoryTest::remove_leavesWhatCameLater()
{
    QFETCH(const QString, filter);
    History history(folder(), m_told);
    keep(history, samples::ended(samples::begun()));
    keep(history, samples::ended(samples::begun(u"Other"_s)));
    keep(history, samples::ended(samples::begun()));
    const auto extent = history.extent(filter);
    QVERIFY(extent);
    QCOMPARE(extent->count, filter.isEmpty() ? 3 : 2);
    QCOMPARE(extent->newest, 3);
    keep(history, samples::ended(samples::begun()));
    QCOMPARE(history.remove(filter, extent->newest).value_or(-1), extent->count);
    QCOMPARE(found(history, filter), QList<qint64>{4});
    QCOMPARE(history.extent(u"nowhere"_s).value().count, 0);
}

void HistoryTest::words_areKeptAndFound()
{
    History history(folder(), m_told);
    keep(history, samples::ended(samples::begun()));
    keep(history, samples::ended(samples::begun()));
    const store::HistoryWords words{u"build 7"_s, u"passed"_s, u"see ticket Ü"_s, u"smoke"_s};
    QVERIFY(history.annotate(1, words));
    for (const QString &filter : {words.build, words.verdict, words.note, words.tag, u"ü"_s})
        QCOMPARE(found(history, filter), QList<qint64>{1});
    const HistoryRow row = history.entry(1).value()->row;
    QCOMPARE((store::HistoryWords{row.build, row.verdict, row.note, row.tag}), words);
    QVERIFY(history.annotate(1, {}));
    QCOMPARE(found(history, u"smoke"_s), QList<qint64>());
    const core::Status late = history.annotate(9, words);
    QVERIFY(!late);
    QVERIFY2(late.error().message.contains("not in the history any more"_L1), qPrintable(late.error().message));
}

void HistoryTest::words_bearNoSecret()
{
    const core::Secret secret("canary-in-a-note");
    History history(folder(), m_told);
    keep(history, samples::ended(samples::begun()));
    QVERIFY(history.annotate(1, {{}, {}, u"sent with canary-in-a-note"_s, {}}));
    QCOMPARE(history.entry(1).value()->row.note, u"sent with ***"_s);
}

void HistoryTest::exchange_isFoundByItsId()
{
    const Exchange wanted = samples::ended(samples::begun());
    {
        History history(folder(), m_told);
        QVERIFY(!*history.row(wanted.id));
        QVERIFY(!QFile::exists(folder() + "/history.sqlite"_L1)); // asking makes none
        keep(history, samples::ended(samples::begun()));
        keep(history, wanted);
        QVERIFY(history.annotate(2, {u"7"_s, {}, {}, {}}));
    }
    History again(folder(), m_told);
    const auto row = again.row(wanted.id);
    QVERIFY(row && *row);
    QCOMPARE((*row)->number, 2);
    QCOMPARE((*row)->build, u"7"_s);
    QVERIFY(!*again.row(QUuid(9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9)));
}

void HistoryTest::judgement_isWrittenAtTheEnd()
{
    History history(folder(), m_told, [](const Exchange &exchange) { return exchange.response->status == 201; });
    keep(history, samples::ended(samples::begun()));
    keep(history, samples::ended(samples::begun(), 403));
    QVERIFY(history.begin(samples::begun()));
    const QList<HistoryRow> rows = history.rows({}, 10).value();
    QCOMPARE(rows.at(2).isAsExpected, std::optional(true));
    QCOMPARE(rows.at(1).isAsExpected, std::optional(false));
    QCOMPARE(rows.at(0).isAsExpected, std::nullopt);
}

void HistoryTest::unknownNumber_isNoEntry()
{
    History history(folder(), m_told);
    const auto entry = history.entry(1);
    QVERIFY(entry);
    QVERIFY(!*entry);
}

void HistoryTest::knownToken_isNowhereInTheFiles()
{
    const QByteArray canary = "canary-0123456789-abcdefghij";
    const core::Secret token(QByteArray(canary.constData(), canary.size()));
    History history(folder(), m_told);
    Exchange exchange = samples::ended(samples::begun());
    exchange.request.url.setQuery(u"t="_s + QString::fromLatin1(canary));
    exchange.request.headers.append({"X-Copy", canary});
    exchange.request.body += canary;
    exchange.response->reason = canary;
    exchange.response->headers.append({canary, canary.toBase64()});
    exchange.response->body = "{\"echo\":\"" + canary + "\"}";
    exchange.error = core::Error{core::Error::Code::Network, QString::fromLatin1(canary), QString::fromLatin1(canary)};
    keep(history, exchange);

    const QDir data(folder());
    const QStringList names = data.entryList(QDir::Files);
    QCOMPARE(names, (QStringList{u"history.sqlite"_s, u"history.sqlite-shm"_s, u"history.sqlite-wal"_s}));
    for (const QString &name : names) {
        QFile file(data.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY2(!bytes.contains("canary") && !bytes.contains(canary.toBase64()), qPrintable(name));
    }
    const auto entry = history.entry(1);
    QVERIFY(entry && *entry);
    QVERIFY((*entry)->row.isMasked);
    QCOMPARE((*entry)->exchange.response->body, "{\"echo\":\"***\"}"_ba);
}

void HistoryTest::twoHistories_writeAtATime()
{
    History one(folder(), m_told);
    History other(folder(), m_told);
    const Exchange ofOne = samples::begun();
    const Exchange ofOther = samples::begun();
    QVERIFY(one.begin(ofOne));
    QVERIFY(other.begin(ofOther));
    one.end(samples::ended(ofOne));
    other.end(samples::ended(ofOther));
    for (History *history : {&one, &other}) {
        const auto rows = history->rows({}, 10);
        QVERIFY(rows);
        QCOMPARE(rows->size(), 2);
        QVERIFY(rows->at(0).isEnded && rows->at(1).isEnded);
    }
}

QTEST_GUILESS_MAIN(HistoryTest)
#include "tst_history.moc"
