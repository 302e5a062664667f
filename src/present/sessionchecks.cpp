// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/sessionchecks.h"

#include "present/comparisonmodel.h"
#include "session/valuejudge.h"
#include "json/scanner.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace present {
namespace {

using session::ComparedPlace;
using session::Comparison;
using session::ComparisonKind;
using session::MemberWish;

QString tr(const char *text)
{
    return QCoreApplication::translate("present::Checks", text);
}

bool isKept(const ComparedPlace &place)
{
    return place.kind() == ComparisonKind::Same || place.kind() == ComparisonKind::OtherText;
}

bool isLost(const ComparedPlace &place)
{
    return place.kind() == ComparisonKind::Changed || place.kind() == ComparisonKind::Dropped;
}

/// The pointers of the values that were changed or dropped.
QList<json::Pointer> lostPlaces(const Comparison &comparison)
{
    QList<json::Pointer> lost;
    const QList<ComparedPlace> &places = comparison.places();
    for (const ComparedPlace &place : places) {
        if (isLost(place))
            lost += comparison.pointer(place);
    }
    return lost;
}

QList<json::Pointer> wishedPlaces(const session::Expectation &expectation)
{
    QList<json::Pointer> wished;
    wished.reserve(expectation.members.size());
    for (auto member = expectation.members.keyBegin(); member != expectation.members.keyEnd(); ++member)
        wished += *json::Pointer::parse(*member);
    return wished;
}

/// The places of which nothing of its own is expected.
QList<json::Pointer> withoutWished(QList<json::Pointer> places, const session::Expectation &expectation)
{
    const QList<json::Pointer> wished = wishedPlaces(expectation);
    places.removeIf([&wished](const json::Pointer &place) {
        return std::any_of(wished.cbegin(), wished.cend(),
                           [&place](const json::Pointer &pointer) { return pointer.contains(place); });
    });
    return places;
}

/// The pointers of the values that are not as in the baseline, but for those that may differ.
QList<json::Pointer> departures(const Comparison &comparison, const session::Baseline &baseline)
{
    QList<json::Pointer> departures;
    const QList<ComparedPlace> &places = comparison.places();
    for (const ComparedPlace &place : places) {
        if (isKept(place))
            continue;
        const json::Pointer pointer = comparison.pointer(place);
        if (!session::isIgnored(baseline, pointer))
            departures += pointer;
    }
    return departures;
}

/// The first few, and how many more there are.
QString listed(const QList<json::Pointer> &pointers)
{
    constexpr qsizetype mostListed = 3;
    QStringList texts;
    texts.reserve(mostListed);
    for (const json::Pointer &pointer : pointers.first(std::min(pointers.size(), mostListed)))
        texts += pointer.isRoot() ? tr("the session") : pointer.toString();
    const QString text = texts.join(", "_L1);
    const qsizetype more = pointers.size() - texts.size();
    return more > 0 ? tr("%1 and %2 more").arg(text, QString::number(more)) : text;
}

/// Two JSON texts that no property is known for are the same by what they look like, as in docs/compare.md.
bool isSameValue(const QByteArray &wanted, QByteArrayView came, const edm::Schema &schema)
{
    const Comparison comparison
        = session::compare(json::scan(wanted), json::scan(came.toByteArray()), schema, QString());
    const QList<ComparedPlace> &places = comparison.places();
    return std::all_of(places.cbegin(), places.cend(), isKept);
}

QString shownAt(const json::Index &index, qsizetype node)
{
    return node < 0 ? tr("nothing") : session::shownValue(index, node);
}

void lookForSent(Check &check, const json::Pointer &pointer, const Examination &examination)
{
    check.expected = tr("as it was sent");
    const Comparison *comparison = examination.comparison();
    if (!comparison)
        return;
    const qsizetype sent = json::resolve(comparison->sent(), pointer);
    check.found = shownAt(examination.body(), json::resolve(examination.body(), pointer));
    if (sent < 0) {
        check.reason = tr("It was not sent.");
        return;
    }
    check.expected = session::shownValue(comparison->sent(), sent);
    const QList<json::Pointer> lost = lostPlaces(*comparison);
    check.state = metIf(std::none_of(lost.cbegin(), lost.cend(), [&pointer](const json::Pointer &place) {
        return pointer.contains(place) || place.contains(pointer);
    }));
    if (check.state == CheckState::NotMet)
        check.reason = tr("%1 did not come back as it was sent.").arg(check.subject);
}

void lookForValue(Check &check, const json::Pointer &pointer, const QByteArray &value, const Examination &examination)
{
    const json::Index wanted = json::scan(value);
    check.expected = session::shownValue(wanted, 0);
    const json::Index &body = examination.body();
    if (!body.isValid() || !examination.schema())
        return;
    const qsizetype node = json::resolve(body, pointer);
    check.found = shownAt(body, node);
    check.state = metIf(node >= 0 && isSameValue(value, body.raw(node), *examination.schema()));
    if (check.state == CheckState::NotMet)
        check.reason = tr("%1 is %2, and %3 is expected.").arg(check.subject, check.found, check.expected);
}

void lookForAbsence(Check &check, const json::Pointer &pointer, const Examination &examination)
{
    check.expected = tr("nothing");
    const json::Index &body = examination.body();
    if (!body.isValid())
        return;
    const qsizetype node = json::resolve(body, pointer);
    check.found = shownAt(body, node);
    check.state = metIf(node < 0);
    if (check.state == CheckState::NotMet)
        check.reason = tr("%1 came back, and must be absent.").arg(check.subject);
}

} // namespace

