// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/retryafter.h"

#include <QDateTime>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace graph {
namespace {

using TimePoint = std::chrono::system_clock::time_point;

constexpr std::chrono::milliseconds longest = 365 * 24h;

std::optional<std::chrono::milliseconds> secondsIn(const QString &text)
{
    static const QRegularExpression form(u"^([0-9]+)(?:\\.([0-9]+))?$"_s);
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    bool fits = false;
    const qint64 seconds = match.captured(1).toLongLong(&fits);
    if (!fits || seconds >= std::chrono::duration_cast<std::chrono::seconds>(longest).count())
        return longest;
    // Rounded up: a client that comes a millisecond early is refused again.
    const QString fraction = match.captured(2).leftJustified(3, u'0');
    const bool hasMore = std::any_of(fraction.cbegin() + 3, fraction.cend(), [](QChar digit) { return digit != u'0'; });
    return std::chrono::seconds(seconds)
        + std::chrono::milliseconds(QStringView(fraction).left(3).toInt() + (hasMore ? 1 : 0));
}

/// A year of two digits is the latest that is not more than 50 years ahead (RFC 9110 §5.6.7).
int yearOf(const QString &digits, TimePoint now)
{
    const int year = digits.toInt();
    if (digits.size() > 2)
        return year;
    const std::time_t seconds = std::chrono::system_clock::to_time_t(now);
    const int thisYear = QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC).date().year();
    const int candidate = thisYear / 100 * 100 + year;
    if (candidate > thisYear + 50)
        return candidate - 100;
    return candidate <= thisYear - 50 ? candidate + 100 : candidate;
}

std::optional<TimePoint> dateIn(const QString &text, TimePoint now)
{
    // `Sun, 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37 GMT` and `Sun Nov  6 08:49:37 1994`.
    static const QRegularExpression forms[] = {
        QRegularExpression(u"^\\w{3}, (?<day>\\d\\d) (?<month>\\w{3}) (?<year>\\d{4}) (?<time>[\\d:]{8}) GMT$"_s),
        QRegularExpression(u"^\\w{6,9}, (?<day>\\d\\d)-(?<month>\\w{3})-(?<year>\\d\\d) (?<time>[\\d:]{8}) GMT$"_s),
        QRegularExpression(u"^\\w{3} (?<month>\\w{3}) (?<day>[ \\d]\\d) (?<time>[\\d:]{8}) (?<year>\\d{4})$"_s),
    };
    static const QString months = u"JanFebMarAprMayJunJulAugSepOctNovDec"_s;
    for (const QRegularExpression &form : forms) {
        const QRegularExpressionMatch match = form.match(text);
        const qsizetype month = months.indexOf(match.captured(u"month"));
        if (!match.hasMatch() || month < 0 || month % 3 != 0)
            continue;
        const QDate date(yearOf(match.captured(u"year"), now), static_cast<int>(month / 3) + 1,
                         match.captured(u"day").trimmed().toInt());
        QString digits = match.captured(u"time");
        const bool isLeap = digits.endsWith(":60"_L1); // the second after 59
        const QTime time = QTime::fromString(isLeap ? digits.replace(6, 2, u"59"_s) : digits, u"HH:mm:ss"_s);
        if (date.isValid() && time.isValid())
            return TimePoint(
                std::chrono::seconds(QDateTime(date, time, Qt::UTC).toSecsSinceEpoch() + (isLeap ? 1 : 0)));
    }
    return std::nullopt;
}

} // namespace

std::optional<TimePoint> retryAt(const QByteArray &value, TimePoint received)
{
    const QString text = QString::fromLatin1(value.trimmed());
    if (const std::optional<std::chrono::milliseconds> seconds = secondsIn(text))
        return received + *seconds;
    const std::optional<TimePoint> moment = dateIn(text, received);
    return moment ? std::optional(std::min(*moment, received + longest)) : std::nullopt;
}

std::chrono::milliseconds timeUntil(TimePoint moment, const core::Clock &clock)
{
    return std::max(std::chrono::ceil<std::chrono::milliseconds>(moment - clock.now()), 0ms);
}

} // namespace graph
