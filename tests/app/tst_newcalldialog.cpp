// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/newcalldialog.h"
#include "app/windowfixture.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QJsonArray>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>

using namespace Qt::StringLiterals;

class NewCallDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnAnyWarning();
        m_fixture = std::make_unique<WindowFixture>();
        QVERIFY(m_fixture->start());
    }
    void cleanup() { m_fixture.reset(); }
    void group_isMadeByKeyboard();
    void impossibleCall_saysWhy_andIsNotMade();
    void kind_offersItsSessions();
    void dialog_isWhole_data();
    void dialog_isWhole();

private:
    app::NewCallDialog *open()
    {
        QTest::keyClick(&m_fixture->window, Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        auto *dialog = m_fixture->window.findChild<app::NewCallDialog *>();
        return dialog && QTest::qWaitForWindowActive(dialog) ? dialog : nullptr;
    }
    // The widget of the dialog that is open.
    template<typename T> T *find(const QString &name = {}) const
    {
        return m_fixture->window.findChild<app::NewCallDialog *>()->findChild<T *>(name);
    }
    QPushButton *makeButton() const { return find<QDialogButtonBox>()->button(QDialogButtonBox::Ok); }

    std::unique_ptr<WindowFixture> m_fixture;
};

void NewCallDialogTest::group_isMadeByKeyboard()
{
    app::NewCallDialog *dialog = open();
    QVERIFY(dialog);
    QCOMPARE(dialog->focusWidget(), find<QComboBox>(u"kindBox"_s));
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Down);
    const std::pair<const char *, QString> texts[]
        = {{"participantsEdit", u"Ann, Bob"_s}, {"startEdit", u"2020-01-01T00:00:00Z"_s}, {"durationEdit", u"5m"_s}};
    for (const auto &[name, text] : texts) {
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Tab);
        QCOMPARE(dialog->focusWidget()->objectName(), QLatin1String(name));
        QTest::keyClick(dialog->focusWidget(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(dialog->focusWidget(), text);
    }
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Tab);
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Up);
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Tab);
    QCOMPARE(dialog->focusWidget(), find<QComboBox>(u"sessionBox"_s));
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Down);
    QVERIFY(find<QLabel>(u"summaryLabel"_s)->text().contains(u"The session of Bob"_s));
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Return);

    const auto value
        = [this](const QString &path) { return m_fixture->document.document().value(json::Pointer::fromPath(path)); };
    QCOMPARE(value(u"caller/associatedIdentity/displayName"_s).toString(), u"Bob"_s);
    QCOMPARE(value(u"segments"_s).toArray().size(), 2);
    QCOMPARE(m_fixture->document.findings(), QList<session::Finding>());
    QTRY_VERIFY(!m_fixture->window.findChild<app::NewCallDialog *>());
}

void NewCallDialogTest::impossibleCall_saysWhy_andIsNotMade()
{
    app::NewCallDialog *dialog = open();
    QVERIFY(dialog);
    const QByteArray before = m_fixture->document.document().bytes();
    QVERIFY(makeButton()->isEnabled());
    find<QLineEdit>(u"durationEdit"_s)->setText(u"soon"_s);
    QVERIFY(!makeButton()->isEnabled());
    QVERIFY(find<QLabel>(u"summaryLabel"_s)->text().startsWith(u"The duration is none."_s));
    QCOMPARE(find<QLineEdit>(u"durationEdit"_s)->accessibleDescription(), find<QLabel>(u"summaryLabel"_s)->text());
    dialog->accept();
    QVERIFY(dialog->isVisible());
    QTest::keyClick(dialog, Qt::Key_Escape);
    QCOMPARE(m_fixture->document.document().bytes(), before);
}

void NewCallDialogTest::kind_offersItsSessions()
{
    QVERIFY(open());
    auto *kinds = find<QComboBox>(u"kindBox"_s);
    auto *sessions = find<QComboBox>(u"sessionBox"_s);
    QVERIFY(!sessions->isEnabled());
    for (int kind = 0; kind < kinds->count(); ++kind) {
        kinds->setCurrentIndex(kind);
        QVERIFY2(makeButton()->isEnabled(), qPrintable(kinds->currentText()));
        QCOMPARE(sessions->count(), kind == static_cast<int>(session::CallPlan::Kind::Group) ? 3 : 1);
    }
    find<QSpinBox>(u"segmentsBox"_s)->setValue(1'000'000);
    QCOMPARE(find<QSpinBox>(u"segmentsBox"_s)->value(), session::mostSegments);
}

void NewCallDialogTest::dialog_isWhole_data()
{
    QTest::addColumn<store::Appearance>("appearance");
    QTest::newRow("light") << store::Appearance::Light;
    QTest::newRow("dark") << store::Appearance::Dark;
}

void NewCallDialogTest::dialog_isWhole()
{
    QFETCH(const store::Appearance, appearance);
    m_fixture->appearance.choose(appearance);
    app::NewCallDialog *dialog = open();
    QVERIFY(dialog);
    find<QComboBox>(u"kindBox"_s)->setCurrentIndex(1);
    QCoreApplication::processEvents();
    const auto *summary = find<QLabel>(u"summaryLabel"_s);
    QVERIFY(summary->height() >= summary->heightForWidth(summary->width()));
    const QString folder = qEnvironmentVariable("SCREENSHOT_ALL_DIR");
    if (!folder.isEmpty())
        QVERIFY(dialog->grab().save(
            QDir(folder).filePath("newcall-"_L1 + QLatin1String(QTest::currentDataTag()) + ".png"_L1)));
}

QTEST_MAIN(NewCallDialogTest)
#include "tst_newcalldialog.moc"
