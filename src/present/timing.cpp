// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/timing.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace present {
namespace {

using exchange::Timing;
using Kind = TimingSpan::Kind;
using MomentOf = Timing::Moment Timing::*;

/// A stretch between two moments of which none between is known. Null is the queue.
struct SpanRow
{
    MomentOf from;
    MomentOf to;
    Kind kind;
};

constexpr SpanRow spanRows[] = {
    {nullptr, &Timing::socketStarted, Kind::Queued},
    {nullptr, &Timing::requestSent, Kind::Sending}, // over a connection that was open
    {nullptr, &Timing::firstByte, Kind::Sending}, // answered before the last byte was sent
    {nullptr, &Timing::finished, Kind::Queued},
    {&Timing::socketStarted, &Timing::encrypted, Kind::Connecting},
    {&Timing::socketStarted, &Timing::requestSent, Kind::ConnectingAndSending},
    {&Timing::socketStarted, &Timing::firstByte, Kind::ConnectingAndSending},
    {&Timing::socketStarted, &Timing::finished, Kind::Connecting},
    {&Timing::encrypted, &Timing::requestSent, Kind::Sending},
    {&Timing::encrypted, &Timing::firstByte, Kind::Sending},
    {&Timing::encrypted, &Timing::finished, Kind::Sending},
    {&Timing::requestSent, &Timing::firstByte, Kind::Awaiting},
    {&Timing::requestSent, &Timing::finished, Kind::Awaiting},
    {&Timing::firstByte, &Timing::finished, Kind::Receiving},
};

Kind kindBetween(MomentOf from, MomentOf to)
{
    const auto row = std::find_if(std::begin(spanRows), std::end(spanRows),
                                  [from, to](const SpanRow &one) { return one.from == from && one.to == to; });
    return row == std::end(spanRows) ? Kind::Sending : row->kind;
}

} // namespace

QList<TimingSpan> timingSpans(const Timing &timing)
{
    static constexpr MomentOf moments[]
        = {&Timing::socketStarted, &Timing::encrypted, &Timing::requestSent, &Timing::firstByte, &Timing::finished};
    QList<TimingSpan> spans;
    MomentOf last = nullptr;
    std::chrono::nanoseconds reached{};
    for (const MomentOf moment : moments) {
        if (const Timing::Moment at = timing.*moment) {
            const std::chrono::nanoseconds end = std::max(reached, *at);
            spans.append({kindBetween(last, moment), reached, end});
            reached = end;
            last = moment;
        }
    }
    return spans;
}

QString spanText(Kind kind)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("present::Timing", text); };
    switch (kind) {
    case Kind::Queued:
        return tr("waiting for its turn");
    case Kind::Connecting:
        return tr("connecting, TLS included");
    case Kind::ConnectingAndSending:
        return tr("connecting and sending");
    case Kind::Sending:
        return tr("sending");
    case Kind::Awaiting:
        return tr("waiting for the response");
    case Kind::Receiving:
        return tr("receiving");
    }
    Q_UNREACHABLE();
}

QString timingText(const QList<TimingSpan> &spans)
{
    QStringList parts;
    parts.reserve(spans.size());
    for (const TimingSpan &span : spans)
        parts += spanText(span.kind) + u' ' + milliseconds(span.length());
    return parts.join("; "_L1);
}

QString milliseconds(std::chrono::nanoseconds span)
{
    const double value = std::chrono::duration<double, std::milli>(span).count();
    return QString::number(value, 'f', value < 10 ? 1 : 0) + " ms"_L1;
}

} // namespace present
