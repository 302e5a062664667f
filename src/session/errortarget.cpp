// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/errortarget.h"

#include "session/field.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace session {
namespace {

/// The names in a path of dots, slashes and brackets. Annotations keep the dot that is theirs: `@odata.type`.
QStringList namesIn(const QString &target)
{
    static const QRegularExpression name(u"@odata\\.\\w+|[^./\\[\\]'\"]+"_s);
    QStringList names;
    for (QRegularExpressionMatchIterator found = name.globalMatch(target); found.hasNext();)
        names += found.next().captured();
    if (!names.isEmpty() && (names.constFirst() == "$"_L1 || names.constFirst() == "#"_L1))
        names.removeFirst();
    return names;
}

QStringList camelCased(QStringList names)
{
    for (QString &name : names)
        name.replace(0, 1, name.at(0).toLower());
    return names;
}

/// The readings of a target, the likeliest first.
QList<json::Pointer> readingsOf(const QString &target)
{
    QList<json::Pointer> readings;
    const core::Result<json::Pointer> pointer = json::Pointer::parse(target);
    if (pointer && !pointer->isRoot())
        readings += *pointer;
    const QStringList names = namesIn(target);
    for (const QStringList &spelled : {names, camelCased(names)}) {
        for (qsizetype first = 0; first < std::min<qsizetype>(spelled.size(), 2); ++first)
            readings += json::Pointer(spelled.mid(first));
    }
    return readings;
}

bool isIndex(const QString &token)
{
    return std::all_of(token.cbegin(), token.cend(), [](QChar unit) { return unit >= u'0' && unit <= u'9'; });
}

// Items are looked into whatever their number.
bool isDeclared(const json::Pointer &pointer, const edm::Schema &schema, const QString &typeName)
{
    const edm::Property *property = nullptr;
    QString type = typeName;
    for (const QString &token : pointer.tokens()) {
        if (isIndex(token))
            continue;
        property = propertyOfFamily(schema, type, token);
        if (!property)
            return false;
        type = property->type.name;
    }
    return property;
}

} // namespace

std::optional<json::Pointer> pointerOfTarget(const QString &target, const json::Index &sent, const edm::Schema &schema,
                                             const QString &typeName)
{
    const QList<json::Pointer> readings = readingsOf(target.trimmed());
    for (const json::Pointer &reading : readings) {
        if (sent.isValid() && json::resolve(sent, reading) >= 0)
            return reading;
    }
    for (const json::Pointer &reading : readings) {
        if (isDeclared(reading, schema, typeName))
            return reading;
    }
    return std::nullopt;
}

} // namespace session
