// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/openedtext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace present {
namespace {

using session::TemplateFile;

QString tr(const char *text)
{
    return QCoreApplication::translate("present::OpenedText", text);
}

OpenedText bare(const QByteArray &text, const QString &notice)
{
    OpenedText opened;
    opened.file.content.body = text;
    opened.notice = notice;
    return opened;
}

/// A side that is a template, or would be if it could be read.
bool isTemplate(const QByteArray &text)
{
    const core::Result<TemplateFile> file = session::readTemplate(text);
    return !file || file->kind != TemplateFile::Kind::Session;
}

QString sentenceOf(const session::MergeConflict &conflict)
{
    return tr("git left this template with two versions, which differ first at line %2 (places: %1). Below they stand "
              "as "
              "text; open one of them, or edit the text until no marks are left.")
        .arg(QString::number(conflict.count), QString::number(conflict.line));
}

} // namespace

OpenedText openedText(const QByteArray &text)
{
    const core::Result<TemplateFile> file = session::readTemplate(text);
    if (!file)
        return bare(text,
                    tr("This template cannot be read, so that it opens as plain text: %1").arg(file.error().message));
    OpenedText opened;
    opened.file = *file;
    if (file->kind == TemplateFile::Kind::Newer) {
        opened.notice = tr("This template has format %1, which a newer version of the program made. This one knows "
                           "format %2 and would lose what it does not know: the session can be sent and saved by "
                           "itself under another name, but the template cannot be saved.")
                            .arg(QString::number(file->format), QString::number(session::templateFormat));
    } else if (file->kind == TemplateFile::Kind::Session) {
        const std::optional<session::MergeConflict> conflict = session::mergeConflictIn(text);
        if (conflict && (isTemplate(conflict->ours) || isTemplate(conflict->theirs))) {
            opened.conflict = conflict;
            opened.notice = sentenceOf(*conflict);
        }
    }
    return opened;
}

} // namespace present
