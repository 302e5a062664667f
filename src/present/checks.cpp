// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/checks.h"

#include "present/responsechecks.h"
#include "present/sessionchecks.h"

#include <QCoreApplication>

#include <iterator>

using namespace Qt::StringLiterals;

namespace present {
namespace {

#define SC_TEXT(text) QT_TRANSLATE_NOOP("present::Checks", text)

constexpr CheckRow rows[] = {
    {CheckId::Arrived, "arrived"_L1, SC_TEXT("Response"), CheckDefault::Always,
     "A whole response came, whatever its status. Without one nothing else is applicable.", lookAtArrival},
    {CheckId::Status, "status"_L1, SC_TEXT("Status"), CheckDefault::Counts,
     "The status is in the expected set. Without one it is a 2xx; 204 only where the path is `$ref` or "
     "`Prefer: return=minimal` was sent. A status other than 201 and 204 gets a note.",
     lookAtStatus},
    {CheckId::ContentType, "content-type"_L1, SC_TEXT("Content type"), CheckDefault::Counts,
     "The media type is `application/json` or ends in `+json`. Applicable when the status is as expected and a body "
     "belongs to it.",
     lookAtContentType},
    {CheckId::Body, "body"_L1, SC_TEXT("Body"), CheckDefault::Counts,
     "The whole body is one JSON object by RFC 8259; with a 2xx, without a member `error`. Applicable as the one "
     "before.",
     lookAtBody},
    {CheckId::Error, "error"_L1, SC_TEXT("Error"), CheckDefault::Counts,
     "The body is an error with the expected code, of itself, a detail or an inner error, and the expected target, of "
     "itself or a detail; targets that mean the same place are the same. Only when one is expected.",
     lookAtError},
    {CheckId::Id, "id"_L1, SC_TEXT("id"), CheckDefault::Tells,
     "The session that came back has an `id`, a text that is "
     "not empty.",
     lookAtId},
    {CheckId::Schema, "schema"_L1, SC_TEXT("Schema"), CheckDefault::Tells,
     "The session that came back has no finding that is an error ([findings.md](findings.md)).", lookAtSchema},
    {CheckId::Returned, "returned"_L1, SC_TEXT("What was sent came back"), CheckDefault::Tells,
     "No value was changed or dropped ([compare.md](compare.md)). Members of which something is expected do not "
     "count here.",
     lookAtReturned},
    {CheckId::Baseline, "baseline"_L1, SC_TEXT("As in the baseline"), CheckDefault::Counts,
     "No value differs from the accepted response, was dropped from it or added to it ([compare.md](compare.md)), but "
     "for the ignored places of the baseline and the members of which something is expected. Only when there is a "
     "baseline.",
     lookAtBaseline},
    {CheckId::Member, "member"_L1, SC_TEXT("Member"), CheckDefault::Counts,
     "One for each member of which something is expected: it came back as it was sent, it has the expected value, or "
     "it "
     "is absent.",
     lookAtMembers},
    {CheckId::Header, "header"_L1, SC_TEXT("Header"), CheckDefault::Counts,
     "One for each expected header: it is there and, if a value is expected, has exactly that.", lookAtHeaders},
    {CheckId::Location, "location"_L1, SC_TEXT("Location"), CheckDefault::Tells,
     "The header is the URL of the request and the `id` of the body as one segment (OData Protocol §11.4.2). "
     "Applicable to a 201, and to another 2xx that has the header.",
     lookAtLocation},
    {CheckId::ClientRequestId, "client-request-id"_L1, SC_TEXT("client-request-id"), CheckDefault::Tells,
     "The header came back as it was sent. Applicable when it was sent.", lookAtClientRequestId},
    {CheckId::Time, "time"_L1, SC_TEXT("Time"), CheckDefault::Counts,
     "From queued to the last byte it took at most the time limit. Applicable when there is one.", lookAtTime},
};

constexpr bool isInOrder()
{
    for (size_t row = 0; row < std::size(rows); ++row) {
        if (rows[row].id != static_cast<CheckId>(row))
            return false;
    }
    return true;
}
static_assert(isInOrder());
static_assert(std::size(rows) == static_cast<size_t>(CheckId::Time) + 1);

} // namespace

const CheckRow &rowOf(CheckId id)
{
    return rows[static_cast<size_t>(id)];
}

int checkCount()
{
    return static_cast<int>(std::size(rows));
}

bool doesCount(const CheckRow &row, const session::Expectation &expectation)
{
    if (row.byDefault == CheckDefault::Always)
        return true;
    return expectation.counts.value(row.name, row.byDefault == CheckDefault::Counts);
}

QString titleOf(const Check &check)
{
    const QString title = QCoreApplication::translate("present::Checks", rowOf(check.id).title);
    return check.subject.isEmpty() ? title : title + u' ' + check.subject;
}

QList<Check> look(const CheckRow &row, const Examination &examination)
{
    QList<Check> checks = row.look(examination);
    for (Check &check : checks) {
        check.id = row.id;
        check.counts = doesCount(row, examination.expectation());
    }
    return checks;
}

QList<Check> checksOf(const Examination &examination)
{
    QList<Check> checks;
    checks.reserve(checkCount());
    for (const CheckRow &row : rows)
        checks += look(row, examination);
    return checks;
}

} // namespace present
