// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/jsontreemodel.h"

#include "json/scanner.h"

#include <QAbstractItemModelTester>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using present::JsonTreeModel;

class JsonTreeModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void tree_asText_data();
    void tree_asText();
    void firstColumn_saysPathAndValue();
    void longText_isCutForTheCell();
    void everyNode_isFoundAgain();
};

// The tree as an indented listing, so that an expectation can be read.
static QString listing(const QAbstractItemModel &model, const QModelIndex &parent = {}, int depth = 0)
{
    QString text;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex name = model.index(row, JsonTreeModel::Name, parent);
        text += QString(depth, u' ') + name.data().toString() + u" = "_s
            + name.siblingAtColumn(JsonTreeModel::Value).data().toString() + u'\n' + listing(model, name, depth + 1);
    }
    return text;
}

void JsonTreeModelTest::tree_asText_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("expected");
    QTest::newRow("order, duplicates and spellings stay")
        << R"({"b":1.0,"a":1e2,"b":18446744073709551616,"s":"\u0041\/"})"_ba
        << u"b = 1.0\na = 1e2\nb = 18446744073709551616\ns = \"\\u0041\\/\"\n"_s;
    QTest::newRow("nested")
        << R"({"a":[true,null,{"x":{}}],"e":[]})"_ba
        << u"a = [ 3 items ]\n 0 = true\n 1 = null\n 2 = { 1 member }\n  x = { 0 members }\ne = [ 0 items ]\n"_s;
    QTest::newRow("array") << R"([5])"_ba << u"0 = 5\n"_s;
    QTest::newRow("scalar has no branch") << "5"_ba << QString();
    QTest::newRow("not JSON") << "{"_ba << QString();
}

void JsonTreeModelTest::tree_asText()
{
    QFETCH(const QByteArray, body);
    JsonTreeModel model;
    const QAbstractItemModelTester tester(&model);
    model.setIndex(json::scan(body));
    QTEST(listing(model), "expected");
}

void JsonTreeModelTest::firstColumn_saysPathAndValue()
{
    JsonTreeModel model;
    model.setIndex(json::scan(R"({"a":[{"b":7}]})"));
    const QModelIndex b = model.index(0, 0, model.index(0, 0, model.index(0, 0)));
    QCOMPARE(b.data(Qt::AccessibleTextRole).toString(), u"/a/0/b, 7"_s);
}

void JsonTreeModelTest::longText_isCutForTheCell()
{
    JsonTreeModel model;
    model.setIndex(json::scan("[\"" + QByteArray(100'000, 'x') + "\"]"));
    QVERIFY(model.index(0, JsonTreeModel::Value).data().toString().size() < 600);
}

// From a node to its row and back, in any order; names and the root have no row.
void JsonTreeModelTest::everyNode_isFoundAgain()
{
    const json::Index index = json::scan(R"({"a":[true,{"x":{"y":[[7]]}}],"a":1,"e":[]})");
    JsonTreeModel model;
    model.setIndex(index);
    int rows = 0;
    for (qsizetype node = index.size() - 1; node > 0; --node) {
        const QModelIndex at = model.indexOf(node);
        if (!at.isValid())
            continue;
        QCOMPARE(model.nodeOf(at), node);
        QCOMPARE(model.nodeOf(model.index(at.row(), 0, at.parent())), node);
        ++rows;
    }
    QCOMPARE(rows, 9);
    QVERIFY(!model.indexOf(0).isValid());
}

QTEST_GUILESS_MAIN(JsonTreeModelTest)
#include "tst_jsontreemodel.moc"
