// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/library.h"

#include "session/templatefile.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using store::LibraryEntry;
using store::LibraryWords;

class LibraryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void files_areListedByFolderAndName();
    void words_areReadFromTheFile_data();
    void words_areReadFromTheFile();
    void environment_isOneOfItsKind();
    void linkLoops_end();
    void linkToARealFolder_isListedOnce();
    void pipe_isListedAndNeverOpened();
    void danglingLink_saysSo();
    void largeFile_isListedUnread();
    void folderThatIsNone_saysSo_data();
    void folderThatIsNone_saysSo();
    void nestedFolders_areListedOnce();
    void cancelled_stops();
    void changedFile_isToldByItsStamp();
    void manyFiles_stopAtTheMost();

private:
    QString at(const QString &name) const { return m_folder->filePath(name); }
    void write(const QString &name, const QByteArray &bytes = "{}") const;
    QList<LibraryEntry> listed() const { return store::listLibrary({m_folder->path()}, m_isCancelled); }
    /// Paths below the folder, in the order of the list.
    QStringList names(const QList<LibraryEntry> &entries) const;
    static LibraryEntry named(const QList<LibraryEntry> &entries, const QString &end);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::atomic<bool> m_isCancelled = false;
};

void LibraryTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_folder = std::make_unique<QTemporaryDir>();
    m_isCancelled = false;
}

void LibraryTest::write(const QString &name, const QByteArray &bytes) const
{
    const QString path = at(name);
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

QStringList LibraryTest::names(const QList<LibraryEntry> &entries) const
{
    QStringList names;
    for (const LibraryEntry &entry : entries) {
        if (entry.parent >= 0)
            names += entry.path.mid(m_folder->path().size() + 1);
    }
    return names;
}

LibraryEntry LibraryTest::named(const QList<LibraryEntry> &entries, const QString &end)
{
    for (const LibraryEntry &entry : entries) {
        if (entry.path.endsWith(end))
            return entry;
    }
    qFatal("no entry %s", qPrintable(end));
}

void LibraryTest::files_areListedByFolderAndName()
{
    for (const QString &name :
         {u"b.json"_s, u"A.json"_s, u"deep/one.json"_s, u"deep/er/two.json"_s, u"A.baseline.json"_s, u"notes.txt"_s,
          u".hidden.json"_s, u".git/config.json"_s, u"team.environment.json"_s, u"Empty/x.txt"_s})
        write(name);
    const QList<LibraryEntry> entries = listed();
    QCOMPARE(names(entries),
             (QStringList{u"deep"_s, u"Empty"_s, u"A.json"_s, u"b.json"_s, u"team.environment.json"_s, u"deep/er"_s,
                          u"deep/one.json"_s, u"deep/er/two.json"_s}));
    for (qsizetype i = 0; i < entries.size(); ++i) {
        QVERIFY(entries.at(i).parent < i);
        QVERIFY2(entries.at(i).problem.isEmpty(), qPrintable(entries.at(i).problem));
    }
    QCOMPARE(entries.at(named(entries, u"two.json"_s).parent).path, at(u"deep/er"_s));
    QCOMPARE(named(entries, u"team.environment.json"_s).kind, LibraryEntry::Kind::Environment);
    QCOMPARE(named(entries, u"b.json"_s).kind, LibraryEntry::Kind::File);
    QCOMPARE(named(entries, u"b.json"_s).size, 2);
}

void LibraryTest::words_areReadFromTheFile_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<LibraryWords>("words");
    const LibraryWords bare;
    QTest::newRow("template") << R"({"name": "N", "description": "D.", "tags": ["a", "b"], "session": {"name": "x"},
                                     "sessionComposerTemplate": 1})"_ba
                              << LibraryWords{true, u"N"_s, u"D."_s, {u"a"_s, u"b"_s}, {}};
    QTest::newRow("template without words")
        << R"({"session": {}, "sessionComposerTemplate": 1})"_ba << LibraryWords{true, {}, {}, {}, {}};
    QTest::newRow("words of other kinds")
        << R"({"name": 1, "description": [], "tags": [1, "a", null, ""], "sessionComposerTemplate": 1})"_ba
        << LibraryWords{true, {}, {}, {u"a"_s}, {}};
    QTest::newRow("tags are no list") << R"({"name": "N", "tags": "a", "sessionComposerTemplate": 1})"_ba
                                      << LibraryWords{true, u"N"_s, {}, {}, {}};
    QTest::newRow("newer") << R"({"name": "N", "sessionComposerTemplate": 99})"_ba
                           << LibraryWords{true, u"N"_s, {}, {}, {}};
    QTest::newRow("bare session with a name") << R"({"name": "N"})"_ba << bare;
    QTest::newRow("mark further in") << R"({"name": "N", "a": {"sessionComposerTemplate": 1}})"_ba << bare;
    QTest::newRow("mark in a list") << R"([{"name": "N", "sessionComposerTemplate": 1}])"_ba << bare;
    QTest::newRow("no JSON") << R"({"name": "N", "sessionComposerTemplate": 1)"_ba << bare;
    QTest::newRow("damaged UTF-8") << "{\"name\": \"\xFF\", \"sessionComposerTemplate\": 1}"_ba << bare;
    QTest::newRow("empty") << ""_ba << bare;
}

