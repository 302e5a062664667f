// SPDX-License-Identifier: GPL-3.0-or-later
// The library as a tree, and the scan that fills it.
#include "present/librarymodel.h"
#include "store/gallery.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QMimeData>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;
using present::LibraryModel;
using present::LibraryRow;
using present::LibraryScan;

class LibraryModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void gallery_isThereFromTheStart();
    void files_standInTheirFolders();
    void environments_standApart();
    void words_comeLater_andRowsStay();
    void unreadFile_saysWhy();
    void filter_findsNamesTagsAndDescriptions_data();
    void filter_findsNamesTagsAndDescriptions();
    void change_onTheDisk_appears_data();
    void change_onTheDisk_appears();
    void changes_inOneGo_areOneListing();
    void hiddenLibrary_looksWhenShown();
    void tooManyFolders_areSaid();
    void manyFiles_areListedWithoutFreezing();
    void dragged_areFileUrls();
    void dropped_isAskedFor();

private:
    void write(const QString &name, const QByteArray &bytes = "{}") const;
    static QByteArray named(const char *name, const char *tags = "[]", const char *description = "");
    /// Starts listing and waits for its end.
    bool scan();
    QString at(const QString &name) const { return m_folder->filePath(name); }
    /// What is shown, a line a row, indented.
    QStringList shown(const QModelIndex &parent = {}, const QString &indent = {}) const;
    QStringList shownFiles() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<LibraryScan> m_scan;
    std::unique_ptr<LibraryModel> m_model;
};

void LibraryModelTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_folder = std::make_unique<QTemporaryDir>();
    m_scan = std::make_unique<LibraryScan>();
    m_model = std::make_unique<LibraryModel>();
    new QAbstractItemModelTester(m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_model.get());
    connect(m_scan.get(), &LibraryScan::listed, m_model.get(), &LibraryModel::setListing);
    connect(m_scan.get(), &LibraryScan::wordsRead, m_model.get(), &LibraryModel::setWords);
    connect(m_scan.get(), &LibraryScan::finished, m_model.get(), &LibraryModel::wordsAreComplete);
}

void LibraryModelTest::write(const QString &name, const QByteArray &bytes) const
{
    QVERIFY(QDir().mkpath(QFileInfo(at(name)).path()));
    QFile file(at(name));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

QByteArray LibraryModelTest::named(const char *name, const char *tags, const char *description)
{
    return QByteArray(R"({"name": ")") + name + R"(", "tags": )" + tags + R"(, "description": ")" + description
        + R"(", "session": {}, "sessionComposerTemplate": 1})";
}

bool LibraryModelTest::scan()
{
    QSignalSpy finished(m_scan.get(), &LibraryScan::finished);
    if (m_scan->folders().isEmpty())
        m_scan->setFolders({m_folder->path()});
    m_scan->refresh();
    return finished.wait();
}

QStringList LibraryModelTest::shown(const QModelIndex &parent, const QString &indent) const
{
    QStringList lines;
    for (int row = 0; row < m_model->rowCount(parent); ++row) {
        const QModelIndex index = m_model->index(row, 0, parent);
        lines += indent + index.data().toString();
        lines += shown(index, indent + u' ');
    }
    return lines;
}

QStringList LibraryModelTest::shownFiles() const
{
    return m_model->rowCount() > 1 ? shown(m_model->index(1, 0)) : QStringList();
}

void LibraryModelTest::gallery_isThereFromTheStart()
{
    QCOMPARE(m_model->rowCount(), 1);
    const QModelIndex gallery = m_model->index(0, 0);
    QCOMPARE(m_model->at(gallery).kind, LibraryRow::Kind::Gallery);
    QCOMPARE(m_model->rowCount(gallery), store::gallery().size());
    const QModelIndex second = m_model->index(1, 0, gallery);
    QCOMPARE(second.data().toString(), u"Peer-to-peer audio call \u00b7 audio, peer to peer"_s);
    QVERIFY(second.data(Qt::AccessibleTextRole).toString().contains(store::gallery().at(1).description));
    QCOMPARE(m_model->at(second).galleryItem, 1);
    QVERIFY(!m_model->hasFiles());
}

