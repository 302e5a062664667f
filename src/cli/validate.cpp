// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/drawing.h"
#include "cli/exitcode.h"
#include "cli/issue.h"
#include "cli/orderedjson.h"
#include "cli/requestplan.h"
#include "present/templaterequest.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace cli {
namespace {

QByteArray lineOf(const QString &file, const Issue &issue)
{
    const QString place = issue.position
        ? QString::number(issue.position->line) + ':'_L1 + QString::number(issue.position->column)
        : issue.pointer.value_or(QString());
    const QString line = file + ':'_L1 + place + ": "_L1 + session::severityName(issue.severity) + ": "_L1
        + issue.message + " ["_L1 + issue.rule + ']'_L1;
    return onOneLine(line).toUtf8() + '\n';
}

QByteArray objectOf(const QString &file, const Issue &issue)
{
    const QJsonValue null(QJsonValue::Null);
    OrderedJson object;
    object.add("file"_L1, file);
    object.add("pointer"_L1, issue.pointer ? QJsonValue(*issue.pointer) : null);
    object.add("line"_L1, issue.position ? QJsonValue(issue.position->line) : null);
    object.add("column"_L1, issue.position ? QJsonValue(issue.position->column) : null);
    object.add("severity"_L1, QString(session::severityName(issue.severity)));
    object.add("rule"_L1, issue.rule);
    object.add("message"_L1, issue.message);
    return object.text();
}

/// A template is judged with values for its placeholders, as it would be sent.
QList<Issue> issuesAbout(const SessionFile &file, const ValidateOptions &options, const World &world)
{
    const exchange::Target target = targetOf(options.target, file.content, targetToDrawFor(options.target, world));
    const core::Result<QByteArray> session = present::sessionOf(
        file.content, present::drawnNow(world.client.clock(), target.callRecordId, options.target.variables));
    return session ? issuesOf(*session) : QList<Issue>{issueOf(session.error())};
}

} // namespace

int validate(const ValidateOptions &options, const World &world)
{
    const bool isJson = options.output == ListOutput::Json;
    int code = exitCode::ok;
    QByteArray text;
    QByteArrayList objects;
    for (const QString &file : options.files) {
        const core::Result<SessionFile> read = readSessionFile(file, world.files);
        if (!read) {
            world.console.complain(file, read.error().message);
            code = exitCode::unusable;
            continue;
        }
        const QList<Issue> issues = issuesAbout(*read, options, world);
        for (const Issue &issue : issues) {
            if (issue.severity == session::Severity::Error)
                code = std::max(code, exitCode::foundErrors);
            if (isJson)
                objects.append(objectOf(file, issue));
            else
                text += lineOf(file, issue);
        }
    }
    if (isJson)
        text = arrayOf(objects);
    return world.console.print(text) ? code : exitCode::unusable;
}

} // namespace cli
