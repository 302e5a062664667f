// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/subtypes.h"

#include "session/typechoice.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace session {
namespace {

QSet<QString> membersOf(const edm::Schema &schema, const QString &type)
{
    QSet<QString> names;
    const QList<const edm::Property *> properties = schema.allProperties(type);
    for (const edm::Property *property : properties)
        names.insert(property->name);
    return names;
}

} // namespace

Subtyped withType(const Subtyped &before, const QString &typeText, const edm::Schema &schema,
                  const QString &declaredType)
{
    Subtyped after = before;
    after.object.insert(u"@odata.type"_s, typeText);
    const QString type = resolvedTypeName(schema, typeText);
    const QStringList family = typeChoices(schema, declaredType);
    if (!family.contains(type) || schema.isOpen(type))
        return after;
    const QSet<QString> own = membersOf(schema, type);
    for (const QString &relative : family) {
        const QSet<QString> others = membersOf(schema, relative) - own;
        for (const QString &name : others) {
            if (after.object.contains(name))
                after.aside.insert(name, after.object.take(name));
        }
    }
    for (const QString &name : own) {
        if (after.aside.contains(name) && !after.object.contains(name))
            after.object.insert(name, after.aside.take(name));
    }
    return after;
}

} // namespace session
