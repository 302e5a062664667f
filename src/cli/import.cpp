// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/exitcode.h"
#include "report/importing.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace cli {
namespace {

using core::Result;

/// A path in `folder` at which nothing stands, named after the template.
QString freePath(const QDir &folder, const QString &name, const store::Files &files)
{
    static const QRegularExpression unusual(u"[^\\p{L}\\p{N}._-]+"_s);
    QString stem = QString(name).replace(unusual, u"-"_s).left(80);
    while (stem.startsWith(u'.') || stem.startsWith(u'-'))
        stem.remove(0, 1);
    if (stem.isEmpty())
        stem = u"imported"_s;
    QString path = folder.filePath(stem + ".json"_L1);
    for (int number = 2; files.kindOf(path) != store::PathKind::Missing; ++number)
        path = folder.filePath("%1-%2.json"_L1.arg(stem, QString::number(number)));
    return path;
}

/// Writes one template. False when it could not be, which has been told.
bool write(const report::ImportedTemplate &imported, const QDir &folder, const World &world)
{
    const QString path = freePath(folder, imported.content.name, world.files);
    const Result<QByteArray> text = session::templateText(imported.content);
    if (!text) {
        world.console.complain(path, text.error().message);
        return false;
    }
    const Result<store::Saved> saved = world.files.save(path, *text);
    if (!saved) {
        world.console.complain(path, saved.error().message);
        return false;
    }
    for (const QString &notice : imported.notices)
        world.console.complain(path, notice);
    return world.console.print(path.toUtf8() + '\n');
}

/// The requests of one file; gives its exit code.
int importOne(const QString &file, const QDir &folder, const World &world)
{
    const Result<store::FileContent> content = world.files.readText(file);
    const QDir beside = QFileInfo(file).absoluteDir();
    const auto readBody = [&](const QString &name) -> Result<QByteArray> {
        const Result<store::FileContent> body = world.files.readText(beside.filePath(name));
        return body ? Result<QByteArray>(body->bytes) : body.error();
    };
    const Result<report::Import> import
        = content ? report::importText(content->bytes, readBody) : Result<report::Import>(content.error());
    if (!import) {
        world.console.complain(file, import.error().message);
        return import.error().code == core::Error::Code::Refused ? exitCode::refused : exitCode::unusable;
    }
    if (import->skipped > 0) {
        const QString text = QCoreApplication::translate(
            "cli", "%n request(s) or command(s) beside those do not post a session and were left out.", nullptr,
            import->skipped);
        world.console.complain(file, text);
    }
    const bool areWritten = std::all_of(import->templates.cbegin(), import->templates.cend(),
                                        [&](const report::ImportedTemplate &one) { return write(one, folder, world); });
    return areWritten ? exitCode::ok : exitCode::unusable;
}

} // namespace

int importFiles(const ImportOptions &options, const World &world)
{
    if (world.files.kindOf(options.folder) != store::PathKind::Folder) {
        world.console.complain(options.folder,
                               QCoreApplication::translate("cli", "There is no such folder. Make it first."));
        return exitCode::unusable;
    }
    int code = exitCode::ok;
    for (const QString &file : options.files)
        code = std::max(code, importOne(file, QDir(options.folder), world));
    return code;
}

} // namespace cli
