// SPDX-License-Identifier: GPL-3.0-or-later
// What is shown is what is sent: `Next request` before a submit equals, byte for byte, what a raw socket receives.
#include "app/byteview.h"
#include "app/documentpage.h"
#include "app/sourceeditor.h"
#include "app/windowfixture.h"
#include "core/digest.h"
#include "support/largesession.h"
#include "support/rawserver.h"

#include <QPushButton>
#include <QTabWidget>
#include <QTableView>

using namespace Qt::StringLiterals;
using app::DocumentPage;

namespace {

const QString token = u"secret-0123456789-token"_s;

// A request of the wire as Next request shows it: the head's lines end with LF.
QByteArray shownForm(const QByteArray &wire)
{
    const qsizetype head = wire.indexOf("\r\n\r\n");
    return wire.left(head + 4).replace("\r\n", "\n") + wire.mid(head + 4);
}

void untouched(WindowFixture &) { }

void editForm(WindowFixture &fixture)
{
    auto *edit = fixture.find<QLineEdit>(u"idEdit"_s);
    edit->setFocus();
    edit->selectAll();
    QTest::keyClicks(edit, u"\"a\\b"_s);
    edit->setText(edit->text() + u"\u00e9\U0001f600"_s);
}

void typeSource(WindowFixture &fixture)
{
    fixture.window.page().showPane(DocumentPage::Pane::Source);
    auto *editor = fixture.window.findChild<app::SourceEditor *>();
    editor->setFocus();
    editor->selectAll();
    QTest::keyClicks(editor, u"no JSON, {\"id\":1,"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    QTest::keyClicks(editor, u"\"id\":1.10} "_s);
}

void emptySource(WindowFixture &fixture)
{
    fixture.window.page().showPane(DocumentPage::Pane::Source);
    auto *editor = fixture.window.findChild<app::SourceEditor *>();
    editor->setFocus();
    editor->selectAll();
    QTest::keyClick(editor, Qt::Key_Delete);
}

void choosePath(WindowFixture &fixture, const QString &path)
{
    fixture.find<QComboBox>(u"pathBox"_s)->setCurrentText(path);
}

void refPath(WindowFixture &fixture)
{
    choosePath(fixture, u"/sessions/$ref"_s);
}

void odataIdPath(WindowFixture &fixture)
{
    choosePath(fixture, u"/sessions/$ref @odata.id"_s);
}

void odataIdTyped(WindowFixture &fixture)
{
    choosePath(fixture, u"/sessions/$ref @odata.id"_s);
    fixture.find<QLineEdit>(u"odataIdEdit"_s)->setText(u"https://example.invalid/\"x\"/\u00e9"_s);
}

void otherTarget(WindowFixture &fixture)
{
    fixture.find<QComboBox>(u"versionBox"_s)->setEditText(u"beta"_s);
    fixture.find<QLineEdit>(u"callRecordIdEdit"_s)->setText(u"a/b?c#d%20 \u00e9"_s);
}

void repeatHeader(WindowFixture &fixture)
{
    fixture.window.page().showPane(DocumentPage::Pane::RequestHeaders);
    auto *table = fixture.find<QTableView>(u"headerTable"_s);
    auto *model = table->model();
    fixture.find<QPushButton>(u"addButton"_s)->click();
    const int row = model->rowCount() - 1;
    QVERIFY(model->setData(model->index(row, present::HeaderTableModel::Name), u"X-Test"_s, Qt::EditRole));
    QVERIFY(model->setData(model->index(row, present::HeaderTableModel::Value), u"one"_s, Qt::EditRole));
    table->setCurrentIndex(model->index(row, present::HeaderTableModel::Value));
    fixture.find<QPushButton>(u"repeatButton"_s)->click();
    QCOMPARE(model->rowCount(), row + 2);
    QVERIFY(model->setData(model->index(row + 1, present::HeaderTableModel::Value), u"two"_s, Qt::EditRole));
}

void removeHeader(WindowFixture &fixture)
{
    fixture.window.page().showPane(DocumentPage::Pane::RequestHeaders);
    auto *table = fixture.find<QTableView>(u"headerTable"_s);
    for (int row = 0; row < table->model()->rowCount(); ++row) {
        const QModelIndex name = table->model()->index(row, present::HeaderTableModel::Name);
        if (name.data().toString() == "Content-Type"_L1) {
            table->setCurrentIndex(name);
            fixture.find<QPushButton>(u"removeButton"_s)->click();
            return;
        }
    }
    QFAIL("no Content-Type to leave out");
}

void useToken(WindowFixture &fixture)
{
    fixture.find<QLineEdit>(u"tokenEdit"_s)->setText(token);
}

void malformedAuthorization(WindowFixture &fixture)
{
    useToken(fixture);
    fixture.find<QComboBox>(u"authorizationBox"_s)->setCurrentText(u"malformed"_s);
}

void noAuthorization(WindowFixture &fixture)
{
    useToken(fixture);
    fixture.find<QComboBox>(u"authorizationBox"_s)->setCurrentText(u"none"_s);
}

struct Case
{
    const char *name;
    void (*make)(WindowFixture &fixture);
    const char *path; ///< What follows the version.
    QByteArray contains; ///< The wire has this,
    QByteArray lacks; ///< and not that.
};

const Case cases[] = {
    {"as it starts", untouched, "/callRecords/record%2F1/sessions", "\r\nContent-Type: application/json",
     "Authorization"},
    {"form edit", editForm, "/callRecords/record%2F1/sessions", "\"id\": \"\\\"a\\\\b\xc3\xa9\xf0\x9f\x98\x80\"",
     "\\u"},
    {"source that is no JSON", typeSource, "/callRecords/record%2F1/sessions",
     "\r\n\r\nno JSON, {\"id\":1,\n\"id\":1.10} ", "startDateTime"},
    {"empty source", emptySource, "/callRecords/record%2F1/sessions", "\r\nContent-Length: 0\r\n", "startDateTime"},
    {"$ref", refPath, "/callRecords/record%2F1/sessions/$ref", "startDateTime", "@odata.id"},
    {"@odata.id", odataIdPath, "/callRecords/record%2F1/sessions/$ref", "\"@odata.id\"", "startDateTime"},
    {"@odata.id, typed", odataIdTyped, "/callRecords/record%2F1/sessions/$ref",
     "https://example.invalid/\\\"x\\\"/\xc3\xa9", "startDateTime"},
    {"version and id that need escapes", otherTarget, "/callRecords/a%2Fb%3Fc%23d%2520%20%C3%A9/sessions",
     "POST /beta/", "v1.0"},
    {"repeated header", repeatHeader, "/callRecords/record%2F1/sessions", "\r\nX-Test: one, two\r\n", "X-Test: two"},
    {"removed header", removeHeader, "/callRecords/record%2F1/sessions", "startDateTime", "Content-Type"},
    {"token", useToken, "/callRecords/record%2F1/sessions", QByteArray("\r\nAuthorization: Bearer " + token.toUtf8()),
     "malformed"},
    {"malformed authorization", malformedAuthorization, "/callRecords/record%2F1/sessions",
     "\r\nAuthorization: Bearer malformed token\r\n", token.toUtf8()},
    {"no authorization", noAuthorization, "/callRecords/record%2F1/sessions", "startDateTime", "Authorization"},
};

} // namespace

class WireTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }
    void nextRequest_equalsTheWire_data();
    void nextRequest_equalsTheWire();
    void largeSource_submittedWhileTyping_isSentAsShown();
    void largeForm_submittedWhileTyping_isSentAsShown();

