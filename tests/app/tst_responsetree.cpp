// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/responsetree.h"

#include "app/appearance.h"
#include "app/findbar.h"
#include "app/strictness.h"
#include "json/pointer.h"
#include "json/scanner.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QTreeView>

using namespace Qt::StringLiterals;

class ResponseTreeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_tree.reset(); }
    void find_opensWhatIsInside();
    void keys_stepAndClose();
    void copies_data();
    void copies();
    void notJson_saysWhy();
    void sameText_keepsWhatIsOpen();

private:
    QTreeView *view() const { return m_tree->findChild<QTreeView *>(u"treeView"_s); }
    QString current() const
    {
        return m_tree->currentNode() < 0 ? u"none"_s : json::pointerTo(m_index, m_tree->currentNode()).toString();
    }

    std::unique_ptr<app::ResponseTree> m_tree;
    json::Index m_index = json::scan(R"({"a":{"b":[1,{"deep":"x\u0041 \/y"}]},"n":1.10,"deep":2})");
};

void ResponseTreeTest::init()
{
    failOnAnyWarning();
    m_tree = std::make_unique<app::ResponseTree>();
    m_tree->resize(400, 300);
    m_tree->setIndex(m_index);
    m_tree->show();
    QVERIFY(QTest::qWaitForWindowActive(m_tree.get()));
    view()->setFocus();
}

void ResponseTreeTest::find_opensWhatIsInside()
{
    QTest::keyClick(view(), Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(QApplication::focusWidget(), u"deep"_s);
    QCOMPARE(current(), u"/a/b/1/deep"_s);
    QVERIFY(view()->isExpanded(view()->currentIndex().parent()));
    QCOMPARE(QApplication::focusWidget()->accessibleName(), u"Find in Response tree"_s);
    QCOMPARE(QApplication::focusWidget()->accessibleDescription(), u"1 of 2"_s);
}

void ResponseTreeTest::keys_stepAndClose()
{
    QTest::keyClick(view(), Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(QApplication::focusWidget(), u"deep"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(current(), u"/deep"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(current(), u"/a/b/1/deep"_s);
    view()->setFocus();
    QTest::keyClick(view(), Qt::Key_F3);
    QCOMPARE(current(), u"/deep"_s);
    QTest::keyClick(view(), Qt::Key_F3, Qt::ShiftModifier);
    QCOMPARE(current(), u"/a/b/1/deep"_s);
    auto *bar = m_tree->findChild<app::FindBar *>();
    QTest::keyClick(bar, Qt::Key_Escape);
    QVERIFY(bar->isHidden());
    QVERIFY(view()->hasFocus());
}

void ResponseTreeTest::copies_data()
{
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("text") << u"/a/b/1/deep"_s << u"xA /y"_s << R"("x\u0041 \/y")"_ba;
    QTest::newRow("number") << u"/n"_s << u"1.10"_s << "1.10"_ba;
    QTest::newRow("subtree") << u"/a/b"_s << uR"([1,{"deep":"x\u0041 \/y"}])"_s << R"([1,{"deep":"x\u0041 \/y"}])"_ba;
}

void ResponseTreeTest::copies()
{
    QFETCH(const QString, pointer);
    QFETCH(const QString, value);
    QFETCH(const QByteArray, bytes);
    m_tree->showNode(json::resolve(m_index, json::Pointer::parse(pointer).value()));
    QCOMPARE(current(), pointer);
    const QClipboard *clipboard = QGuiApplication::clipboard();
    QTest::keyClick(view(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(clipboard->text(), value);
    QTest::keyClick(view(), Qt::Key_J, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(clipboard->text(), pointer);
    QTest::keyClick(view(), Qt::Key_X, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(clipboard->mimeData()->data(u"application/json"_s), bytes);
    QCOMPARE(clipboard->text(), QString::fromUtf8(bytes));
}

void ResponseTreeTest::notJson_saysWhy()
{
    const auto *reason = m_tree->findChild<QLabel *>(u"treeReasonLabel"_s);
    QVERIFY(reason->isHidden());
    m_tree->setIndex(json::scan("<b>no</b>"));
    QVERIFY(reason->isVisible());
    QVERIFY(reason->text().startsWith("Not JSON at 1:1: "_L1));
    m_tree->setIndex(m_index);
    QVERIFY(reason->isHidden());
}

void ResponseTreeTest::sameText_keepsWhatIsOpen()
{
    m_tree->showNode(json::resolve(m_index, json::Pointer::parse(u"/a/b/0"_s).value()));
    m_tree->setIndex(m_index);
    QCOMPARE(current(), u"/a/b/0"_s);
}

QTEST_MAIN(ResponseTreeTest)
#include "tst_responsetree.moc"