void LibraryModelTest::files_standInTheirFolders()
{
    write(u"b.json"_s, named("Second", R"(["x", "y"])"));
    write(u"a.json"_s);
    write(u"deep/c.json"_s, named("Third"));
    QVERIFY(scan());
    QCOMPARE(shownFiles(), (QStringList{u"deep"_s, u" Third"_s, u"a"_s, u"Second \u00b7 x, y"_s}));
    const QModelIndex third = m_model->indexOf(at(u"deep/c.json"_s));
    QCOMPARE(third.parent(), m_model->indexOf(at(u"deep"_s)));
    QCOMPARE(m_model->at(third).kind, LibraryRow::Kind::File);
    QVERIFY(LibraryModel::about(m_model->at(third)).contains(at(u"deep/c.json"_s)));
    QVERIFY(m_model->hasFiles());
}

void LibraryModelTest::environments_standApart()
{
    write(u"a.json"_s);
    write(u"deep/team.environment.json"_s, R"({"name": "Team"})");
    QVERIFY(scan());
    QCOMPARE(shown().mid(shown().indexOf(QFileInfo(m_folder->path()).fileName()) + 1),
             (QStringList{u" deep"_s, u" a"_s, u"Environments"_s, u" Team"_s}));
    QCOMPARE(m_model->at(m_model->indexOf(at(u"deep/team.environment.json"_s))).kind, LibraryRow::Kind::Environment);
}

void LibraryModelTest::words_comeLater_andRowsStay()
{
    write(u"a.json"_s, named("One"));
    write(u"b.json"_s);
    QVERIFY(scan());
    const QPersistentModelIndex row = m_model->indexOf(at(u"a.json"_s));
    write(u"a.json"_s, named("Another"));
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    QVERIFY(scan());
    QCOMPARE(reset.size(), 0);
    QVERIFY(changed.size() > 0);
    QVERIFY(row.isValid());
    QCOMPARE(row.data().toString(), u"Another"_s);
    write(u"c.json"_s);
    QVERIFY(scan());
    QCOMPARE(reset.size(), 1);
}

void LibraryModelTest::unreadFile_saysWhy()
{
    QVERIFY(QFile::link(u"nowhere"_s, at(u"a.json"_s)));
    m_scan->setFolders({m_folder->path(), at(u"missing"_s)});
    QVERIFY(scan());
    const LibraryRow row = m_model->at(m_model->indexOf(at(u"a.json"_s)));
    QVERIFY(!row.problem.isEmpty());
    QVERIFY(LibraryModel::about(row).endsWith(row.problem));
    QCOMPARE(m_model->indexOf(at(u"a.json"_s)).data().toString(), u"\u26a0 a"_s);
    const QModelIndex missing = m_model->indexOf(at(u"missing"_s));
    QCOMPARE(missing.data().toString(), u"\u26a0 missing"_s);
    QVERIFY(!(m_model->flags(missing) & Qt::ItemIsDropEnabled));
}

void LibraryModelTest::filter_findsNamesTagsAndDescriptions_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QStringList>("files");
    const QString first = u"Fir\u00c9 drop \u00b7 wifi, Bad"_s;
    QTest::newRow("nothing") << u" "_s << QStringList{u"deep"_s, u" "_s + first, u" bare"_s, u"Second"_s};
    QTest::newRow("name") << u"drop"_s << QStringList{u"deep"_s, u" "_s + first};
    QTest::newRow("case") << u"DROP"_s << QStringList{u"deep"_s, u" "_s + first};
    QTest::newRow("accent") << u"fir\u00e9"_s << QStringList{u"deep"_s, u" "_s + first};
    QTest::newRow("tag") << u"bad"_s << QStringList{u"deep"_s, u" "_s + first};
    QTest::newRow("description") << u"caller is gone"_s << QStringList{u"Second"_s};
    QTest::newRow("words in any order") << u"wifi drop"_s << QStringList{u"deep"_s, u" "_s + first};
    QTest::newRow("file name") << u"uno"_s << QStringList{u"deep"_s, u" "_s + first};
    QTest::newRow("bare session") << u"bare"_s << QStringList{u"deep"_s, u" bare"_s};
    QTest::newRow("the folder is no file") << u"deep"_s << QStringList();
    QTest::newRow("never of two files") << u"drop gone"_s << QStringList();
}

