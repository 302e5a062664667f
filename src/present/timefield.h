// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "edm/timeedit.h"
#include "json/pointer.h"

#include <QStringList>

class QDate;

namespace present {

class DocumentController;

/// What a form offers for a property of type Edm.DateTimeOffset besides typing. Each write is one undo step of its own
/// and changes the literal by what it says alone; where it cannot, the document stays and the Error says why.
class TimeField
{
public:
    /// The time at `pointer`.
    TimeField(DocumentController &document, json::Pointer pointer);

    /// The instant in UTC and on the person's own clock: `2016-12-31 21:00:14.2767228 UTC · 22:00:14.2767228 +01:00
    /// local`. Empty when the text has no instant.
    QString beside() const;

    /// Writes the clock's time in UTC with seven digits.
    core::Status writeNow();

    /// True when this is the start or the end of a span.
    bool hasSpan() const;

    /// Writes the end of the span: its start and an amount, such as `5m`, in the form of the start.
    core::Status writeEnd(const QString &amount);

    /// The offsets to choose from: UTC, the person's own, and those that many people live by.
    QStringList offsets() const;

    /// Writes the time with another offset: `Z` or `±hh:mm`.
    core::Status writeOffset(const QString &offset, edm::OffsetChange change);

    /// The date to begin choosing with: the one in the text, else today's in UTC.
    QDate date() const;

    /// Writes the time with its date replaced.
    core::Status writeDate(QDate date);

private:
    QString text() const;
    QString localOffset(qint64 ticks) const;
    qint64 nowTicks() const;
    core::Status write(const json::Pointer &pointer, const core::Result<QString> &text);

    DocumentController &m_document;
    json::Pointer m_pointer;
};

} // namespace present
