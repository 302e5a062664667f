// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/baselinefile.h"

#include <QCoreApplication>
#include <QFile>

namespace store {

using core::Result;
using session::Baseline;

Result<std::optional<Baseline>> readBaselineBeside(const QString &path, const Files &files)
{
    const QString place = session::baselinePath(path);
    if (files.kindOf(place) == PathKind::Missing)
        return std::optional<Baseline>();
    const Result<FileContent> content = files.readText(place);
    if (!content)
        return content.error();
    const Result<Baseline> baseline = session::readBaseline(content->bytes);
    return baseline ? Result<std::optional<Baseline>>(*baseline) : baseline.error();
}

core::Status saveBaselineBeside(const QString &path, const Baseline &baseline, const Files &files)
{
    const Result<QByteArray> text = session::baselineText(baseline);
    if (!text)
        return text.error();
    const Result<Saved> saved = files.save(session::baselinePath(path), *text);
    return saved ? core::ok() : core::Status(saved.error());
}

core::Status trashBaselineBeside(const QString &path)
{
    QFile file(session::baselinePath(path));
    if (file.moveToTrash())
        return core::ok();
    const QString text = QCoreApplication::translate(
        "store", "The baseline could not be moved to the trash, and stays where it is: %1.");
    return core::Error{core::Error::Code::File, text.arg(file.errorString()), file.fileName()};
}

} // namespace store
