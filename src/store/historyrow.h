// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/exchange.h"

#include <QString>

#include <optional>

namespace store {

/// What the history's list shows of one exchange.
struct HistoryRow
{
    qint64 number = 0; ///< What people call it by: rises from 1, and is never given again.
    QUuid id;
    std::chrono::system_clock::time_point startedAt; ///< To the microsecond.
    QString environment;
    QByteArray method;
    QUrl url;
    qint64 requestSize = 0; ///< Bytes of the body.
    bool isEnded = false; ///< False: it was about to be sent, and nobody wrote down how it ended.
    bool hasLeft = false; ///< As in Exchange; of an exchange that has not ended it is not known.
    std::optional<int> status;
    QByteArray reason;
    std::optional<qint64> responseSize; ///< Bytes of the body; empty without a response.
    std::optional<core::Error> error;
    exchange::Timing timing;
    bool isMasked = false; ///< A known secret stood in it and was replaced by `***`: not the exact bytes.
    QString build; ///< Of the service under test; this and what follows is the tester's, and may be empty.
    QString templateName;
    QString verdict;
    QString note;
    QString tag;
    std::optional<bool> isAsExpected; ///< As it was judged when it ended; empty when nobody did.
};

/// What the tester writes about an exchange.
struct HistoryWords
{
    QString build; ///< Of the service under test.
    QString verdict;
    QString note;
    QString tag;

    bool operator==(const HistoryWords &) const = default;
};

/// How much of the history fits a filter.
struct HistoryExtent
{
    qint64 count = 0;
    qint64 newest = 0; ///< The highest number; 0 when there is none.
};

/// One exchange with all that is known of it.
struct HistoryEntry
{
    HistoryRow row;
    exchange::Exchange exchange;
};

} // namespace store
