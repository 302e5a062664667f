// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/noticebar.h"
#include "core/secret.h"
#include "windowfixture.h"

#include <QClipboard>
#include <QPushButton>
#include <QStatusBar>

#include <memory>

using namespace Qt::StringLiterals;

class EvidenceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }
    void beforeASubmit_thereIsNone();
    void keys_copyMarkdown();
    void button_copiesMarkdown();
    void menu_copiesJira();
    void expectation_judges();
    void save_writesTheArchive();
    void save_givenUp_saysNothing();
    void secretInABody_isRefusedWithThePlace();
    void largeBody_isPackedAside();
    void testersWords_goAlong();
    void wordsOfAPastExchange_goAlong();
    void secretInANote_isRefusedWithThePlace();
    void withoutHistory_goesWithoutWords();

private:
    QAction *action(const QString &name) const { return m_fixture->find<QAction>(name); }
    QString statusMessage() const { return m_fixture->find<QStatusBar>(u"statusbar"_s)->currentMessage(); }
    QByteArray saved() const;
    /// The clipboard, once something was copied.
    QString copied() const;
    /// Until all that was asked of the history has been told.
    void waitForHistory() const;
    /// Writes into the row of the one exchange.
    void annotate(const store::HistoryWords &words) const;

    std::unique_ptr<WindowFixture> m_fixture;
};

void EvidenceTest::init()
{
    failOnAnyWarning();
    m_fixture = std::make_unique<WindowFixture>();
    QVERIFY(m_fixture->start());
    QGuiApplication::clipboard()->setText(u"before"_s);
    m_fixture->prompter.path = m_fixture->folder.filePath(u"e.zip"_s);
}

