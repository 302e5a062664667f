// SPDX-License-Identifier: GPL-3.0-or-later
// The form says at its fields what the last response made of them.
#include "app/documentpage.h"
#include "windowfixture.h"

#include <QLabel>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

class ReturnMarksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }
    void storedWrongly_isSaidAtTheFields();
    void hiddenForm_saysItWhenShown();
    void readBack_saysTheSame();
    void nextSubmit_clears();
    void newDocument_clears();

private:
    QStringList marks() const;
    bool submitWrongly();

    std::unique_ptr<WindowFixture> m_fixture;
};

void ReturnMarksTest::init()
{
    failOnAnyWarning();
    m_fixture = std::make_unique<WindowFixture>();
    QVERIFY(m_fixture->start());
}

/// The sentences about the response that are to be seen in the form.
QStringList ReturnMarksTest::marks() const
{
    QStringList found;
    const QList<QLabel *> labels = m_fixture->find<QWidget>(u"formPage"_s)->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->isVisible() && label->text().contains("the response"_L1))
            found += label->text();
    }
    return found;
}

bool ReturnMarksTest::submitWrongly()
{
    m_fixture->sandbox.sandbox.setRehearsal(*sandbox::rehearsalNamed(u"stores-wrongly:1"_s));
    return m_fixture->submit();
}

void ReturnMarksTest::storedWrongly_isSaidAtTheFields()
{
    QCOMPARE(marks(), QStringList());
    QVERIFY(submitWrongly());
    const QStringList said = marks();
    QCOMPARE(said.filter(u"Changed: the response has "_s).size(), 1);
    QCOMPARE(said.filter(u"Dropped: the response does not have it."_s).size(), 1);
    const QList<QWidget *> widgets = m_fixture->window.findChildren<QWidget *>();
    const auto speaks = [](const QWidget *widget) {
        return widget->focusPolicy() != Qt::NoFocus && widget->accessibleDescription().contains("Dropped: "_L1);
    };
    QVERIFY(std::any_of(widgets.begin(), widgets.end(), speaks));
}

void ReturnMarksTest::hiddenForm_saysItWhenShown()
{
    m_fixture->window.page().showPane(app::DocumentPage::Pane::Tree);
    QVERIFY(submitWrongly());
    m_fixture->window.page().showPane(app::DocumentPage::Pane::Form);
    QCOMPARE(marks().size(), 2);
}

void ReturnMarksTest::readBack_saysTheSame()
{
    QVERIFY(submitWrongly());
    const QStringList said = marks();
    QCOMPARE(said.size(), 2);
    m_fixture->find<QAction>(u"readBackAction"_s)->trigger();
    QTRY_COMPARE(m_fixture->find<QLineEdit>(u"responseStatusEdit"_s)->text(), u"200 OK"_s);
    QCOMPARE(marks(), said);
}

void ReturnMarksTest::nextSubmit_clears()
{
    QVERIFY(submitWrongly());
    QCOMPARE(marks().size(), 2);
    QVERIFY(m_fixture->submit());
    QCOMPARE(marks(), QStringList());
}

void ReturnMarksTest::newDocument_clears()
{
    QVERIFY(submitWrongly());
    m_fixture->document.document().load("{}\n");
    QCOMPARE(marks(), QStringList());
}

QTEST_MAIN(ReturnMarksTest)
#include "tst_returnmarks.moc"
