// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/noticebar.h"
#include "app/windowfixture.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

#include <algorithm>

using namespace Qt::StringLiterals;

/// What a crash has left, as the window offers it.
class RecoveryNoticeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnAnyWarning();
        m_fixture = std::make_unique<WindowFixture>();
        QVERIFY(m_fixture->start());
        m_bar = m_fixture->find<app::NoticeBar>(u"recoveryBar"_s);
        QVERIFY(!m_bar->isVisible());
    }
    void cleanup() { m_fixture.reset(); }

    void restore_bringsTextAndTargetBack()
    {
        session::Template beside;
        beside.target = {u"beta"_s, u"/sessions/$ref"_s, u"typed before"_s, {}};
        offer(session::uncheckedTemplateText(beside));
        QVERIFY(m_bar->sentence().contains(u"\u201ccall\u201d"_s));
        button(u"Restore"_s)->click();
        QVERIFY(!m_bar->isVisible());
        QCOMPARE(m_fixture->document.document().bytes(), "{\"id\": 1}"_ba); // in the place of the untouched one
        QCOMPARE(m_fixture->find<QLineEdit>(u"callRecordIdEdit"_s)->text(), u"typed before"_s);
        QCOMPARE(m_fixture->find<QComboBox>(u"versionBox"_s)->currentText(), u"beta"_s);
        QCOMPARE(m_fixture->find<QComboBox>(u"pathBox"_s)->currentText(), u"/sessions/$ref"_s);
        const core::Result<QUrl> destination = m_fixture->document.destination();
        QVERIFY(destination);
        QVERIFY(destination->path(QUrl::FullyEncoded).endsWith("typed%20before/sessions/$ref"_L1));
        QVERIFY(m_fixture->file.isModified());
    }

    void discard_changesNothing()
    {
        const QByteArray before = m_fixture->document.document().bytes();
        offer({});
        button(u"Discard"_s)->click();
        QVERIFY(!m_bar->isVisible());
        QCOMPARE(m_fixture->document.document().bytes(), before);
        QVERIFY(m_fixture->recovery.summary().isEmpty());
    }

private:
    void offer(const QByteArray &beside)
    {
        {
            store::Journal left(m_fixture->journal.folder());
            QVERIFY(left.write(1, session::journalBytes({{}, u"call"_s, {}, "{\"id\": 1}", {}, beside, false})));
        }
        m_fixture->recovery.look();
        QTRY_VERIFY(m_bar->isVisible());
    }

    QPushButton *button(const QString &text) const
    {
        const QList<QPushButton *> buttons = m_bar->findChildren<QPushButton *>();
        return *std::find_if(buttons.begin(), buttons.end(),
                             [&text](const QPushButton *one) { return one->text() == text; });
    }

    std::unique_ptr<WindowFixture> m_fixture;
    app::NoticeBar *m_bar = nullptr;
};

QTEST_MAIN(RecoveryNoticeTest)
#include "tst_recoverynotice.moc"
