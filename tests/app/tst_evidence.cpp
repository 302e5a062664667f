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

private:
    QAction *action(const QString &name) const { return m_fixture->find<QAction>(name); }
    QString statusMessage() const { return m_fixture->find<QStatusBar>(u"statusbar"_s)->currentMessage(); }
    QByteArray saved() const;

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
    const QString text = QGuiApplication::clipboard()->text();
    QVERIFY2(text.startsWith("#### Exchange\n"_L1) && text.contains("Status: 201 Created\n"_L1), qPrintable(text));
    QVERIFY(text.contains("Outcome: as expected\n"_L1) && text.contains("added /id"_L1));
    QCOMPARE(statusMessage(), u"Copied for a ticket."_s);
    QVERIFY(!action(u"copyForTicketAction"_s)->autoRepeat());
}

void EvidenceTest::button_copiesMarkdown()
{
    QVERIFY(m_fixture->submit());
    QTest::mouseClick(m_fixture->find<QPushButton>(u"copyForTicketButton"_s), Qt::LeftButton);
    QVERIFY(QGuiApplication::clipboard()->text().startsWith("#### Exchange\n"_L1));
}

void EvidenceTest::menu_copiesJira()
{
    QVERIFY(m_fixture->submit());
    action(u"copyForJiraAction"_s)->trigger();
    QVERIFY(QGuiApplication::clipboard()->text().startsWith("h4. Exchange\n"_L1));
}

void EvidenceTest::expectation_judges()
{
    session::Expectation expectation;
    expectation.statuses = *session::StatusSet::parse(u"400"_s);
    m_fixture->document.setExpectation(expectation);
    QVERIFY(m_fixture->submit());
    action(u"copyForTicketAction"_s)->trigger();
    QVERIFY(QGuiApplication::clipboard()->text().contains("Outcome: not as expected\n"_L1));
}

void EvidenceTest::save_writesTheArchive()
{
    QVERIFY(m_fixture->submit());
    action(u"saveEvidenceAction"_s)->trigger();
    QVERIFY(saved().startsWith("PK") && saved().contains("evidence.html"));
    QCOMPARE(statusMessage(), u"The evidence is saved."_s);
}

void EvidenceTest::save_givenUp_saysNothing()
{
    QVERIFY(m_fixture->submit());
    const QString before = statusMessage();
    m_fixture->prompter.path.reset();
    action(u"saveEvidenceAction"_s)->trigger();
    QCOMPARE(statusMessage(), before);
    QVERIFY(m_fixture->prompter.problems.isEmpty());
}

void EvidenceTest::secretInABody_isRefusedWithThePlace()
{
    const core::Secret secret("known-canary");
    m_fixture->document.setSource("{\n\"id\": \"known-canary\"}");
    QVERIFY(m_fixture->submit());
    action(u"saveEvidenceAction"_s)->trigger();
    QVERIFY(saved().isEmpty());
    const auto *bar = m_fixture->find<app::NoticeBar>(u"noticeBar"_s);
    QVERIFY(bar->isVisible());
    QVERIFY2(statusMessage().startsWith(u"“request-body.json” holds a known secret at 2:8."_s),
             qPrintable(statusMessage()));
    action(u"copyForTicketAction"_s)->trigger(); // masked, so it may go
    QVERIFY(!QGuiApplication::clipboard()->text().contains("canary"_L1));
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

QTEST_MAIN(EvidenceTest)
#include "tst_evidence.moc"
