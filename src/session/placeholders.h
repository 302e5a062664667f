// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "json/pointer.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>

#include <chrono>
#include <functional>

namespace session {

/// What the placeholders of one body stand for. Drawn once, at the submit.
struct PlaceholderValues
{
    std::chrono::system_clock::time_point now; ///< The same for every `{{now}}` of the body.
    std::function<QString()> drawGuid; ///< A GUID in lower case without braces; another one at each call.
    QString callRecordId; ///< As it stands in the target.
    QMap<QString, QString> variables; ///< Of the environment.
};

/// `body` with every placeholder replaced, and every other byte as it is: `{{guid}}`; `{{now}}`, also with amounts as
/// in `{{now-1h30m}}` (units ms, s, m, h, d), in UTC with seven digits; `{{callRecordId}}`; `{{env:name}}`. They are
/// looked for inside of JSON strings and member names, and what is put in is escaped as JSON wants; braces written as
/// escapes (`\u007b`) are no placeholder. Text that is not JSON comes back as it is.
///
/// Error::Code::Input: a `{{…}}` that is none of these, a variable that the environment does not have, or a time out of
/// the calendar; the message names its JSON pointer, and the detail is just that.
core::Result<QByteArray> withPlaceholders(const QByteArray &body, const PlaceholderValues &values);

/// True when `body` has anything between `{{` and `}}`: it will be drawn again at the submit.
bool hasPlaceholder(const QByteArray &body);

/// Where the values stand that have a placeholder in them; of one in a member's name, the object around it.
QList<json::Pointer> placesOfPlaceholders(const QByteArray &body);

} // namespace session
