// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever a server says is text: no markup is rendered, no file opened, no link made.
#include "app/byteview.h"
#include "app/plaincells.h"
#include "app/windowfixture.h"
#include "support/rawserver.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTabWidget>
#include <QTableView>
#include <QTextEdit>

using namespace Qt::StringLiterals;

class ForeignTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }
    void markup_staysText_data();
    void markup_staysText();

private:
    void verifyNothingRenders(const QWidget &root);

    std::unique_ptr<WindowFixture> m_fixture;
};

void ForeignTextTest::init()
{
    failOnAnyWarning();
    m_fixture = std::make_unique<WindowFixture>();
    QVERIFY(m_fixture->start());
}

void ForeignTextTest::markup_staysText_data()
{
    QTest::addColumn<QString>("payload");
    QTest::newRow("bold") << u"<b>bold</b>"_s;
    QTest::newRow("image of a file") << u"<img src=\"/etc/passwd\">"_s;
    QTest::newRow("image of a device") << u"<img src='/dev/zero'>"_s;
    QTest::newRow("link") << u"<a href=\"http://127.0.0.1:1/\">click</a>"_s;
    QTest::newRow("document") << u"<html><body><h1>500</h1></body></html>"_s;
    QTest::newRow("style") << u"<style>*{color:white}</style><p style=\"font-size:99px\">big</p>"_s;
    QTest::newRow("many blocks") << u"<div>"_s.repeated(400);
    QTest::newRow("entities") << u"&lt;b&gt; &amp; &nbsp;"_s;
    QTest::newRow("doctype") << u"<!DOCTYPE html><pre>x</pre>"_s;
    QTest::newRow("image over the network") << u"<img src=\"http://127.0.0.1:1/pixel.png\" width=9999 height=9999>"_s;
    QTest::newRow("image inline") << u"<img src=\"data:image/svg+xml;base64,PHN2Zy8+\">"_s;
    QTest::newRow("script") << u"<script>alert(1)</script>"_s;
    QTest::newRow("handler") << u"<svg onload=alert(1)>"_s;
    QTest::newRow("link to a script") << u"<a href=\"javascript:alert(1)\">ok</a>"_s;
    QTest::newRow("link to a file") << u"<a href=\"file:///etc/passwd\">ok</a>"_s;
    QTest::newRow("frame") << u"<iframe src=\"file:///etc/passwd\"></iframe>"_s;
    QTest::newRow("object") << u"<object data=\"file:///dev/zero\"></object>"_s;
    QTest::newRow("style sheet") << u"<link rel=stylesheet href=\"file:///dev/zero\">"_s;
    QTest::newRow("style import") << u"<style>@import url('file:///dev/zero');</style>"_s;
    QTest::newRow("background") << u"<body background=\"/dev/zero\"><table background='/dev/zero'>"_s;
    QTest::newRow("refresh") << u"<meta http-equiv=refresh content=\"0;url=http://127.0.0.1:1/\">"_s;
    QTest::newRow("base") << u"<base href=\"file:///\"><img src=etc/passwd>"_s;
    QTest::newRow("form") << u"<form action=\"http://127.0.0.1:1/\"><input value=x><button>Submit</button></form>"_s;
    QTest::newRow("table") << u"<table border=1><tr><td>"_s.repeated(60);
    QTest::newRow("list") << u"<ul><li>"_s.repeated(200);
    QTest::newRow("font") << u"<font size=7 color=#ffffff>white</font>"_s;
    QTest::newRow("comment") << u"<!-- <b>hidden</b> --><b>"_s;
    QTest::newRow("section") << u"<![CDATA[<b>x</b>]]>"_s;
    QTest::newRow("declaration")
        << u"<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>"_s;
    QTest::newRow("Qt's own mark") << u"<qt><b>rich</b></qt>"_s;
    QTest::newRow("Markdown link") << u"[ok](http://127.0.0.1:1/) ![x](/dev/zero)"_s;
    QTest::newRow("colour of a terminal") << u"\u001b[31mred\u001b]8;;http://127.0.0.1:1/\u0007ok"_s;
    QTest::newRow("right to left") << u"\u202e<b>nimda\u202c"_s;
    QTest::newRow("mnemonic and marks") << u"&Submit **bold** `code` %1 %n"_s;
}

