// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/palettematch.h"

#include "present/palettemodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::StringLiterals;
using present::PaletteEntry;
using present::PaletteMatch;
using present::PaletteModel;

class PaletteMatchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rank_data();
    void rank();
    void model_putsTheBestFirst_data();
    void model_putsTheBestFirst();
    void model_tellsNoteOrObstacle();
};

void PaletteMatchTest::rank_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("expected"); // -1: does not fit
    QTest::newRow("nothing typed") << u""_s << u"Save"_s << u"File"_s << 0;
    QTest::newRow("only blanks") << u"  "_s << u"Save"_s << u"File"_s << 0;
    QTest::newRow("begins the name") << u"sa"_s << u"Save As…"_s << u"File"_s << 0;
    QTest::newRow("case") << u"SA"_s << u"save"_s << u""_s << 0;
    QTest::newRow("accent typed") << u"sáve"_s << u"Save"_s << u""_s << 0;
    QTest::newRow("accent in the name") << u"menu"_s << u"Menü"_s << u""_s << 0;
    QTest::newRow("sharp s") << u"strasse"_s << u"Straße"_s << u""_s << 0;
    QTest::newRow("begins a word") << u"as"_s << u"Save As…"_s << u"File"_s << 1;
    QTest::newRow("a word after a sign") << u"com"_s << u"x-compose"_s << u""_s << 1;
    QTest::newRow("the later of two places") << u"am"_s << u"same amount"_s << u""_s << 1;
    QTest::newRow("first letters") << u"nc"_s << u"New Call…"_s << u"File"_s << 2;
    QTest::newRow("first letters later") << u"tp"_s << u"Show the pane"_s << u""_s << 2;
    QTest::newRow("path") << u"fil"_s << u"New"_s << u"File"_s << 3;
    QTest::newRow("within") << u"ave"_s << u"Save"_s << u"File"_s << 4;
    QTest::newRow("within the path") << u"ile"_s << u"New"_s << u"File"_s << 4;
    QTest::newRow("letters in order") << u"cpyjr"_s << u"Copy for Jira"_s << u"Session"_s << 5;
    QTest::newRow("letters over both") << u"sscpy"_s << u"Copy for Jira"_s << u"Session"_s << 5;
    QTest::newRow("two words in any order") << u"jira copy"_s << u"Copy for Jira"_s << u"Session"_s << 1;
    QTest::newRow("sum of two") << u"fil as"_s << u"Save As…"_s << u"File"_s << 4;
    QTest::newRow("other order of letters") << u"rj"_s << u"Jira"_s << u""_s << -1;
    QTest::newRow("one word too many") << u"copy moon"_s << u"Copy for Jira"_s << u"Session"_s << -1;
    QTest::newRow("a letter twice") << u"saavee"_s << u"Save"_s << u""_s << -1;
    QTest::newRow("empty name") << u"a"_s << u""_s << u""_s << -1;
}

void PaletteMatchTest::rank()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, name);
    QFETCH(const QString, path);
    QTEST(PaletteMatch(typed).rank(name, path).value_or(-1), "expected");
}

void PaletteMatchTest::model_putsTheBestFirst_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("all, as given") << u""_s
                                   << QStringList{u"File › New"_s, u"File › Save As…"_s, u"File › Save"_s,
                                                  u"Duplicate"_s, u"caller name"_s};
    QTest::newRow("equal ones as given") << u"save"_s << QStringList{u"File › Save As…"_s, u"File › Save"_s};
    QTest::newRow("name before letters") << u"n"_s << QStringList{u"File › New"_s, u"caller name"_s};
    QTest::newRow("a later one that fits better") << u"ca"_s << QStringList{u"caller name"_s, u"Duplicate"_s};
    QTest::newRow("none") << u"q"_s << QStringList();
}

void PaletteMatchTest::model_putsTheBestFirst()
{
    PaletteModel model({{u"New"_s, u"File"_s, {}, {}, {}},
                        {u"Save As…"_s, u"File"_s, {}, {}, {}},
                        {u"Save"_s, u"File"_s, {}, {}, {}},
                        {u"Duplicate"_s, {}, {}, {}, {}},
                        {u"caller name"_s, {}, {}, {}, {}}});
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QFETCH(const QString, typed);
    model.narrow(typed);
    QStringList shown;
    for (int row = 0; row < model.rowCount(); ++row)
        shown += model.index(row).data().toString();
    QTEST(shown, "expected");
}

void PaletteMatchTest::model_tellsNoteOrObstacle()
{
    const PaletteModel model({{u"Save"_s, u"File"_s, u"Ctrl+S"_s, {}, {}},
                              {u"Undo"_s, u"Edit"_s, u"Ctrl+Z"_s, u"Nothing to undo"_s, {}},
                              {u"id"_s, {}, {}, {}, {}}});
    const auto told = [&model](int row, int role) { return model.index(row).data(role); };
    QCOMPARE(told(0, PaletteModel::NoteRole), u"Ctrl+S"_s);
    QCOMPARE(told(0, PaletteModel::IsPossibleRole), true);
    QCOMPARE(told(0, Qt::AccessibleTextRole), u"File › Save, Ctrl+S"_s);
    QCOMPARE(told(1, PaletteModel::NoteRole), u"Nothing to undo"_s);
    QCOMPARE(told(1, PaletteModel::IsPossibleRole), false);
    QCOMPARE(told(1, Qt::AccessibleTextRole), u"Edit › Undo, Nothing to undo"_s);
    QCOMPARE(told(2, Qt::AccessibleTextRole), u"id"_s);
    QCOMPARE(told(2, Qt::DecorationRole), QVariant());
}

QTEST_GUILESS_MAIN(PaletteMatchTest)
#include "tst_palettematch.moc"
