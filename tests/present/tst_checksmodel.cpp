// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/checksmodel.h"

#include <QAbstractItemModelTester>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using present::CheckId;
using present::CheckState;

class ChecksModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void model_showsWhatWasFound();
};

void ChecksModelTest::model_showsWhatWasFound()
{
    using Model = present::ChecksModel;
    Model model;
    const QAbstractItemModelTester tester(&model);
    QCOMPARE(model.summary(), u"nothing to check"_s);
    model.setChecks({{CheckId::Status, {}, CheckState::Met, u"2xx"_s, u"201 Created"_s, {}, true},
                     {CheckId::Member, u"/id"_s, CheckState::NotMet, u"nothing"_s, u"\"1\""_s, u"It came."_s, true},
                     {CheckId::Id, {}, CheckState::NotMet, u"a text"_s, {}, {}, false},
                     {CheckId::Time, {}, CheckState::NotApplicable, {}, {}, {}, true}});
    QCOMPARE(model.summary(), u"2 not met, 1 met"_s);
    QCOMPARE(model.rowCount(), 4);
    const auto text = [&model](int row, int column) { return model.index(row, column).data().toString(); };
    QCOMPARE(text(0, Model::Title), u"Status"_s);
    QCOMPARE(text(1, Model::Title), u"Member /id"_s);
    QCOMPARE(text(1, Model::State), u"not met"_s);
    QCOMPARE(text(2, Model::State), u"not met, does not count"_s);
    QCOMPARE(text(3, Model::State), u"not applicable"_s);
    QCOMPARE(text(0, Model::Expected), u"2xx"_s);
    QCOMPARE(text(0, Model::Found), u"201 Created"_s);
    QCOMPARE(model.index(1, 0).data(Qt::ToolTipRole).toString(), u"It came."_s);
    QCOMPARE(model.index(0, 0).data(Qt::AccessibleTextRole).toString(),
             u"Status, met, expected 2xx, found 201 Created"_s);
    QVERIFY(!model.index(0, 1).data(Qt::AccessibleTextRole).isValid());
    QCOMPARE(model.index(1, 0).data(Model::StateRole).toInt(), static_cast<int>(CheckState::NotMet));
    QVERIFY(!model.index(2, 0).data(Model::CountsRole).toBool());
    for (int column = 0; column < Model::ColumnCount; ++column)
        QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
}

QTEST_GUILESS_MAIN(ChecksModelTest)
#include "tst_checksmodel.moc"
