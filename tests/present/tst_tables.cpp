// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/aboutapi.h"
#include "present/differencesmodel.h"
#include "present/facttablemodel.h"
#include "present/findingsmodel.h"

#include <QAbstractItemModelTester>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

class TablesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void facts_areTwoColumns();
    void findings_sayPlaceMessageAndSource();
    void findings_areCounted();
    void findings_areFilteredByWeight();
    void findings_haveTheirFix();
    void differences_areATable();
    void aboutApi_saysWhatIsNormal();
};

void TablesTest::facts_areTwoColumns()
{
    present::FactTableModel model;
    const QAbstractItemModelTester tester(&model);
    model.setRows({{u"code"_s, u"BadRequest"_s}, {u"message"_s, u"<b>m</b>"_s}});
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(0, 0).data().toString(), u"code"_s);
    QCOMPARE(model.index(1, 1).data().toString(), u"<b>m</b>"_s);
    QVERIFY(!model.headerData(0, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
    model.setRows({});
    QCOMPARE(model.rowCount(), 0);
}

void TablesTest::findings_sayPlaceMessageAndSource()
{
    present::FindingsModel model;
    const QAbstractItemModelTester tester(&model);
    model.setFindings(
        {{json::Pointer::fromPath(u"a/0"_s), session::Severity::Error, u"r"_s, u"Wrong."_s, session::Source::Csdl},
         {{}, session::Severity::Note, u"r"_s, u"Odd."_s, session::Source::OData}});
    using Model = present::FindingsModel;
    QCOMPARE(model.index(0, Model::Severity).data().toString(), u"error"_s);
    QCOMPARE(model.index(0, Model::Place).data().toString(), u"/a/0"_s);
    QVERIFY(model.index(0, Model::Message).data().toString().startsWith("Wrong. ("_L1));
    QVERIFY(!model.index(1, Model::Place).data().toString().isEmpty());
    QCOMPARE(model.at(1).severity, session::Severity::Note);
    for (int column = 0; column < Model::ColumnCount; ++column)
        QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
}

void TablesTest::findings_areCounted()
{
    present::FindingsModel model;
    QCOMPARE(model.summary(), u"no findings"_s);
    const session::Finding error{{}, session::Severity::Error, {}, {}, {}};
    const session::Finding warning{{}, session::Severity::Warning, {}, {}, {}};
    const session::Finding note{{}, session::Severity::Note, {}, {}, {}};
    model.setFindings({error, warning, error});
    QCOMPARE(model.summary(), u"2 errors, 1 warning"_s);
    model.setFindings({note});
    QCOMPARE(model.summary(), u"1 note"_s);
}

void TablesTest::findings_areFilteredByWeight()
{
    present::FindingsModel model;
    const QAbstractItemModelTester tester(&model);
    const session::Finding error{{}, session::Severity::Error, u"e"_s, {}, {}};
    const session::Finding warning{{}, session::Severity::Warning, u"w"_s, {}, {}};
    const session::Finding note{{}, session::Severity::Note, u"n"_s, {}, {}};
    model.setFindings({note, error, warning});
    QCOMPARE(model.rowCount(), 3);
    model.setLeast(session::Severity::Warning);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.at(1), warning);
    QCOMPARE(model.rowOf(warning), 1);
    QCOMPARE(model.rowOf(note), -1);
    QCOMPARE(model.summary(), u"1 error, 1 warning, 1 note"_s);
    model.setFindings({warning, error, error});
    model.setLeast(session::Severity::Error);
    QCOMPARE(model.rowCount(), 2);
    model.setLeast(session::Severity::Note);
    QCOMPARE(model.rowCount(), 3);
}

void TablesTest::findings_haveTheirFix()
{
    using Model = present::FindingsModel;
    Model model;
    session::Finding finding{{}, session::Severity::Error, {}, {}, {}};
    model.setFindings({finding});
    QCOMPARE(model.index(0, Model::Fix).data().toString(), QString());
    finding.fix = session::Fix{session::Fix::Kind::Value, "5"_ba};
    model.setFindings({finding});
    QCOMPARE(model.index(0, Model::Fix).data().toString(), u"Write 5"_s);
}

void TablesTest::differences_areATable()
{
    using edm::Difference;
    present::DifferencesModel model({{Difference::Aspect::Presence, u"n.t"_s, u"p"_s, {}, u"Edm.String"_s},
                                     {Difference::Aspect::Presence, u"n.u"_s, {}, u"ComplexType"_s, {}},
                                     {Difference::Aspect::Nullable, u"n.t"_s, u"q"_s, u"true"_s, u"false"_s}});
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells += model.index(row, column).data().toString();
        lines += cells.join(u'|');
    }
    const QStringList expected{u"n.t/p|added||Edm.String"_s, u"n.u|removed|ComplexType|"_s,
                               u"n.t/q|may be null|true|false"_s};
    QCOMPARE(lines, expected);
    for (int column = 0; column < model.columnCount(); ++column)
        QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
    // Every aspect has its words.
    for (int aspect = 0; aspect <= static_cast<int>(Difference::Aspect::Deprecation); ++aspect) {
        const present::DifferencesModel one({{static_cast<Difference::Aspect>(aspect), u"t"_s, {}, u"a"_s, u"b"_s}});
        QVERIFY(!one.index(0, present::DifferencesModel::What).data().toString().isEmpty());
    }
}

void TablesTest::aboutApi_saysWhatIsNormal()
{
    const QString text = present::aboutApi();
    for (const QString &word :
         {u"CallRecords.Read.All"_s, u"401"_s, u"403"_s, u"404"_s, u"405"_s, u"$ref"_s, u"localtest"_s})
        QVERIFY2(text.contains(word), qPrintable(word));
    QVERIFY(present::aboutProgram().contains("GPL-3.0-or-later"_L1));
}

QTEST_GUILESS_MAIN(TablesTest)
#include "tst_tables.moc"
