// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/timelinepicture.h"
#include "json/index.h"

#include <QList>
#include <QString>

#include <optional>

namespace present {

/// When a part of a session began and ended, or why that cannot be told.
struct ReadSpan
{
    QString starts; ///< The literals as they stand in the text, cut; empty where there are none.
    QString ends;
    qint64 begin = 0; ///< In ticks of 100 ns since 1970.
    qint64 end = 0;
    QString problem; ///< A sentence part for people; empty when both are known and in order.

    bool isKnown() const { return problem.isEmpty(); }
};

/// The `startDateTime` and `endDateTime` of the object at `node`; any other value has a problem.
ReadSpan spanOf(const json::Index &text, qsizetype node);

/// The `failureInfo` of a session or segment.
struct Failure
{
    bool isFailed = false;
    QString text; ///< "failed at midcall: timeout"
};
Failure failureOf(const json::Index &text, qsizetype node);

/// A modality of a session (callRecords.modality), by its name in the text.
struct Modality
{
    QString name;
    report::Tone tone = report::Tone::Other;
};

/// The modalities of a session, each once, in order; what is not a text has its spelling as the name.
QList<Modality> modalitiesOf(const json::Index &text, qsizetype node);

/// Who a caller or callee is: a name, else its type; empty when nothing is known.
QString partyOf(const json::Index &text, qsizetype endpoint);

/// What flows in a media with this label, as services name it: `main-audio`, `applicationsharing-video`.
std::optional<report::Tone> toneOfLabel(const QString &label);

/// What flows in a stream by the codec that it has (callRecords.mediaStream).
report::Tone toneOfStream(const json::Index &text, qsizetype stream);

/// Who sends a stream (callRecords.mediaStreamDirection).
enum class Direction : quint8 { CallerToCallee, CalleeToCaller };
std::optional<Direction> directionOf(const json::Index &text, qsizetype stream);

/// The value of the member `name` of an object, the last of equal ones; -1 where there is none, and for any other
/// value.
qsizetype memberOf(const json::Index &text, qsizetype node, QStringView name);

/// The text of a string node, cut to what a line shows; empty for -1 and any other value.
QString textOf(const json::Index &text, qsizetype node);

/// The items of the array at `node`; none for -1 and any other value.
QList<qsizetype> itemsOf(const json::Index &text, qsizetype node);

} // namespace present
