// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "exchange/exchange.h"

#include <QNetworkReply>

namespace graph {

/// Whether the request may have reached the service.
enum class Reach {
    NotSent, ///< No byte of it left.
    Unknown, ///< Some or all of it left, and no response came.
    Answered, ///< A status came.
    Harmless, ///< However far it came: it only asked (RFC 9110 §9.2.1).
};

/// What follows from `reach` for the tester, as a sentence: "sent once, result unknown" and where to look.
QString reachSentence(Reach reach);

/// What happened and what to do next, in sentences for people; `detail` is Qt's own wording. Every NetworkError has a
/// row. Error::Code::Timeout for the two timeouts of Qt, else Network.
core::Error networkError(QNetworkReply::NetworkError error, Reach reach, const QString &detail);

/// True when `error` takes nothing from `response`: it only repeats the status (a 404 is ContentNotFoundError), or it
/// is the ContentReSendError that Qt gives to a whole 307 or 308, and to a response whose end is that of the
/// connection.
bool isHarmless(QNetworkReply::NetworkError error, const exchange::Response &response);

/// The row's two sentences, untranslated; null when there is none. For the test that there is one for each.
const char *networkErrorText(QNetworkReply::NetworkError error);

} // namespace graph
