// SPDX-License-Identifier: GPL-3.0-or-later
// Requests from elsewhere become documents without their credentials, and the next request leaves without the token.
#include "app/noticebar.h"
#include "app/windowfixture.h"

#include <QClipboard>
#include <QFile>
#include <QGuiApplication>

#include <memory>

using namespace Qt::StringLiterals;

namespace {

constexpr auto url = "https://graph.microsoft.com/beta/communications/callRecords/7/sessions";

} // namespace

class ForeignRequestsTest : public QObject
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

    void pastedCommand_isATemplate_withoutItsToken()
    {
        paste(
            u"curl -X POST '%1' -H 'Authorization: Bearer canary-of-a-token-0123456789' -H 'X-Mine: 1' -d '{\"id\": \"3\"}'"_s
                .arg(QLatin1String(url)));
        present::OpenDocument &document = m_fixture->workspace.current();
        QVERIFY(document.controller().draft().isTemplate());
        QCOMPARE(document.controller().document().value(json::Pointer({u"id"_s})).toString(), u"3"_s);
        QCOMPARE(document.controller().draft().target().version.value_or(QString()), u"beta"_s);
        QCOMPARE(document.controller().draft().target().callRecordId.value_or(QString()), u"7"_s);
        QVERIFY(document.isModified());
        const QByteArray kept = session::uncheckedTemplateText(
            document.controller().draft().content(document.controller().document().bytes()));
        QVERIFY(kept.contains("X-Mine"));
        QVERIFY(!kept.contains("canary"));
        QVERIFY(notice().contains(u"1 template"_s));
        QVERIFY(!notice().contains(u"canary"_s));
    }

    void pastedCommand_mayNameNoFile()
    {
        const int before = m_fixture->workspace.count();
        paste(u"curl %1 -d @body.json"_s.arg(QLatin1String(url)));
        QCOMPARE(m_fixture->workspace.count(), before);
        QVERIFY(notice().contains(u"Nothing was imported"_s));
    }

    void emptyClipboard_isSaid()
    {
        paste(QString());
        QVERIFY(notice().contains(u"Nothing was imported"_s));
    }

    void file_mayNameFilesBesideItOnly_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("isTaken");
        QTest::newRow("beside") << u"body.json"_s << true;
        QTest::newRow("above") << u"../body.json"_s << false;
        QTest::newRow("absolute") << u"/etc/hostname"_s << false;
    }

    void file_mayNameFilesBesideItOnly()
    {
        QFETCH(QString, name);
        QFETCH(bool, isTaken);
        write(u"body.json"_s, "{\"id\": \"from the file\"}");
        m_fixture->prompter.path = write(u"call.sh"_s, "curl " + QByteArray(url) + " -d @" + name.toUtf8() + '\n');
        m_fixture->find<QAction>(u"importAction"_s)->trigger();
        QCOMPARE(m_fixture->workspace.current().controller().draft().isTemplate(), isTaken);
        QCOMPARE(notice().contains(u"Nothing was imported"_s), !isTaken);
    }

    void severalCommands_areSeveralDocuments()
    {
        const QByteArray one = "curl " + QByteArray(url) + " -d '{\"id\": \"1\"}'\n";
        m_fixture->prompter.path = write(u"calls.sh"_s, one + one + "curl https://example.org/other -d x\n");
        m_fixture->find<QAction>(u"importAction"_s)->trigger();
        int templates = 0;
        for (int i = 0; i < m_fixture->workspace.count(); ++i)
            templates += m_fixture->workspace.at(i).controller().draft().isTemplate() ? 1 : 0;
        QCOMPARE(templates, 2);
        QVERIFY(notice().contains(u"left out"_s));
    }

    void nextRequest_isCopied_data()
    {
        QTest::addColumn<QString>("action");
        QTest::addColumn<QString>("word");
        QTest::newRow("curl") << u"copyAsCurlAction"_s << u"curl"_s;
        QTest::newRow("PowerShell") << u"copyAsPowerShellAction"_s << u"Invoke-MgGraphRequest"_s;
        QTest::newRow("http") << u"copyAsHttpAction"_s << u"POST http://127.0.0.1"_s;
    }

    void nextRequest_isCopied()
    {
        QFETCH(QString, action);
        QFETCH(QString, word);
        m_fixture->find<QAction>(action)->trigger();
        const QString copied = QGuiApplication::clipboard()->text();
        QVERIFY2(copied.contains(word), qPrintable(copied));
        QVERIFY(copied.contains(u"/sessions"_s));
    }

    void noRequest_isSaid()
    {
        QGuiApplication::clipboard()->setText(u"before"_s);
        m_fixture->find<QLineEdit>(u"callRecordIdEdit"_s)->setText(u".."_s);
        m_fixture->find<QAction>(u"copyAsCurlAction"_s)->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"before"_s);
        QVERIFY(!notice().isEmpty());
    }

private:
    void paste(const QString &text) const
    {
        QGuiApplication::clipboard()->setText(text);
        m_fixture->find<QAction>(u"pasteRequestAction"_s)->trigger();
    }
    QString write(const QString &name, const QByteArray &text) const
    {
        QFile file(m_fixture->folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write a test file");
        return file.fileName();
    }
    QString notice() const { return m_fixture->find<app::NoticeBar>(u"noticeBar"_s)->sentence(); }

    std::unique_ptr<WindowFixture> m_fixture;
};

QTEST_MAIN(ForeignRequestsTest)
#include "tst_foreignrequests.moc"
