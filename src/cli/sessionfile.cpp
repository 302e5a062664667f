// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/sessionfile.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace cli {
namespace {

using core::Error;
using core::Result;
using session::MergeConflict;
using session::TemplateFile;

/// True when one version is a template, be it one that cannot be read.
bool isOfTemplate(const MergeConflict &conflict)
{
    const auto isTemplate = [](const QByteArray &version) {
        const Result<TemplateFile> file = session::readTemplate(version);
        return !file || file->kind != TemplateFile::Kind::Session;
    };
    return isTemplate(conflict.ours) || isTemplate(conflict.theirs);
}

Error newerFormat(int format)
{
    const QString text = QCoreApplication::translate(
        "cli",
        "This is a template of format %1, and this version reads up to %2: what it does not know would be left out. "
        "Update the program to use it.");
    return {Error::Code::Input, text.arg(QString::number(format), QString::number(session::templateFormat)), {}};
}

} // namespace

QString sentenceOf(const MergeConflict &conflict)
{
    const QString text = QCoreApplication::translate(
        "cli",
        "git left two versions, “%1” and “%2”, at %n place(s), the first at line %3. Keep one of them and remove the "
        "marks.",
        nullptr, conflict.count);
    return text.arg(conflict.oursName, conflict.theirsName, QString::number(conflict.line));
}

Result<SessionFile> readSessionFile(const QString &path, const store::Files &files)
{
    const Result<store::FileContent> content = files.readText(path);
    if (!content)
        return content.error();
    Result<TemplateFile> file = session::readTemplate(content->bytes);
    if (!file)
        return file.error();
    if (file->kind == TemplateFile::Kind::Newer)
        return newerFormat(file->format);
    const bool isTemplate = file->kind == TemplateFile::Kind::Template;
    const std::optional<MergeConflict> conflict = isTemplate ? std::nullopt : session::mergeConflictIn(content->bytes);
    if (conflict && isOfTemplate(*conflict))
        return Error{Error::Code::Input, sentenceOf(*conflict), {}};
    return SessionFile{path, std::move(file)->content, isTemplate};
}

} // namespace cli
