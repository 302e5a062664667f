// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/orderedjson.h"

#include <QJsonArray>
#include <QJsonDocument>

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
    if (!m_members.isEmpty())
        m_members += ',';
    m_members += textOf(QString(name)) + ':' + textOf(value);
}

QByteArray OrderedJson::text() const
{
    return '{' + m_members + '}';
}

} // namespace cli
