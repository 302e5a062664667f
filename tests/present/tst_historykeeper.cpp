// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/historykeeper.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using exchange::Exchange;
using present::HistoryKeeper;
using store::HistoryRow;

namespace {

Exchange begun()
{
    Exchange exchange;
    exchange.id = QUuid::createUuid();
    exchange.environment = u"Sandbox"_s;
    exchange.request = {"POST", QUrl(u"http://127.0.0.1/v1.0/sessions"_s), {{"Host", "127.0.0.1"}}, "{ }"};
    return exchange;
}

Exchange ended(Exchange exchange, int status)
{
    exchange.hasLeft = true;
    exchange.response = exchange::Response{status, "R", {{"Content-Type", "application/json"}}, "{\"id\":\"1\"}", true};
    return exchange;
}

} // namespace

class HistoryKeeperTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void row_standsBeforeItMaySend();
    void outcome_isWrittenAndJudged_data();
    void outcome_isWrittenAndJudged();
    void goneContext_isNotCalled();
    void farewell_waitsForTheDisk();
    void withoutHistory_nothingIsTouched();
    void begunExchange_isEndedWhateverIsKept();
    void unusableFolder_refusesAndSaysWhy();
    void heldFolder_neverBlocksTheAsker();
    void damage_isTold();

private:
    QString folder() const { return m_folder->filePath(u"data"_s); }
    QList<HistoryRow> rows() const
    {
        store::History other(folder(), [](const QString &) {});
        return other.rows({}, 10).value_or({});
    }
    /// What begin() answered.
    static std::optional<core::Status> ask(HistoryKeeper &keeper, const Exchange &exchange);

    std::unique_ptr<QTemporaryDir> m_folder;
};

void HistoryKeeperTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_folder = std::make_unique<QTemporaryDir>();
}

std::optional<core::Status> HistoryKeeperTest::ask(HistoryKeeper &keeper, const Exchange &exchange)
{
    std::optional<core::Status> answer;
    QObject context;
    keeper.begin(exchange, &context, [&answer](const core::Status &status) { answer = status; });
    if (answer)
        return std::nullopt; // too early
    (void)QTest::qWaitFor([&answer] { return answer.has_value(); });
    return answer;
}

void HistoryKeeperTest::row_standsBeforeItMaySend()
{
    HistoryKeeper keeper(folder());
    const QSignalSpy changed(&keeper, &HistoryKeeper::changed);
    const Exchange exchange = begun();
    const auto answer = ask(keeper, exchange);
    QVERIFY(answer && *answer);
    QCOMPARE(rows().size(), 1);
    QCOMPARE(rows().constFirst().id, exchange.id);
    QVERIFY(!rows().constFirst().isEnded);
    QCOMPARE(changed.size(), 1);
}

void HistoryKeeperTest::outcome_isWrittenAndJudged_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("isAsExpected");
    QTest::newRow("created") << 201 << true;
    QTest::newRow("forbidden") << 403 << false;
}

void HistoryKeeperTest::outcome_isWrittenAndJudged()
{
    QFETCH(const int, status);
    HistoryKeeper keeper(folder());
    const Exchange exchange = begun();
    QVERIFY(ask(keeper, exchange));
    QSignalSpy changed(&keeper, &HistoryKeeper::changed);
    keeper.end(ended(exchange, status));
    QVERIFY(changed.wait());
    QCOMPARE(rows().constFirst().status, std::optional(status));
    QVERIFY(rows().constFirst().isAsExpected);
    QTEST(*rows().constFirst().isAsExpected, "isAsExpected");
}

void HistoryKeeperTest::goneContext_isNotCalled()
{
    HistoryKeeper keeper(folder());
    QSignalSpy changed(&keeper, &HistoryKeeper::changed);
    bool isCalled = false;
    {
        QObject context;
        keeper.begin(begun(), &context, [&isCalled](const core::Status &) { isCalled = true; });
    }
    QVERIFY(changed.wait());
    QVERIFY(!isCalled);
}

// The program is closed right after a submit.
void HistoryKeeperTest::farewell_waitsForTheDisk()
{
    {
        HistoryKeeper keeper(folder());
        QObject context;
        const Exchange exchange = begun();
        keeper.begin(exchange, &context, [](const core::Status &) {});
        keeper.end(ended(exchange, 201));
    }
    QCOMPARE(rows().size(), 1);
    QVERIFY(rows().constFirst().isEnded);
    QVERIFY(!QFile::exists(folder() + "/history.sqlite-wal"_L1)); // closed in good order
}

void HistoryKeeperTest::withoutHistory_nothingIsTouched()
{
    {
        HistoryKeeper keeper(folder());
        keeper.setKeeping(false);
        const Exchange exchange = begun();
        const auto answer = ask(keeper, exchange);
        QVERIFY(answer && *answer);
        keeper.end(ended(exchange, 201));
    }
    QVERIFY(!QFile::exists(folder()));
}

void HistoryKeeperTest::begunExchange_isEndedWhateverIsKept()
{
    {
        HistoryKeeper keeper(folder());
        const Exchange exchange = begun();
        QVERIFY(ask(keeper, exchange));
        keeper.setKeeping(false);
        keeper.end(ended(exchange, 201));
    }
    QVERIFY(rows().constFirst().isEnded);
}

void HistoryKeeperTest::unusableFolder_refusesAndSaysWhy()
{
    QFile file(folder());
    QVERIFY(file.open(QIODevice::WriteOnly));
    HistoryKeeper keeper(folder());
    QSignalSpy failed(&keeper, &HistoryKeeper::failed);
    keeper.open();
    QVERIFY(failed.wait());
    QVERIFY(failed.takeFirst().constFirst().toString().startsWith("The history cannot be opened: "_L1));
    const auto answer = ask(keeper, begun());
    QVERIFY(answer && !*answer);
    QVERIFY(answer->error().message.startsWith("Not sent, "_L1));
    QCOMPARE(failed.takeFirst().constFirst().toString(), answer->error().message);
}

// Another process was stopped while it held the folder.
void HistoryKeeperTest::heldFolder_neverBlocksTheAsker()
{
    QVERIFY(QDir().mkpath(folder()));
    const int holder = ::open(QFile::encodeName(folder()).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const auto close = qScopeGuard([holder] { ::close(holder); });
    QCOMPARE(::flock(holder, LOCK_EX), 0);
    HistoryKeeper keeper(folder(), std::chrono::milliseconds(200));
    std::optional<core::Status> answer;
    keeper.begin(begun(), this, [&answer](const core::Status &status) { answer = status; });
    QVERIFY(!answer);
    QTRY_VERIFY(answer);
    QVERIFY(!*answer);
    QVERIFY2(answer->error().message.contains("another program holds its folder"_L1),
             qPrintable(answer->error().message));
}

void HistoryKeeperTest::damage_isTold()
{
    QVERIFY(QDir().mkpath(folder()));
    QFile file(folder() + "/history.sqlite"_L1);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(8192, 'g'));
    file.close();
    HistoryKeeper keeper(folder());
    QSignalSpy told(&keeper, &HistoryKeeper::told);
    keeper.open();
    QVERIFY(told.wait());
    QVERIFY(told.constFirst().constFirst().toString().startsWith("The file of the history was damaged."_L1));
}

QTEST_GUILESS_MAIN(HistoryKeeperTest)
#include "tst_historykeeper.moc"
