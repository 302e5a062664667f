// SPDX-License-Identifier: GPL-3.0-or-later
// docs/promises.md F3, S6: what is kept for the case of a crash is whole, private, and offered to one run at a time.
#include "store/journal.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

class JournalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder.emplace(); }

    void nothingWritten_makesNothing()
    {
        store::Journal journal(place());
        QVERIFY(journal.remove(1));
        journal.clear();
        QVERIFY(!QDir(place()).exists());
    }

    void livingRun_isNotOffered()
    {
        store::Journal journal(place());
        QVERIFY(journal.write(1, "one"));
        QVERIFY(store::journalRemains(place()).empty());
    }

    void orderlyEnd_leavesNothing()
    {
        store::Journal journal(place());
        QVERIFY(journal.write(1, "one"));
        journal.clear();
        QVERIFY(QDir(place()).isEmpty());
    }

    void crashedRun_isOfferedWhole_toOne()
    {
        leave({"one", "two"});
        std::vector<store::JournalRemains> remains = store::journalRemains(place());
        QCOMPARE(remains.size(), size_t{1});
        QCOMPARE(remains.front().entries().size(), 2);
        QCOMPARE(remains.front().entries().at(0).bytes, "one");
        QCOMPARE(remains.front().entries().at(1).bytes, "two");
        QVERIFY(remains.front().entries().at(1).written.isValid());
        QVERIFY(store::journalRemains(place()).empty()); // the first has it
        remains.clear();
        QCOMPARE(store::journalRemains(place()).size(), size_t{1}); // and has put it back
    }

    void discarded_isGone()
    {
        leave({"one"});
        std::vector<store::JournalRemains> remains = store::journalRemains(place());
        QVERIFY(remains.front().discard());
        remains.clear();
        QVERIFY(store::journalRemains(place()).empty());
        QVERIFY(QDir(place()).isEmpty());
    }

    void removed_isNotOffered()
    {
        leave({"one"}, true);
        QVERIFY(store::journalRemains(place()).empty());
    }

    void damaged_isSetAside()
    {
        leave({"one", "two"});
        std::vector<store::JournalRemains> remains = store::journalRemains(place());
        const core::Result<QString> to = remains.front().setAside(remains.front().entries().at(0));
        QVERIFY(to);
        QVERIFY(QFile::exists(*to));
        QVERIFY(remains.front().discard());
        QVERIFY(QFile::exists(*to));
    }

    void pipe_isAProblem_andNotOpened()
    {
        leave({"one"});
        QDirIterator files(place(), {u"*.unsaved"_s}, QDir::Files, QDirIterator::Subdirectories);
        const QString file = files.next();
        QVERIFY(QFile::remove(file));
        QCOMPARE(::mkfifo(QFile::encodeName(file).constData(), 0600), 0);
        QVERIFY(store::journalRemains(place()).empty()); // it is no file, and no run keeps one
    }

    void everything_isPrivate()
    {
        const mode_t before = ::umask(0);
        store::Journal journal(place());
        const bool isWritten = journal.write(1, "one").has_value();
        ::umask(before);
        QVERIFY(isWritten);
        int looked = 0;
        QDirIterator all(place(), QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden, QDirIterator::Subdirectories);
        while (all.hasNext()) {
            struct stat status = {};
            QCOMPARE(::stat(QFile::encodeName(all.next()).constData(), &status), 0);
            QCOMPARE(status.st_mode & 077U, 0U);
            ++looked;
        }
        QCOMPARE(looked, 3); // the run's folder, its lock, its document
    }

    void folderIsAFile_isAnError()
    {
        QFile file(place());
        QVERIFY(file.open(QIODevice::WriteOnly));
        store::Journal journal(place());
        const core::Status written = journal.write(1, "one");
        QVERIFY(!written);
        QCOMPARE(written.error().code, core::Error::Code::File);
        QVERIFY(!written.error().message.isEmpty());
    }

private:
    QString place() const { return m_folder->filePath(u"journal"_s); }

    /// A run that ends without clear(), as a crash does: the system takes its lock back.
    void leave(const QList<QByteArray> &documents, bool isRemoved = false) const
    {
        store::Journal journal(place());
        quint64 number = 0;
        for (const QByteArray &bytes : documents) {
            QVERIFY(journal.write(++number, bytes));
            if (isRemoved)
                QVERIFY(journal.remove(number));
        }
    }

    std::optional<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(JournalTest)
#include "tst_journal.moc"