QByteArray EvidenceTest::saved() const
{
    QFile file(*m_fixture->prompter.path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString EvidenceTest::copied() const
{
    const QClipboard *clipboard = QGuiApplication::clipboard();
    return QTest::qWaitFor([clipboard] { return clipboard->text() != "before"_L1; }) ? clipboard->text() : QString();
}

void EvidenceTest::waitForHistory() const
{
    bool isDone = false;
    QObject context;
    m_fixture->history.ask<bool>([](store::History &) { return true; }, &context,
                                 [&isDone](const bool &) { isDone = true; });
    QVERIFY(QTest::qWaitFor([&isDone] { return isDone; }));
}

void EvidenceTest::annotate(const store::HistoryWords &words) const
{
    m_fixture->history.ask<core::Status>([words](store::History &history) { return history.annotate(1, words); },
                                         &m_fixture->window, [](const core::Status &status) { QVERIFY(status); });
}

void EvidenceTest::beforeASubmit_thereIsNone()
{
    for (const QString &name : {u"copyForTicketAction"_s, u"copyForJiraAction"_s, u"saveEvidenceAction"_s})
        QVERIFY2(!action(name)->isEnabled(), qPrintable(name));
    QVERIFY(!m_fixture->find<QPushButton>(u"copyForTicketButton"_s)->isEnabled());
}

void EvidenceTest::keys_copyMarkdown()
{
    QVERIFY(m_fixture->submit());
    QTest::keyClick(&m_fixture->window, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    const QString text = copied();
    QVERIFY2(text.startsWith("#### Exchange\n"_L1) && text.contains("Status: 201 Created\n"_L1), qPrintable(text));
    QVERIFY(text.contains("Outcome: as expected\n"_L1) && text.contains("added /id"_L1));
    QCOMPARE(statusMessage(), u"Copied for a ticket."_s);
    QVERIFY(!action(u"copyForTicketAction"_s)->autoRepeat());
}

void EvidenceTest::button_copiesMarkdown()
{
    QVERIFY(m_fixture->submit());
    QTest::mouseClick(m_fixture->find<QPushButton>(u"copyForTicketButton"_s), Qt::LeftButton);
    QVERIFY(copied().startsWith("#### Exchange\n"_L1));
}

void EvidenceTest::menu_copiesJira()
{
    QVERIFY(m_fixture->submit());
    action(u"copyForJiraAction"_s)->trigger();
    QVERIFY(copied().startsWith("h4. Exchange\n"_L1));
}

void EvidenceTest::expectation_judges()
{
    session::Expectation expectation;
    expectation.statuses = *session::StatusSet::parse(u"400"_s);
    m_fixture->document.setExpectation(expectation);
    QVERIFY(m_fixture->submit());
    action(u"copyForTicketAction"_s)->trigger();
    QVERIFY(copied().contains("Outcome: not as expected\n"_L1));
}

void EvidenceTest::save_writesTheArchive()
{
    QVERIFY(m_fixture->submit());
    action(u"saveEvidenceAction"_s)->trigger();
    QTRY_COMPARE(statusMessage(), u"The evidence is saved."_s);
    QVERIFY(saved().startsWith("PK") && saved().contains("evidence.html"));
}

void EvidenceTest::save_givenUp_saysNothing()
{
    QVERIFY(m_fixture->submit());
    const QString before = statusMessage();
    m_fixture->prompter.path.reset();
    action(u"saveEvidenceAction"_s)->trigger();
    waitForHistory();
    QCOMPARE(statusMessage(), before);
    QVERIFY(m_fixture->prompter.problems.isEmpty());
}

void EvidenceTest::secretInABody_isRefusedWithThePlace()
{
    const core::Secret secret("known-canary");
    m_fixture->document.setSource("{\n\"id\": \"known-canary\"}");
    QVERIFY(m_fixture->submit());
    action(u"saveEvidenceAction"_s)->trigger();
    const auto *bar = m_fixture->find<app::NoticeBar>(u"noticeBar"_s);
    QTRY_VERIFY(bar->isVisible());
    QVERIFY(saved().isEmpty());
    QVERIFY2(statusMessage().startsWith(u"“request-body.json” holds a known secret at 2:8."_s),
             qPrintable(statusMessage()));
    action(u"copyForTicketAction"_s)->trigger(); // masked, so it may go
    const QString text = copied();
    QVERIFY(text.startsWith("#### Exchange\n"_L1) && !text.contains("canary"_L1));
}

void EvidenceTest::largeBody_isPackedAside()
{
    m_fixture->document.setSource("{\"name\":\"" + QByteArray(1'000'000, 'x') + "\"}");
    QVERIFY(m_fixture->submit());
    action(u"saveEvidenceAction"_s)->trigger();
    QVERIFY(saved().isEmpty()); // not yet
    QTRY_VERIFY_WITH_TIMEOUT(saved().startsWith("PK"), 30'000);
    action(u"copyForTicketAction"_s)->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(QGuiApplication::clipboard()->text().contains("the first 16384 of"_L1), 30'000);
}

void EvidenceTest::testersWords_goAlong()
{
    QVERIFY(m_fixture->submit());
    annotate({u"build 7"_s, u"rejected"_s, u"the id is odd"_s, u"smoke"_s});
    action(u"copyForTicketAction"_s)->trigger();
    const QString text = copied();
    for (const QString &line : {u"Verdict of the tester: rejected"_s, u"Build under test: build 7"_s, u"Tag: smoke"_s,
                                u"#### Note of the tester"_s, u"the id is odd"_s})
        QVERIFY2(text.contains(line), qPrintable(text));
    action(u"saveEvidenceAction"_s)->trigger();
    QTRY_COMPARE(statusMessage(), u"The evidence is saved."_s);
    QVERIFY(m_fixture->submit()); // of this one nobody has said anything
    QGuiApplication::clipboard()->setText(u"before"_s);
    action(u"copyForTicketAction"_s)->trigger();
    QVERIFY(!copied().contains("build 7"_L1));
}

void EvidenceTest::wordsOfAPastExchange_goAlong()
{
    QVERIFY(m_fixture->submit());
    annotate({{}, {}, u"the first"_s, {}});
    const exchange::Exchange first = *m_fixture->document.lastExchange();
    QVERIFY(m_fixture->submit());
    m_fixture->document.recall(first);
    action(u"copyForTicketAction"_s)->trigger();
    QVERIFY(copied().contains("the first"_L1));
}

void EvidenceTest::secretInANote_isRefusedWithThePlace()
{
    QVERIFY(m_fixture->submit());
    annotate({{}, {}, u"sent with\nknown-canary"_s, {}}); // before it was known
    waitForHistory();
    const core::Secret secret("known-canary");
    for (const QString &name : {u"copyForTicketAction"_s, u"saveEvidenceAction"_s}) {
        m_fixture->find<QStatusBar>(u"statusbar"_s)->clearMessage();
        action(name)->trigger();
        QTRY_VERIFY2(statusMessage().startsWith(u"“Note” holds a known secret at 2:1."_s), qPrintable(statusMessage()));
    }
    QCOMPARE(QGuiApplication::clipboard()->text(), u"before"_s);
    QVERIFY(saved().isEmpty());
}

void EvidenceTest::withoutHistory_goesWithoutWords()
{
    m_fixture->history.setKeeping(false);
    QVERIFY(m_fixture->submit());
    action(u"copyForTicketAction"_s)->trigger();
    QVERIFY(copied().startsWith("#### Exchange\n"_L1));
    QVERIFY(!QFile::exists(m_fixture->folder.filePath(u"data/history.sqlite"_s)));
}

QTEST_MAIN(EvidenceTest)
#include "tst_evidence.moc"
