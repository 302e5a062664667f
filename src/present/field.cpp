// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/field.h"

#include "present/documentcontroller.h"
#include "present/helpcard.h"
#include "session/startvalue.h"
#include "json/edit.h"
#include "json/fidelity.h"
#include "json/scanner.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;
using session::FieldState;
using session::Shape;

namespace present {
namespace {

// A line edit holds no more, and would cut silently.
constexpr qsizetype longestLine = 32'000;
constexpr QLatin1String noType("(none)");
constexpr QLatin1String untyped("Edm.Untyped");
// Of one enumeration; a schema from elsewhere may have any number, and a box or a check box each would stop the window.
// Those beyond can be typed.
constexpr qsizetype mostChoices = 1000;

QString tr(const char *text)
{
    return QCoreApplication::translate("present::Field", text);
}

FieldKind kindOf(const edm::Property *property, const edm::Schema &schema)
{
    if (!property)
        return FieldKind::Type;
    const bool isEnum = schema.enumType(property->type.name);
    if (property->type.isCollection && isEnum)
        return FieldKind::Members;
    if (property->type.isCollection)
        return FieldKind::Collection;
    if (isEnum || property->type.name == "Edm.Boolean"_L1)
        return FieldKind::Choice;
    return schema.structuredType(property->type.name) ? FieldKind::Object : FieldKind::Text;
}

QString placeholderOf(FieldState state)
{
    switch (state) {
    case FieldState::NotSent:
        return tr("not sent");
    case FieldState::Null:
        return tr("null");
    case FieldState::Empty:
        return tr("empty");
    case FieldState::Value:
    case FieldState::OtherJson:
        return {};
    }
    Q_UNREACHABLE();
}

// What an editor says of a value that another type of its object has.
QString asideText(const QJsonValue &value)
{
    constexpr qsizetype longest = 60;
    QString text = value.isString() ? value.toString() : QString::fromUtf8(json::compact(value));
    if (text.size() > longest)
        text = text.first(longest - 1) + u'…';
    return tr("kept aside, not sent: %1").arg(text);
}

std::optional<Shape> fixedShape(const edm::Property *property, const edm::Schema &schema)
{
    if (!property)
        return Shape::Text;
    return property->type.name == untyped ? std::nullopt : std::optional(session::shapeOf(property->type, schema));
}

} // namespace

core::Result<QJsonValue> readJson(const QString &text)
{
    const QByteArray wrapped = "{\"v\":" + text.toUtf8() + '}';
    const json::Index index = json::scan(wrapped);
    const bool isOneValue = index.isValid() && index.count(0) == 1;
    if (!isOneValue || !text.isValidUtf16())
        return core::Error{core::Error::Code::Input, tr("This is not JSON yet."), {}};
    const QList<json::LossAt> losses = json::losses(index, 1);
    if (!losses.isEmpty()) {
        return core::Error{core::Error::Code::Input,
                           tr("The form cannot hold this without changing it: %1. Type it in Source.")
                               .arg(losses.constFirst().fault.reason),
                           {}};
    }
    return QJsonDocument::fromJson(wrapped).object().value("v"_L1);
}

Field::Field(DocumentController &document, json::Pointer pointer, const edm::Property *property, QString declaredType)
    : m_document(document)
    , m_pointer(std::move(pointer))
    , m_property(property)
    , m_declaredType(std::move(declaredType))
    , m_kind(kindOf(property, document.schema()))
    , m_shape(fixedShape(property, document.schema()))
{ }

QStringList Field::choices() const
{
    QStringList choices;
    if (m_kind == FieldKind::Type) {
        choices += noType;
        const QStringList types = session::typeChoices(m_document.schema(), m_declaredType);
        std::transform(types.cbegin(), types.cend(), std::back_inserter(choices), edm::shortName);
    } else if (m_property && m_property->type.name == "Edm.Boolean"_L1) {
        choices = {u"true"_s, u"false"_s};
    } else if (m_property) {
        if (const edm::EnumType *type = m_document.schema().enumType(m_property->type.name)) {
            choices.reserve(type->members.size() + 1);
            for (const edm::EnumMember &member : type->members)
                choices.append(member.name);
            choices += session::documentedMembers(type->name);
        }
    }
    return choices.mid(0, mostChoices);
}

FieldFacts Field::facts() const
{
    const QJsonValue now = value();
    FieldFacts facts;
    facts.state = session::stateOf(now, shape());
    facts.placeholder = placeholderOf(facts.state);
    if (facts.state == FieldState::NotSent) {
        const QJsonObject aside = m_document.document().keptAside(m_pointer.parent());
        const auto kept = aside.constFind(m_pointer.last());
        if (kept != aside.constEnd())
            facts.placeholder = asideText(*kept);
    }
    if (facts.state == FieldState::Value)
        m_lastValue = now;
    if (m_kind == FieldKind::Object || m_kind == FieldKind::Collection)
        return facts;
    if (m_kind == FieldKind::Members) {
        facts.text = now.isUndefined() ? QString() : QString::fromUtf8(json::compact(now));
        const QJsonArray array = now.toArray();
        for (const auto &item : array) {
            if (item.isString())
                facts.members += item.toString();
        }
        return facts;
    }
    if (facts.state == FieldState::Value)
        return textFacts(now);
    if (facts.state == FieldState::OtherJson)
        facts.text = QString::fromUtf8(json::compact(now));
    if (facts.state == FieldState::NotSent && m_kind == FieldKind::Type)
        facts.text = noType;
    return facts;
}

FieldFacts Field::textFacts(const QJsonValue &value) const
{
    FieldFacts facts;
    facts.state = FieldState::Value;
    if (value.isBool()) {
        facts.text = value.toBool() ? u"true"_s : u"false"_s;
        return facts;
    }
    facts.text = value.isString() ? value.toString() : QString::fromUtf8(json::compact(value));
    if (m_kind == FieldKind::Type) {
        const QString resolved = session::resolvedTypeName(m_document.schema(), facts.text);
        if (!resolved.isEmpty() && m_document.schema().isA(resolved, m_declaredType))
            facts.text = edm::shortName(resolved);
    }
    if (facts.text.size() > longestLine) {
        facts.lock
            = tr("%1 characters are too many for one line. They can be edited in Source.").arg(facts.text.size());
        facts.text.truncate(longestLine);
    }
    return facts;
}

core::Status Field::setText(const QString &text)
{
    switch (m_kind) {
    case FieldKind::Members:
        return writeMembers(text);
    case FieldKind::Type: {
        if (text == noType) {
            write(QJsonValue::Undefined);
            return core::ok();
        }
        const QStringList types = session::typeChoices(m_document.schema(), m_declaredType);
        const auto chosen = std::find_if(types.cbegin(), types.cend(),
                                         [&text](const QString &type) { return edm::shortName(type) == text; });
        writeType(chosen == types.cend() ? text
                                         : session::typeText(*chosen, m_document.typeStyle(), m_pointer.depth() == 1));
        return core::ok();
    }
    case FieldKind::Choice:
        if (shape() == Shape::Boolean && (text == "true"_L1 || text == "false"_L1)) {
            write(text == "true"_L1);
            return core::ok();
        }
        break;
    case FieldKind::Text:
        return writeText(text);
    case FieldKind::Object:
    case FieldKind::Collection:
        break;
    }
    write(text);
    return core::ok();
}

core::Status Field::writeText(const QString &text)
{
    const bool isText = m_shape ? m_shape == Shape::Text : value().isString();
    if (!isText && json::scan(text.toUtf8()).isValid()) {
        const core::Result<QJsonValue> read = readJson(text);
        if (!read)
            return read.error();
        write(*read);
        return core::ok();
    }
    write(text);
    return core::ok();
}

core::Status Field::writeMembers(const QString &text)
{
    if (text.trimmed().isEmpty()) {
        write(QJsonArray());
        return core::ok();
    }
    const core::Result<QJsonValue> read = readJson(text);
    if (!read) {
        return core::Error{
            core::Error::Code::Input,
            tr("%1 The document keeps what it had; write a JSON array such as [\"audio\"].").arg(read.error().message),
            {}};
    }
    write(*read);
    return core::ok();
}

void Field::setMember(const QString &member, bool isIn)
{
    QJsonArray array = value().toArray();
    const bool wasIn = array.contains(member);
    if (isIn == wasIn)
        return;
    if (isIn) {
        array.append(member);
    } else {
        for (qsizetype i = array.size() - 1; i >= 0; --i) {
            if (array.at(i) == member)
                array.removeAt(i);
        }
    }
    write(array);
    m_document.document().endMerge();
}

void Field::setState(FieldState state)
{
    switch (state) {
    case FieldState::NotSent:
    case FieldState::Null:
    case FieldState::Empty:
        m_document.document().replaceValue(m_pointer, session::valueForState(state, shape()));
        break;
    case FieldState::Value: {
        const QJsonValue start = m_lastValue.isUndefined() ? sensibleStart() : m_lastValue;
        if (session::stateOf(value(), shape()) != FieldState::Value && !start.isUndefined())
            m_document.document().replaceValue(m_pointer, start);
        break;
    }
    case FieldState::OtherJson:
        break;
    }
}

core::Status Field::setOtherJson(const QString &text)
{
    const core::Result<QJsonValue> read = readJson(text);
    if (!read)
        return read.error();
    m_document.document().replaceValue(m_pointer, *read);
    return core::ok();
}

std::optional<TimeField> Field::timeField() const
{
    const bool isTime = m_property && m_property->type == edm::TypeReference{u"Edm.DateTimeOffset"_s, false};
    return isTime ? std::optional(TimeField(m_document, m_pointer)) : std::nullopt;
}

void Field::fix(const session::Finding &finding)
{
    m_document.fix(finding);
}

QString Field::json() const
{
    const QJsonValue now = value();
    return now.isUndefined() ? QString() : QString::fromUtf8(json::compact(now));
}

QString Field::card() const
{
    return m_property ? propertyCard(m_document.schema(), *m_property) : typeCard(m_document.schema(), m_declaredType);
}

QJsonValue Field::value() const
{
    return m_document.document().value(m_pointer);
}

Shape Field::shape() const
{
    return m_shape.value_or(session::shapeOf(value()));
}

QJsonValue Field::sensibleStart() const
{
    switch (m_kind) {
    case FieldKind::Choice:
        return shape() == Shape::Boolean ? QJsonValue(true) : QJsonValue(choices().value(0));
    case FieldKind::Members:
        return QJsonArray{choices().value(0)};
    case FieldKind::Object: {
        const QString type = session::concreteType(m_document.schema(), m_property->type.name);
        return QJsonObject{{u"@odata.type"_s, session::typeText(type, m_document.typeStyle(), false)}};
    }
    case FieldKind::Collection:
        return session::startValue(m_document.schema(), m_property->type, m_document.typeStyle(),
                                   m_document.document().object());
    case FieldKind::Text:
    case FieldKind::Type:
        break;
    }
    return QJsonValue::Undefined;
}

void Field::writeType(const QString &text)
{
    session::SessionDocument &document = m_document.document();
    const json::Pointer owner = m_pointer.parent();
    document.setSubtyped(owner,
                         session::withType({document.value(owner).toObject(), document.keptAside(owner)}, text,
                                           m_document.schema(), m_declaredType));
}

void Field::write(const QJsonValue &value)
{
    m_document.document().setValue(m_pointer, value);
}

} // namespace present