void LibraryModelTest::filter_findsNamesTagsAndDescriptions()
{
    QFETCH(QString, filter);
    QFETCH(QStringList, files);
    write(u"deep/a uno.json"_s, named("Fir\u00c9 drop", R"(["wifi", "Bad"])"));
    write(u"deep/bare.json"_s);
    write(u"second.json"_s, named("Second", "[]", "The caller\u00a0is gone."));
    m_model->setFilter(filter); // words that come later are filtered, too
    QVERIFY(scan());
    const QModelIndex folder = m_model->indexOf(m_folder->path());
    QCOMPARE(folder.isValid() ? shown(folder) : QStringList(), files);
    m_model->setFilter(QString());
    QCOMPARE(shownFiles().size(), 4);
    m_model->setFilter(filter);
    QCOMPARE(m_model->indexOf(m_folder->path()).isValid() ? shown(m_model->indexOf(m_folder->path())) : QStringList(),
             files);
}

void LibraryModelTest::change_onTheDisk_appears_data()
{
    QTest::addColumn<QString>("change");
    for (const char *change : {"new", "new in a folder", "renamed", "removed", "replaced", "new folder"})
        QTest::newRow(change) << QString::fromLatin1(change);
}

void LibraryModelTest::change_onTheDisk_appears()
{
    QFETCH(QString, change);
    write(u"a.json"_s, named("First"));
    write(u"deep/b.json"_s);
    m_scan->setFolders({m_folder->path()});
    m_scan->setFollowing(true);
    QTRY_COMPARE(shownFiles(), (QStringList{u"deep"_s, u" b"_s, u"First"_s}));
    QStringList after{u"deep"_s, u" b"_s, u"First"_s};
    if (change == "new"_L1) {
        write(u"c.json"_s);
        after.insert(2, u"c"_s);
        after.swapItemsAt(2, 3);
    } else if (change == "new in a folder"_L1) {
        write(u"deep/c.json"_s);
        after.insert(2, u" c"_s);
    } else if (change == "renamed"_L1) {
        QVERIFY(QFile::rename(at(u"deep/b.json"_s), at(u"deep/z.json"_s)));
        after[1] = u" z"_s;
    } else if (change == "removed"_L1) {
        QVERIFY(QFile::remove(at(u"a.json"_s)));
        after.removeLast();
    } else if (change == "replaced"_L1) {
        write(u"new.tmp"_s, named("Other"));
        QVERIFY(QFile::remove(at(u"a.json"_s)) && QFile::rename(at(u"new.tmp"_s), at(u"a.json"_s)));
        after[2] = u"Other"_s;
    } else {
        write(u"deep/er/c.json"_s);
        after.insert(1, u" er"_s);
        after.insert(2, u"  c"_s);
    }
    QTRY_COMPARE(shownFiles(), after);
    if (change == "new folder"_L1) { // and what happens in it from then on
        write(u"deep/er/d.json"_s);
        after.insert(3, u"  d"_s);
        QTRY_COMPARE(shownFiles(), after);
    }
}

void LibraryModelTest::changes_inOneGo_areOneListing()
{
    write(u"a.json"_s);
    m_scan->setFolders({m_folder->path()});
    m_scan->setFollowing(true);
    QSignalSpy listed(m_scan.get(), &LibraryScan::listed);
    QTRY_COMPARE(listed.size(), 2); // once more when the folders are watched
    for (int i = 0; i < 500; ++i) {
        write(u"f%1.json"_s.arg(i));
        QCoreApplication::processEvents();
    }
    QTRY_COMPARE(shownFiles().size(), 501);
    QVERIFY2(listed.size() <= 12, qPrintable(QString::number(listed.size())));
}

void LibraryModelTest::hiddenLibrary_looksWhenShown()
{
    write(u"a.json"_s);
    m_scan->setFolders({m_folder->path()});
    QSignalSpy listed(m_scan.get(), &LibraryScan::listed);
    QVERIFY(!listed.wait(50));
    m_scan->setFollowing(true);
    QTRY_COMPARE(shownFiles(), QStringList{u"a"_s});
    QTRY_COMPARE(listed.size(), 2);
    m_scan->setFollowing(false);
    write(u"b.json"_s);
    QVERIFY(!listed.wait(400));
    m_scan->setFollowing(true);
    QTRY_COMPARE(shownFiles(), (QStringList{u"a"_s, u"b"_s}));
}

