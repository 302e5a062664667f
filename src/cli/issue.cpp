// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/issue.h"

#include "cli/sessionfile.h"
#include "edm/builtinschema.h"
#include "session/findings.h"
#include "session/mergeconflict.h"
#include "session/rules.h"
#include "json/fidelity.h"
#include "json/scanner.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace cli {
namespace {

using session::Finding;
using session::Severity;

Issue issueAt(const json::Fault &fault, Severity severity)
{
    return {std::nullopt, fault.position, severity, u"json"_s, fault.reason};
}

/// Why the text is not JSON; where git left two versions, that, and at its first mark.
Issue notJson(const json::Index &index)
{
    const std::optional<session::MergeConflict> conflict = session::mergeConflictIn(index.text());
    if (!conflict)
        return issueAt(*index.fault(), Severity::Error);
    return {std::nullopt, json::Position{conflict->line, 1}, Severity::Error, u"conflict"_s, sentenceOf(*conflict)};
}

Issue issueFrom(const Finding &finding)
{
    return {finding.pointer.toString(), std::nullopt, finding.severity, finding.rule, finding.message};
}

/// Where the value of a finding begins in the text; a missing member stands where its object does.
qint64 offsetOf(const json::Index &index, json::Pointer pointer)
{
    qsizetype node = json::resolve(index, pointer);
    while (node < 0 && !pointer.isRoot()) {
        pointer = pointer.parent();
        node = json::resolve(index, pointer);
    }
    return node < 0 ? 0 : qint64(index.at(node).begin);
}

/// The number of findings that stand before a place. They come in the order of the text, so halving finds it: a pointer
/// takes a walk to resolve, and there may be a hundred thousand.
qsizetype findingsBefore(const QList<Finding> &findings, const json::Index &index, qint64 offset)
{
    const auto isBefore
        = [&index, offset](const Finding &finding) { return offsetOf(index, finding.pointer) < offset; };
    return std::partition_point(findings.cbegin(), findings.cend(), isBefore) - findings.cbegin();
}

} // namespace

Issue issueOf(const core::Error &error)
{
    return {error.detail, std::nullopt, Severity::Error, u"placeholder"_s, error.message};
}

QList<Issue> issuesOf(const QByteArray &text)
{
    const json::Index index = json::scan(text);
    if (!index.isValid())
        return {notJson(index)};
    QList<Finding> findings = session::findings(index, edm::builtinSchema(), edm::sessionTypeName);
    // A name that stands twice is among what a QJsonObject cannot hold, which knows the line as well.
    const QLatin1String again = session::rowOf(session::Rule::DuplicateName).id;
    findings.removeIf([again](const Finding &finding) { return finding.rule == again; });
    const QList<json::LossAt> losses = json::losses(index, static_cast<int>(session::mostFindings));
    QList<Issue> issues;
    issues.reserve(losses.size() + findings.size());
    qsizetype taken = 0;
    for (const json::LossAt &loss : losses) {
        const qsizetype before = findingsBefore(findings, index, loss.fault.offset);
        for (; taken < before; ++taken)
            issues.append(issueFrom(findings.at(taken)));
        issues.append(issueAt(loss.fault, Severity::Warning));
    }
    for (; taken < findings.size(); ++taken)
        issues.append(issueFrom(findings.at(taken)));
    return issues;
}

} // namespace cli
