// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>

namespace support {

/// The text of the built-in schema, as a service would send it.
inline QByteArray schemaText()
{
    QFile file(QStringLiteral(":/schema/callrecords.csdl.xml"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the built-in schema is not there");
    return file.readAll();
}

/// schemaText() with the first `from` as `to`.
inline QByteArray schemaTextWith(const QByteArray &from, const QByteArray &to)
{
    QByteArray text = schemaText();
    const qsizetype at = text.indexOf(from);
    if (at < 0)
        qFatal("the built-in schema has no %s", from.constData());
    return text.replace(at, from.size(), to);
}

/// schemaText() with types from here to `size` bytes: a third of them endpoints, which a session may hold, the others
/// of no concern to it, as in the schema of a whole service.
inline QByteArray largeSchemaText(qsizetype size)
{
    QByteArray types;
    types.reserve(size);
    for (int number = 0; types.size() < size; ++number) {
        types += "<ComplexType Name=\"large" + QByteArray::number(number) + '"'
            + (number % 3 == 0 ? QByteArray(" BaseType=\"microsoft.graph.callRecords.endpoint\"") : QByteArray())
            + "><Property Name=\"name\" Type=\"Edm.String\"/><Property Name=\"owner\" "
              "Type=\"microsoft.graph.identitySet\"/></ComplexType>\n";
    }
    return schemaTextWith("</Schema>", types + "</Schema>");
}

} // namespace support
