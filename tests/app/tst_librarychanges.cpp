// SPDX-License-Identifier: GPL-3.0-or-later
// The templates in the rail: what is renamed, duplicated, thrown away, dropped and dragged.
#include "app/librarytester.h"

class LibraryChangesTest : public QObject, private LibraryTester
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepareTrash(); }
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }
    void rename_isFollowedByTheDocument();
    void rename_wronglyNamed_saysWhy();
    void renamedFolder_isFollowedByTheDocument();
    void duplicate_ofTheGallery_becomesAFile();
    void trash_takesIt();
    void newFolder_isChosen();
    void reveal_opensTheFolder();
    void folder_isAdded_rememberedAndListedNoLonger();
    void dropped_isAskedAndCopied();
    void dropped_isAskedAndMoved();
};

void LibraryChangesTest::rename_isFollowedByTheDocument()
{
    write(u"a.json"_s, "{}");
    QVERIFY(choose(u"a.json"_s));
    QTest::keyClick(tree(), Qt::Key_Return);
    QTest::keyClick(tree(), Qt::Key_F2);
    QCOMPARE(answer(u"set-up failure"_s), QString());
    QCOMPARE(read(u"set-up failure.json"_s), "{}"_ba);
    QCOMPARE(m_fixture->file.path(), at(u"set-up failure.json"_s));
    QVERIFY(m_fixture->window.windowTitle().startsWith("set-up failure.json"_L1));
    m_fixture->document.document().setSource("{\"id\": 1}");
    QVERIFY(m_fixture->file.save());
    QCOMPARE(read(u"set-up failure.json"_s), "{\"id\": 1}"_ba);
    QCOMPARE(read(u"a.json"_s), "not there"_ba);
    QTRY_COMPARE(tree()->currentIndex(), rows().indexOf(at(u"set-up failure.json"_s)));
    QVERIFY(tree()->currentIndex().isValid());
}

void LibraryChangesTest::rename_wronglyNamed_saysWhy()
{
    write(u"a.json"_s, "a");
    write(u"b.json"_s, "b");
    QVERIFY(choose(u"a.json"_s));
    for (const QString &name : {u"b"_s, u"../b"_s, QString(), u"x.baseline"_s}) {
        action(u"Rename…"_s)->trigger();
        QVERIFY2(answer(name).endsWith(u'.'), qPrintable(name));
    }
    QCOMPARE(read(u"a.json"_s), "a"_ba);
    QCOMPARE(read(u"b.json"_s), "b"_ba);
}

void LibraryChangesTest::renamedFolder_isFollowedByTheDocument()
{
    write(u"deep/a.json"_s);
    QVERIFY(choose(u"deep/a.json"_s));
    action(u"Open"_s)->trigger();
    QVERIFY(choose(u"deep"_s));
    action(u"Rename…"_s)->trigger();
    QCOMPARE(answer(u"deeper"_s), QString());
    QCOMPARE(m_fixture->file.path(), at(u"deeper/a.json"_s));
}

