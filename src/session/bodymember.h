// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "json/index.h"

#include <QByteArray>
#include <QJsonObject>
#include <QLatin1String>

// A text inside of a JSON file of ours, as templates and baselines have it (docs/template-format.md): the object `name`
// where its canonical text is the very text, else the lines of `source`.
namespace session {

/// The member for a text that no object stands for.
inline constexpr QLatin1String sourceKey("source");

/// The text in the file `whole`, a valid object, from its member `name` or from `source`. Error::Code::Input: it has
/// not exactly one of them, or `source` is no list of texts.
core::Result<QByteArray> bodyIn(const json::Index &whole, QLatin1String name);

/// The members of the file beside the text. Error::Code::Input: a QJsonObject would not hold one of them unchanged; the
/// message names the place.
core::Result<QJsonObject> envelopeOf(const json::Index &whole, QLatin1String name);

/// The canonical text of the file with these members and `body`, which is UTF-8; bodyIn() gives the very same back.
QByteArray fileText(QJsonObject envelope, QLatin1String name, const QByteArray &body);

/// The canonical text of `body` when it is an object that a QJsonObject holds unchanged, else `body` itself.
QByteArray canonicalWhereHeld(const QByteArray &body);

/// What is said of a file of ours whose member at `pointer` cannot be read.
core::Error unreadableMember(const QString &pointer);

} // namespace session
