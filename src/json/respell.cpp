// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/respell.h"

#include "json/edit.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <optional>

namespace json {

namespace {

constexpr qsizetype indentWidth = 4;

/// A value that differs, and where its text stood before.
struct Changed
{
    qsizetype node = 0;
    qsizetype depth = 0; ///< How many objects and arrays are around it.
    QJsonValue was;
    QJsonValue is;
};

/// The one member in which the two objects differ; empty when it is not just one, or the names differ. Canonical text
/// has the members in the order of the object.
std::optional<Changed> changedMember(const Index &index, const Changed &around)
{
    const QJsonObject was = around.was.toObject();
    const QJsonObject is = around.is.toObject();
    if (was.size() != is.size())
        return std::nullopt;
    std::optional<Changed> found;
    auto before = was.constBegin();
    qsizetype name = index.firstChild(around.node);
    for (auto after = is.constBegin(); after != is.constEnd(); ++after, ++before) {
        if (before.key() != after.key())
            return std::nullopt;
        if (!isSpelledAlike(before.value(), after.value())) {
            if (found)
                return std::nullopt;
            found = Changed{name + 1, around.depth + 1, before.value(), after.value()};
        }
        name = index.nextChild(around.node, name);
    }
    return found;
}

/// The one item in which the two arrays differ; empty when it is not just one.
std::optional<Changed> changedItem(const Index &index, const Changed &around)
{
    const QJsonArray was = around.was.toArray();
    const QJsonArray is = around.is.toArray();
    if (was.size() != is.size())
        return std::nullopt;
    std::optional<Changed> found;
    qsizetype item = index.firstChild(around.node);
    for (qsizetype i = 0; i < is.size(); ++i) {
        const QJsonValue before = was.at(i);
        const QJsonValue after = is.at(i);
        if (!isSpelledAlike(before, after)) {
            if (found)
                return std::nullopt;
            found = Changed{item, around.depth + 1, before, after};
        }
        item = index.nextChild(around.node, item);
    }
    return found;
}

std::optional<Changed> changedWithin(const Index &index, const Changed &around)
{
    if (around.was.isObject() && around.is.isObject())
        return changedMember(index, around);
    if (around.was.isArray() && around.is.isArray())
        return changedItem(index, around);
    return std::nullopt;
}

/// `value` as it stands in a canonical text, with `depth` objects and arrays around it.
QByteArray spelled(const QJsonValue &value, qsizetype depth)
{
    if (!value.isObject() && !value.isArray())
        return compact(value);
    const QJsonDocument document = value.isObject() ? QJsonDocument(value.toObject()) : QJsonDocument(value.toArray());
    QByteArray text = document.toJson(QJsonDocument::Indented);
    text.chop(1);
    const QByteArray lineBegin = '\n' + QByteArray(depth * indentWidth, ' ');
    return text.replace('\n', lineBegin); // in strings it stands escaped
}

} // namespace

QByteArray respelled(const Spelled &before, const QJsonObject &object)
{
    if (!before.index.isValid())
        return canonical(object);
    if (isSpelledAlike(before.object, object))
        return before.index.text();
    Changed changed{0, 0, before.object, object};
    while (const std::optional<Changed> within = changedWithin(before.index, changed))
        changed = *within;
    if (changed.depth == 0)
        return canonical(object);
    const Node &place = before.index.at(changed.node);
    QByteArray text = before.index.text();
    return text.replace(qsizetype(place.begin), qsizetype(place.end - place.begin), spelled(changed.is, changed.depth));
}

} // namespace json