void LibraryChangesTest::duplicate_ofTheGallery_becomesAFile()
{
    show();
    tree()->setCurrentIndex(rows().index(2, 0, rows().index(0, 0)));
    tree()->setFocus();
    QTest::keyClick(tree(), Qt::Key_D, Qt::ControlModifier);
    const store::GalleryItem item = store::gallery().at(2);
    QCOMPARE(read(item.name + ".json"_L1), item.text());
    QVERIFY(waitFor(item.name + ".json"_L1));
    QTRY_COMPARE(tree()->currentIndex(), rows().indexOf(at(item.name + ".json"_L1)));
    QTest::keyClick(tree(), Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(read(item.name + " copy.json"_L1), item.text());
    QVERIFY2(status().contains(" copy.json"_L1), qPrintable(status()));
}

void LibraryChangesTest::trash_takesIt()
{
    write(u"a.json"_s);
    QVERIFY(choose(u"a.json"_s));
    QTest::keyClick(tree(), Qt::Key_Delete);
    QVERIFY(!QFile::exists(at(u"a.json"_s)));
    QVERIFY(!QDir(m_home.filePath(u"Trash/files"_s)).entryList({u"a*.json"_s}).isEmpty());
    QTRY_VERIFY(!rows().indexOf(at(u"a.json"_s)).isValid());
    QVERIFY2(status().contains("trash"_L1), qPrintable(status()));
}

void LibraryChangesTest::newFolder_isChosen()
{
    QVERIFY(choose({}));
    action(u"New Folder…"_s)->trigger();
    QCOMPARE(answer(u"regression"_s), QString());
    QVERIFY(QFileInfo(at(u"regression"_s)).isDir());
    QTRY_COMPARE(tree()->currentIndex(), rows().indexOf(at(u"regression"_s)));
}

void LibraryChangesTest::reveal_opensTheFolder()
{
    write(u"deep/a.json"_s);
    QVERIFY(choose(u"deep/a.json"_s));
    action(u"Show in File Manager"_s)->trigger();
    QCOMPARE(m_fixture->opener.urls, QList<QUrl>{QUrl::fromLocalFile(at(u"deep"_s))});
    m_fixture->opener.isWilling = false;
    action(u"Show in File Manager"_s)->trigger();
    QVERIFY2(status().contains(at(u"deep"_s)), qPrintable(status()));
}

void LibraryChangesTest::folder_isAdded_rememberedAndListedNoLonger()
{
    const QTemporaryDir shared;
    QFile file(shared.filePath(u"theirs.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    show();
    QVERIFY(waitFor({}));
    m_fixture->prompter.path = shared.path();
    m_fixture->find<QPushButton>(u"addFolderButton"_s)->click();
    QTRY_VERIFY(rows().indexOf(file.fileName()).isValid());
    QCOMPARE(m_fixture->settings.value(store::settings::libraryFolders), shared.path());
    QTRY_COMPARE(tree()->currentIndex(), rows().indexOf(shared.path()));
    m_fixture->find<QPushButton>(u"addFolderButton"_s)->click();
    QVERIFY2(status().contains("already"_L1), qPrintable(status()));
    action(u"List Folder No Longer"_s)->trigger();
    QTRY_VERIFY(!rows().indexOf(shared.path()).isValid());
    QVERIFY(file.exists());
    QCOMPARE(m_fixture->settings.value(store::settings::libraryFolders), QString());
    QVERIFY(choose({}));
    QVERIFY(!action(u"List Folder No Longer"_s)->isEnabled()); // the program's own
}

void LibraryChangesTest::dropped_isAskedAndCopied()
{
    write(u"deep/a.json"_s, "theirs");
    const QTemporaryDir elsewhere;
    QFile file(elsewhere.filePath(u"a.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("mine") == 4);
    file.close();
    QVERIFY(choose(u"deep"_s));
    drop({file.fileName(), elsewhere.filePath(u"gone.json"_s)}, u"deep"_s);
    QVERIFY(!QFile::exists(at(u"deep/a 2.json"_s))); // not before it was said
    QVERIFY(m_fixture->window.findChild<QMessageBox *>()->text().contains("2 files into the folder deep"_L1));
    press(u"Copy"_s);
    QTRY_COMPARE(read(u"deep/a 2.json"_s), "mine"_ba);
    QCOMPARE(read(u"deep/a.json"_s), "theirs"_ba);
    QVERIFY(file.exists());
    QTRY_VERIFY2(status().startsWith("1 copied. gone.json: "_L1), qPrintable(status()));
}

void LibraryChangesTest::dropped_isAskedAndMoved()
{
    write(u"a.json"_s, "mine");
    write(u"deep/b.json"_s);
    QVERIFY(choose(u"a.json"_s));
    action(u"Open"_s)->trigger();
    drop({at(u"a.json"_s)}, u"deep"_s);
    press(u"Cancel"_s);
    QCOMPARE(read(u"a.json"_s), "mine"_ba);
    QTRY_VERIFY(!m_fixture->window.findChild<QMessageBox *>());
    drop({at(u"a.json"_s)}, u"deep"_s);
    press(u"Move"_s);
    QTRY_COMPARE(read(u"deep/a.json"_s), "mine"_ba);
    QVERIFY(!QFile::exists(at(u"a.json"_s)));
    QTRY_COMPARE(m_fixture->file.path(), at(u"deep/a.json"_s));
}

QTEST_MAIN(LibraryChangesTest)
#include "tst_librarychanges.moc"
