// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/resultpage.h"

#include "app/byteview.h"
#include "app/documentpage.h"
#include "app/windowfixture.h"

#include <QCheckBox>
#include <QLabel>
#include <QTabWidget>
#include <QTableView>

using namespace Qt::StringLiterals;
using Model = present::ComparisonModel;

class ResultPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }
    void empty_saysWhatToDo();
    void submit_showsWhatBecameOfEachValue();
    void filters_countAndHide();
    void row_leadsToFieldAndBytes();
    void refusal_saysWhy();
    void namedPlace_leadsToItsField();
    void hidden_isComparedWhenShown();
    void wish_changesTheVerdict();
    void check_canCount();
    void statuses_areExpected();

private:
    QString outcome() const
    {
        return m_fixture->find<QWidget>(u"statusLine"_s)->findChild<QLabel *>(u"outcomeLabel"_s)->text();
    }
    QTabWidget *tabs() const { return m_fixture->find<QTabWidget>(u"responseTabs"_s); }
    QTableView *table() const { return m_fixture->find<QTableView>(u"resultTable"_s); }
    QString summary() const { return page()->findChild<QLabel *>(u"resultLabel"_s)->text(); }
    app::ResultPage *page() const { return m_fixture->find<app::ResultPage>(u"resultPage"_s); }
    void showResult() const { tabs()->setCurrentWidget(page()); }
    QCheckBox *filterNamed(const QString &name) const;
    int rowOf(const QString &pointer) const;

    std::unique_ptr<WindowFixture> m_fixture;
};

void ResultPageTest::init()
{
    failOnAnyWarning();
    m_fixture = std::make_unique<WindowFixture>();
    QVERIFY(m_fixture->start());
}

QCheckBox *ResultPageTest::filterNamed(const QString &name) const
{
    const QList<QCheckBox *> boxes = page()->findChildren<QCheckBox *>();
    for (QCheckBox *box : boxes) {
        if (box->accessibleName() == name)
            return box;
    }
    return nullptr;
}

int ResultPageTest::rowOf(const QString &pointer) const
{
    for (int row = 0; row < table()->model()->rowCount(); ++row) {
        if (table()->model()->index(row, Model::Place).data().toString() == pointer)
            return row;
    }
    return -1;
}

void ResultPageTest::empty_saysWhatToDo()
{
    showResult();
    QVERIFY(summary().startsWith(u"Submit to see"_s));
    QVERIFY(!table()->isVisible());
    QVERIFY(!filterNamed(u"Show changed"_s)->isVisible());
}

void ResultPageTest::submit_showsWhatBecameOfEachValue()
{
    m_fixture->sandbox.sandbox.setRehearsal(*sandbox::rehearsalNamed(u"stores-wrongly"_s));
    showResult();
    QVERIFY(m_fixture->submit());
    QVERIFY(summary().contains(u"changed"_s) && summary().contains(u"dropped"_s));
    QVERIFY(rowOf(u"/id"_s) >= 0);
    const QModelIndex first = table()->model()->index(0, Model::Place);
    QCOMPARE(table()->currentIndex(), first);
    QVERIFY(first.data(Qt::AccessibleTextRole).toString().contains(first.data().toString()));
}

void ResultPageTest::filters_countAndHide()
{
    showResult();
    QVERIFY(m_fixture->submit());
    QCheckBox *added = filterNamed(u"Show added"_s);
    QCOMPARE(added->text(), u"added (1)"_s);
    QCOMPARE(table()->model()->rowCount(), 1); // what stayed the same is hidden at first
    filterNamed(u"Show same"_s)->click();
    QVERIFY(table()->model()->rowCount() > 1);
    added->click();
    QCOMPARE(rowOf(u"/id"_s), -1);
}

void ResultPageTest::row_leadsToFieldAndBytes()
{
    showResult();
    QVERIFY(m_fixture->submit());
    filterNamed(u"Show same"_s)->click();
    table()->setFocus();
    table()->setCurrentIndex(table()->model()->index(rowOf(u"/failureInfo/stage"_s), Model::Place));
    tabs()->setCurrentWidget(m_fixture->find<QWidget>(u"sentTab"_s));
    QCOMPARE(m_fixture->find<app::ByteView>(u"sentView"_s)->selectedBytes(), "\"String\""_ba);
    tabs()->setCurrentWidget(m_fixture->find<QWidget>(u"bodyTab"_s));
    QCOMPARE(m_fixture->find<app::ByteView>(u"bodyView"_s)->selectedBytes(), "\"String\""_ba);
    showResult();
    QTest::keyClick(table(), Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget()->accessibleName(), u"failureInfo stage"_s);
}

