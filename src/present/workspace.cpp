// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/workspace.h"

#include "present/environmentcontroller.h"
#include "present/templaterequest.h"

#include <QFileInfo>

#include <algorithm>

namespace present {

Workspace::Workspace(OpenDocument::Services services, QObject *parent)
    : QObject(parent)
    , m_services(std::move(services))
{
    m_current = &add(0);
}

Workspace::~Workspace() = default;

int Workspace::indexOf(const OpenDocument &document) const
{
    const auto found = std::find_if(m_documents.begin(), m_documents.end(),
                                    [&document](const auto &mine) { return mine.get() == &document; });
    Q_ASSERT(found != m_documents.end());
    return static_cast<int>(found - m_documents.begin());
}

QString Workspace::title(int index) const
{
    const DocumentFile &file = at(index).file();
    const QString name = file.name();
    int before = 0;
    bool isAlone = true;
    for (int i = 0; i < count(); ++i) {
        if (i == index || at(i).file().name() != name)
            continue;
        isAlone = false;
        if (i < index && at(i).file().path().isEmpty())
            ++before;
    }
    if (!file.path().isEmpty())
        return isAlone ? name : tr("%1 in %2").arg(name, QFileInfo(QFileInfo(file.path()).path()).fileName());
    return before == 0 ? name : tr("%1 (%2)").arg(name, QString::number(before + 1));
}

void Workspace::activate(int index)
{
    OpenDocument *document = &at(index);
    if (document == m_current)
        return;
    m_current->controller().document().endMerge();
    m_current = document;
    Q_EMIT currentChanged();
}

void Workspace::move(int from, int to)
{
    std::unique_ptr<OpenDocument> document = std::move(m_documents.at(static_cast<size_t>(from)));
    m_documents.erase(m_documents.begin() + from);
    m_documents.insert(m_documents.begin() + to, std::move(document));
    Q_EMIT titlesChanged(); // equal names are counted in the order of the tabs
}

OpenDocument &Workspace::add(int place)
{
    OpenDocument &document
        = **m_documents.insert(m_documents.begin() + place, std::make_unique<OpenDocument>(m_services));
    document.file().startWith("{}", {});
    // What is typed in the toolbar goes on; what a template says is its own. Who sends is set when it becomes current.
    if (m_current && !m_current->controller().draft().isTemplate()) {
        document.controller().setTarget(m_current->controller().target());
        document.controller().setAuthorization({}, m_current->controller().environment());
    }
    connect(&document, &OpenDocument::titleChanged, this, &Workspace::titlesChanged);
    connect(&document.file(), &DocumentFile::nameChanged, this, [this, file = &document.file()] {
        if (!file->path().isEmpty())
            Q_EMIT fileUsed(file->path());
    });
    Q_EMIT opened(place);
    return document;
}

/// Where the next document opens: in the place of an untouched current one, else at `place`.
OpenDocument &Workspace::fresh(int place)
{
    return m_current->isUntouched() ? *m_current : add(place);
}

void Workspace::startNew()
{
    startWith("{}", {});
}

void Workspace::startFrom(const store::GalleryItem &item)
{
    startWith(item.text(), item.name);
}

void Workspace::startWith(const QByteArray &bytes, const QString &title)
{
    OpenDocument &document = fresh(count());
    document.file().startWith(bytes, title);
    activate(indexOf(document));
}

void Workspace::recover(const session::Unsaved &unsaved)
{
    const int open = unsaved.path.isEmpty() ? -1 : indexOfFile(unsaved.path);
    OpenDocument &document = open >= 0 && !at(open).isModified() ? at(open) : fresh(count());
    document.file().recover(unsaved);
    DocumentController &controller = document.controller();
    const exchange::Environment &environment = m_services.environments.current();
    const exchange::Target usual{m_services.environments.baseUrl(), environment.apiVersion, environment.callRecordId,
                                 exchange::PathChoice::Sessions};
    controller.setTarget(targetOf(controller.draft().target(), usual));
    controller.setAuthorization({}, environment.name); // who sends is set when it becomes current
    if (&document == m_current)
        Q_EMIT currentChanged(); // whoever shows it shows the target that it had before
    else
        activate(indexOf(document));
}

void Workspace::open()
{
    const QString folder = QFileInfo(m_current->file().path()).absolutePath();
    if (const std::optional<QString> path = m_services.prompter.askOpenPath(folder, Prompter::FileKind::Session))
        openPath(*path);
}

bool Workspace::openPath(const QString &path)
{
    const core::Status loaded = load(path);
    if (!loaded)
        m_services.prompter.tellProblem(tr("Not opened"), path, loaded.error().message);
    return loaded.has_value();
}

core::Status Workspace::load(const QString &path)
{
    const core::Result<int> found = placeFor(path, count());
    if (found)
        activate(*found);
    return found ? core::ok() : found.error();
}

core::Status Workspace::loadAt(const QString &path, int place)
{
    const core::Result<int> found = placeFor(path, std::min(place, count()));
    return found ? core::ok() : found.error();
}

/// Where the file at `path` is open, now at the latest; a new document gets the place `place`.
core::Result<int> Workspace::placeFor(const QString &path, int place)
{
    if (const int open = indexOfFile(path); open >= 0)
        return open;
    const core::Result<store::FileContent> content = m_services.files.readText(path);
    if (!content)
        return content.error();
    OpenDocument &document = fresh(place);
    document.file().startFile(*content, path);
    return indexOf(document);
}

int Workspace::indexOfFile(const QString &path) const
{
    const QString wanted = QFileInfo(path).canonicalFilePath();
    for (int i = 0; !wanted.isEmpty() && i < count(); ++i) {
        const QString &mine = at(i).file().path();
        if (!mine.isEmpty() && QFileInfo(mine).canonicalFilePath() == wanted)
            return i;
    }
    return -1;
}

void Workspace::followRename(const QString &from, const QString &to)
{
    for (const std::unique_ptr<OpenDocument> &document : m_documents)
        document->file().followRename(from, to);
}

bool Workspace::close(int index)
{
    OpenDocument &document = at(index);
    if (document.file().isUnsaved())
        activate(index); // so that the question is about what shows
    if (!document.file().mayLoseDocument())
        return false;
    document.cancel();
    if (count() == 1)
        add(1);
    const int going = indexOf(document);
    if (&document == m_current)
        activate(going + 1 < count() ? going + 1 : going - 1);
    Q_EMIT closing(going);
    m_documents.erase(m_documents.begin() + going);
    Q_EMIT titlesChanged();
    return true;
}

bool Workspace::mayLoseAll()
{
    QList<OpenDocument *> modified;
    QStringList names;
    for (int i = 0; i < count(); ++i) {
        if (at(i).file().isUnsaved()) {
            modified += &at(i);
            names += title(i);
        }
    }
    if (modified.isEmpty())
        return true;
    if (modified.size() == 1) {
        activate(indexOf(*modified.constFirst()));
        return modified.constFirst()->file().mayLoseDocument();
    }
    switch (m_services.prompter.askAboutLosses(names)) {
    case Prompter::LossAnswer::Save:
        return saveAll(modified);
    case Prompter::LossAnswer::Discard:
        return true;
    case Prompter::LossAnswer::Cancel:
        return false;
    }
    Q_UNREACHABLE();
}

bool Workspace::saveAll(const QList<OpenDocument *> &documents)
{
    return std::all_of(documents.begin(), documents.end(), [this](OpenDocument *document) {
        activate(indexOf(*document)); // it may ask for a path, and that is about what shows
        return document->file().save();
    });
}

void Workspace::cancelAll()
{
    for (const std::unique_ptr<OpenDocument> &document : m_documents)
        document->cancel();
}

void Workspace::setSchema(const std::shared_ptr<const edm::Schema> &schema)
{
    m_services.schema = schema;
    for (const std::unique_ptr<OpenDocument> &document : m_documents)
        document->controller().setSchema(schema);
}

} // namespace present