void LibraryModelTest::tooManyFolders_areSaid()
{
    for (const QString &name : {u"a/1.json"_s, u"b/2.json"_s, u"c/3.json"_s})
        write(name);
    LibraryScan few(nullptr, 2);
    QSignalSpy told(&few, &LibraryScan::watchingChanged);
    few.setFolders({m_folder->path()});
    few.refresh();
    QVERIFY(told.wait());
    QVERIFY(told.constFirst().constFirst().toString().contains("Refresh"_L1));
    QSignalSpy untold(m_scan.get(), &LibraryScan::watchingChanged);
    QVERIFY(scan());
    QCOMPARE(untold.constFirst().constFirst().toString(), QString());
}

void LibraryModelTest::manyFiles_areListedWithoutFreezing()
{
    qDeleteAll(m_model->findChildren<QAbstractItemModelTester *>()); // it asks for everything all the time
    constexpr int count = 10'000;
    const QByteArray text = named("A name", R"(["tag"])");
    for (int i = 0; i < count; ++i)
        write(u"f%1/t%2.json"_s.arg(i / 500).arg(i), text);
    double longest = 0;
    QElapsedTimer since;
    QTimer beat;
    connect(&beat, &QTimer::timeout, this, [&longest, &since] {
        longest = std::max(longest, double(since.nsecsElapsed()) / 1e6);
        since.start();
    });
    since.start();
    beat.start(0);
    QVERIFY(scan());
    QCOMPARE(shownFiles().size(), count + 20);
    QCOMPARE(shownFiles().constLast(), u" A name \u00b7 tag"_s);
    qInfo("longest pause %.0f ms", longest);
#ifdef NDEBUG
    QVERIFY(longest <= 100);
#endif
}

void LibraryModelTest::dragged_areFileUrls()
{
    write(u"deep/a b.json"_s);
    QVERIFY(scan());
    const QModelIndex file = m_model->indexOf(at(u"deep/a b.json"_s));
    QVERIFY(m_model->flags(file) & Qt::ItemIsDragEnabled);
    const std::unique_ptr<QMimeData> data(m_model->mimeData({file}));
    QCOMPARE(data->urls(), QList<QUrl>{QUrl::fromLocalFile(at(u"deep/a b.json"_s))});
    const QModelIndex gallery = m_model->index(0, 0, m_model->index(0, 0));
    QVERIFY(!(m_model->flags(gallery) & Qt::ItemIsDragEnabled));
    QVERIFY(!(m_model->flags(m_model->indexOf(m_folder->path())) & Qt::ItemIsDragEnabled));
}

void LibraryModelTest::dropped_isAskedFor()
{
    write(u"deep/a.json"_s);
    QVERIFY(scan());
    QSignalSpy dropped(m_model.get(), &LibraryModel::filesDropped);
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(u"/far/x.json"_s), QUrl::fromLocalFile(u"/far/../far/y.json"_s)});
    QVERIFY(!m_model->dropMimeData(&data, Qt::CopyAction, -1, 0, m_model->indexOf(at(u"deep/a.json"_s))));
    QCOMPARE(dropped.constFirst().at(0).toStringList(), (QStringList{u"/far/x.json"_s, u"/far/y.json"_s}));
    QCOMPARE(dropped.constFirst().at(1).toString(), at(u"deep"_s));
    QVERIFY(!m_model->canDropMimeData(&data, Qt::CopyAction, -1, 0, m_model->index(0, 0))); // the gallery
    QVERIFY(!m_model->canDropMimeData(&data, Qt::CopyAction, -1, 0, {}));
    data.setUrls({QUrl(u"https://example.com/x.json"_s)});
    QVERIFY(!m_model->canDropMimeData(&data, Qt::CopyAction, -1, 0, m_model->indexOf(at(u"deep"_s))));
}

QTEST_GUILESS_MAIN(LibraryModelTest)
#include "tst_librarymodel.moc"
