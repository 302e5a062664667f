// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/library.h"

#include "session/baseline.h"
#include "session/templatefile.h"
#include "store/pathfacts.h"
#include "store/regularfile.h"
#include "json/scanner.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QFile>
#include <QSet>

#include <algorithm>
#include <cerrno>
#include <utility>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace store {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("store", text);
}

bool isListed(const QString &name)
{
    return name.endsWith(templateSuffix) && !session::isBaselinePath(name);
}

LibraryEntry::Kind kindOf(const QString &name, const PathFacts &facts)
{
    if (facts.kind == PathKind::Folder)
        return LibraryEntry::Kind::Folder;
    return name.endsWith(environmentSuffix) ? LibraryEntry::Kind::Environment : LibraryEntry::Kind::File;
}

/// Walks through folders, level by level; those behind links come last, when all the real ones are known.
class Walk
{
public:
    Walk(const std::atomic<bool> &isCancelled, qsizetype most)
        : m_isCancelled(isCancelled)
        , m_most(most)
    { }

    QList<LibraryEntry> through(const QStringList &folders)
    {
        for (const QString &folder : folders)
            add(-1, folder, PathFacts::of(folder));
        while (!m_isCancelled && (!m_real.isEmpty() || !m_linked.isEmpty())) {
            QList<Pending> &next = m_real.isEmpty() ? m_linked : m_real;
            look(next.takeFirst());
        }
        return std::move(m_entries);
    }

private:
    using Identity = std::pair<quint64, quint64>; // device and inode

    struct Pending
    {
        qsizetype place = -1;
        Identity identity;
    };

    struct Child
    {
        QString path;
        QString name;
        PathFacts facts;
    };

    void add(qsizetype parent, const QString &path, const PathFacts &facts)
    {
        const bool isAskedFor = parent < 0;
        LibraryEntry entry;
        entry.kind = isAskedFor ? LibraryEntry::Kind::Folder : kindOf(path, facts);
        entry.parent = parent;
        entry.path = path;
        const bool isFolder = facts.kind == PathKind::Folder;
        if (facts.kind == PathKind::RegularFile) {
            entry.size = facts.status.st_size;
            entry.changed = facts.status.st_mtim.tv_sec * 1'000'000'000LL + facts.status.st_mtim.tv_nsec;
        }
        if (isAskedFor && !isFolder)
            entry.problem = facts.kind == PathKind::Missing ? tr("The folder is not there.") : tr("This is no folder.");
        else if (!isFolder && facts.kind != PathKind::RegularFile)
            entry.problem = notARegularFile(facts, path).message;
        if (isFolder) {
            QList<Pending> &list = facts.isLink && !isAskedFor ? m_linked : m_real;
            list.append({m_entries.size(), {facts.status.st_dev, facts.status.st_ino}});
        }
        m_entries.append(entry);
    }

    void look(const Pending &folder)
    {
        const QString path = m_entries.at(folder.place).path;
        QString problem;
        QList<Child> children;
        if (m_seen.contains(folder.identity))
            problem = tr("This folder is listed elsewhere already.");
        else if (::access(QFile::encodeName(path).constData(), R_OK | X_OK) != 0)
            problem = tr("The folder cannot be read: %1.").arg(reasonText(errno));
        else
            children = childrenOf(path);
        m_seen.insert(folder.identity);
        if (m_entries.size() + children.size() > m_most) {
            children.resize(std::max<qsizetype>(0, m_most - m_entries.size()));
            problem = tr("Not all of this is listed: %1 files and folders are the most.").arg(m_most);
        }
        m_entries[folder.place].problem = problem;
        for (const Child &child : std::as_const(children))
            add(folder.place, child.path, child.facts);
    }

    QList<Child> childrenOf(const QString &folder)
    {
        QList<Child> children;
        QDirIterator names(folder, QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot);
        while (names.hasNext() && !m_isCancelled) {
            const QString path = names.next();
            const QString name = names.fileName();
            const PathFacts facts = PathFacts::of(path);
            if (facts.kind == PathKind::Folder || isListed(name))
                children.append({path, name, facts});
        }
        std::sort(children.begin(), children.end(), [](const Child &one, const Child &other) {
            const bool isFolder = one.facts.kind == PathKind::Folder;
            if (isFolder != (other.facts.kind == PathKind::Folder))
                return isFolder;
            const int order = one.name.compare(other.name, Qt::CaseInsensitive);
            return order != 0 ? order < 0 : one.name < other.name;
        });
        return children;
    }

    const std::atomic<bool> &m_isCancelled;
    qsizetype m_most;
    QList<LibraryEntry> m_entries;
    QList<Pending> m_real;
    QList<Pending> m_linked;
    QSet<Identity> m_seen;
};

QString textAt(const json::Index &index, qsizetype node)
{
    return node >= 0 && index.at(node).kind == json::Kind::String ? index.string(node) : QString();
}

/// Without the cost and the strictness of readTemplate(): what cannot be opened is found when it is wanted.
LibraryWords wordsIn(const QByteArray &text, QLatin1String mark)
{
    LibraryWords words;
    if (!mark.isEmpty() && !text.contains(QByteArrayView(mark.data(), mark.size())))
        return words; // most bare sessions need no look at their JSON
    const json::Index index = json::scan(text);
    if (!index.isValid() || index.at(0).kind != json::Kind::Object)
        return words;
    if (!mark.isEmpty() && index.member(0, QString(mark)) < 0)
        return words;
    words.isTemplate = !mark.isEmpty();
    words.name = textAt(index, index.member(0, u"name"));
    words.description = textAt(index, index.member(0, u"description"));
    const qsizetype tags = index.member(0, u"tags");
    if (tags < 0 || index.at(tags).kind != json::Kind::Array)
        return words;
    for (qsizetype tag = index.firstChild(tags); tag >= 0; tag = index.nextChild(tags, tag)) {
        if (const QString name = textAt(index, tag); !name.isEmpty())
            words.tags += name;
    }
    return words;
}

} // namespace

QList<LibraryEntry> listLibrary(const QStringList &folders, const std::atomic<bool> &isCancelled, qsizetype most)
{
    return Walk(isCancelled, most).through(folders);
}

LibraryWords readLibraryWords(const LibraryEntry &entry)
{
    Q_ASSERT(entry.kind != LibraryEntry::Kind::Folder);
    LibraryWords words;
    words.problem = entry.problem;
    if (words.problem.isEmpty() && entry.size > largestListed)
        words.problem = tr("Larger than %1 MiB: it opens, but is not searched.").arg(largestListed / 1024 / 1024);
    if (!words.problem.isEmpty())
        return words;
    const core::Result<QByteArray> text = readRegularFile(entry.path);
    if (!text) {
        words.problem = text.error().message;
        return words;
    }
    const bool isEnvironment = entry.kind == LibraryEntry::Kind::Environment;
    return wordsIn(*text, isEnvironment ? QLatin1String() : session::templateMark);
}

} // namespace store
