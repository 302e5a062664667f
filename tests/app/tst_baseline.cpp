// SPDX-License-Identifier: GPL-3.0-or-later
// A response that is accepted in the window, and what comes of it.
#include "app/noticebar.h"
#include "app/windowfixture.h"
#include "core/secret.h"
#include "present/comparisonmodel.h"
#include "session/baseline.h"

#include <QLabel>
#include <QPushButton>
#include <QStatusBar>
#include <QTabWidget>
#include <QTableView>

using namespace Qt::StringLiterals;

class BaselineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }
    void bareSession_canHaveNone();
    void accept_keepsTheResponseBesideTheTemplate();
    void departure_isNotAsExpected();
    void result_isComparedWithIt();
    void baselineOfOthers_countsAtTheNextSubmit();
    void remove_putsItIntoTheTrash();
    void unreadable_saysWhy_andStays();
    void secret_isRefused();
    void acceptAgain_keepsWhatMayDiffer();
    void otherDocument_hasNone();
    void readBack_isNotJudgedByIt();

private:
    void openTemplate() const;
    void rehearse(const QString &name) const
    {
        m_fixture->sandbox.sandbox.setRehearsal(*sandbox::rehearsalNamed(name));
    }
    /// Submits, and accepts what comes.
    void accept() const;
    void showResult() const
    {
        m_fixture->find<QTabWidget>(u"responseTabs"_s)->setCurrentWidget(m_fixture->find<QWidget>(u"resultPage"_s));
    }
    QString place() const { return m_fixture->folder.filePath(u"call.baseline.json"_s); }
    std::optional<session::Baseline> kept() const;
    void write(const QByteArray &text) const;
    QAction *action() const { return m_fixture->find<QAction>(u"acceptBaselineAction"_s); }
    QComboBox *against() const { return m_fixture->find<QComboBox>(u"againstBox"_s); }
    QString text() const { return m_fixture->find<QLabel>(u"baselineLabel"_s)->text(); }
    QString outcome() const
    {
        return m_fixture->find<QWidget>(u"statusLine"_s)->findChild<QLabel *>(u"outcomeLabel"_s)->text();
    }
    QString message() const { return m_fixture->find<QStatusBar>(u"statusbar"_s)->currentMessage(); }
    QString summary() const { return m_fixture->find<QLabel>(u"resultLabel"_s)->text(); }

    QTemporaryDir m_home; ///< Where the trash is.
    std::unique_ptr<WindowFixture> m_fixture;
};

void BaselineTest::init()
{
    failOnAnyWarning();
    qputenv("XDG_DATA_HOME", m_home.path().toUtf8());
    m_fixture = std::make_unique<WindowFixture>();
    QVERIFY(m_fixture->start());
}

void BaselineTest::openTemplate() const
{
    QFile file(m_fixture->folder.filePath(u"call.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"sessionComposerTemplate": 1, "session": {"startDateTime": "2017-01-01T00:00:00Z",
                   "endDateTime": "2017-01-01T01:00:00Z", "isTest": true, "modalities": ["audio"]}})");
    file.close();
    QVERIFY(m_fixture->workspace.openPath(file.fileName()));
    m_fixture->find<QAction>(u"expectedAction"_s)->trigger();
}

void BaselineTest::accept() const
{
    QVERIFY(m_fixture->submit());
    QVERIFY(action()->isEnabled());
    action()->trigger();
    QVERIFY2(kept(), qPrintable(message()));
}

std::optional<session::Baseline> BaselineTest::kept() const
{
    const core::Result<store::FileContent> content = m_fixture->files->readText(place());
    const auto baseline = content ? session::readBaseline(content->bytes) : content.error();
    return baseline ? std::optional(*baseline) : std::nullopt;
}

void BaselineTest::write(const QByteArray &text) const
{
    QFile file(place());
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
}

void BaselineTest::bareSession_canHaveNone()
{
    m_fixture->find<QAction>(u"expectedAction"_s)->trigger();
    QVERIFY(m_fixture->submit());
    QVERIFY(!action()->isEnabled());
    QVERIFY(!m_fixture->find<QPushButton>(u"acceptBaselineButton"_s)->isEnabled());
    QVERIFY(text().contains("save this as one first"_L1));
}

void BaselineTest::accept_keepsTheResponseBesideTheTemplate()
{
    openTemplate();
    QVERIFY(!action()->isEnabled()); // there is no response
    QVERIFY2(text().startsWith("There is none yet."_L1) && text().contains(place()), qPrintable(text()));
    QVERIFY(m_fixture->submit());
    m_fixture->find<QPushButton>(u"acceptBaselineButton"_s)->click();
    QVERIFY(kept());
    QVERIFY(kept()->body.contains("startDateTime"));
    QVERIFY(kept()->ignored.contains(*json::Pointer::parse(u"/id"_s)));
    QVERIFY2(text().startsWith(place() + ", saved "_L1) && text().contains("These may differ: /id"_L1),
             qPrintable(text()));
    QCOMPARE(message(), u"The response is the baseline now: later ones are compared with it."_s);
    QVERIFY(m_fixture->submit()); // with another id
    QCOMPARE(outcome(), u"as expected"_s);
    QVERIFY(!m_fixture->window.isWindowModified());
}

void BaselineTest::departure_isNotAsExpected()
{
    openTemplate();
    accept();
    rehearse(u"stores-wrongly"_s);
    QVERIFY(m_fixture->submit());
    QCOMPARE(outcome(), u"not as expected"_s);
    m_fixture->find<QPushButton>(u"removeBaselineButton"_s)->click();
    QCOMPARE(outcome(), u"as expected"_s); // judged anew, by nothing of the tester's own
}

