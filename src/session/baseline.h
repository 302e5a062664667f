// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "session/templatefile.h"
#include "json/index.h"
#include "json/pointer.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace session {

/// The root member by which a baseline is known, and the number of the format that this version reads and writes
/// (docs/template-format.md "Baselines").
inline constexpr QLatin1String baselineMark("sessionComposerBaseline");
inline constexpr int baselineFormat = 1;

/// A response that a tester accepted, kept beside its template: what comes back later is compared with it.
struct Baseline
{
    QByteArray body; ///< The body of the response, exactly.
    QList<json::Pointer> ignored; ///< Places that may differ; what lies below one goes with it.
    QJsonObject others; ///< Members that this version does not know; they are written back.

    bool operator==(const Baseline &) const = default;
};

/// Where the baseline of the file `path` lies: `NAME.baseline.json` for `NAME.json`.
QString baselinePath(const QString &path);

/// True when `path` is named as baselines are.
bool isBaselinePath(const QString &path);

/// Reads a baseline. Error::Code::Input: it is none, is of a format to come, or a member that is known cannot be read;
/// the message names it.
core::Result<Baseline> readBaseline(const QByteArray &text);

/// The canonical text, as of templates (session/templatefile.h). Error::Code::Input: the body is not UTF-8.
/// Error::Code::Refused: it holds a known secret, or what has the shape of one.
core::Result<QByteArray> baselineText(const Baseline &baseline);

/// The baseline that a response to `content` with this body becomes: the ignored places and other members of the one
/// `before`, or drawnPlaces(). Where a QJsonObject holds the body it is kept in canonical text, so that git shows what
/// changed; it is compared by its values.
Baseline acceptedBaseline(const Template &content, const QByteArray &body, const std::optional<Baseline> &before);

/// What differs from one response to `content` to the next without a fault: `id`, the annotations of the response
/// itself but its type, the date and the ids in an error of Graph, and the places of placeholders.
QList<json::Pointer> drawnPlaces(const Template &content, const json::Index &response);

/// True when a difference at `place` does not matter.
bool isIgnored(const Baseline &baseline, const json::Pointer &place);

} // namespace session
