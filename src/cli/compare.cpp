// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/compare.h"
#include "cli/commands.h"
#include "cli/exitcode.h"
#include "cli/orderedjson.h"
#include "cli/sessionfile.h"
#include "edm/builtinschema.h"
#include "json/scanner.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace cli {
namespace {

using session::ComparedPlace;
using session::Comparison;

core::Error notJson(const json::Fault &fault)
{
    const QString text = QCoreApplication::translate("cli", "This is not JSON at %1:%2: %3.");
    return {core::Error::Code::Input,
            text.arg(QString::number(fault.position.line), QString::number(fault.position.column), fault.reason),
            {}};
}

/// The JSON text in a file, as it stands; of a template, its session with the placeholders as they are.
core::Result<json::Index> indexOf(const QString &file, const World &world)
{
    const core::Result<SessionFile> read = readSessionFile(file, world.files);
    if (!read)
        return read.error();
    json::Index index = json::scan(read->content.body);
    if (!index.isValid())
        return notJson(*index.fault());
    return index;
}

/// The values on one line: `1.10 → 1.1`, or the one there is.
QString valuesOf(const Comparison &comparison, const ComparedPlace &place)
{
    QStringList values{comparison.sentText(place), comparison.returnedText(place)};
    values.removeAll(QString());
    if (place.kind() == session::ComparisonKind::Same)
        values.removeLast();
    return values.join(u" → "_s);
}

/// The pointer is one into the file that the line names: what was added stands in the returned one.
QByteArray lineOf(const CompareOptions &options, const Comparison &comparison, const ComparedPlace &place)
{
    const session::ComparisonRuleRow &rule = session::rowOf(place.rule);
    const QString &file = place.sent < 0 ? options.returned : options.sent;
    const QString line = file + ':'_L1 + comparison.pointer(place).toString() + ": "_L1 + session::kindName(rule.kind)
        + ": "_L1 + valuesOf(comparison, place) + " ["_L1 + rule.id + ']'_L1;
    return onOneLine(line).toUtf8() + '\n';
}

QByteArray objectOf(const Comparison &comparison, const ComparedPlace &place)
{
    const QByteArrayView null("null");
    OrderedJson object;
    object.add("pointer"_L1, comparison.pointer(place).toString());
    object.add("kind"_L1, QString(session::kindName(place.kind())));
    object.addText("sent"_L1, place.sent < 0 ? null : comparison.sent().raw(place.sent));
    object.addText("returned"_L1, place.returned < 0 ? null : comparison.returned().raw(place.returned));
    return object.text();
}

QByteArray listOf(const CompareOptions &options, const Comparison &comparison)
{
    QByteArray lines;
    QByteArrayList objects;
    for (const ComparedPlace &place : comparison.places()) {
        if (options.output == ListOutput::Json)
            objects.append(objectOf(comparison, place));
        else
            lines += lineOf(options, comparison, place);
    }
    return options.output == ListOutput::Json ? arrayOf(objects) : lines;
}

} // namespace

int compare(const CompareOptions &options, const World &world)
{
    const core::Result<json::Index> sent = indexOf(options.sent, world);
    if (!sent) {
        world.console.complain(options.sent, sent.error().message);
        return exitCode::unusable;
    }
    const core::Result<json::Index> returned = indexOf(options.returned, world);
    if (!returned) {
        world.console.complain(options.returned, returned.error().message);
        return exitCode::unusable;
    }
    const Comparison comparison = session::compare(*sent, *returned, edm::builtinSchema(), edm::sessionTypeName);
    if (!world.console.print(listOf(options, comparison)))
        return exitCode::unusable;
    return comparison.isKept() ? exitCode::ok : exitCode::lostSomething;
}

} // namespace cli
