// SPDX-License-Identifier: GPL-3.0-or-later
#include "randomsession.h"

#include "edm/builtinschema.h"
#include "session/typechoice.h"

#include <QJsonArray>

#include <array>

using namespace Qt::StringLiterals;
using session::FieldState;
using session::Shape;

namespace {

constexpr int deepest = 9;

} // namespace

RandomSession::RandomSession(const edm::Schema &schema, quint32 seed)
    : m_schema(schema)
    , m_random(seed)
{ }

QJsonObject RandomSession::make()
{
    return object(QString(edm::sessionTypeName), 0);
}

QJsonObject RandomSession::object(const QString &declaredType, int depth)
{
    QJsonObject made;
    QString type = declaredType;
    const QStringList choices = session::typeChoices(m_schema, declaredType);
    if (!choices.isEmpty() && !oneIn(3)) {
        type = choices.at(below(static_cast<int>(choices.size())));
        const auto style = oneIn(2) ? session::TypeStyle::HashEverywhere : session::TypeStyle::AsDocumented;
        made.insert(u"@odata.type"_s, session::typeText(type, style, depth == 0));
    }
    m_types.insert(type);
    const QList<const edm::Property *> properties = m_schema.allProperties(type);
    for (const edm::Property *declared : properties) {
        const QJsonValue value = property(*declared, depth + 1);
        if (!value.isUndefined())
            made.insert(declared->name, value);
    }
    if (oneIn(6))
        made.insert(u"undeclared "_s + anyText(), anyValue());
    return made;
}

QJsonValue RandomSession::property(const edm::Property &property, int depth)
{
    const Shape shape = session::shapeOf(property.type, m_schema);
    constexpr std::array drawn{FieldState::NotSent, FieldState::NotSent,   FieldState::Null,  FieldState::Empty,
                               FieldState::Value,   FieldState::OtherJson, FieldState::Value, FieldState::Value};
    FieldState state = drawn.at(static_cast<size_t>(below(drawn.size())));
    if (state == FieldState::Value && depth >= deepest)
        state = FieldState::Empty;
    QJsonValue value = session::valueForState(state, shape);
    if (state == FieldState::OtherJson)
        value = anyValue();
    if (state == FieldState::Value) {
        if (property.type.isCollection) {
            QJsonArray items;
            for (int count = 1 + below(2); count > 0; --count)
                items.append(oneIn(12) ? anyValue() : item(property.type.name, depth));
            value = items;
        } else {
            value = item(property.type.name, depth);
        }
    }
    m_states.insert({shape, session::stateOf(value, shape)});
    return value;
}

QJsonValue RandomSession::item(const QString &typeName, int depth)
{
    if (m_schema.structuredType(typeName))
        return object(typeName, depth);
    if (const edm::EnumType *choices = m_schema.enumType(typeName))
        return oneIn(8) ? anyText() : choices->members.at(below(static_cast<int>(choices->members.size()))).name;
    if (typeName == "Edm.Boolean"_L1)
        return oneIn(2);
    constexpr std::array numbers{"Edm.Int32"_L1, "Edm.Int64"_L1, "Edm.Int16"_L1, "Edm.Byte"_L1};
    if (std::find(numbers.begin(), numbers.end(), typeName) != numbers.end())
        return static_cast<double>(below(1 << 30)) - (1 << 29);
    if (typeName == "Edm.Single"_L1 || typeName == "Edm.Double"_L1)
        return m_random.generateDouble() * 1e6 - 5e5;
    return text(typeName);
}

QJsonValue RandomSession::text(const QString &typeName)
{
    if (oneIn(5))
        return anyText();
    const auto number = [this](int from, int end, int width) {
        return QString::number(from + below(end - from)).rightJustified(width, u'0');
    };
    if (typeName == "Edm.DateTimeOffset"_L1) {
        return QString(number(1, 9999, 4) + u'-' + number(1, 13, 2) + u'-' + number(1, 29, 2) + u'T' + number(0, 24, 2)
                       + u':' + number(0, 60, 2) + u':' + number(0, 60, 2) + u'.' + number(0, 9'999'999, 7)
                       + (oneIn(2) ? u"Z"_s : u"+05:45"_s));
    }
    if (typeName == "Edm.Duration"_L1)
        return QString(u"PT"_s + number(0, 600, 1) + u'.' + number(0, 9'999'999, 7) + u'S');
    if (typeName == "Edm.Guid"_L1)
        return QString(u"e523d2ed-2966-4b6b-925b-"_s + number(0, 1 << 30, 12));
    return anyText();
}

QString RandomSession::anyText()
{
    static const std::array parts{
        u"a"_s,          u"Ä"_s, QString(QChar(0)),      u"\n"_s, u"\""_s,     u"\\"_s, u"/"_s, u"~1"_s, u" "_s,
        u"\U0001F600"_s, u"#"_s, QString(QChar(0x2028)), u"0"_s,  u"e\u0301"_s};
    QString made;
    for (int count = below(6); count > 0; --count)
        made += parts.at(static_cast<size_t>(below(parts.size())));
    return made;
}

QJsonValue RandomSession::anyValue()
{
    switch (below(8)) {
    case 0:
        return QJsonValue(QJsonValue::Null);
    case 1:
        return oneIn(2);
    case 2:
        return below(100) - 50;
    case 3:
        return m_random.generateDouble();
    case 4:
        return QJsonArray{anyText(), QJsonArray(), QJsonObject()};
    case 5:
        return QJsonObject{{anyText(), anyText()}, {u"@odata.type"_s, 5}};
    default:
        return anyText();
    }
}

json::Pointer RandomSession::somewhere(const QJsonObject &session)
{
    json::Pointer pointer;
    QJsonValue value = session;
    while (value.isObject() && !value.toObject().isEmpty() && (pointer.isRoot() || !oneIn(3))) {
        const QStringList names = value.toObject().keys();
        const QString name = oneIn(5) ? u"new "_s + anyText() : names.at(below(static_cast<int>(names.size())));
        pointer = pointer.child(name);
        value = value.toObject().value(name);
    }
    return pointer;
}