QList<Check> lookAtId(const Examination &examination)
{
    Check check;
    check.expected = tr("a text that is not empty");
    if (!examination.hasSession())
        return {check};
    const json::Index &body = examination.body();
    const qsizetype id = body.member(0, u"id");
    check.found = shownAt(body, id);
    check.state = metIf(id >= 0 && body.at(id).kind == json::Kind::String && !body.string(id).isEmpty());
    if (check.state == CheckState::NotMet)
        check.reason = tr("The session came back without an id, so that it cannot be read again.");
    return {check};
}

QList<Check> lookAtSchema(const Examination &examination)
{
    Check check;
    check.expected = tr("no error");
    if (!examination.schema() || !examination.hasSession())
        return {check};
    const QList<session::Finding> &findings = examination.findings();
    const auto isError = [](const session::Finding &finding) { return finding.severity == session::Severity::Error; };
    const qsizetype errors = std::count_if(findings.cbegin(), findings.cend(), isError);
    check.state = metIf(errors == 0);
    check.found = errors == 0 ? tr("no error") : errors == 1 ? tr("1 error") : tr("%1 errors").arg(errors);
    if (errors > 0) {
        const session::Finding &first = *std::find_if(findings.cbegin(), findings.cend(), isError);
        check.reason = tr("The session that came back is not of the schema at %1: %2")
                           .arg(first.pointer.isRoot() ? tr("its root") : first.pointer.toString(), first.message);
    }
    return {check};
}

QList<Check> lookAtReturned(const Examination &examination)
{
    Check check;
    check.expected = tr("nothing changed or dropped");
    const Comparison *comparison = examination.comparison();
    if (!comparison)
        return {check};
    check.found = ComparisonModel::summaryOf(*comparison);
    const QList<json::Pointer> lost = withoutWished(lostPlaces(*comparison), examination.expectation());
    check.state = metIf(lost.isEmpty());
    if (!lost.isEmpty())
        check.reason = tr("Not as it was sent: %1.").arg(listed(lost));
    return {check};
}

QList<Check> lookAtBaseline(const Examination &examination)
{
    const std::optional<session::Baseline> &baseline = examination.baseline();
    if (!baseline)
        return {};
    Check check;
    check.expected = tr("the accepted response");
    if (!examination.response())
        return {check};
    const Comparison *comparison = examination.baselineComparison();
    if (!comparison) { // one of the two is no JSON: then only the very same text will do
        check.state = metIf(baseline->body == examination.response()->body);
        check.found = check.state == CheckState::Met ? tr("the same text") : tr("another text");
        if (check.state == CheckState::NotMet)
            check.reason = tr("The body is another text than in the baseline.");
        return {check};
    }
    const QList<json::Pointer> places = withoutWished(departures(*comparison, *baseline), examination.expectation());
    check.state = metIf(places.isEmpty());
    check.found = ComparisonModel::summaryOf(*comparison);
    if (!places.isEmpty())
        check.reason = tr("Not as in the baseline: %1.").arg(listed(places));
    return {check};
}

QList<Check> lookAtMembers(const Examination &examination)
{
    QList<Check> checks;
    const QMap<QString, MemberWish> &members = examination.expectation().members;
    for (auto member = members.begin(); member != members.end(); ++member) {
        const json::Pointer pointer = *json::Pointer::parse(member.key());
        Check check;
        check.subject = member.key();
        switch (member->kind) {
        case MemberWish::Kind::AsSent:
            lookForSent(check, pointer, examination);
            break;
        case MemberWish::Kind::Value:
            lookForValue(check, pointer, member->value, examination);
            break;
        case MemberWish::Kind::Absent:
            lookForAbsence(check, pointer, examination);
            break;
        case MemberWish::Kind::Ignored:
            continue;
        }
        checks += check;
    }
    return checks;
}

} // namespace present
