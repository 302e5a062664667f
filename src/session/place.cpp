// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/place.h"

#include "session/typechoice.h"
#include "json/arrayindex.h"
#include "json/edit.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace session {
namespace {

/// Collects places, breadth first, so that a long collection does not hide what comes after it.
class Collector
{
public:
    Collector(const edm::Schema &schema, qsizetype most)
        : m_schema(schema)
        , m_most(most)
    { }

    QList<Place> collect(const QString &rootType, const QJsonObject &session)
    {
        m_objects.append({{}, rootType, session});
        for (qsizetype next = 0; next < m_objects.size() && m_places.size() < m_most; ++next) {
            const Object object = m_objects.at(next);
            const QList<const edm::Property *> properties
                = m_schema.allProperties(actualType(m_schema, object.type, object.value));
            for (const edm::Property *property : properties) {
                if (m_schema.structuredType(property->type.name))
                    add(object, *property);
            }
        }
        return m_places.mid(0, m_most);
    }

private:
    struct Object
    {
        json::Pointer pointer;
        QString type;
        QJsonObject value;
    };

    void add(const Object &object, const edm::Property &property)
    {
        const json::Pointer pointer = object.pointer.child(property.name);
        const QJsonValue value = object.value.value(property.name);
        if (!property.type.isCollection) {
            addObject(pointer, property.type.name, value);
            return;
        }
        m_places.append({pointer.child(u"-"_s), property.type.name});
        const QJsonArray items = value.toArray();
        for (qsizetype i = 0; i < items.size() && m_places.size() < m_most; ++i)
            addObject(pointer.child(i), property.type.name, items.at(i));
    }

    void addObject(const json::Pointer &pointer, const QString &type, const QJsonValue &value)
    {
        m_places.append({pointer, type});
        if (value.isObject())
            m_objects.append({pointer, type, value.toObject()});
    }

    const edm::Schema &m_schema;
    qsizetype m_most;
    QList<Object> m_objects;
    QList<Place> m_places;
};

} // namespace

std::optional<Place> placeAt(const edm::Schema &schema, const QString &rootType, const QJsonObject &session,
                             const json::Pointer &pointer)
{
    edm::TypeReference type{rootType, false};
    QJsonValue value = session;
    for (const QString &token : pointer.tokens()) {
        if (type.isCollection) {
            const qsizetype index = json::arrayIndex(token);
            if (index < 0 && token != "-"_L1)
                return {};
            type.isCollection = false;
            value = value.toArray().at(index);
            continue;
        }
        const QJsonObject object = value.toObject();
        const edm::Property *property = schema.property(actualType(schema, type.name, object), token);
        if (!property)
            return {};
        type = property->type;
        value = object.value(token);
    }
    if (pointer.isRoot() || !schema.structuredType(type.name))
        return {};
    return Place{type.isCollection ? pointer.child(u"-"_s) : pointer, type.name};
}

QList<Place> placesIn(const edm::Schema &schema, const QString &rootType, const QJsonObject &session, qsizetype most)
{
    return Collector(schema, most).collect(rootType, session);
}

QString typeOfObject(const edm::Schema &schema, const QString &declaredType, const QJsonObject &object)
{
    const QString text = object.value("@odata.type"_L1).toString();
    return text.isEmpty() ? declaredType : resolvedTypeName(schema, text);
}

bool canHold(const edm::Schema &schema, const QString &declaredType, const QString &type)
{
    const edm::StructuredType *structured = schema.structuredType(type);
    return structured && !structured->isAbstract && schema.isA(type, declaredType);
}

} // namespace session
