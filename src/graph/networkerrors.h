// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QNetworkReply>

#include <optional>

namespace graph {

/// Whether the request may have reached the service.
enum class Reach {
    NotSent, ///< No byte of it left.
    Unknown, ///< Some or all of it left, and no response came.
    Answered, ///< A status came.
};

/// What follows from `reach` for the tester, as a sentence: "sent once, result unknown" and where to look.
QString reachSentence(Reach reach);

/// What happened and what to do next, in sentences for people; `detail` is Qt's own wording. Every NetworkError has a
/// row. Error::Code::Timeout for the two timeouts of Qt, else Network.
core::Error networkError(QNetworkReply::NetworkError error, Reach reach, const QString &detail);

/// True when `error` only repeats the HTTP status (a 404 is ContentNotFoundError) or is the error that a whole 307 or
/// 308 gets for a body that cannot be rewound.
bool repeatsStatus(QNetworkReply::NetworkError error, int status);

/// The row's two sentences, untranslated; null when there is none. For the test that there is one for each.
const char *networkErrorText(QNetworkReply::NetworkError error);

} // namespace graph
