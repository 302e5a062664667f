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
    m_fixture->file.startNew();
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
