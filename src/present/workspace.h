// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/opendocument.h"

#include <vector>

namespace present {

/// The open documents in the order of their tabs. There is always one, and one of them is current: the one that the
/// window's actions speak to.
class Workspace : public QObject
{
    Q_OBJECT

public:
    /// Begins with one empty document.
    explicit Workspace(OpenDocument::Services services, QObject *parent = nullptr);
    ~Workspace() override;

    int count() const { return static_cast<int>(m_documents.size()); }
    OpenDocument &at(int index) const { return *m_documents.at(static_cast<size_t>(index)); }
    OpenDocument &current() const { return *m_current; }
    int currentIndex() const { return indexOf(*m_current); }
    int indexOf(const OpenDocument &document) const;

    /// The name of the document at `index`, told apart from others of the same name: by the folder, or by a number.
    QString title(int index) const;

    /// Makes the document at `index` the current one.
    void activate(int index);

    /// Makes the next document the current one, or the one before, and round.
    void activateNext() { activate((currentIndex() + 1) % count()); }
    void activatePrevious() { activate((currentIndex() + count() - 1) % count()); }

    /// Gives the document at `from` the place `to`.
    void move(int from, int to);

    /// Opens an empty document. As all that opens one: in the place of the current document while that is untouched,
    /// else beside the others; and it becomes the current one.
    void startNew();
    void startFrom(const store::GalleryItem &item);

    /// Opens `bytes`, which have no file yet. `title` stands where the file's name would.
    void startWith(const QByteArray &bytes, const QString &title);

    /// Opens what a crash left of a document.
    void recover(const session::Unsaved &unsaved);

    /// Asks for a path and opens it.
    void open();

    /// Opens the file at `path`; one that is open already becomes the current one. False when it cannot be opened,
    /// which is told.
    bool openPath(const QString &path);

    /// As openPath(), without telling.
    core::Status load(const QString &path);

    /// As load(), but the current document stays the current one, unless it gives its place away, and a new one gets
    /// the place `place` among the tabs.
    core::Status loadAt(const QString &path, int place);

    /// The file or folder `from` is called `to` now: what is open from there is saved there.
    void followRename(const QString &from, const QString &to);

    /// Closes the document at `index`, after asking about changes; what is in flight there is given up. False when the
    /// person changed his mind.
    bool close(int index);

    /// True when all documents may go: it asks once about those with changes.
    bool mayLoseAll();

    /// Gives up all requests in flight.
    void cancelAll();

    /// The schema by which all documents are edited and judged.
    const std::shared_ptr<const edm::Schema> &sharedSchema() const { return m_services.schema; }
    void setSchema(const std::shared_ptr<const edm::Schema> &schema);

Q_SIGNALS:
    void opened(int index);

    /// The document at `index` is about to go; it is not the current one any more.
    void closing(int index);
    void currentChanged();

    /// Of any document.
    void titlesChanged();

    /// A document was opened from the file at `path`, or saved there.
    void fileUsed(const QString &path);

private:
    OpenDocument &add(int place);
    OpenDocument &fresh(int place);
    core::Result<int> placeFor(const QString &path, int place);
    int indexOfFile(const QString &path) const;
    bool saveAll(const QList<OpenDocument *> &documents);

    OpenDocument::Services m_services;
    std::vector<std::unique_ptr<OpenDocument>> m_documents;
    OpenDocument *m_current = nullptr;
};

} // namespace present
