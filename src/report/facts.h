// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/exchange.h"
#include "session/compare.h"

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

/// The lines of the differences, `changed /modalities/0: "audio" → "video"`, without those that are the same. Redacted.
QStringList differencesOf(const session::Comparison &comparison);

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
