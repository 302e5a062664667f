// SPDX-License-Identifier: GPL-3.0-or-later
// How long a history of 100,000 rows, or of as many as the argument says, takes to open and to filter, a page of 200
// rows each, median and slowest of nine. Beside it, in the same run, the same words by a plain scan of the text that is
// searched.
#include "store/history.h"
#include "store/historydatabase.h"
#include "store/historysql.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace {

constexpr int usualCount = 100'000;
constexpr int pageSize = 200;

/// Rows as the program writes them, in one transaction, because syncing each would take minutes.
core::Status fill(const QString &folder, int rowCount)
{
    bool isDamaged = false;
    auto database = store::HistoryDatabase::open(folder + "/history.sqlite"_L1, isDamaged);
    if (!database)
        return database.error();
    return (*database)->atOnce([&database, rowCount]() -> core::Status {
        for (int number = 0; number < rowCount; ++number) {
            exchange::Exchange exchange;
            exchange.id = QUuid::createUuid();
            exchange.startedAt
                = std::chrono::system_clock::time_point(std::chrono::seconds(1'700'000'000 + number * 60));
            exchange.environment = number % 3 ? u"Sandbox"_s : u"Staging west"_s;
            exchange.request = {"POST",
                                QUrl("https://graph.microsoft.com/v1.0/communications/callRecords/"_L1
                                     + QUuid::createUuid().toString(QUuid::WithoutBraces) + "/sessions"_L1),
                                {{"client-request-id", exchange.id.toByteArray(QUuid::WithoutBraces)}},
                                QByteArray(800, 'x')};
            exchange.response
                = exchange::Response{number % 50 ? 201 : 403,
                                     number % 50 ? "Created" : "Forbidden",
                                     {{"request-id", QUuid::createUuid().toByteArray(QUuid::WithoutBraces)}},
                                     QByteArray(800, 'y'),
                                     true};
            for (const auto &[sql, values] :
                 {std::pair(QString(store::beginSql), store::beginValues(exchange, false)),
                  std::pair(QString(store::beginContentSql), store::beginContent(exchange)),
                  std::pair(QString(store::endSql), store::endValues(exchange, true, false)),
                  std::pair(QString(store::endContentSql), store::endContent(exchange))}) {
                if (const auto done = (*database)->run(sql, values); !done)
                    return done.error();
            }
        }
        return core::ok();
    });
}

template<typename F> void measure(const char *what, F &&run)
{
    QList<double> times;
    qsizetype found = 0;
    for (int round = 0; round < 9; ++round) {
        QElapsedTimer timer;
        timer.start();
        found = run();
        times.append(double(timer.nsecsElapsed()) / 1e6);
    }
    std::sort(times.begin(), times.end());
    std::printf("  %-34s %9.2f ms  (slowest %.2f)  %4d rows\n", what, times.at(4), times.constLast(), int(found));
}

[[noreturn]] void fail(const core::Error &error)
{
    std::fprintf(stderr, "bench_history: %s %s\n", qPrintable(error.message), qPrintable(error.detail));
    std::exit(1);
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QTemporaryDir folder;
    QElapsedTimer timer;
    timer.start();
    if (const core::Status filled = fill(folder.path(), argc > 1 ? std::atoi(argv[1]) : usualCount); !filled)
        fail(filled.error());
    std::printf("  filled in %.1f s\n", double(timer.elapsed()) / 1000);
    measure("open and read the newest page", [&folder] {
        store::History history(folder.path(), [](const QString &) {});
        return history.rows({}, pageSize).value().size();
    });
    store::History history(folder.path(), [](const QString &) {});
    for (const char *filter : {"s", "st", "sta", "stag", "staging", "403", "403 west", "zq", "q", "qqqqq", "sessions",
                               "ab", "abcd", "communicationz", "2023-12-24 07", "3f 9c e1"}) {
        measure(filter,
                [&history, filter] { return history.rows(QString::fromLatin1(filter), pageSize).value().size(); });
    }
    bool isDamaged = false;
    auto plain = store::HistoryDatabase::open(folder.filePath(u"history.sqlite"_s), isDamaged);
    if (!plain)
        fail(plain.error());
    measure("plain scan for qqqqq", [&plain] {
        return (*plain)->run(u"SELECT rowid FROM search WHERE text LIKE '%qqqqq' || '%' LIMIT 200"_s).value().next();
    });
    std::printf("  %.0f MiB on the disk\n", double(history.size()) / 1048576);
    return 0;
}
