// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/field.h"

#include "edm/datetimeoffset.h"
#include "edm/duration.h"
#include "present/documentcontroller.h"

#include <QCoreApplication>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;
using session::FieldState;

namespace present {
namespace {

struct StateRow
{
    FieldState state;
    const char *text;
    QStringView sign;
};

constexpr StateRow states[] = {
    {FieldState::NotSent, QT_TRANSLATE_NOOP("present::Field", "not sent"), u"\u2013"},
    {FieldState::Null, QT_TRANSLATE_NOOP("present::Field", "null"), u"\u2205"},
    {FieldState::Empty, QT_TRANSLATE_NOOP("present::Field", "empty"), u"\u25a1"},
    {FieldState::Value, QT_TRANSLATE_NOOP("present::Field", "value"), u"="},
    {FieldState::OtherJson, QT_TRANSLATE_NOOP("present::Field", "other JSON"), u"{ }"},
};

const StateRow &rowOf(FieldState state)
{
    for (const StateRow &row : states) {
        if (row.state == state)
            return row;
    }
    Q_UNREACHABLE();
}

QString tr(const char *text)
{
    return QCoreApplication::translate("present::Field", text);
}

QString counted(qsizetype number, const QString &one, const QString &many)
{
    return number == 1 ? one : many.arg(number);
}

} // namespace

QString stateText(FieldState state)
{
    return tr(rowOf(state).text);
}

QString stateSign(FieldState state)
{
    return rowOf(state).sign.toString();
}

QString objectSummary(const QJsonObject &object)
{
    const QString type = object.value("@odata.type"_L1).toString();
    const qsizetype members = object.size() - (object.contains("@odata.type"_L1) ? 1 : 0);
    const QString count = members == 0 ? tr("no members") : counted(members, tr("1 member"), tr("%1 members"));
    return type.isEmpty() ? count : edm::shortName(edm::typeNameOf(type)) + ", "_L1 + count;
}

QString findingSentence(const session::Finding &finding)
{
    return finding.message + " ("_L1 + session::sourceText(finding.source) + u')';
}

QString sectionSummary(const DocumentController &document, const json::Pointer &pointer)
{
    const QJsonValue value = document.document().value(pointer);
    const FieldState state = session::stateOf(value, session::Shape::Object);
    if (state != FieldState::Value)
        return stateText(state);
    QStringList parts{objectSummary(value.toObject())};
    if (const qsizetype aside = document.document().keptAside(pointer).size())
        parts += tr("%1 kept aside").arg(aside);
    const QList<session::Finding> &findings = document.findings();
    const auto count = [&](session::Severity severity) {
        return std::count_if(findings.cbegin(), findings.cend(), [&](const session::Finding &finding) {
            return finding.severity == severity && pointer.contains(finding.pointer);
        });
    };
    if (const qsizetype errors = count(session::Severity::Error))
        parts += counted(errors, tr("1 error"), tr("%1 errors"));
    if (const qsizetype warnings = count(session::Severity::Warning))
        parts += counted(warnings, tr("1 warning"), tr("%1 warnings"));
    return parts.join(", "_L1);
}

QString durationText(const DocumentController &document)
{
    const auto ticksOf = [&document](const QString &name) {
        return edm::DateTimeOffset::ticksOf(document.document().value(json::Pointer::fromPath(name)).toString());
    };
    const std::optional<qint64> start = ticksOf(u"startDateTime"_s);
    const std::optional<qint64> end = ticksOf(u"endDateTime"_s);
    if (!start || !end)
        return tr("known once start and end are times");
    const QString text = tr("%1, %2 ticks of 100 ns").arg(edm::clockText(*end - *start)).arg(*end - *start);
    return *end < *start ? tr("%1 (ends before it starts)").arg(text) : text;
}

} // namespace present