private:
    QString text(const QString &name) const { return m_fixture->find<QLineEdit>(name)->text(); }
    QByteArray body(const QString &name) const { return m_fixture->find<app::ByteView>(name)->body(); }

    std::unique_ptr<WindowFixture> m_fixture;
};

void WireTest::init()
{
    failOnAnyWarning();
    m_fixture = std::make_unique<WindowFixture>();
    QVERIFY(m_fixture->start());
}

void WireTest::nextRequest_equalsTheWire_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < static_cast<int>(std::size(cases)); ++i)
        QTest::newRow(cases[i].name) << i;
}

void WireTest::nextRequest_equalsTheWire()
{
    QFETCH(const int, index);
    const Case &row = cases[index];
    support::RawServer server;
    server.always({support::Step::send(support::RawServer::created())});
    m_fixture->useServer(server.url({}));
    row.make(*m_fixture);
    m_fixture->window.page().showPane(DocumentPage::Pane::NextRequest);
    const QByteArray shown = body(u"requestView"_s);
    const QString url = text(u"urlEdit"_s);
    QVERIFY(m_fixture->submit());
    QCOMPARE(server.requests().size(), 1);
    const QByteArray wire = server.requests().constFirst();
    QCOMPARE(shownForm(wire).replace(token.toUtf8(), "***"), shown);
    QVERIFY2(wire.contains(row.contains), wire.constData());
    QVERIFY2(!wire.contains(row.lacks), wire.constData());
    const QByteArray path = wire.mid(5, wire.indexOf(" HTTP/1.1\r\n") - 5);
    QVERIFY2(path.endsWith(row.path), path.constData());
    QCOMPARE(url, server.url(QString::fromLatin1(path)));

    const QByteArray sentBody = wire.mid(wire.indexOf("\r\n\r\n") + 4);
    QCOMPARE(text(u"lengthEdit"_s).remove(u','), QString::number(sentBody.size()) + " bytes"_L1);
    QCOMPARE(text(u"digestEdit"_s), core::sha256(sentBody));
    m_fixture->find<QTabWidget>(u"responseTabs"_s)->setCurrentWidget(m_fixture->find<QWidget>(u"sentTab"_s));
    QCOMPARE(body(u"sentView"_s), shown);
}

