// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/templatefile.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace session {

/// Takes the members that are known, but for the body, out of `content.others` into its fields. The JSON
/// pointer of the first that cannot be read, or nothing.
std::optional<QString> takeMembers(Template &content);

/// Puts them into `envelope`, without those that have the value of an absent one.
void insertMembers(const Template &content, QJsonObject &envelope);

} // namespace session
