// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/snippets.h"

#include "store/durablesave.h"
#include "store/gallery.h"
#include "json/edit.h"
#include "json/fidelity.h"
#include "json/scanner.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace store {
namespace {

constexpr QLatin1String suffix(".json");

/// What file systems allow, in bytes (NAME_MAX).
constexpr qsizetype longestName = 255 - suffix.size();

/// The object that `text` holds; empty when there is none that a QJsonObject holds unchanged.
std::optional<QJsonObject> objectIn(const QByteArray &text)
{
    const json::Index index = json::scan(text);
    if (index.fault() || !json::losses(index, 1).isEmpty())
        return {};
    return QJsonDocument::fromJson(text).object();
}

core::Status checkName(const QString &name)
{
    const bool isFileName = !name.isEmpty() && !name.startsWith(u'.') && !name.contains(u'/')
        && !name.contains(QChar::Null) && QFile::encodeName(name).size() <= longestName;
    if (isFileName)
        return core::ok();
    return core::Error{core::Error::Code::Input,
                       QCoreApplication::translate("store",
                                                   "A snippet is named as its file: without a slash, without a dot in "
                                                   "front, and not too long."),
                       name};
}

} // namespace

Snippets::Snippets(QString folder, const Files &files)
    : m_folder(std::move(folder))
    , m_files(files)
{ }

QList<Snippet> Snippets::all() const
{
    const QList<GalleryItem> items = gallerySnippets();
    const QDir folder(m_folder);
    const QStringList names = folder.entryList({u'*' + suffix}, QDir::Files, QDir::Name);
    QList<Snippet> snippets;
    snippets.reserve(items.size() + names.size());
    for (const GalleryItem &item : items)
        snippets.append({item.name, item.description, *objectIn(item.bytes()), Snippet::Origin::Gallery});
    for (const QString &name : names) {
        const core::Result<FileContent> content = m_files.readText(folder.filePath(name));
        if (const std::optional<QJsonObject> object = content ? objectIn(content->bytes) : std::nullopt)
            snippets.append({name.chopped(suffix.size()), {}, *object, Snippet::Origin::Own});
    }
    return snippets;
}

core::Status Snippets::save(const QString &name, const QJsonObject &value) const
{
    if (core::Status status = checkName(name); !status)
        return status;
    if (core::Status status = makePrivateFolder(m_folder); !status)
        return status;
    const QString path = QDir(m_folder).filePath(name + suffix);
    if (m_files.kindOf(path) != PathKind::Missing) {
        return core::Error{core::Error::Code::Input,
                           QCoreApplication::translate("store", "There is a snippet of this name already."), path};
    }
    const core::Result<Saved> saved = m_files.save(path, json::canonical(value));
    return saved ? core::ok() : core::Status(saved.error());
}

} // namespace store
