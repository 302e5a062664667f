// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/comparisonmodel.h"

#include "edm/builtinschema.h"
#include "json/scanner.h"

#include <QAbstractItemModelTester>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using Model = present::ComparisonModel;
using session::ComparisonKind;

namespace {

session::Comparison compared(const QByteArray &sent, const QByteArray &returned)
{
    return session::compare(json::scan(sent), json::scan(returned), edm::builtinSchema(), edm::sessionTypeName);
}

/// One place of each kind, and the root's members in between.
session::Comparison oneOfEach()
{
    return compared(R"({"same":1,"text":1.10,"changed":1,"dropped":[1]})",
                    R"({"added":{},"changed":2,"text":1.1,"same":1})");
}

QStringList column(const Model &model, int number)
{
    QStringList cells;
    for (int row = 0; row < model.rowCount(); ++row)
        cells += model.index(row, number).data().toString();
    return cells;
}

} // namespace

class ComparisonModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void rows_areThePlaces();
    void rows_sayWhy();
    void kinds_areCounted();
    void kinds_filterTheRows();
    void comparison_isReplaced();
};

void ComparisonModelTest::rows_areThePlaces()
{
    Model model;
    const QAbstractItemModelTester tester(&model);
    model.setComparison(oneOfEach());
    QCOMPARE(model.columnCount(), int(Model::ColumnCount));
    QCOMPARE(column(model, Model::Place).join(u' '), u"/same /text /changed /dropped /added"_s);
    QCOMPARE(column(model, Model::Kind).join(u'|'), u"same|same, other text|changed|dropped|added"_s);
    QCOMPARE(column(model, Model::Sent).join(u'|'), u"1|1.10|1|[1]|"_s);
    QCOMPARE(column(model, Model::Returned).join(u'|'), u"1|1.1|2||{}"_s);
    QCOMPARE(model.comparison().returned().raw(model.at(4).returned).toByteArray(), "{}"_ba);
    for (int section = 0; section < Model::ColumnCount; ++section)
        QVERIFY(!model.headerData(section, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
}

void ComparisonModelTest::rows_sayWhy()
{
    Model model;
    model.setComparison(oneOfEach());
    QCOMPARE(model.index(1, Model::Sent).data(Qt::ToolTipRole).toString(),
             session::reasonOf(session::ComparisonRule::NumberSpelling));
    QCOMPARE(model.index(1, Model::Place).data(Qt::AccessibleTextRole).toString(),
             u"/text, same, other text, 1.10, 1.1"_s);
    QCOMPARE(model.index(4, Model::Place).data(Qt::AccessibleTextRole).toString(), u"/added, added, {}"_s);
}

void ComparisonModelTest::kinds_areCounted()
{
    Model model;
    QCOMPARE(model.summary(), u"nothing to compare"_s);
    model.setComparison(oneOfEach());
    for (const ComparisonKind kind : session::comparisonKinds)
        QCOMPARE(model.count(kind), 1);
    QCOMPARE(model.summary(), u"1 changed, 1 dropped, 1 added, 1 same, other text, 1 same"_s);
    model.setShownKinds(ComparisonKind::Changed);
    QCOMPARE(model.count(ComparisonKind::Same), 1);
    model.setComparison(compared(R"({"a":1,"b":2})", R"({"a":1,"b":2,"c":3})"));
    QCOMPARE(model.summary(), u"1 added, 2 same"_s);
}

void ComparisonModelTest::kinds_filterTheRows()
{
    Model model;
    const QAbstractItemModelTester tester(&model);
    model.setComparison(oneOfEach());
    QSignalSpy resets(&model, &Model::modelReset);
    model.setShownKinds(ComparisonKind::Changed | ComparisonKind::Dropped);
    QCOMPARE(column(model, Model::Place).join(u' '), u"/changed /dropped"_s);
    QCOMPARE(model.at(1).kind(), ComparisonKind::Dropped);
    model.setShownKinds(ComparisonKind::Changed | ComparisonKind::Dropped);
    QCOMPARE(resets.count(), 1);
    model.setShownKinds({});
    QCOMPARE(model.rowCount(), 0);
    model.setShownKinds(Model::everything);
    QCOMPARE(model.rowCount(), 5);
}

void ComparisonModelTest::comparison_isReplaced()
{
    Model model;
    const QAbstractItemModelTester tester(&model);
    model.setShownKinds(ComparisonKind::Changed);
    model.setComparison(oneOfEach());
    QCOMPARE(model.rowCount(), 1);
    model.setComparison(compared("1", "2"));
    QCOMPARE(model.index(0, Model::Place).data().toString(), u"(the session)"_s);
    model.setComparison({});
    QCOMPARE(model.rowCount(), 0);
}

QTEST_GUILESS_MAIN(ComparisonModelTest)
#include "tst_comparisonmodel.moc"
