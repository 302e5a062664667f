// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QByteArrayView>
#include <QJsonValue>
#include <QLatin1String>

namespace cli {

/// One JSON object on one line whose members stand in the order in which they were added, as a reader of the manual
/// expects; a QJsonObject sorts them.
class OrderedJson
{
public:
    /// Adds a member. Each name only once.
    void add(QLatin1String name, const QJsonValue &value);

    /// The same with a value that is JSON text already and stays as it is.
    void addText(QLatin1String name, QByteArrayView json);

    /// The object, without a line end.
    QByteArray text() const;

private:
    QByteArray m_members;
};

/// The objects as one JSON array, one a line, with a line end.
QByteArray arrayOf(const QByteArrayList &objects);

} // namespace cli
