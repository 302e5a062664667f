// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/typechoice.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace session {

QStringList typeChoices(const edm::Schema &schema, const QString &declaredType)
{
    QStringList names;
    const QList<const edm::StructuredType *> types = schema.withDerivedTypes(declaredType);
    names.reserve(types.size());
    for (const edm::StructuredType *type : types)
        names << type->name;
    return names;
}

QString concreteType(const edm::Schema &schema, const QString &declaredType)
{
    const QList<const edm::StructuredType *> types = schema.withDerivedTypes(declaredType);
    const auto concrete
        = std::find_if(types.cbegin(), types.cend(), [](const edm::StructuredType *type) { return !type->isAbstract; });
    return concrete == types.cend() ? declaredType : (*concrete)->name;
}

QString typeText(const QString &qualifiedName, TypeStyle style, bool isRoot)
{
    const bool hasHash = isRoot || style == TypeStyle::HashEverywhere;
    return hasHash ? QString(u'#' + qualifiedName) : qualifiedName;
}

QString actualType(const edm::Schema &schema, const QString &declaredType, const QJsonObject &object)
{
    const QString named = resolvedTypeName(schema, object.value("@odata.type"_L1).toString());
    return !named.isEmpty() && schema.isA(named, declaredType) ? named : declaredType;
}

QString resolvedTypeName(const edm::Schema &schema, const QString &odataType)
{
    const QString name = edm::typeNameOf(odataType);
    if (schema.structuredType(name))
        return name;
    const QList<const edm::StructuredType *> types = schema.structuredTypes();
    for (const edm::StructuredType *type : types) {
        if (type->name.compare(name, Qt::CaseInsensitive) == 0)
            return type->name;
    }
    return {};
}

} // namespace session