void ForeignTextTest::verifyNothingRenders(const QWidget &root)
{
    for (const QWidget *widget : root.findChildren<QWidget *>()) {
        if (const auto *label = qobject_cast<const QLabel *>(widget)) {
            // QTipLabel and its kind are Qt's own; a label of ours says that it is plain.
            QVERIFY2(label->textFormat() == Qt::PlainText || label->text().isEmpty(), qPrintable(label->objectName()));
        }
        if (const auto *view = qobject_cast<const QAbstractItemView *>(widget); view
            && !qobject_cast<const QHeaderView *>(widget) && view->parentWidget()
            && !view->parentWidget()->inherits("QComboBoxPrivateContainer"))
            QVERIFY2(qobject_cast<app::PlainCells *>(view->itemDelegate()), qPrintable(view->objectName()));
        QVERIFY2(!qobject_cast<const QTextEdit *>(widget), qPrintable(widget->objectName()));
        QVERIFY2(!Qt::mightBeRichText(widget->toolTip()), qPrintable(widget->objectName()));
    }
}

void ForeignTextTest::markup_staysText()
{
    QFETCH(const QString, payload);
    const QJsonObject error{{u"code"_s, payload},
                            {u"message"_s, payload},
                            {u"target"_s, payload},
                            {u"details"_s, QJsonArray{QJsonObject{{u"code"_s, payload}, {u"message"_s, payload}}}}};
    const QByteArray body = QJsonDocument(QJsonObject{{u"error"_s, error}, {payload, payload}}).toJson();
    support::RawServer server;
    server.always(
        {support::Step::send("HTTP/1.1 400 " + payload.toUtf8() + "\r\nContent-Type: application/json\r\nX-Said: "
                             + payload.toUtf8() + "\r\nrequest-id: " + payload.toUtf8()
                             + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body)});
    m_fixture->find<QComboBox>(u"environmentBox"_s)->setCurrentText(u"Custom"_s);
    m_fixture->find<QLineEdit>(u"baseUrlEdit"_s)->setText(server.url({}));
    m_fixture->find<QLineEdit>(u"callRecordIdEdit"_s)->setText(u"1"_s);
    m_fixture->workspace.startNew();
    m_fixture->find<QLineEdit>(u"idEdit"_s)->setText(payload);
    m_fixture->document.document().setValue(json::Pointer::fromPath(u"modalities"_s), QJsonArray{payload});
    m_fixture->find<QAction>(u"findingsAction"_s)->trigger();
    QVERIFY(m_fixture->submit());

    QCOMPARE(m_fixture->find<QLineEdit>(u"responseStatusEdit"_s)->text(), "400 "_L1 + payload);
    QCOMPARE(m_fixture->find<QLineEdit>(u"requestIdEdit"_s)->text(), payload);
    auto *tabs = m_fixture->find<QTabWidget>(u"responseTabs"_s);
    for (int tab = 0; tab < tabs->count(); ++tab) {
        QVERIFY(tabs->isTabVisible(tab));
        tabs->setCurrentIndex(tab);
        verifyNothingRenders(m_fixture->window);
        QVERIFY(!m_fixture->window.grab().isNull());
    }
    QCOMPARE(m_fixture->find<app::ByteView>(u"bodyView"_s)->body(), body);
    const QAbstractItemModel *errors = m_fixture->find<QTableView>(u"errorTable"_s)->model();
    QCOMPARE(errors->index(1, 1).data().toString(), payload);
    QVERIFY(
        m_fixture->find<app::ByteView>(u"headersView"_s)->body().contains(QString("X-Said: "_L1 + payload).toUtf8()));
    // The tooltip of a cut cell is the only rich text, and all of it is ours.
    QVERIFY(app::plainToolTip(payload).contains(payload.toHtmlEscaped()));
}

QTEST_MAIN(ForeignTextTest)
#include "tst_foreigntext.moc"