void LibraryTest::words_areReadFromTheFile()
{
    QFETCH(QByteArray, text);
    QFETCH(LibraryWords, words);
    write(u"a.json"_s, text);
    QCOMPARE(store::readLibraryWords(named(listed(), u"a.json"_s)), words);
}

void LibraryTest::environment_isOneOfItsKind()
{
    write(u"t.environment.json"_s, R"({"name": "Team", "description": "D.", "tags": ["a"]})");
    const LibraryWords words = store::readLibraryWords(named(listed(), u"t.environment.json"_s));
    QCOMPARE(words, (LibraryWords{false, u"Team"_s, u"D."_s, {u"a"_s}, {}}));
}

void LibraryTest::linkLoops_end()
{
    write(u"a/b/x.json"_s);
    QVERIFY(QFile::link(m_folder->path(), at(u"a/b/up"_s)));
    QVERIFY(QFile::link(at(u"a/self"_s), at(u"a/self"_s)));
    QVERIFY(QFile::link(at(u"a/pong"_s), at(u"a/ping.json"_s)) && QFile::link(at(u"a/ping.json"_s), at(u"a/pong"_s)));
    const QList<LibraryEntry> entries = listed();
    QCOMPARE(names(entries), (QStringList{u"a"_s, u"a/b"_s, u"a/ping.json"_s, u"a/b/up"_s, u"a/b/x.json"_s}));
    QCOMPARE(named(entries, u"up"_s).problem, u"This folder is listed elsewhere already."_s);
    QVERIFY(!named(entries, u"ping.json"_s).problem.isEmpty());
}

void LibraryTest::linkToARealFolder_isListedOnce()
{
    write(u"z/deep/x.json"_s);
    QVERIFY(QFile::link(at(u"z/deep"_s), at(u"alias"_s))); // by name and by level it comes first
    const QList<LibraryEntry> entries = listed();
    QCOMPARE(names(entries), (QStringList{u"alias"_s, u"z"_s, u"z/deep"_s, u"z/deep/x.json"_s}));
    QVERIFY(!named(entries, u"alias"_s).problem.isEmpty());
    const QTemporaryDir elsewhere;
    QFile outside(elsewhere.filePath(u"out.json"_s));
    QVERIFY(outside.open(QIODevice::WriteOnly));
    QVERIFY(QFile::link(elsewhere.path(), at(u"far"_s)));
    QVERIFY(names(listed()).contains(u"far/out.json"_s));
}

