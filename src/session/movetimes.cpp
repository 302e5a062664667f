// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/movetimes.h"

#include "edm/builtinschema.h"
#include "edm/datetimeoffset.h"
#include "edm/timeedit.h"
#include "session/field.h"
#include "session/typechoice.h"
#include "json/edit.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace session {
namespace {

/// Walks a session by its schema.
class Mover
{
public:
    Mover(const edm::Schema &schema, qint64 ticks)
        : m_schema(schema)
        , m_ticks(ticks)
    { }

    /// `object` of the declared type `typeName` with its times moved.
    QJsonObject object(const QJsonObject &object, const QString &typeName, const json::Pointer &pointer)
    {
        const QString type = actualType(m_schema, typeName, object);
        QJsonObject moved = object;
        for (auto member = object.begin(); member != object.end(); ++member) {
            const QString &name = member.key();
            const edm::Property *property = propertyOfFamily(m_schema, type, name);
            if (property && holdsTimes(property->type))
                moved.insert(name, value(member.value(), property->type, pointer.child(name)));
        }
        return moved;
    }

    QList<MovedTime> times;

private:
    bool holdsTimes(const edm::TypeReference &type) const { return isTime(type) || m_schema.structuredType(type.name); }

    static bool isTime(const edm::TypeReference &type) { return type.name == "Edm.DateTimeOffset"_L1; }

    QJsonValue value(const QJsonValue &value, const edm::TypeReference &type, const json::Pointer &pointer)
    {
        if (type.isCollection && value.isArray()) {
            const edm::TypeReference item{type.name, false};
            QJsonArray moved;
            const QJsonArray array = value.toArray();
            for (qsizetype i = 0; i < array.size(); ++i)
                moved.append(this->value(array.at(i), item, pointer.child(i)));
            return moved;
        }
        if (isTime(type))
            return time(value, pointer);
        return value.isObject() ? QJsonValue(object(value.toObject(), type.name, pointer)) : value;
    }

    QJsonValue time(const QJsonValue &value, const json::Pointer &pointer)
    {
        if (value.isNull())
            return value;
        if (!value.isString()) {
            times += MovedTime{pointer,
                               QString::fromUtf8(json::compact(value)),
                               {},
                               QCoreApplication::translate("session", "This is other JSON and no time.")};
            return value;
        }
        const core::Result<QString> moved = edm::moved(value.toString(), m_ticks);
        times += moved ? MovedTime{pointer, value.toString(), *moved, {}}
                       : MovedTime{pointer, value.toString(), {}, moved.error().message};
        return moved ? QJsonValue(*moved) : value;
    }

    const edm::Schema &m_schema;
    qint64 m_ticks;
};

core::Error noTime(const QString &sentence)
{
    return {core::Error::Code::Input, sentence, {}};
}

} // namespace

TimesMove movedTimes(const QJsonObject &session, const edm::Schema &schema, qint64 ticks)
{
    Mover mover(schema, ticks);
    const QJsonObject moved = mover.object(session, edm::sessionTypeName, {});
    return {mover.times, moved};
}

core::Result<qint64> ticksToStart(const QJsonObject &session, const QString &start)
{
    const std::optional<qint64> now = edm::DateTimeOffset::ticksOf(session.value("startDateTime"_L1).toString());
    if (!now)
        return noTime(QCoreApplication::translate(
            "session", "The session has no start that is a time. Move by an amount, or write startDateTime first."));
    const std::optional<qint64> then = edm::DateTimeOffset::ticksOf(start);
    if (!then)
        return noTime(
            QCoreApplication::translate("session", "Type the start as a time, such as 2017-01-01T00:00:00Z."));
    qint64 ticks = 0;
    if (qSubOverflow(*then, *now, &ticks))
        return noTime(QCoreApplication::translate("session", "That is too far from the start to be counted."));
    return ticks;
}

} // namespace session
