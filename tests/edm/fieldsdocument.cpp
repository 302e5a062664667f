// SPDX-License-Identifier: GPL-3.0-or-later
#include "edm/fieldsdocument.h"

using namespace Qt::StringLiterals;

namespace {

/// Without the part that all names have in common: `callRecords.session`, `identity`.
QString briefName(const QString &name)
{
    constexpr QLatin1String common("microsoft.graph.");
    return name.startsWith(common) ? name.sliced(common.size()) : name;
}

QString cell(QString text)
{
    return text.replace(u'|', "\\|"_L1).replace(u'\n', u' ');
}

QString typeText(const edm::TypeReference &type)
{
    return briefName(type.name) + (type.isCollection ? u"[]"_s : QString());
}

QString kindText(const edm::StructuredType &type)
{
    QStringList words{type.kind == edm::StructuredType::Kind::Entity ? u"Entity type"_s : u"Complex type"_s};
    if (!type.baseType.isEmpty())
        words.append(u"based on `"_s + briefName(type.baseType) + u'`');
    if (type.isAbstract)
        words.append(u"abstract"_s);
    if (type.isOpen)
        words.append(u"open"_s);
    return words.join(", "_L1) + u'.';
}

QString propertyRow(const edm::Property &property)
{
    QString null = property.isNullable ? u"yes"_s : u"no"_s;
    if (property.isNavigation)
        null = property.containsTarget ? u"contained"_s : u"related"_s;
    QString text = property.description;
    if (property.deprecation)
        text += u" **Deprecated"_s
            + (property.deprecation->removalDate.isEmpty() ? QString()
                                                           : u", gone from "_s + property.deprecation->removalDate)
            + u".** "_s + property.deprecation->description;
    return u"| `"_s + property.name + u"` | "_s + typeText(property.type) + u" | "_s + null + u" | "_s + cell(text)
        + u" |\n"_s;
}

QString section(const edm::StructuredType &type)
{
    QString text = u"\n## "_s + briefName(type.name) + u"\n\n"_s + kindText(type) + u' ' + type.description + u'\n';
    if (type.properties.isEmpty())
        return text;
    text += u"\n| name | type | null | meaning |\n|---|---|---|---|\n"_s;
    for (const edm::Property &property : type.properties)
        text += propertyRow(property);
    return text;
}

QString section(const edm::EnumType &type)
{
    QString text = u"\n## "_s + briefName(type.name) + u"\n\nEnumeration type. "_s + type.description
        + u"\n\n| name | value | meaning |\n|---|---|---|\n"_s;
    for (const edm::EnumMember &member : type.members)
        text += u"| `"_s + member.name + u"` | "_s + QString::number(member.value) + u" | "_s + cell(member.description)
            + u" |\n"_s;
    return text;
}

} // namespace

QString fieldsDocument(const edm::Schema &schema, const QString &root)
{
    QString text
        = u"# The fields of a session\n\nWritten by the test `edm.builtinschema` from "
          "`resources/schema/callrecords.csdl.xml`; run it with `SC_UPDATE_DOCS=1` to write it anew. Names are in "
          "`microsoft.graph`. For an array, the column *null* speaks of its items.\n"_s;
    const QStringList reached = schema.reachableFrom(root);
    for (const QString &name : reached) {
        if (const edm::StructuredType *type = schema.structuredType(name))
            text += section(*type);
        else if (const edm::EnumType *enumType = schema.enumType(name))
            text += section(*enumType);
    }
    return text;
}
