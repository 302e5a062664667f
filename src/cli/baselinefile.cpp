// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/baselinefile.h"

#include "session/baseline.h"

namespace cli {

using core::Result;
using session::Baseline;

Result<std::optional<Baseline>> baselineBeside(const SessionFile &file, const store::Files &files)
{
    const QString path = session::baselinePath(file.path);
    if (!file.isTemplate || files.kindOf(path) == store::PathKind::Missing)
        return std::optional<Baseline>();
    const Result<store::FileContent> content = files.readText(path);
    if (!content)
        return content.error();
    const Result<Baseline> baseline = session::readBaseline(content->bytes);
    return baseline ? Result<std::optional<Baseline>>(*baseline) : baseline.error();
}

core::Status acceptBaseline(const RequestPlan &plan, const exchange::Response &response, const store::Files &files)
{
    const Baseline baseline = session::acceptedBaseline(plan.file.content, response.body, plan.baseline);
    const Result<QByteArray> text = session::baselineText(baseline);
    if (!text)
        return text.error();
    const Result<store::Saved> saved = files.save(session::baselinePath(plan.file.path), *text);
    return saved ? core::ok() : core::Status(saved.error());
}

} // namespace cli
