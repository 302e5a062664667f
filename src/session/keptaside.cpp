// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/keptaside.h"

namespace session {
namespace {

enum class Found { Object, Nothing, InArray };

/// What `value`, which stands at `where`, has at `pointer`, a place at or below it.
Found find(const json::Pointer &where, QJsonValue value, const json::Pointer &pointer)
{
    const QStringList tokens = pointer.tokens().sliced(where.depth());
    for (const QString &token : tokens) {
        if (value.isArray())
            return Found::InArray;
        value = value.toObject().value(token);
    }
    return value.isObject() ? Found::Object : Found::Nothing;
}

} // namespace

void KeptAside::set(const json::Pointer &pointer, const QJsonObject &members)
{
    if (members.isEmpty())
        m_members.remove(pointer);
    else
        m_members.insert(pointer, members);
}

void KeptAside::follow(const json::Pointer &where, const QJsonValue &value)
{
    m_members.removeIf([&](const std::pair<const json::Pointer &, QJsonObject &> &entry) {
        if (!where.contains(entry.first))
            return false;
        const Found found = find(where, value, entry.first);
        return found == Found::InArray || (where.isRoot() && found == Found::Nothing);
    });
}

void KeptAside::followItems(const json::Pointer &array, const QList<qsizetype> &origins)
{
    const auto isWithin
        = [&array](const json::Pointer &pointer) { return array.contains(pointer) && pointer != array; };
    QHash<json::Pointer, QJsonObject> moved;
    for (auto entry = m_members.cbegin(); entry != m_members.cend(); ++entry) {
        if (!isWithin(entry.key()))
            continue;
        QStringList tokens = entry.key().tokens();
        const qsizetype origin = tokens.at(array.depth()).toLongLong();
        for (qsizetype place = origins.indexOf(origin); place >= 0; place = origins.indexOf(origin, place + 1)) {
            tokens[array.depth()] = QString::number(place);
            moved.insert(json::Pointer(tokens), entry.value());
        }
    }
    m_members.removeIf(
        [&isWithin](const std::pair<const json::Pointer &, QJsonObject &> &entry) { return isWithin(entry.first); });
    m_members.insert(moved);
}

} // namespace session
