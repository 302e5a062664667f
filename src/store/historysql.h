// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/historyrow.h"

#include <QSqlQuery>
#include <QVariantList>

namespace store {

/// The columns of the table `exchange` that rowFrom() reads, in its order.
inline constexpr QLatin1String historyColumns(
    "exchange.number, exchange.id, startedAt, environment, method, url, requestSize, isEnded, hasLeft, status, reason, "
    "responseSize, errorCode, errorMessage, errorDetail, socketStarted, encrypted, requestSent, firstByte, finished, "
    "isMasked, build, template, verdict, note, tag, isAsExpected");

/// The columns of the table `content` that entryFrom() reads after those of the row.
inline constexpr QLatin1String contentColumns(
    "requestHeaders, requestBody, isComplete, responseHeaders, responseBody, tls");

/// The row that the query stands on.
HistoryRow rowFrom(const QSqlQuery &query);

/// The exchange that the query stands on; its columns are historyColumns and then contentColumns.
HistoryEntry entryFrom(const QSqlQuery &query);

/// What the table `exchange` holds of an exchange that is about to be sent, in the order of beginSql.
QVariantList beginValues(const exchange::Exchange &exchange, bool isMasked);

/// What it holds of one that has ended, in the order of endSql; the id comes last.
QVariantList endValues(const exchange::Exchange &exchange, std::optional<bool> isAsExpected, bool isMasked);

inline constexpr QLatin1String beginSql(
    "INSERT INTO exchange (id, startedAt, environment, method, url, requestSize, clientRequestId, isMasked) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
inline constexpr QLatin1String endSql(
    "UPDATE exchange SET isEnded = 1, hasLeft = ?, status = ?, reason = ?, responseSize = ?, requestId = ?, "
    "errorCode = ?, errorMessage = ?, errorDetail = ?, socketStarted = ?, encrypted = ?, requestSent = ?, "
    "firstByte = ?, finished = ?, isAsExpected = ?, isMasked = max(isMasked, ?) WHERE id = ?");

/// The same of the table `content`; in both the id comes last.
QVariantList beginContent(const exchange::Exchange &exchange);
QVariantList endContent(const exchange::Exchange &exchange);

inline constexpr QLatin1String beginContentSql("INSERT INTO content (requestHeaders, requestBody, number) "
                                               "SELECT ?, ?, number FROM exchange WHERE id = ?");
inline constexpr QLatin1String endContentSql(
    "UPDATE content SET isComplete = ?, responseHeaders = ?, responseBody = ?, tls = ? "
    "WHERE number = (SELECT number FROM exchange WHERE id = ?)");

/// The tester's words, without known secrets, in the order of annotateSql.
QVariantList annotateValues(qint64 number, const HistoryWords &words);

inline constexpr QLatin1String annotateSql(
    "UPDATE exchange SET build = ?, verdict = ?, note = ?, tag = ? WHERE number = ?");

/// `exchange` without the bytes of any known secret. True when there were some.
bool maskSecrets(exchange::Exchange &exchange);

} // namespace store
