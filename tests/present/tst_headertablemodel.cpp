// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/headertablemodel.h"

#include <QAbstractItemModelTester>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using present::HeaderTableModel;

class HeaderTableModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void rows_begin_asTheIssueSays();
    void drawnRow_drawsAgain_untilTyped();
    void alwaysRow_cannotBeLeftOut();
    void repeat_isFree_andBelow();
    void note_saysWhatIsWrong();
    void sameValue_isNoChange();
    void preference_isAdded_data();
    void preference_isAdded();
};

static QModelIndex cell(const HeaderTableModel &model, const QByteArray &name, int column)
{
    for (int row = 0; row < model.rowCount(); ++row) {
        if (model.rows().at(row).name == name)
            return model.index(row, column);
    }
    return {};
}

void HeaderTableModelTest::rows_begin_asTheIssueSays()
{
    HeaderTableModel model;
    const QAbstractItemModelTester tester(&model);
    QVERIFY(cell(model, "Content-Type", 0).data(Qt::CheckStateRole) == Qt::Checked);
    QVERIFY(cell(model, "Accept", 0).data(Qt::CheckStateRole) == Qt::Checked);
    QVERIFY(cell(model, "client-request-id", 0).data(Qt::CheckStateRole) == Qt::Checked);
    QVERIFY(cell(model, "Prefer", 0).data(Qt::CheckStateRole) == Qt::Unchecked);
    QCOMPARE(cell(model, "Prefer", 1).data().toString(), u"return=representation"_s);
}

void HeaderTableModelTest::drawnRow_drawsAgain_untilTyped()
{
    HeaderTableModel model;
    const QModelIndex value = cell(model, "client-request-id", HeaderTableModel::Value);
    const QString first = value.data().toString();
    model.drawAgain();
    const QString second = value.data().toString();
    QVERIFY(first != second);
    QCOMPARE(second.size(), 36);
    QVERIFY(model.setData(value, u"mine"_s, Qt::EditRole));
    model.drawAgain();
    QCOMPARE(value.data().toString(), u"mine"_s);
}

void HeaderTableModelTest::alwaysRow_cannotBeLeftOut()
{
    HeaderTableModel model;
    const QModelIndex name = cell(model, "User-Agent", HeaderTableModel::Name);
    QVERIFY(!model.setData(name, Qt::Unchecked, Qt::CheckStateRole));
    QVERIFY(!model.canRemove(name.row()));
    QVERIFY(model.setData(cell(model, "User-Agent", HeaderTableModel::Value), u"Other/1"_s, Qt::EditRole));
    QVERIFY(cell(model, "User-Agent", HeaderTableModel::Note).data().toString().contains("Qt"_L1));
}

void HeaderTableModelTest::repeat_isFree_andBelow()
{
    HeaderTableModel model;
    const QAbstractItemModelTester tester(&model);
    QSignalSpy changes(&model, &HeaderTableModel::headersChanged);
    const int row = cell(model, "User-Agent", 0).row();
    model.duplicateRow(row);
    QCOMPARE(changes.size(), 1);
    QCOMPARE(model.rows().at(row + 1).name, "User-Agent"_ba);
    QVERIFY(model.canRemove(row + 1));
    model.removeRow(row + 1);
    QCOMPARE(model.rowCount(), HeaderTableModel().rowCount());
}

void HeaderTableModelTest::note_saysWhatIsWrong()
{
    HeaderTableModel model;
    const int row = model.addRow();
    QVERIFY(model.setData(model.index(row, HeaderTableModel::Name), u"X-Test"_s, Qt::EditRole));
    QVERIFY(model.rows().at(row).isSent);
    QCOMPARE(model.index(row, HeaderTableModel::Note).data().toString(), QString());
    QVERIFY(model.setData(model.index(row, HeaderTableModel::Value), u"a\r\nHost: evil"_s, Qt::EditRole));
    QVERIFY(!model.index(row, HeaderTableModel::Note).data().toString().isEmpty());
    QVERIFY(model.setData(model.index(row, HeaderTableModel::Value), u"fine"_s, Qt::EditRole));
    QVERIFY(model.setData(model.index(row, HeaderTableModel::Name), u"Host"_s, Qt::EditRole));
    QVERIFY(!model.index(row, HeaderTableModel::Note).data().toString().isEmpty());
}

void HeaderTableModelTest::sameValue_isNoChange()
{
    HeaderTableModel model;
    QSignalSpy changes(&model, &HeaderTableModel::headersChanged);
    QVERIFY(model.setData(cell(model, "Accept", HeaderTableModel::Value), u"application/json"_s, Qt::EditRole));
    QCOMPARE(changes.size(), 0);
}

void HeaderTableModelTest::preference_isAdded_data()
{
    using Kind = present::HeaderRow::Kind;
    QTest::addColumn<QList<present::HeaderRow>>("rows");
    QTest::addColumn<QList<present::HeaderRow>>("expected");
    const present::HeaderRow wanted{"Prefer", "a-b", true, Kind::Free};
    const present::HeaderRow other{"Prefer", "return=minimal", false, Kind::Free};
    QTest::newRow("no row") << QList<present::HeaderRow>() << QList{wanted};
    QTest::newRow("not sent") << QList{present::HeaderRow{"Prefer", "a-b", false, Kind::Free}} << QList{wanted};
    QTest::newRow("sent") << QList{wanted} << QList{wanted};
    QTest::newRow("sent, in another spelling") << QList{present::HeaderRow{"prefer", "x , A-B", true, Kind::Free}}
                                               << QList{present::HeaderRow{"prefer", "x , A-B", true, Kind::Free}};
    QTest::newRow("another one not sent") << QList{other} << QList{other, wanted};
    QTest::newRow("another one sent") << QList{present::HeaderRow{"Prefer", "return=minimal", true, Kind::Free}}
                                      << QList{present::HeaderRow{"Prefer", "return=minimal, a-b", true, Kind::Free}};
    QTest::newRow("another header") << QList{present::HeaderRow{"X", "a-b", true, Kind::Free}}
                                    << QList{present::HeaderRow{"X", "a-b", true, Kind::Free}, wanted};
}

void HeaderTableModelTest::preference_isAdded()
{
    QFETCH(const QList<present::HeaderRow>, rows);
    HeaderTableModel model;
    const QAbstractItemModelTester tester(&model);
    model.setRows(rows);
    model.addPreference("a-b");
    QTEST(model.rows(), "expected");
    QVERIFY(model.prefers("a-b"));
    QVERIFY(!model.prefers("a"));
}

QTEST_GUILESS_MAIN(HeaderTableModelTest)
#include "tst_headertablemodel.moc"
