// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/httprequest.h"
#include "sandbox/odataerror.h"

#include <optional>

namespace sandbox {

/// How a response is put on the wire.
enum class Delivery { Whole, Slow, Drip, CutOff, WrongLength };

/// What a request meets, before it gets the headers that every response has.
struct Answer
{
    int status = 200;
    HeaderList headers; ///< Those of this answer alone.
    QByteArray body;
    std::optional<ODataError> error; ///< When set, the body is made of it.
    Delivery delivery = Delivery::Whole;
    std::optional<quint64> endedSerial; ///< As in Settings::Turn.
};

/// The answer that refuses a request.
inline Answer refusal(int status, const QString &code, const QString &message, const QList<ErrorDetail> &details = {})
{
    Answer answer;
    answer.status = status;
    answer.error = ODataError{code, message, details};
    return answer;
}

} // namespace sandbox
