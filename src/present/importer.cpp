// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/importer.h"

#include "present/prompter.h"
#include "present/workspace.h"
#include "report/importing.h"
#include "store/files.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace present {

Importer::Importer(Workspace &workspace, const store::Files &files, Prompter &prompter, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_files(files)
    , m_prompter(prompter)
{ }

void Importer::importFile()
{
    const QString folder = QFileInfo(m_workspace.current().file().path()).absolutePath();
    const std::optional<QString> path = m_prompter.askOpenPath(folder, Prompter::FileKind::Requests);
    if (!path)
        return;
    const QString beside = QFileInfo(*path).absolutePath();
    const auto readBody = [this, beside](const QString &name) -> core::Result<QByteArray> {
        const QString file = QDir::cleanPath(QDir(beside).absoluteFilePath(name));
        if (!file.startsWith(beside + u'/')) {
            return core::Error{core::Error::Code::Input,
                               tr("A command reads its body from a file that lies elsewhere. Put that file beside the "
                                  "one with the command, name it so, and import again."),
                               file};
        }
        const core::Result<store::FileContent> body = m_files.readText(file);
        return body ? core::Result<QByteArray>(body->bytes) : body.error();
    };
    const core::Result<store::FileContent> content = m_files.readText(*path);
    take(content ? report::importText(content->bytes, readBody) : core::Result<report::Import>(content.error()),
         QFileInfo(*path).fileName());
}

void Importer::importText(const QByteArray &text)
{
    const auto readNothing = [](const QString &) -> core::Result<QByteArray> {
        return core::Error{core::Error::Code::Input,
                           tr("The command reads its body from a file, which a pasted one may not. Save the command "
                              "beside that file, and import it from there."),
                           {}};
    };
    take(report::importText(text, readNothing), tr("the clipboard"));
}

void Importer::take(const core::Result<report::Import> &import, const QString &from)
{
    if (!import) {
        Q_EMIT told(tr("Nothing was imported from %1. %2").arg(from, import.error().message));
        return;
    }
    QStringList sentences;
    sentences.reserve(import->templates.size());
    int count = 0;
    for (const report::ImportedTemplate &imported : import->templates) {
        const core::Result<QByteArray> text = session::templateText(imported.content);
        if (!text) {
            sentences += tr("%1 was left out: %2").arg(imported.content.name, text.error().message);
            continue;
        }
        m_workspace.startWith(*text, imported.content.name);
        m_workspace.current().controller().draft().markUnsaved(); // it is nowhere else yet
        sentences += imported.notices;
        ++count;
    }
    if (import->skipped > 0)
        sentences
            += tr("%n request(s) or command(s) that do not post a session were left out.", nullptr, import->skipped);
    sentences.removeDuplicates();
    sentences.prepend(tr("%n template(s) imported from %1, not saved yet.", nullptr, count).arg(from));
    Q_EMIT told(sentences.join(u' '));
}

} // namespace present
