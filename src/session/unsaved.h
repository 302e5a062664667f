// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "session/keptaside.h"

#include <QByteArray>
#include <QString>

namespace session {

/// What a crash would take from one document: the text that a save would write, and what no save writes.
struct Unsaved
{
    QString path; ///< Of the file that Save writes to; empty for a document without one.
    QString title; ///< What stands where the file's name would.
    QString savedSha256; ///< Of what the file held when it was opened or saved last; empty without a file.
    QByteArray text; ///< UTF-8: a template or a bare session, without secrets.
    KeptAside aside;
    QByteArray beside; ///< Of a bare session, what no file of it holds: a template without a session, with its headers,
                       ///< target and expectation, without secrets. Empty when there is nothing of these.
    bool isMasked = false; ///< `text` or `beside` had secrets, which are `***` now.

    bool operator==(const Unsaved &) const = default;
};

/// The bytes of `unsaved` for the journal: a line of JSON that tells length and digest of the text, then the text.
QByteArray journalBytes(const Unsaved &unsaved);

/// Reads them. Error::Code::Input: they are not whole, or not of this format.
core::Result<Unsaved> readJournal(const QByteArray &bytes);

} // namespace session