// Nobody waits for 7 MB to be read or written, but what goes out is what is on the screen.
void WireTest::largeSource_submittedWhileTyping_isSentAsShown()
{
    support::RawServer server;
    server.always({support::Step::send(support::RawServer::created())});
    m_fixture->useServer(server.url(QString()));
    session::SessionDocument &document = m_fixture->document.document();
    const QByteArray large = support::largeSession();
    document.load(large);
    m_fixture->window.page().showPane(DocumentPage::Pane::Source);
    auto *editor = m_fixture->window.findChild<app::SourceEditor *>();
    QTest::keyClick(editor, 'x');
    QTest::keyClick(editor, 'y');
    QVERIFY(!document.isSettled());
    QCOMPARE(editor->bytes(), QByteArray("xy" + large));
    m_fixture->find<QAction>(u"submitAction"_s)->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(server.requests().size(), 1, 60'000);
    QVERIFY(server.requests().constFirst().endsWith(QByteArray("\r\n\r\nxy" + large)));
    QTRY_VERIFY_WITH_TIMEOUT(document.isSettled(), 60'000);
    QCOMPARE(document.obstacle()->position, (json::Position{1, 1}));
    m_fixture->window.page().showPane(DocumentPage::Pane::NextRequest);
    QVERIFY(body(u"requestView"_s).endsWith(QByteArray("\n\nxy" + large)));
}

void WireTest::largeForm_submittedWhileTyping_isSentAsShown()
{
    support::RawServer server;
    server.always({support::Step::send(support::RawServer::created())});
    m_fixture->useServer(server.url(QString()));
    session::SessionDocument &document = m_fixture->document.document();
    document.load(support::largeSession(50));
    auto *edit = m_fixture->find<QLineEdit>(u"idEdit"_s);
    edit->setFocus();
    QTest::keyClicks(edit, u"mine"_s);
    QVERIFY(!document.hasBytes());
    m_fixture->window.page().showPane(DocumentPage::Pane::NextRequest);
    if (!document.hasBytes())
        QVERIFY(body(u"requestView"_s).isEmpty());
    QVERIFY(m_fixture->submit());
    QCOMPARE(server.requests().size(), 1);
    const QByteArray expected = json::canonical(document.object());
    QVERIFY(expected.contains("\"id\": \"mine\""));
    QVERIFY(server.requests().constFirst().endsWith(QByteArray("\r\n\r\n" + expected)));
    QTRY_VERIFY(body(u"requestView"_s).endsWith(QByteArray("\n\n" + expected)));
}

QTEST_MAIN(WireTest)
#include "tst_wire.moc"
