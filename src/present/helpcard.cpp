// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/helpcard.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace present {
namespace {

// What one can look through; only a schema from elsewhere has more.
constexpr qsizetype mostListed = 1000;

QString tr(const char *text)
{
    return QCoreApplication::translate("present::HelpCard", text);
}

QString typeLine(const edm::Property &property)
{
    const QString name = property.type.isPrimitive() ? property.type.name : edm::shortName(property.type.name);
    const QString type = property.type.isCollection ? tr("collection of %1").arg(name) : name;
    return type + ", "_L1 + (property.isNullable ? tr("may be null") : tr("may not be null"));
}

void addMembers(QStringList &lines, const edm::EnumType &type)
{
    lines += tr("Members:");
    const QList<edm::EnumMember> members = type.members.mid(0, mostListed);
    for (const edm::EnumMember &member : members) {
        QString line = u"  "_s + member.name + " = "_L1 + QString::number(member.value);
        if (!member.description.isEmpty())
            line += u"  "_s + member.description;
        lines += line;
    }
    if (members.size() < type.members.size())
        lines += u"  …"_s;
    if (const edm::EnumMember *sentinel = type.sentinel())
        lines += tr("%1 stands for members that a client does not know. Services refuse it in a POST.")
                     .arg(sentinel->name);
}

void addDeprecation(QStringList &lines, const edm::Deprecation &deprecation)
{
    const QString date = deprecation.removalDate.isEmpty() ? deprecation.date : deprecation.removalDate;
    lines += date.isEmpty() ? tr("Deprecated.") : tr("Deprecated, to be removed on %1.").arg(date);
    if (!deprecation.description.isEmpty())
        lines += deprecation.description;
}

} // namespace

QString propertyCard(const edm::Schema &schema, const edm::Property &property)
{
    QStringList lines{property.name, typeLine(property), QString()};
    if (!property.description.isEmpty())
        lines += property.description;
    if (property.deprecation)
        addDeprecation(lines, *property.deprecation);
    if (const edm::EnumType *type = schema.enumType(property.type.name))
        addMembers(lines, *type);
    if (edm::shortName(property.type.name) == "modality"_L1)
        lines
            += tr("The documentation also lists unknown, which the schema does not have; a strict service refuses it.");
    lines += tr("Source: CSDL");
    return lines.join(u'\n');
}

QString typeCard(const edm::Schema &schema, const QString &declaredType)
{
    QStringList lines{u"@odata.type"_s,
                      tr("Which of the types below this object is. Needed when it is not the declared one."),
                      QString()};
    const QList<const edm::StructuredType *> types = schema.withDerivedTypes(declaredType).mid(0, mostListed);
    lines.reserve(lines.size() + types.size() + 1);
    for (const edm::StructuredType *type : types) {
        QString line = edm::shortName(type->name);
        if (type->name == declaredType)
            line += tr(" (declared)");
        if (type->isAbstract)
            line += tr(" (abstract: no instance can be of it)");
        lines += type->description.isEmpty() ? line : line + ": "_L1 + type->description;
    }
    lines += tr("Source: CSDL, OData JSON 4.01");
    return lines.join(u'\n');
}

} // namespace present