void LibraryTest::pipe_isListedAndNeverOpened()
{
    QCOMPARE(::mkfifo(QFile::encodeName(at(u"pipe.json"_s)).constData(), 0600), 0);
    const LibraryEntry entry = named(listed(), u"pipe.json"_s);
    QVERIFY(!entry.problem.isEmpty());
    QCOMPARE(store::readLibraryWords(entry).problem, entry.problem);
    LibraryEntry trusted = entry; // it took a file's place since
    trusted.problem.clear();
    trusted.size = 2;
    QVERIFY(!store::readLibraryWords(trusted).problem.isEmpty());
}

void LibraryTest::danglingLink_saysSo()
{
    QVERIFY(QFile::link(at(u"nowhere"_s), at(u"a.json"_s)));
    QVERIFY(!named(listed(), u"a.json"_s).problem.isEmpty());
}

void LibraryTest::largeFile_isListedUnread()
{
    write(u"a.json"_s, R"({"name": "N", "sessionComposerTemplate": 1})");
    QVERIFY(QFile::resize(at(u"a.json"_s), store::largestListed + 1));
    const LibraryEntry entry = named(listed(), u"a.json"_s);
    QCOMPARE(entry.size, store::largestListed + 1);
    QVERIFY(entry.problem.isEmpty());
    const LibraryWords words = store::readLibraryWords(entry);
    QVERIFY(words.problem.startsWith(u"Larger than 4 MiB"_s) && words.name.isEmpty());
}

void LibraryTest::folderThatIsNone_saysSo_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("missing") << u"missing"_s;
    QTest::newRow("file") << u"a.json"_s;
}

void LibraryTest::folderThatIsNone_saysSo()
{
    QFETCH(QString, name);
    write(u"a.json"_s);
    const QList<LibraryEntry> entries = store::listLibrary({at(name)}, m_isCancelled);
    QCOMPARE(entries.size(), 1);
    QCOMPARE(entries.constFirst().kind, LibraryEntry::Kind::Folder);
    QVERIFY(!entries.constFirst().problem.isEmpty());
}

void LibraryTest::nestedFolders_areListedOnce()
{
    write(u"in/x.json"_s);
    const QList<LibraryEntry> entries = store::listLibrary({m_folder->path(), at(u"in"_s)}, m_isCancelled);
    qsizetype found = 0;
    for (const LibraryEntry &entry : entries)
        found += entry.path.endsWith("x.json"_L1) ? 1 : 0;
    QCOMPARE(found, 1);
}

void LibraryTest::cancelled_stops()
{
    write(u"x.json"_s);
    m_isCancelled = true;
    QCOMPARE(names(listed()), QStringList());
}

void LibraryTest::changedFile_isToldByItsStamp()
{
    write(u"x.json"_s, "{ }");
    const LibraryEntry before = named(listed(), u"x.json"_s);
    QCOMPARE(named(listed(), u"x.json"_s), before);
    const timespec times[] = {{1'700'000'000, 7}, {1'700'000'000, 7}};
    QCOMPARE(::utimensat(AT_FDCWD, QFile::encodeName(at(u"x.json"_s)).constData(), times, 0), 0);
    QCOMPARE(named(listed(), u"x.json"_s).changed, 1'700'000'000'000'000'007LL);
}

void LibraryTest::manyFiles_stopAtTheMost()
{
    for (const QString &name : {u"a/1.json"_s, u"a/2.json"_s, u"b/3.json"_s, u"b/4.json"_s, u"c/5.json"_s})
        write(name);
    const QList<LibraryEntry> entries = store::listLibrary({m_folder->path()}, m_isCancelled, 7);
    QCOMPARE(names(entries), (QStringList{u"a"_s, u"b"_s, u"c"_s, u"a/1.json"_s, u"a/2.json"_s, u"b/3.json"_s}));
    QVERIFY(named(entries, u"/b"_s).problem.startsWith("Not all"_L1));
    QVERIFY(named(entries, u"/c"_s).problem.startsWith("Not all"_L1));
    QVERIFY(named(entries, u"/a"_s).problem.isEmpty());
}

QTEST_GUILESS_MAIN(LibraryTest)
#include "tst_library.moc"
