// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/libraryscan.h"

#include <QAbstractItemModel>

#include <vector>

namespace present {

/// A row of the library.
struct LibraryRow
{
    enum class Kind {
        Gallery, ///< The heading of what comes with the program.
        GalleryItem,
        AddedFolder, ///< A folder that the tester added.
        Folder, ///< One below it.
        File,
        Environments, ///< The heading of all environments that were found.
        Environment,
    };

    Kind kind = Kind::File;
    QString path; ///< Empty where there is none on the disk.
    qsizetype galleryItem = -1; ///< Its place in store::gallery().
    QString name; ///< What the row is called: the template's name, else the file's.
    QString description;
    QStringList tags;
    QString problem; ///< A sentence; empty when there is none.
};

/// The library as a tree: the gallery, then the tester's folders, then the environments that lie in them. It shows what
/// fits a filter and the folders on the way there; after each change of that the model is reset.
class LibraryModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    explicit LibraryModel(QObject *parent = nullptr);

    /// Shows what was found. Rows stay as they are when only words have changed.
    void setListing(const LibraryScan::Listing &listing);

    /// Words of the entries from `first` on. A filter sees them when wordsAreComplete().
    void setWords(qsizetype first, const QList<store::LibraryWords> &words);
    void wordsAreComplete();

    /// Shows what has all words of `filter` in its name, file name, tags or description.
    void setFilter(const QString &filter);
    bool isFiltered() const { return !m_filter.isEmpty(); }

    /// The row of a valid index.
    const LibraryRow &at(const QModelIndex &index) const;

    /// The row of the file or folder at `path`; not valid when it is not shown.
    QModelIndex indexOf(const QString &path) const;

    /// True when a folder holds a file, whether it is shown or not.
    bool hasFiles() const;

    /// All about a row for a person, several lines: name, description, tags, path, what is wrong.
    static QString about(const LibraryRow &row);

    int columnCount(const QModelIndex &parent = {}) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;

    /// The accessible text is all about the row as one line.
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::CopyAction; }
    Qt::DropActions supportedDragActions() const override { return Qt::CopyAction; }
    bool canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                         const QModelIndex &parent) const override;

    /// Takes nothing by itself: filesDropped() asks for it.
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

Q_SIGNALS:
    /// Files were dropped on `folder`.
    void filesDropped(const QStringList &paths, const QString &folder);

private:
    struct Node
    {
        LibraryRow row;
        QString searched; ///< What a filter looks into, case-folded.
        qsizetype parent = -1;
        QList<qsizetype> children;
        QList<qsizetype> shown; ///< Those of the children that fit the filter.
        int place = 0; ///< In the parent's shown ones.
    };

    qsizetype append(qsizetype parent, LibraryRow row);
    void build();
    void appendGallery();
    void appendEntries();
    void putWords(qsizetype entry);
    bool fits(const Node &node, const QStringList &words) const;
    void applyFilter();
    void refilter();
    QModelIndex indexOfNode(qsizetype node) const;
    qsizetype nodeOf(const QModelIndex &index) const;
    QString folderAt(const QModelIndex &index) const;

    LibraryScan::Listing m_listing;
    std::vector<Node> m_nodes; ///< The first is above all others, and no row.
    QList<qsizetype> m_nodeOfEntry;
    QString m_filter;
};

} // namespace present
