// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/files.h"

#include "store/durablesave.h"
#include "store/pathfacts.h"
#include "store/regularfile.h"
#include "json/position.h"
#include "json/utf8.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <cerrno>

#include <unistd.h>

namespace store {
namespace {

/// The offset of the first byte that is not UTF-8, or -1.
qint64 firstBadByte(const QByteArray &bytes)
{
    if (bytes.isValidUtf8()) // fast, and right about "yes"
        return -1;
    const QByteArrayView text(bytes);
    qsizetype offset = 0;
    while (offset < text.size()) {
        const int length = json::utf8Length(text.sliced(offset));
        if (length == 0)
            return offset;
        offset += length;
    }
    return -1;
}

core::Result<FileContent> asText(const QByteArray &bytes, const QString &path)
{
    const qint64 offset = firstBadByte(bytes);
    if (offset < 0)
        return FileContent{bytes};
    const json::Position position = json::positionAt(bytes, offset);
    const QString text = QCoreApplication::translate(
        "store", "The file is not UTF-8 text: the byte at %1:%2 is damaged. Convert it to UTF-8 and open it again.");
    return fileError(text.arg(position.line).arg(position.column), path, 0);
}

/// Refuses what must not be replaced by a regular file, or is write-protected.
core::Status checkTarget(const PathFacts &facts, const QString &path)
{
    const bool isNew = facts.kind == PathKind::Missing && !path.isEmpty() && !path.contains(QChar::Null);
    if (isNew)
        return core::ok();
    if (facts.kind != PathKind::RegularFile)
        return notARegularFile(facts, path);
    if (::access(QFile::encodeName(path).constData(), W_OK) == 0)
        return core::ok();
    const int fault = errno;
    const QString text
        = QCoreApplication::translate("store", "Not saved: the file is write-protected. Save it under another name.");
    return fileError(text, path, fault);
}

} // namespace

PathKind LocalFiles::kindOf(const QString &path) const
{
    return PathFacts::of(path).kind;
}

core::Result<FileContent> LocalFiles::readText(const QString &path) const
{
    const core::Result<FileContent> content
        = readRegularFile(path).and_then([&path](const QByteArray &bytes) { return asText(bytes, path); });
    if (content)
        return content;
    core::Error error = content.error();
    error.code = core::Error::Code::Input;
    return error;
}

core::Result<Saved> LocalFiles::save(const QString &path, const QByteArray &bytes) const
{
    const PathFacts facts = PathFacts::of(path);
    const core::Status target = checkTarget(facts, path);
    if (!target)
        return target.error();
    // Written through a link, not over it: whoever made the link wants the file behind it.
    const QString place = facts.isLink ? QFileInfo(path).canonicalFilePath() : path;
    const core::Status saved = saveDurably(place, bytes, FileMode::Kept);
    if (!saved)
        return saved.error();
    if (facts.kind == PathKind::RegularFile && facts.status.st_nlink > 1) {
        const int others = static_cast<int>(facts.status.st_nlink - 1);
        return Saved{QCoreApplication::translate("store",
                                                 "Saved under this name. %n other name(s) (hard links) of the file "
                                                 "keep the old text.",
                                                 nullptr, others)};
    }
    return Saved{};
}

} // namespace store
