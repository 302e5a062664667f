// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/orderedjson.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace cli {
namespace {

QByteArray textOf(const QJsonValue &value)
{
    // A document has no scalar root, so the value travels in an array that is taken off again.
    const QByteArray array = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return array.sliced(1, array.size() - 2);
}

} // namespace

void OrderedJson::add(QLatin1String name, const QJsonValue &value)
{
    addText(name, textOf(value));
}

void OrderedJson::addText(QLatin1String name, QByteArrayView json)
{
    if (!m_members.isEmpty())
        m_members += ',';
    m_members += '"';
    m_members.append(name.data(), name.size()); // ours: there is nothing to escape in it
    m_members += "\":";
    m_members += json;
}

QByteArray OrderedJson::text() const
{
    return '{' + m_members + '}';
}

QByteArray arrayOf(const QByteArrayList &objects)
{
    return objects.isEmpty() ? "[]\n"_ba : "[\n" + objects.join(",\n") + "\n]\n";
}

} // namespace cli
