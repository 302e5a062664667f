// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "exchange/header.h"
#include "session/templatefile.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

namespace report {

/// A request as a command or a collection has it.
struct ForeignRequest
{
    QString name; ///< What it is called there.
    QByteArray method;
    QString url; ///< As written, without the scheme if it was left out.
    exchange::HeaderList headers; ///< All that would be sent; credentials may be among them.
    QStringList withoutHeaders; ///< Names of those that it takes away.
    QByteArray body;
    QStringList notices; ///< Sentences on what was left out so far.
};

/// A template made of a request from elsewhere.
struct ImportedTemplate
{
    session::Template content;
    QStringList notices; ///< Sentences on what was left out, for people. They hold no value of the request.

    bool operator==(const ImportedTemplate &) const = default;
};

/// What a file or a clipboard held.
struct Import
{
    QList<ImportedTemplate> templates; ///< Never empty.
    int skipped = 0; ///< Commands or requests beside them that do not post a session.

    bool operator==(const Import &) const = default;
};

/// Reads a file that a command names for its body, as it names it.
using BodyReader = std::function<core::Result<QByteArray>(const QString &name)>;

/// True when `request` posts a session to a call record, by method and path.
bool postsSession(const ForeignRequest &request);

/// The template that sends `request`, which postsSession(): version, call record and path from its URL, its headers and
/// its body. Left out, each with a notice: host and query, credentials, and the fields that the program writes itself.
/// Error::Code::Refused: a secret stands where none can be left out.
core::Result<ImportedTemplate> templateOf(const ForeignRequest &request);

/// True when a header field of this name lets its owner in, so that no template keeps it.
bool isCredentialName(const QByteArray &name);

} // namespace report
