// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/graphform.h"

#include "edm/builtinschema.h"
#include "edm/datetimeoffset.h"
#include "sandbox/textedit.h"

#include <QSet>

#include <optional>

namespace sandbox {

using namespace Qt::StringLiterals;

namespace {

/// The names that are a time wherever a session has them: in this schema no name is a time here and something else
/// there.
QSet<QString> timeNames(const edm::Schema &schema)
{
    QSet<QString> names;
    const QStringList types = schema.reachableFrom(edm::sessionTypeName);
    for (const QString &type : types) {
        const QList<const edm::Property *> properties = schema.allProperties(type);
        for (const edm::Property *property : properties) {
            if (property->type.name == "Edm.DateTimeOffset"_L1)
                names.insert(property->name);
        }
    }
    return names;
}

std::optional<TextEdit> timeEdit(const json::Index &body, qsizetype value)
{
    if (body.at(value).kind != json::Kind::String)
        return std::nullopt;
    const auto time = edm::DateTimeOffset::parse(body.string(value));
    if (!time || !time->ticks())
        return std::nullopt;
    return TextEdit{body.at(value).begin, body.at(value).end, '"' + edm::utcLiteral(*time->ticks()).toLatin1() + '"'};
}

} // namespace

QByteArray asGraphStores(const json::Index &body, const edm::Schema &schema)
{
    Q_ASSERT(body.isValid());
    const QSet<QString> times = timeNames(schema);
    const auto isNull = [&body](qsizetype, qsizetype value) { return body.at(value).kind == json::Kind::Null; };
    QList<TextEdit> edits;
    for (qsizetype object = 0; object < body.size(); ++object) {
        if (body.at(object).kind != json::Kind::Object)
            continue;
        edits.append(removals(body, object, isNull));
        for (qsizetype name = body.firstChild(object); name >= 0; name = body.nextChild(object, name)) {
            if (!times.contains(body.string(name)))
                continue;
            if (const auto edit = timeEdit(body, name + 1))
                edits.append(*edit);
        }
    }
    return edited(body.text(), edits);
}

} // namespace sandbox
