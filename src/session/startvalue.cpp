// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/startvalue.h"

#include "session/field.h"
#include "session/typetable.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace session {
namespace {

// A server's schema may demand an object inside itself, and several of them.
constexpr int deepestStart = 8;
constexpr int mostObjects = 1000;

struct TextRow
{
    QLatin1String type;
    QLatin1String text;
};

constexpr TextRow textRows[] = {
    {"Edm.DateTimeOffset"_L1, "2000-01-01T00:00:00Z"_L1},
    {"Edm.Date"_L1, "2000-01-01"_L1},
    {"Edm.TimeOfDay"_L1, "00:00:00"_L1},
    {"Edm.Duration"_L1, "PT0S"_L1},
    {"Edm.Guid"_L1, "00000000-0000-0000-0000-000000000000"_L1},
};

class Starter
{
public:
    Starter(const edm::Schema &schema, TypeStyle style, const QJsonObject &session)
        : m_schema(schema)
        , m_types(schema)
        , m_style(style)
        , m_session(session)
    { }

    QJsonValue value(const edm::TypeReference &type, const QString &name, int depth);

private:
    QJsonObject object(const QString &declaredType, int depth);
    QJsonValue text(const QString &type, const QString &name) const;

    const edm::Schema &m_schema;
    TypeTable m_types;
    TypeStyle m_style;
    const QJsonObject &m_session;
    int m_objects = 0;
};

QJsonValue Starter::value(const edm::TypeReference &type, const QString &name, int depth)
{
    if (type.isCollection)
        return QJsonArray{value({type.name, false}, name, depth)};
    switch (shapeOf(type, m_schema)) {
    case Shape::Object:
        return object(type.name, depth);
    case Shape::Boolean:
        return false;
    case Shape::Number:
        return 0;
    case Shape::Text:
    case Shape::Array:
        break;
    }
    return text(type.name, name);
}

QJsonObject Starter::object(const QString &declaredType, int depth)
{
    const QString type = concreteType(m_schema, declaredType);
    QJsonObject object{{u"@odata.type"_s, typeText(type, m_style, false)}};
    const TypeFacts *facts = depth < deepestStart && ++m_objects <= mostObjects ? m_types.type(type) : nullptr;
    if (!facts)
        return object;
    for (const QList<const edm::Property *> &needed : {facts->demanded, facts->notNullable}) {
        for (const edm::Property *property : needed)
            object.insert(property->name, value(property->type, property->name, depth + 1));
    }
    return object;
}

QJsonValue Starter::text(const QString &type, const QString &name) const
{
    if (const edm::EnumType *members = m_schema.enumType(type))
        return members->members.isEmpty() ? QString(u""_s) : members->members.constFirst().name;
    const QJsonValue known = m_session.value(name);
    if (type == "Edm.DateTimeOffset"_L1 && known.isString())
        return known;
    const auto *row = std::find_if(std::begin(textRows), std::end(textRows),
                                   [&](const TextRow &each) { return each.type == type; });
    return row == std::end(textRows) ? QString(u""_s) : QString(row->text);
}

} // namespace

QJsonValue startValue(const edm::Schema &schema, const edm::TypeReference &type, TypeStyle style,
                      const QJsonObject &session)
{
    return Starter(schema, style, session).value(type, {}, 0);
}

} // namespace session