void BaselineTest::result_isComparedWithIt()
{
    openTemplate();
    QVERIFY(m_fixture->submit());
    showResult();
    QVERIFY(!against()->isVisible());
    accept();
    QVERIFY(against()->isVisible());
    rehearse(u"stores-wrongly"_s);
    QVERIFY(m_fixture->submit());
    QVERIFY(!summary().startsWith("Compared with the baseline"_L1));
    against()->setCurrentIndex(1);
    QVERIFY2(summary().startsWith("Compared with the baseline: "_L1) && summary().contains("; 1 more may differ."_L1),
             qPrintable(summary()));
    const auto *table = m_fixture->find<QTableView>(u"resultTable"_s);
    QVERIFY(table->model()->headerData(2, Qt::Horizontal).toString().startsWith("Baseline"_L1));
    QVERIFY(table->model()->rowCount() > 0);
    for (int row = 0; row < table->model()->rowCount(); ++row)
        QVERIFY(table->model()->index(row, 0).data() != u"/id"_s);
    m_fixture->find<QPushButton>(u"removeBaselineButton"_s)->click();
    QVERIFY(!against()->isVisible());
    QVERIFY(!summary().startsWith("Compared with the baseline"_L1));
    QVERIFY(table->model()->headerData(2, Qt::Horizontal).toString().startsWith("Sent"_L1));
}

void BaselineTest::baselineOfOthers_countsAtTheNextSubmit()
{
    openTemplate();
    QVERIFY(m_fixture->submit());
    QCOMPARE(outcome(), u"as expected"_s);
    write(R"({"sessionComposerBaseline": 1, "response": {"isTest": false}, "ignored": [""]})");
    QVERIFY(m_fixture->submit());
    QCOMPARE(outcome(), u"as expected"_s);
    QVERIFY(text().contains("These may differ: everything."_L1));
    write(R"({"sessionComposerBaseline": 1, "response": {"isTest": false}, "ignored": []})");
    QVERIFY(m_fixture->submit());
    QCOMPARE(outcome(), u"not as expected"_s);
    QVERIFY(text().contains("Nothing of it may differ."_L1));
}

void BaselineTest::remove_putsItIntoTheTrash()
{
    openTemplate();
    accept();
    m_fixture->find<QPushButton>(u"removeBaselineButton"_s)->click();
    QVERIFY(!QFile::exists(place()));
    QVERIFY(QFile::exists(m_home.filePath(u"Trash/files/call.baseline.json"_s)));
    QVERIFY(!m_fixture->find<QPushButton>(u"removeBaselineButton"_s)->isEnabled());
    QVERIFY(text().startsWith("There is none yet."_L1));
    QVERIFY(message().contains("in the trash"_L1));
}

void BaselineTest::unreadable_saysWhy_andStays()
{
    const QByteArray newer = R"({"sessionComposerBaseline": 2})";
    write(newer);
    openTemplate();
    QVERIFY2(text().contains("cannot be used"_L1) && text().contains("has format 2"_L1), qPrintable(text()));
    QVERIFY(m_fixture->submit());
    QCOMPARE(outcome(), u"as expected"_s);
    action()->trigger();
    QVERIFY(m_fixture->find<app::NoticeBar>(u"noticeBar"_s)->sentence().contains("was not accepted"_L1));
    QCOMPARE(m_fixture->files->readText(place())->bytes, newer);
    m_fixture->find<QPushButton>(u"removeBaselineButton"_s)->click();
    QVERIFY(!QFile::exists(place()));
    accept();
}

void BaselineTest::secret_isRefused()
{
    openTemplate();
    m_fixture->workspace.current().controller().document().setSource(R"({"id":"7","note":"known-canary"})");
    QVERIFY(m_fixture->submit());
    const core::Secret secret("known-canary");
    action()->trigger();
    QVERIFY(m_fixture->find<app::NoticeBar>(u"noticeBar"_s)->sentence().contains("token, password or key"_L1));
    QVERIFY(!QFile::exists(place()));
}

void BaselineTest::acceptAgain_keepsWhatMayDiffer()
{
    openTemplate();
    write(R"({"sessionComposerBaseline": 1, "response": {}, "ignored": ["/isTest"], "by": "Ann"})");
    accept();
    QCOMPARE(kept()->ignored, QList<json::Pointer>{*json::Pointer::parse(u"/isTest"_s)});
    QVERIFY(kept()->others.contains("by"_L1));
    QVERIFY(kept()->body.contains("startDateTime"));
}

void BaselineTest::otherDocument_hasNone()
{
    openTemplate();
    accept();
    m_fixture->workspace.startNew();
    QVERIFY(!action()->isEnabled());
    QVERIFY(m_fixture->submit());
    QCOMPARE(outcome(), u"as expected"_s);
    m_fixture->workspace.activatePrevious();
    QVERIFY(action()->isEnabled());
    m_fixture->workspace.current().file().startWith("{}", {}); // another session in the same place
    QVERIFY(!m_fixture->workspace.current().controller().draft().baseline());
}

void BaselineTest::readBack_isNotJudgedByIt()
{
    openTemplate();
    write(R"({"sessionComposerBaseline": 1, "response": {"isTest": false}, "ignored": []})");
    QVERIFY(m_fixture->submit());
    QCOMPARE(outcome(), u"not as expected"_s);
    QSignalSpy ended(&m_fixture->workspace.current().controller(), &present::DocumentController::exchangeEnded);
    m_fixture->find<QAction>(u"readBackAction"_s)->trigger();
    QVERIFY(ended.wait());
    QCOMPARE(outcome(), u"as expected"_s);
    QVERIFY(!action()->isEnabled());
}

QTEST_MAIN(BaselineTest)
#include "tst_baseline.moc"
