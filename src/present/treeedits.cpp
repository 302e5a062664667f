// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/treeedits.h"

#include "present/documentcontroller.h"
#include "session/startvalue.h"
#include "json/edit.h"

#include <QCoreApplication>

#include <numeric>

using namespace Qt::StringLiterals;

namespace present {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("present::TreeEdits", text);
}

QList<qsizetype> placesOf(const QJsonArray &items)
{
    QList<qsizetype> places(items.size());
    std::iota(places.begin(), places.end(), 0);
    return places;
}

} // namespace

TreeEdits::TreeEdits(DocumentController &document, json::Pointer pointer, const TreeRow &row)
    : m_document(document)
    , m_pointer(std::move(pointer))
    , m_row(row)
{ }

QJsonValue TreeEdits::value() const
{
    return m_document.document().value(m_pointer);
}

bool TreeEdits::isCollection() const
{
    const QJsonValue now = value();
    const bool isFree = now.isUndefined() || now.isNull();
    return now.isArray() || (m_row.property.type.isCollection && isFree);
}

bool TreeEdits::isItem() const
{
    return m_row.kind == TreeRow::Kind::Item;
}

QJsonArray TreeEdits::siblings() const
{
    return m_document.document().value(m_pointer.parent()).toArray();
}

qsizetype TreeEdits::place() const
{
    return m_pointer.last().toLongLong();
}

std::optional<json::Pointer> TreeEdits::write(const json::Pointer &where, const QJsonValue &value,
                                              const json::Pointer &result)
{
    m_document.document().replaceValue(where, value);
    return result;
}

/// Puts `item` before the place `at` of a collection; `origin` is the place of the item that it is a copy of, if any.
json::Pointer TreeEdits::insert(const json::Pointer &array, qsizetype at, const QJsonValue &item, qsizetype origin)
{
    const QJsonArray items = m_document.document().value(array).toArray();
    QList<qsizetype> origins = placesOf(items);
    origins.insert(at, origin);
    m_document.document().replaceItems(array, json::inserted(items, at, item), origins);
    return array.child(at);
}

bool TreeEdits::canAdd() const
{
    if (m_pointer.isRoot() || m_row.kind == TreeRow::Kind::Type)
        return false;
    const QJsonValue now = value();
    const bool isFree = now.isUndefined() || now.isNull() || (now.isObject() && now.toObject().isEmpty());
    const bool isObject
        = !m_row.property.type.isCollection && m_document.schema().structuredType(m_row.property.type.name);
    return isCollection() || isItem() || (isObject && isFree);
}

std::optional<json::Pointer> TreeEdits::add()
{
    if (!canAdd())
        return {};
    const QJsonObject &session = m_document.document().object();
    const auto start = [this, &session](const QString &typeName) {
        return session::startValue(m_document.schema(), {typeName, false}, m_document.typeStyle(), session);
    };
    const QString &typeName = m_row.property.type.name;
    if (isCollection()) {
        const QJsonValue item = start(itemRow(m_row, 0).property.type.name);
        return insert(m_pointer, value().toArray().size(), item);
    }
    const QJsonValue now = value();
    const bool isBegun = !now.isNull() && !now.isUndefined() && !(now.isObject() && now.toObject().isEmpty());
    if (isItem() && (isBegun || !m_document.schema().structuredType(typeName)))
        return insert(m_pointer.parent(), place() + 1, start(typeName));
    return write(m_pointer, start(typeName), m_pointer);
}

std::optional<json::Pointer> TreeEdits::duplicate()
{
    if (!isItem())
        return {};
    return insert(m_pointer.parent(), place() + 1, value(), place());
}

bool TreeEdits::canMove(qsizetype steps) const
{
    return isItem() && place() + steps >= 0 && place() + steps < siblings().size();
}

std::optional<json::Pointer> TreeEdits::move(qsizetype steps)
{
    if (!canMove(steps))
        return {};
    const json::Pointer array = m_pointer.parent();
    QList<qsizetype> origins = placesOf(siblings());
    origins.move(place(), place() + steps);
    m_document.document().replaceItems(array, json::moved(siblings(), place(), place() + steps), origins);
    return array.child(place() + steps);
}

void TreeEdits::remove()
{
    if (!m_pointer.isRoot())
        write(m_pointer, QJsonValue::Undefined, m_pointer);
}

core::Result<json::Pointer> TreeEdits::addMember(const QString &name)
{
    const bool isObject = m_pointer.isRoot() || value().isObject()
        || (!isCollection() && m_document.schema().structuredType(m_row.property.type.name)
            && m_row.kind != TreeRow::Kind::Type && (value().isNull() || value().isUndefined()));
    const json::Pointer object = isObject ? m_pointer : m_pointer.parent();
    if (m_document.document().value(object).isArray())
        return core::Error{core::Error::Code::Input, tr("Items of a collection have no names. Add an item."), {}};
    const json::Pointer member = object.child(name);
    if (!m_document.document().value(member).isUndefined())
        return core::Error{core::Error::Code::Input, tr("There is a member of this name. Edit its value."), {}};
    return *write(member, QString(u""_s), member);
}

core::Result<json::Pointer> TreeEdits::paste(const QString &text)
{
    const core::Result<QJsonValue> read = readJson(text);
    if (!read) {
        const bool isType = m_row.kind == TreeRow::Kind::Type;
        Field field(m_document, m_pointer, isType ? nullptr : &m_row.property, m_row.property.type.name);
        if (field.kind() == FieldKind::Object || field.kind() == FieldKind::Collection
            || field.kind() == FieldKind::Members || text.contains(u'\n'))
            return read.error();
        m_document.document().endMerge();
        const core::Status written = field.setText(text);
        m_document.document().endMerge();
        return written ? core::Result<json::Pointer>(m_pointer) : written.error();
    }
    if (!isCollection() || read->isArray())
        return *write(m_pointer, *read, m_pointer);
    return insert(m_pointer, value().toArray().size(), *read);
}

} // namespace present
