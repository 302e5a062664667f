// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/historytexts.h"

#include "present/verdict.h"

#include <QCoreApplication>
#include <QDateTime>

using namespace Qt::StringLiterals;

namespace present {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("present::HistoryTexts", text);
}

QString expectationOf(const store::HistoryRow &row)
{
    if (!row.isAsExpected)
        return {};
    return *row.isAsExpected ? tr(", as expected") : tr(", not as expected");
}

QDateTime startOf(const store::HistoryRow &row)
{
    const auto time = std::chrono::floor<std::chrono::milliseconds>(row.startedAt.time_since_epoch());
    return QDateTime::fromMSecsSinceEpoch(time.count(), Qt::UTC);
}

} // namespace

QString outcomeLine(const store::HistoryRow &row)
{
    if (!row.isEnded)
        return tr("? sent, result unknown · Look for it");
    if (row.error && !row.status)
        return tr("\u2717 %1").arg(row.error->message);
    const QString status = statusText({row.status.value_or(0), row.reason, {}, {}, true});
    const QString cut = row.error ? tr(", cut off") : QString();
    const QString mark = row.isAsExpected.value_or(false) ? u"\u2713 "_s : u"\u2717 "_s;
    return (row.isAsExpected ? mark : QString()) + status + cut + expectationOf(row);
}

QString requestLine(const store::HistoryRow &row)
{
    return QString::fromLatin1(row.method + ' ' + row.url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority));
}

QString contextLine(const store::HistoryRow &row)
{
    QStringList parts{
        startOf(row).toString(u"yyyy-MM-dd HH:mm:ss'Z'"_s), row.environment, row.build, row.verdict, row.tag, row.note};
    parts.removeAll(QString());
    return parts.join(u" \u00b7 "_s);
}

exchange::Exchange shownExchange(const store::HistoryEntry &entry)
{
    exchange::Exchange exchange = entry.exchange;
    if (!entry.row.isEnded) {
        exchange.hasLeft = true; // nobody knows, so its bytes are shown
        exchange.error
            = core::Error{core::Error::Code::Network,
                          tr("Sent, result unknown: nobody wrote down how it ended. Look for it with Read back before "
                             "you send it again."),
                          {}};
    }
    return exchange;
}

} // namespace present
