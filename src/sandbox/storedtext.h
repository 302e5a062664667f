// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/index.h"

namespace sandbox {

/// The object in `body` with `id`, otherwise byte for byte: order, spelling, numbers, duplicates and blanks stay. The
/// value of every `id` that was sent is replaced; without one, the member is put after the leading `@odata.` members,
/// as the specification's response has it, in the style of its neighbours. `body` must be valid, its root an object;
/// `id` must need no escapes; both asserted.
QByteArray withId(const json::Index &body, const QByteArray &id);

/// What `stores-wrongly` keeps of a session: the last scalar member is dropped and the one before it is changed (texts
/// and null become `"unknown"`, Booleans flip, numbers become 0, or 1). The root's `id` and what has an `@` in its name
/// are spared. With a single scalar member, that one is dropped. `body` as for withId().
QByteArray storedWrongly(const json::Index &body);

/// The session `text`, valid JSON with an object as root, grown to about `bytes` by segments that are valid by the
/// schema; it keeps its own members. A session that has `segments` already is given as it is.
QByteArray grown(const json::Index &body, qsizetype bytes);

} // namespace sandbox
