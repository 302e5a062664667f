// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/pointer.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>

namespace json {

/// The value at `pointer` in `root`, or Undefined.
QJsonValue valueAt(const QJsonObject &root, const Pointer &pointer);

/// `root` with `value` at `pointer`. Missing parents are made as plain objects; a parent that is neither object nor
/// array, or an array below which the token is no index, is replaced by one. An array index past the end appends; `-`
/// appends (RFC 6902 §4.1). `value` must not be Undefined, and at the root must be an object.
QJsonObject withValue(const QJsonObject &root, const Pointer &pointer, const QJsonValue &value);

/// `root` without the member or item at `pointer`; parents stay, even when they become empty. The root itself becomes
/// `{}`.
QJsonObject without(const QJsonObject &root, const Pointer &pointer);

/// `array` with `value` before the item `index`; at or past the end it is appended (RFC 6902 §4.1).
QJsonArray inserted(QJsonArray array, qsizetype index, const QJsonValue &value);

/// `array` with the item `from` at the place `to`, the ones between closing up. Both must be in it.
QJsonArray moved(QJsonArray array, qsizetype from, qsizetype to);

/// True when canonical() would spell both alike, so that one in the other's place changes no byte. Undefined is like
/// nothing but itself.
bool isSpelledAlike(const QJsonValue &left, const QJsonValue &right);

/// `value` as one line of JSON text, as it would stand in a request: `"text"`, `5`, `["a","b"]`.
QByteArray compact(const QJsonValue &value);

/// The canonical text of a session: QJsonDocument's indented form, UTF-8, four spaces, LF, one LF at the end, names
/// sorted by code unit, so that `@odata.*` comes first.
QByteArray canonical(const QJsonObject &object);

} // namespace json
