// SPDX-License-Identifier: GPL-3.0-or-later
// The templates in the rail: what is listed, found, opened and remembered.
#include "app/librarytester.h"

class LibraryPaneTest : public QObject, private LibraryTester
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepareTrash(); }
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }
    void contents_areMadeWhenFirstShown();
    void emptyLibrary_saysWhatItIsFor();
    void gallery_opens();
    void file_opensByEnter();
    void openWithChanges_leavesThemAlone();
    void filter_leavesWhatFits_andBringsTheRestBack();
    void folded_staysFolded();
    void environment_joinsTheOthers();
    void environment_withAnotherOrigin_isAskedFor();
    void damagedEnvironment_saysWhy();
    void keys_doNotTakeTheFilters();
    void menuKey_offersTheActions();
    void manyFiles_areFilteredAsOneTypes();
    void page_isRemembered();
};

void LibraryPaneTest::contents_areMadeWhenFirstShown()
{
    QVERIFY(!m_fixture->window.findChild<QTreeView *>(u"libraryTree"_s));
    QVERIFY(!m_fixture->window.findChild<QWidget *>(u"historyList"_s));
    QVERIFY(!QFile::exists(at({})));
    show();
    QVERIFY(tree()->isVisible());
    QVERIFY(m_fixture->find<QLineEdit>(u"libraryFilterEdit"_s)->hasFocus());
    QVERIFY(QFile::exists(at({})));
    QVERIFY(!m_fixture->window.findChild<QWidget *>(u"historyList"_s));
    m_fixture->find<QAction>(u"showHistoryAction"_s)->trigger();
    QVERIFY(!tree()->isVisible() && m_fixture->find<QWidget>(u"historyList"_s)->isVisible());
    m_fixture->find<QAction>(u"railAction"_s)->trigger();
    QVERIFY(m_fixture->find<app::RailSplitter>(u"railSplitter"_s)->isFolded());
}

void LibraryPaneTest::emptyLibrary_saysWhatItIsFor()
{
    show();
    const auto *label = m_fixture->find<QLabel>(u"libraryEmptyLabel"_s);
    QTRY_VERIFY(label->isVisible() && label->text().contains("duplicate"_L1));
    m_fixture->find<QLineEdit>(u"libraryFilterEdit"_s)->setText(u"nothing has this"_s);
    QVERIFY(label->isVisible() && label->text().contains("filter"_L1));
    m_fixture->find<QLineEdit>(u"libraryFilterEdit"_s)->clear();
    write(u"a.json"_s);
    QTRY_VERIFY(!label->isVisible());
}

void LibraryPaneTest::gallery_opens()
{
    show();
    for (int row = 0; row < rows().rowCount(rows().index(0, 0)); ++row) {
        tree()->setCurrentIndex(rows().index(row, 0, rows().index(0, 0)));
        action(u"Open"_s)->trigger();
        QCOMPARE(m_fixture->document.document().bytes(), store::gallery().at(row).bytes());
        QCOMPARE(m_fixture->file.name(), store::gallery().at(row).name);
    }
    QVERIFY(!action(u"Rename…"_s)->isEnabled() && !action(u"Move to Trash"_s)->isEnabled());
}

void LibraryPaneTest::file_opensByEnter()
{
    write(u"deep/a.json"_s, "{ \"id\" : \"as typed\" }");
    QVERIFY(choose(u"deep/a.json"_s));
    QTest::keyClick(tree(), Qt::Key_Return);
    QCOMPARE(m_fixture->file.path(), at(u"deep/a.json"_s));
    QCOMPARE(m_fixture->document.document().bytes(), "{ \"id\" : \"as typed\" }"_ba);
}

void LibraryPaneTest::openWithChanges_leavesThemAlone()
{
    write(u"a.json"_s);
    QVERIFY(choose(u"a.json"_s));
    m_fixture->document.document().setSource("{\"id\": \"mine\"}");
    action(u"Open"_s)->trigger();
    QCOMPARE(m_fixture->prompter.questions, 0);
    QCOMPARE(m_fixture->workspace.count(), 2);
    QCOMPARE(m_fixture->workspace.current().file().path(), at(u"a.json"_s));
    QCOMPARE(m_fixture->document.document().bytes(), "{\"id\": \"mine\"}"_ba);
}

void LibraryPaneTest::filter_leavesWhatFits_andBringsTheRestBack()
{
    write(u"deep/er/one.json"_s);
    write(u"two.json"_s);
    QVERIFY(choose(u"two.json"_s));
    auto *filter = m_fixture->find<QLineEdit>(u"libraryFilterEdit"_s);
    filter->setText(u"one"_s);
    const QModelIndex one = rows().indexOf(at(u"deep/er/one.json"_s));
    QVERIFY(one.isValid() && !rows().indexOf(at(u"two.json"_s)).isValid());
    QVERIFY(tree()->isExpanded(one.parent()) && tree()->isExpanded(one.parent().parent()));
    filter->clear();
    QVERIFY(!tree()->isExpanded(rows().indexOf(at(u"deep"_s))));
    QCOMPARE(tree()->currentIndex(), rows().indexOf(at(u"two.json"_s)));
}

void LibraryPaneTest::folded_staysFolded()
{
    write(u"deep/one.json"_s);
    QVERIFY(choose(u"deep/one.json"_s));
    tree()->collapse(rows().index(0, 0));
    tree()->expand(rows().indexOf(at(u"deep"_s)));
    write(u"new.json"_s);
    QVERIFY(waitFor(u"new.json"_s));
    QVERIFY(!tree()->isExpanded(rows().index(0, 0)));
    QVERIFY(tree()->isExpanded(rows().indexOf(at(u"deep"_s))));
    QCOMPARE(tree()->currentIndex(), rows().indexOf(at(u"deep/one.json"_s)));
}

