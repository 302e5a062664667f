// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "session/statusset.h"

#include <QByteArray>
#include <QJsonObject>
#include <QMap>
#include <QString>

#include <chrono>
#include <optional>

namespace session {

/// What a tester expects of one value of the body that comes back.
struct MemberWish
{
    enum class Kind {
        AsSent, ///< It comes back as it was sent.
        Value, ///< It comes back as `value`.
        Absent, ///< It does not come back.
        Ignored, ///< Whatever becomes of it.
    };

    Kind kind = Kind::AsSent;
    QByteArray value; ///< A JSON text, so that no number loses a digit; only for Kind::Value.

    bool operator==(const MemberWish &) const = default;
};

/// What a tester expects of the response to one session; templates keep it. Empty, it is docs/command-line.md "As
/// expected". It is judged by present/checks.h.
struct Expectation
{
    StatusSet statuses; ///< Empty: the statuses of success.
    QString errorCode; ///< `code` of an OData error, one of its details or inner errors; empty: any.
    QString errorTarget; ///< `target` of the error or of one of its details; empty: any.
    QMap<QString, MemberWish> members; ///< By JSON pointer (RFC 6901). What lies below one goes with it.
    QMap<QString, std::optional<QString>> headers; ///< By name in any case; without a value, the header only has to be.
    std::optional<std::chrono::milliseconds> timeLimit; ///< From queued to the last byte.
    QMap<QString, bool>
        counts; ///< By the name of a check (docs/checks.md), where it departs from that check's default.
    QJsonObject others; ///< Members of the JSON form that this version does not know; they are written back.

    bool operator==(const Expectation &) const = default;
};

/// Reads the JSON form (docs/checks.md "What is expected"). Error::Code::Input names the first member that is known and
/// cannot be read: half an expectation would pass what the tester wanted to catch.
core::Result<Expectation> expectationOf(const QJsonObject &object);

/// The JSON form, without what is empty; expectationOf() reads it back.
QJsonObject toJson(const Expectation &expectation);

} // namespace session
