// SPDX-License-Identifier: GPL-3.0-or-later
// What came is what is shown (docs/promises.md I5): body view, copy and saved file equal, byte for byte, what a raw
// socket has sent.
#include "app/byteview.h"
#include "app/windowfixture.h"
#include "present/body/awkwardbodies.h"
#include "support/rawserver.h"

#include <QClipboard>
#include <QMimeData>
#include <QPushButton>
#include <QRadioButton>
#include <QTabWidget>

using namespace Qt::StringLiterals;
using app::ByteView;
using present::BodyForm;

namespace {

/// The bytes that the clipboard carries, as octets or else as text.
QByteArray clipboardBytes()
{
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    const QString octets = u"application/octet-stream"_s;
    return data->hasFormat(octets) ? data->data(octets) : data->text().toUtf8();
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("no file");
}

} // namespace

class ExactBodyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_fixture.reset(); }
    void shownCopiedAndSaved_areWhatWasSent_data();
    void shownCopiedAndSaved_areWhatWasSent();
    void cutBody_isShownAndSavedAsFarAsItCame();
    void form_isChosenByTheBodyAndByTheTester();
    void body_isOpenedElsewhereByTheClickAlone();

private:
    void respond(const QByteArray &body, const QByteArray &contentType = "application/json");
    ByteView *view() const { return m_fixture->find<ByteView>(u"bodyView"_s); }
    QByteArray saved() const;

    std::unique_ptr<WindowFixture> m_fixture;
    std::unique_ptr<support::RawServer> m_server;
    QTemporaryDir m_folder;
};

void ExactBodyTest::initTestCase()
{
    failOnAnyWarning();
    m_server = std::make_unique<support::RawServer>();
    m_fixture = std::make_unique<WindowFixture>();
    QVERIFY(m_fixture->start());
    m_fixture->useServer(m_server->url({}));
    m_fixture->find<QTabWidget>(u"responseTabs"_s)->setCurrentWidget(m_fixture->find<QWidget>(u"bodyTab"_s));
}

/// Submits, has `body` sent, and waits until the window shows it.
void ExactBodyTest::respond(const QByteArray &body, const QByteArray &contentType)
{
    m_server->always({support::Step::send(support::RawServer::response("200 OK", contentType, body))});
    QVERIFY(m_fixture->submit());
    QTRY_VERIFY_WITH_TIMEOUT(view()->body() == body, 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(!view()->reader().isBusy(), 30'000);
}

/// What the button for saving writes.
QByteArray ExactBodyTest::saved() const
{
    const QString path = m_folder.filePath(u"body"_s);
    QFile::remove(path);
    m_fixture->prompter.path = path;
    m_fixture->find<QPushButton>(u"saveBodyButton"_s)->click();
    return contentOf(path);
}

void ExactBodyTest::shownCopiedAndSaved_areWhatWasSent_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QList<awkward::Body> bodies = awkward::bodies();
    QVERIFY(bodies.size() >= 50);
    for (const awkward::Body &body : bodies)
        QTest::newRow(body.name) << body.bytes;
}

void ExactBodyTest::shownCopiedAndSaved_areWhatWasSent()
{
    QFETCH(const QByteArray, bytes);
    respond(bytes);
    QVERIFY(view()->body() == bytes);
    QCOMPARE(m_fixture->find<QPushButton>(u"saveBodyButton"_s)->isEnabled(), !bytes.isEmpty());
    QCOMPARE(m_fixture->find<QPushButton>(u"copyBodyButton"_s)->isEnabled(), !bytes.isEmpty());
    if (bytes.isEmpty())
        return;
    for (const auto &button : {u"rawButton"_s, u"indentedButton"_s, u"hexButton"_s}) {
        auto *choice = m_fixture->find<QRadioButton>(button);
        if (!choice->isEnabled())
            continue; // only JSON is indented
        choice->click();
        QTRY_VERIFY_WITH_TIMEOUT(!view()->reader().isBusy(), 30'000);
        QGuiApplication::clipboard()->clear();
        m_fixture->find<QPushButton>(u"copyBodyButton"_s)->click();
        QVERIFY(clipboardBytes() == bytes);
        QVERIFY(saved() == bytes);
    }
    m_fixture->find<QRadioButton>(u"rawButton"_s)->click();
}

void ExactBodyTest::cutBody_isShownAndSavedAsFarAsItCame()
{
    const QByteArray came = "{\"id\": \"Zo\xC3"_ba;
    m_server->always({support::Step::send("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
                                          "400\r\n\r\n"
                                          + came),
                      support::Step::close()});
    QVERIFY(m_fixture->submit());
    QCOMPARE(view()->body(), came);
    QCOMPARE(saved(), came);
    QVERIFY(view()->accessibleDescription().startsWith(u"Only a part of the response came: these 11 bytes."));
    QVERIFY(m_fixture->find<QLabel>(u"remarksLabel"_s)->isVisible());
}

void ExactBodyTest::form_isChosenByTheBodyAndByTheTester()
{
    auto *raw = m_fixture->find<QRadioButton>(u"rawButton"_s);
    auto *indented = m_fixture->find<QRadioButton>(u"indentedButton"_s);
    auto *hex = m_fixture->find<QRadioButton>(u"hexButton"_s);
    respond("{\"a\":[1]}");
    indented->click();
    QCOMPARE(view()->form(), BodyForm::Indented);
    QVERIFY(!m_fixture->find<QLabel>(u"remarksLabel"_s)->isVisible());
    respond(QByteArray(50, '\x01'), "application/octet-stream");
    QVERIFY(hex->isChecked());
    QVERIFY(!indented->isEnabled());
    QVERIFY(!indented->accessibleDescription().isEmpty()); // why not
    QCOMPARE(m_fixture->find<QLabel>(u"remarksLabel"_s)->text(), u"This is no text, so it is shown in hexadecimal."_s);
    raw->setFocus();
    QTest::keyClick(raw, Qt::Key_Space);
    QCOMPARE(view()->form(), BodyForm::Raw);
    indented->click(); // it is disabled
    respond("{\"a\":[2]}");
    QVERIFY(raw->isChecked());
    view()->formAction(BodyForm::Hex)->trigger();
    QVERIFY(hex->isChecked());
    respond("{\"a\":[3]}");
    QCOMPARE(view()->form(), BodyForm::Hex);
    raw->click();
}

void ExactBodyTest::body_isOpenedElsewhereByTheClickAlone()
{
    m_fixture->opener.urls.clear();
    respond("<!DOCTYPE html><a href=\"https://example.invalid/\">x</a>", "text/html");
    QVERIFY(m_fixture->opener.urls.isEmpty());
    m_fixture->find<QPushButton>(u"openBodyButton"_s)->click();
    QCOMPARE(m_fixture->opener.urls.size(), 1);
    const QString path = m_fixture->opener.urls.constFirst().toLocalFile();
    QVERIFY(path.endsWith(u".txt"));
    QCOMPARE(contentOf(path), view()->body());
}

QTEST_MAIN(ExactBodyTest)
#include "tst_exactbody.moc"