void LibraryPaneTest::environment_joinsTheOthers()
{
    write(u"team.environment.json"_s,
          R"({"name": "Team", "baseUrl": "https://graph.example", "apiVersion": "beta", "allowsTokenOverHttp": true})");
    QVERIFY(choose(u"team.environment.json"_s));
    QTest::keyClick(tree(), Qt::Key_Return);
    auto *box = m_fixture->find<QComboBox>(u"environmentBox"_s);
    QCOMPARE(box->count(), 3);
    QCOMPARE(box->currentText(), u"Sandbox"_s); // it is offered, not chosen
    QVERIFY(!m_fixture->store.find(u"Team"_s)->allowsTokenOverHttp);
    box->setCurrentText(u"Team"_s);
    QCOMPARE(m_fixture->find<QLineEdit>(u"baseUrlEdit"_s)->text(), u"https://graph.example"_s);
    QTest::keyClick(tree(), Qt::Key_Return);
    QVERIFY2(status().contains("the same"_L1), qPrintable(status()));
}

void LibraryPaneTest::environment_withAnotherOrigin_isAskedFor()
{
    const exchange::Environment team{
        u"Team"_s, exchange::Environment::Kind::Custom, u"http://127.0.0.1:1"_s, u"v1.0"_s, {}, true};
    QVERIFY(m_fixture->store.add(team));
    m_fixture->environments.take(team);
    auto *box = m_fixture->find<QComboBox>(u"environmentBox"_s);
    box->setCurrentText(u"Team"_s);
    m_fixture->find<QLineEdit>(u"tokenEdit"_s)->setText(u"abc.def"_s);
    QVERIFY(m_fixture->environments.hasToken());
    write(u"team.environment.json"_s, R"({"name": "Team", "baseUrl": "http://127.0.0.1:2", "apiVersion": "v1.0"})");
    QVERIFY(choose(u"team.environment.json"_s));
    QTest::keyClick(tree(), Qt::Key_Return);
    QCOMPARE(m_fixture->environments.baseUrl(), u"http://127.0.0.1:1"_s); // not before it was said
    const QString question = m_fixture->window.findChild<QMessageBox *>()->text();
    QVERIFY2(question.contains("http://127.0.0.1:1"_L1) && question.contains("http://127.0.0.1:2"_L1),
             qPrintable(question));
    press(u"Change"_s);
    QCOMPARE(m_fixture->environments.baseUrl(), u"http://127.0.0.1:2"_s);
    QVERIFY(!m_fixture->environments.hasToken());
    QVERIFY(!m_fixture->store.find(u"Team"_s)->allowsTokenOverHttp); // agreed to for the place before
    QCOMPARE(m_fixture->find<QLineEdit>(u"tokenEdit"_s)->text(), QString());
}

void LibraryPaneTest::damagedEnvironment_saysWhy()
{
    write(u"a.environment.json"_s, "{}");
    QVERIFY(choose(u"a.environment.json"_s));
    QTest::keyClick(tree(), Qt::Key_Return);
    QVERIFY2(status().contains("describes no environment"_L1), qPrintable(status()));
    QCOMPARE(m_fixture->environments.names().size(), 2);
}

void LibraryPaneTest::keys_doNotTakeTheFilters()
{
    write(u"a.json"_s);
    QVERIFY(choose(u"a.json"_s));
    auto *filter = m_fixture->find<QLineEdit>(u"libraryFilterEdit"_s);
    filter->setFocus();
    filter->setText(u"abc"_s);
    filter->home(false);
    QTest::keyClick(filter, Qt::Key_Delete);
    QCOMPARE(filter->text(), u"bc"_s);
    QVERIFY(QFile::exists(at(u"a.json"_s)));
}

void LibraryPaneTest::menuKey_offersTheActions()
{
    write(u"a.json"_s);
    QVERIFY(choose(u"a.json"_s));
    QCOMPARE(tree()->contextMenuPolicy(), Qt::ActionsContextMenu);
    QCOMPARE(tree()->actions(), m_fixture->find<app::LibraryPane>(u"libraryPane"_s)->libraryActions());
    for (const QString &text : {u"Open"_s, u"Rename…"_s, u"Duplicate"_s, u"Move to Trash"_s, u"New Folder…"_s})
        QVERIFY2(action(text)->isEnabled(), qPrintable(text));
}

void LibraryPaneTest::manyFiles_areFilteredAsOneTypes()
{
    constexpr int count = 10'000;
    for (int i = 0; i < count; ++i)
        write(u"f%1/t%2.json"_s.arg(i / 500).arg(i));
    show();
    QVERIFY(QTest::qWaitFor([this] { return rows().indexOf(at(u"f19/t9999.json"_s)).isValid(); }, 20'000));
    auto *filter = m_fixture->find<QLineEdit>(u"libraryFilterEdit"_s);
    double slowest = 0;
    for (const QString &text : {u"t"_s, u"t9"_s, u"t99"_s, u"t999"_s, QString()}) {
        QElapsedTimer timer;
        timer.start();
        filter->setText(text);
        QCoreApplication::processEvents();
        slowest = std::max(slowest, double(timer.nsecsElapsed()) / 1e6);
    }
    qInfo("slowest key %.0f ms", slowest);
#ifdef NDEBUG
    QVERIFY(slowest <= 100);
#endif
}

void LibraryPaneTest::page_isRemembered()
{
    show();
    m_fixture->window.close();
    QVERIFY(m_fixture->settings.value(store::settings::isRailOpen));
    QVERIFY(!m_fixture->settings.value(store::settings::isRailOnHistory));
}

QTEST_MAIN(LibraryPaneTest)
#include "tst_librarypane.moc"
