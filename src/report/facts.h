// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/evidence.h"

#include <QList>
#include <QString>

namespace report {

/// One line of a report, in English. The value is foreign text without line breaks, already redacted.
struct Fact
{
    QString name;
    QString value;
};

/// What a reader of a bug ticket asks first: request line, status or why there is none, the ids, Date and diagnostic of
/// the service, lengths and digests, and times.
QList<Fact> factsOf(const exchange::Exchange &exchange);

/// The same, and what else there is to tell on a line each: the outcome, and what the tester says but for the note.
QList<Fact> allFactsOf(const Evidence &evidence);

/// `text` with blanks for line breaks and other control characters.
QString oneLine(QString text);

/// The lines of the differences, `changed /modalities/0: "audio" → "video"`, without those that are the same. Redacted.
QStringList differencesOf(const session::Comparison &comparison);

/// What bytes of a head say: their UTF-8, or their Latin-1 where they are none.
QString textOf(const QByteArray &bytes);

/// Why no whole response came, in English: the message of an Error is in the person's language.
QString wordOf(core::Error::Code code);

/// When an exchange was queued: `2026-11-24T17:00:00.000Z`.
QString startOf(const exchange::Exchange &exchange);

/// The value of a header as a report shows it: `***` or `Bearer ***` for a credential.
QString shownValue(const exchange::Header &header);

/// A body as a report shows it.
struct ShownBody
{
    QString text; ///< The body itself, redacted, or its base64.
    bool isBase64 = false; ///< It is not UTF-8, or holds a NUL, which no page and no ticket keeps.
};
ShownBody shownBody(const QByteArray &body);

} // namespace report
