// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/unsaved.h"

#include "core/digest.h"
#include "session/templatefile.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace session {
namespace {

constexpr QLatin1String markKey("sessionComposerJournal");
constexpr int journalFormat = 1;
constexpr QLatin1String pathKey("path");
constexpr QLatin1String titleKey("title");
constexpr QLatin1String savedKey("savedSha256");
constexpr QLatin1String maskedKey("isMasked");
constexpr QLatin1String asideKey("keptAside");
constexpr QLatin1String besideKey("beside");
constexpr QLatin1String digestKey("textSha256");

core::Error damaged()
{
    return {core::Error::Code::Input,
            QCoreApplication::translate("session", "What was kept of an unsaved document is damaged."),
            {}};
}

bool isTemplate(const QByteArray &text)
{
    const core::Result<TemplateFile> file = readTemplate(text);
    return file && file->kind == TemplateFile::Kind::Template;
}

} // namespace

QByteArray journalBytes(const Unsaved &unsaved)
{
    QJsonObject aside;
    const QHash<json::Pointer, QJsonObject> &all = unsaved.aside.all();
    for (auto entry = all.cbegin(); entry != all.cend(); ++entry)
        aside.insert(entry.key().toString(), entry.value());
    const QJsonObject head{{markKey, journalFormat},
                           {pathKey, unsaved.path},
                           {titleKey, unsaved.title},
                           {savedKey, unsaved.savedSha256},
                           {maskedKey, unsaved.isMasked},
                           {asideKey, aside},
                           {besideKey, QString::fromUtf8(unsaved.beside)},
                           {digestKey, core::sha256(unsaved.text)}};
    return QJsonDocument(head).toJson(QJsonDocument::Compact) + '\n' + unsaved.text;
}

core::Result<Unsaved> readJournal(const QByteArray &bytes)
{
    const qsizetype end = bytes.indexOf('\n');
    if (end < 0)
        return damaged();
    const QJsonObject head = QJsonDocument::fromJson(bytes.first(end)).object();
    Unsaved unsaved;
    unsaved.text = bytes.sliced(end + 1);
    if (head.value(markKey).toInt() != journalFormat || head.value(digestKey).toString() != core::sha256(unsaved.text))
        return damaged();
    unsaved.path = head.value(pathKey).toString();
    unsaved.title = head.value(titleKey).toString();
    unsaved.savedSha256 = head.value(savedKey).toString();
    unsaved.isMasked = head.value(maskedKey).toBool();
    unsaved.beside = head.value(besideKey).toString().toUtf8();
    if (!unsaved.beside.isEmpty() && !isTemplate(unsaved.beside))
        return damaged();
    const QJsonObject aside = head.value(asideKey).toObject();
    for (auto entry = aside.begin(); entry != aside.end(); ++entry) {
        const core::Result<json::Pointer> place = json::Pointer::parse(entry.key());
        if (!place || !entry->isObject())
            return damaged();
        unsaved.aside.set(*place, entry->toObject());
    }
    return unsaved;
}

} // namespace session
