// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/linedialog.h"
#include "app/partdialog.h"
#include "app/windowfixture.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QJsonObject>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStatusBar>

using namespace Qt::StringLiterals;

class PartDialogTest : public QObject
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
    void snippet_isInserted_byKeyboard_whereTheFocusIs();
    void dialog_beginsWhereTheFocusIs();
    void member_isCopied();
    void place_thatIsNone_saysWhy();
    void part_isSavedAsSnippet();
    void otherFile_isOffered();
    void dialog_isWhole_data();
    void dialog_isWhole();

private:
    app::PartDialog *open(Qt::KeyboardModifiers modifiers)
    {
        QTest::keyClick(&m_fixture->window, Qt::Key_I, modifiers);
        auto *dialog = m_fixture->window.findChild<app::PartDialog *>();
        return dialog && QTest::qWaitForWindowActive(dialog) ? dialog : nullptr;
    }
    // The widget of the dialog that is open.
    template<typename T> T *find(const QString &name = {}) const
    {
        return m_fixture->window.findChild<app::PartDialog *>()->findChild<T *>(name);
    }
    QString sentence() const { return find<QLabel>(u"sentenceLabel"_s)->text(); }
    QJsonValue value(const QString &path) const
    {
        return m_fixture->document.document().value(json::Pointer::fromPath(path));
    }
    void focus(const QString &accessibleName) const
    {
        const QList<QLineEdit *> edits = m_fixture->window.findChildren<QLineEdit *>();
        for (QLineEdit *edit : edits) {
            if (edit->accessibleName() == accessibleName)
                edit->setFocus();
        }
        QVERIFY(m_fixture->window.focusWidget());
        QCOMPARE(m_fixture->window.focusWidget()->accessibleName(), accessibleName);
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

void PartDialogTest::snippet_isInserted_byKeyboard_whereTheFocusIs()
{
    focus(u"caller name"_s);
    const QByteArray before = m_fixture->document.document().bytes();
    app::PartDialog *dialog = open(Qt::ControlModifier);
    QVERIFY(dialog);
    QCOMPARE(find<QComboBox>(u"placeBox"_s)->currentText(), u"/caller"_s);
    QCOMPARE(sentence(), u"The endpoint takes the place of what is there now. Undo brings that back."_s);
    find<QListWidget>()->setFocus();
    QTest::keyClick(find<QListWidget>(), Qt::Key_Down);
    QVERIFY(find<QPlainTextEdit>()->toPlainText().contains(u"communicationsPhoneIdentity"_s));
    QTest::keyClick(find<QListWidget>(), Qt::Key_Return);
    QCOMPARE(value(u"caller/associatedIdentity/id"_s).toString(), u"+14255550100"_s);
    QTRY_VERIFY(!m_fixture->window.findChild<app::PartDialog *>());
    m_fixture->find<QAction>(u"undoAction"_s)->trigger();
    QCOMPARE(m_fixture->document.document().bytes(), before);
}

void PartDialogTest::dialog_beginsWhereTheFocusIs()
{
    focus(u"failureInfo reason"_s);
    QVERIFY(open(Qt::ControlModifier));
    QCOMPARE(find<QComboBox>(u"placeBox"_s)->currentText(), u"/failureInfo"_s);
}

void PartDialogTest::member_isCopied()
{
    QVERIFY(open(Qt::ControlModifier | Qt::ShiftModifier));
    find<QComboBox>(u"placeBox"_s)->setEditText(u"/callee"_s);
    QCOMPARE(find<QListWidget>()->count(), 1);
    find<QDialogButtonBox>()->button(QDialogButtonBox::Ok)->click();
    QVERIFY(value(u"callee"_s).isObject());
    QCOMPARE(value(u"callee"_s), value(u"caller"_s));
}

void PartDialogTest::place_thatIsNone_saysWhy()
{
    app::PartDialog *dialog = open(Qt::ControlModifier);
    QVERIFY(dialog);
    auto *place = find<QComboBox>(u"placeBox"_s);
    const QPushButton *insert = find<QDialogButtonBox>()->button(QDialogButtonBox::Ok);
    QVERIFY(insert->isEnabled());
    place->setEditText(u"/nowhere"_s);
    QVERIFY(!insert->isEnabled());
    QVERIFY(sentence().startsWith(u"No object of the schema belongs there."_s));
    QCOMPARE(place->lineEdit()->accessibleDescription(), sentence());
    place->setEditText(u"/segments/-"_s);
    QCOMPARE(sentence(), u"A new segment is appended. Undo takes it back."_s);
    dialog->accept();
    QCOMPARE(value(u"segments/0/media/0/label"_s).toString(), u"main-audio"_s);
}

void PartDialogTest::part_isSavedAsSnippet()
{
    const auto openLine = [this] {
        m_fixture->find<QAction>(u"saveSnippetAction"_s)->trigger();
        return m_fixture->window.findChild<app::LineDialog *>();
    };
    focus(u"startDateTime"_s);
    QVERIFY(!openLine());
    QVERIFY(m_fixture->window.statusBar()->currentMessage().startsWith(u"Put the focus"_s));
    focus(u"caller name"_s);
    app::LineDialog *line = openLine();
    QVERIFY(line);
    line->findChild<QLineEdit *>()->setText(u"../no"_s);
    line->accept();
    QVERIFY(line->isVisible());
    line->findChild<QLineEdit *>()->setText(u"my caller"_s);
    line->accept();
    QVERIFY(!line->isVisible());
    QCOMPARE(m_fixture->snippets.all().constLast().name, u"my caller"_s);
    QCOMPARE(m_fixture->snippets.all().constLast().value, value(u"caller"_s).toObject());
}

void PartDialogTest::otherFile_isOffered()
{
    const QString path = m_fixture->folder.filePath(u"other.json"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"failureInfo":{"stage":"midcall"}})");
    file.close();
    m_fixture->prompter.path = path;
    QVERIFY(open(Qt::ControlModifier));
    find<QComboBox>(u"placeBox"_s)->setEditText(u"/failureInfo"_s);
    find<QPushButton>(u"fileButton"_s)->click();
    QCOMPARE(find<QComboBox>(u"fromBox"_s)->currentText(), u"other.json"_s);
    QCOMPARE(find<QListWidget>()->count(), 1);
    find<QDialogButtonBox>()->button(QDialogButtonBox::Ok)->click();
    QCOMPARE(value(u"failureInfo/stage"_s).toString(), u"midcall"_s);
}

void PartDialogTest::dialog_isWhole_data()
{
    QTest::addColumn<store::Appearance>("appearance");
    QTest::newRow("light") << store::Appearance::Light;
    QTest::newRow("dark") << store::Appearance::Dark;
}

void PartDialogTest::dialog_isWhole()
{
    QFETCH(const store::Appearance, appearance);
    m_fixture->appearance.choose(appearance);
    app::PartDialog *dialog = open(Qt::ControlModifier);
    QVERIFY(dialog);
    const auto *label = find<QLabel>(u"sentenceLabel"_s);
    QVERIFY(label->height() >= label->heightForWidth(label->width()));
    const QString folder = qEnvironmentVariable("SCREENSHOT_ALL_DIR");
    if (!folder.isEmpty())
        QVERIFY(dialog->grab().save(
            QDir(folder).filePath("part-"_L1 + QLatin1String(QTest::currentDataTag()) + ".png"_L1)));
}

QTEST_MAIN(PartDialogTest)
#include "tst_partdialog.moc"
