// SPDX-License-Identifier: GPL-3.0-or-later
#include "edm/csdldraft.h"

namespace edm {

using namespace Qt::StringLiterals;

namespace {

/// Fills the gaps of what was said in place from the remarks on `target`.
void supplement(const Remarks &remarks, QString &description, std::optional<Deprecation> &deprecation)
{
    if (description.isEmpty())
        description = remarks.text();
    if (!deprecation)
        deprecation = remarks.deprecation;
}

StructuredType resolvedType(const CsdlDraft &draft, StructuredType type, const QHash<QString, Remarks> &remarks)
{
    type.baseType = draft.resolved(type.baseType);
    supplement(remarks.value(type.name), type.description, type.deprecation);
    for (Property &property : type.properties) {
        const QString name = draft.resolved(property.type.name);
        property.type.name = draft.definitions.value(name, name);
        supplement(remarks.value(type.name + u'/' + property.name), property.description, property.deprecation);
    }
    return type;
}

EnumType resolvedType(EnumType type, const QHash<QString, Remarks> &remarks)
{
    if (type.description.isEmpty())
        type.description = remarks.value(type.name).text();
    for (EnumMember &member : type.members) {
        if (member.description.isEmpty())
            member.description = remarks.value(type.name + u'/' + member.name).text();
    }
    return type;
}

} // namespace

QString Remarks::text() const
{
    const bool hasBoth = !description.isEmpty() && !longDescription.isEmpty();
    return description + (hasBoth ? u"\n\n"_s : QString()) + longDescription;
}

QString CsdlDraft::resolved(const QString &name) const
{
    const qsizetype end = name.contains(u'/') ? name.indexOf(u'/') : name.size();
    const qsizetype dot = QStringView(name).first(end).lastIndexOf(u'.');
    const auto alias = dot < 0 ? aliases.cend() : aliases.constFind(name.first(dot));
    return alias == aliases.cend() ? name : *alias + name.sliced(dot);
}

Schema CsdlDraft::schema() const
{
    QHash<QString, Remarks> byTarget;
    for (auto remark = remarks.cbegin(); remark != remarks.cend(); ++remark)
        byTarget.insert(resolved(remark.key()), *remark);
    Schema schema;
    for (const StructuredType &type : structured)
        schema.add(resolvedType(*this, type, byTarget));
    for (const EnumType &type : enums)
        schema.add(resolvedType(type, byTarget));
    return schema;
}

} // namespace edm
