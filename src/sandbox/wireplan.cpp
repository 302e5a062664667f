// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/wireplan.h"

#include <algorithm>

namespace sandbox {

namespace {

constexpr qsizetype singleBytes = 400;
constexpr qsizetype restPieces = 50;
constexpr qsizetype missingBytes = 10;

QByteArrayList dripped(const QByteArray &body)
{
    const qsizetype singles = std::min(singleBytes, body.size());
    QByteArrayList pieces;
    pieces.reserve(singles + restPieces);
    for (qsizetype at = 0; at < singles; ++at)
        pieces.append(body.sliced(at, 1));
    const qsizetype step = std::max<qsizetype>(1, (body.size() - singles + restPieces - 1) / restPieces);
    for (qsizetype at = singles; at < body.size(); at += step)
        pieces.append(body.mid(at, step));
    return pieces;
}

} // namespace

WirePlan planOf(const Reply &reply, bool isHead, bool keepAlive, const Pace &pace)
{
    const HttpResponse &response = reply.response;
    const qint64 size = response.body.size();
    const QByteArray body = isHead ? QByteArray() : response.body;
    WirePlan plan;
    switch (reply.delivery) {
    case Delivery::Slow:
        plan.before = pace.slow;
        [[fallthrough]];
    case Delivery::Whole:
        plan.closes = !keepAlive;
        plan.pieces = {response.head(size, keepAlive) + body};
        break;
    case Delivery::Drip:
        plan.closes = !keepAlive;
        plan.between = pace.drip;
        plan.pieces = QByteArrayList{response.head(size, keepAlive)} + dripped(body);
        break;
    case Delivery::CutOff: {
        plan.closes = true;
        const QByteArray head = response.head(size, keepAlive);
        plan.pieces = {body.isEmpty() ? head.first(head.size() / 2) : head + body.first(body.size() / 2)};
        break;
    }
    case Delivery::WrongLength:
        plan.closes = true;
        plan.pieces = {response.head(std::max<qint64>(0, size - missingBytes), keepAlive) + body};
        break;
    }
    return plan;
}

} // namespace sandbox