void ResultPageTest::refusal_saysWhy()
{
    m_fixture->sandbox.setRehearsal(u"401"_s);
    showResult();
    QVERIFY(m_fixture->submit());
    QVERIFY(summary().startsWith(u"The service did not take the session"_s));
    QVERIFY(!table()->isVisible());
    QVERIFY(!m_fixture->find<QLabel>(u"guideLabel"_s)->text().isEmpty());
    QVERIFY(m_fixture->find<QTableView>(u"checksTable"_s)->isVisible());
}

void ResultPageTest::namedPlace_leadsToItsField()
{
    m_fixture->find<QComboBox>(u"versionBox"_s)->setEditText(u"v1.0"_s);
    showResult();
    QVERIFY(m_fixture->submit());
    auto *places = m_fixture->find<QTableView>(u"placesTable"_s);
    QVERIFY(places->isVisible());
    int row = 0;
    while (row < places->model()->rowCount() && places->model()->index(row, 0).data() != u"/failureInfo/stage"_s)
        ++row;
    places->setFocus();
    places->setCurrentIndex(places->model()->index(row, 0));
    QTest::keyClick(places, Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget()->accessibleName(), u"failureInfo stage"_s);
}

void ResultPageTest::hidden_isComparedWhenShown()
{
    QVERIFY(m_fixture->submit());
    showResult();
    QVERIFY(table()->model()->rowCount() > 0);
    const QString before = summary();
    tabs()->setCurrentWidget(m_fixture->find<QWidget>(u"bodyTab"_s));
    m_fixture->document.document().load("{}");
    QVERIFY(m_fixture->submit());
    QCOMPARE(summary(), before);
    showResult();
    QVERIFY(summary() != before);
}

void ResultPageTest::wish_changesTheVerdict()
{
    showResult();
    QVERIFY(m_fixture->submit());
    filterNamed(u"Show same"_s)->click();
    const int row = rowOf(u"/id"_s);
    table()->setFocus();
    table()->setCurrentIndex(table()->model()->index(row, Model::Place));
    QCOMPARE(outcome(), u"as expected"_s);
    QTest::keyClick(table(), Qt::Key_Delete, Qt::ControlModifier); // the id must be absent
    QCOMPARE(outcome(), u"not as expected"_s);
    QCOMPARE(table()->currentIndex().row(), row);
    QTest::keyClick(table(), Qt::Key_T, Qt::ControlModifier);
    QCOMPARE(outcome(), u"as expected"_s);
    QVERIFY(m_fixture->document.expectation().members.contains(u"/id"_s));
    QVERIFY(m_fixture->submit()); // which gets another id
    QCOMPARE(outcome(), u"not as expected"_s);
    table()->setCurrentIndex(table()->model()->index(rowOf(u"/id"_s), Model::Place));
    QTest::keyClick(table(), Qt::Key_Delete);
    QCOMPARE(m_fixture->document.expectation(), session::Expectation());
    QCOMPARE(outcome(), u"as expected"_s);
}

void ResultPageTest::check_canCount()
{
    m_fixture->sandbox.sandbox.setRehearsal(*sandbox::rehearsalNamed(u"stores-wrongly"_s));
    showResult();
    QVERIFY(m_fixture->submit());
    QCOMPARE(outcome(), u"as expected"_s);
    auto *checks = m_fixture->find<QTableView>(u"checksTable"_s);
    int row = 0;
    while (!checks->model()->index(row, 0).data().toString().startsWith(u"What was sent"_s))
        ++row;
    const QModelIndex index = checks->model()->index(row, 0);
    checks->setFocus();
    checks->setCurrentIndex(index);
    QCOMPARE(index.data(Qt::CheckStateRole).toInt(), static_cast<int>(Qt::Unchecked));
    QTest::keyClick(checks, Qt::Key_Space);
    QCOMPARE(outcome(), u"not as expected"_s);
    QCOMPARE(checks->currentIndex(), checks->model()->index(row, 0));
    QTest::keyClick(checks, Qt::Key_Space);
    QCOMPARE(outcome(), u"as expected"_s);
    QVERIFY(!(checks->model()->index(0, 0).flags() & Qt::ItemIsUserCheckable)); // that a response came, always does
}

void ResultPageTest::statuses_areExpected()
{
    showResult();
    QVERIFY(m_fixture->submit());
    auto *edit = m_fixture->find<QLineEdit>(u"statusesEdit"_s);
    edit->setFocus();
    QTest::keyClicks(edit, u"40x"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY(m_fixture->find<QLabel>(u"statusesNote"_s)->isVisible());
    QCOMPARE(outcome(), u"as expected"_s);
    edit->clear();
    QTest::keyClicks(edit, u"4XX,  500"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY(!m_fixture->find<QLabel>(u"statusesNote"_s)->isVisible());
    QCOMPARE(edit->text(), u"4xx, 500"_s);
    QCOMPARE(outcome(), u"not as expected"_s);
    m_fixture->document.document().load("{}"); // another document, of which nothing is expected
    QCOMPARE(edit->text(), QString());
}

QTEST_MAIN(ResultPageTest)
#include "tst_resultpage.moc"
