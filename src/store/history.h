// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/exchangelog.h"
#include "store/historyrow.h"

#include <QList>
#include <QString>

#include <chrono>
#include <functional>
#include <limits>
#include <memory>

namespace store {

class HistoryDatabase;

/// Every exchange, written down before it leaves and once more when it has ended, in `history.sqlite` (0600) of a
/// private folder. Several processes may write at a time. No known secret gets into the file. Nothing goes by itself.
///
/// A filter is words with blanks between them; each must stand somewhere in time, environment, method, URL, status,
/// error, ids, build, template, verdict, tag or note, whatever its case. An empty one fits all.
class History final : public exchange::ExchangeLog
{
public:
    /// Told what went wrong on the way, in sentences for people: a damaged file was moved aside, an outcome could not
    /// be written.
    using Told = std::function<void(const QString &)>;

    /// Says of an exchange that has ended whether it is as expected; the history only writes that down.
    using Judge = std::function<bool(const exchange::Exchange &)>;

    /// A history in the folder `folder`, which need not exist. Nothing is touched before it is used. `patience` is how
    /// long another process may keep the folder to itself while this one wants to open the file.
    History(QString folder, Told told, Judge judge = {}, std::chrono::milliseconds patience = std::chrono::seconds(5));
    ~History() override;

    /// Opens the file, or makes it; a damaged one is moved aside first. Does nothing when it is open; every other
    /// function opens it by itself. Errors, of this and of all others, are of Code::File.
    core::Status open();

    /// Closes the file, in the thread that opened it. It is opened again when it is used again.
    void close();

    /// Writes the exchange down before it leaves.
    core::Status begin(const exchange::Exchange &exchange);

    /// The same; `done` is called before it returns.
    void begin(const exchange::Exchange &exchange, QObject *context, Begun done) override;
    void end(const exchange::Exchange &exchange) override;

    /// Up to `limit` rows that fit `filter`, the newest first, beginning below the number `before`.
    core::Result<QList<HistoryRow>> rows(const QString &filter, int limit,
                                         qint64 before = std::numeric_limits<qint64>::max());

    /// The exchange with this number, if there is one.
    core::Result<std::optional<HistoryEntry>> entry(qint64 number);

    /// The row of the exchange with this id, if there is one. Makes no file where there is none.
    core::Result<std::optional<HistoryRow>> row(const QUuid &id);

    /// How many exchanges fit `filter`, and the newest of them.
    core::Result<HistoryExtent> extent(const QString &filter);

    /// Deletes all that fit `filter` up to the number `last`, and gives how many there were.
    core::Result<qint64> remove(const QString &filter, qint64 last = std::numeric_limits<qint64>::max());

    /// Puts `words` in place of the tester's words about the exchange with this number.
    core::Status annotate(qint64 number, const HistoryWords &words);

    /// The bytes that the history takes on the disk.
    qint64 size() const;

private:
    QString path() const;
    QString freeName() const;
    core::Status opened();
    core::Status openLocked();
    core::Status moveAside();
    core::Status mendOnce();
    core::Status write(const std::function<core::Status(HistoryDatabase &)> &work);

    QString m_folder;
    Told m_told;
    Judge m_judge;
    std::chrono::milliseconds m_patience;
    std::unique_ptr<HistoryDatabase> m_database; ///< Null until it is used.
};

} // namespace store
