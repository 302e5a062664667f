// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "graph/errorbody.h"
#include "present/examination.h"

#include <QString>

#include <optional>

// What the rows of the error guide go by.
namespace present {

/// An exchange that is to be explained.
struct Clues
{
    const Examination &examination;
    int status = 0; ///< Of a whole response; 0 without one.
    std::optional<graph::ErrorBody> error; ///< In the body of a whole response.

    /// The value of a response header; empty without one.
    QByteArray header(const QByteArray &name) const;

    /// True when the error, or the deepest of its inner errors, has this code.
    bool hasCode(QLatin1StringView code) const;

    /// True when no whole response came for this reason.
    bool endedBy(core::Error::Code code) const;
};

// Questions about one exchange; those about a response want a whole one.
bool hasNotLeft(const Clues &clues);
bool cameInPart(const Clues &clues);
bool hasSentToken(const Clues &clues);

/// True for a GET, which has changed nothing, whatever became of it.
bool hasOnlyAsked(const Clues &clues);

/// True when the body is an HTML page, by its type or its first bytes: captive portals do not always say what they
/// send.
bool isPage(const Clues &clues);

/// True for an error of a sign-in service, whose `error` is a text and not an object (RFC 6749 §5.2).
bool isOAuth(const Clues &clues);

/// True when the service asks for claims that the token lacks.
bool wantsClaims(const Clues &clues);

// Sentences with what one exchange has to say, translated; empty when it says nothing.
QString wantedClaims(const Clues &clues);
QString challengeDescription(const Clues &clues);
QString redirection(const Clues &clues);
QString allowedMethods(const Clues &clues);
QString parseFault(const Clues &clues);

} // namespace present
