// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/rehearsal.h"

#include <algorithm>

namespace sandbox {

using namespace Qt::StringLiterals;

const QList<RehearsalName> &rehearsals()
{
    using Kind = Rehearsal::Kind;
    static const QList<RehearsalName> table{
        {"none"_L1, {Kind::None}},
        {"stores-as-graph"_L1, {Kind::StoresAsGraph}},
        {"stores-wrongly"_L1, {Kind::StoresWrongly}},
        {"401"_L1, {Kind::Status, 401}},
        {"403"_L1, {Kind::Status, 403}},
        {"404"_L1, {Kind::Status, 404}},
        {"405"_L1, {Kind::Status, 405}},
        {"409"_L1, {Kind::Status, 409}},
        {"413"_L1, {Kind::Status, 413}},
        {"429"_L1, {Kind::Status, 429}},
        {"500"_L1, {Kind::Status, 500}},
        {"503"_L1, {Kind::Status, 503}},
        {"504"_L1, {Kind::Status, 504}},
        {"slow"_L1, {Kind::Slow}},
        {"drip"_L1, {Kind::Drip}},
        {"cut-off"_L1, {Kind::CutOff}},
        {"wrong-length"_L1, {Kind::WrongLength}},
        {"not-json"_L1, {Kind::NotJson}},
        {"html"_L1, {Kind::Html}},
        {"large"_L1, {Kind::Large}},
    };
    return table;
}

std::optional<Rehearsal> rehearsalNamed(const QString &text)
{
    const qsizetype colon = text.indexOf(u':');
    const QStringView name = QStringView(text).first(colon < 0 ? text.size() : colon);
    const QList<RehearsalName> &table = rehearsals();
    const auto row
        = std::find_if(table.cbegin(), table.cend(), [name](const RehearsalName &r) { return r.name == name; });
    if (row == table.cend())
        return std::nullopt;

    Rehearsal rehearsal = row->rehearsal;
    if (colon < 0)
        return rehearsal;
    const QStringView times = QStringView(text).sliced(colon + 1);
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    if (!std::all_of(times.begin(), times.end(), isDigit)) // toInt() alone would take "+5" and " 5"
        return std::nullopt;
    rehearsal.times = times.toInt();
    return rehearsal.times > 0 ? std::optional(rehearsal) : std::nullopt;
}

} // namespace sandbox
