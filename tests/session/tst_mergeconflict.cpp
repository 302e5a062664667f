// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/mergeconflict.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using session::MergeConflict;
using session::mergeConflictIn;

class MergeConflictTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void sides_data();
    void sides();
    void none_data();
    void none();
};

void MergeConflictTest::sides_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("ours");
    QTest::addColumn<QByteArray>("theirs");
    QTest::addColumn<QString>("names");
    QTest::addColumn<qint64>("line");
    QTest::addColumn<int>("count");
    const auto row = [](const char *name, const QByteArray &text, const QByteArray &ours, const QByteArray &theirs,
                        const QString &names, qint64 line,
                        int count) { QTest::newRow(name) << text << ours << theirs << names << line << count; };
    row("one", "{\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> other\n}\n", "{\na\n}\n", "{\nb\n}\n", u"HEAD|other"_s, 2, 1);
    row("two", "<<<<<<< A\n1\n=======\n2\n>>>>>>> B\nx\n<<<<<<< A\n3\n=======\n>>>>>>> B\n", "1\nx\n3\n", "2\nx\n",
        u"A|B"_s, 1, 2);
    row("with base", "<<<<<<< A\n1\n||||||| base\n0\n=======\n2\n>>>>>>> B\n", "1\n", "2\n", u"A|B"_s, 1, 1);
    row("without names", "<<<<<<<\n1\n=======\n2\n>>>>>>>\n", "1\n", "2\n", u"|"_s, 1, 1);
    row("CR LF", "{\r\n<<<<<<< A\r\n1\r\n=======\r\n2\r\n>>>>>>> B\r\n}\r\n", "{\r\n1\r\n}\r\n", "{\r\n2\r\n}\r\n",
        u"A|B"_s, 2, 1);
    row("no end of line", "<<<<<<< A\n1\n=======\n2\n>>>>>>> B", "1\n", "2\n", u"A|B"_s, 1, 1);
    row("both empty", "a\n<<<<<<< A\n=======\n>>>>>>> B\n", "a\n", "a\n", u"A|B"_s, 2, 1);
    row("equals outside", "=======\n<<<<<<< A\n1\n=======\n2\n>>>>>>> B\n", "=======\n1\n", "=======\n2\n", u"A|B"_s, 2,
        1);
}

void MergeConflictTest::sides()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, ours);
    QFETCH(const QByteArray, theirs);
    QFETCH(const QString, names);
    QFETCH(const qint64, line);
    QFETCH(const int, count);
    const std::optional<MergeConflict> found = mergeConflictIn(text);
    QVERIFY(found);
    QCOMPARE(found->ours, ours);
    QCOMPARE(found->theirs, theirs);
    QCOMPARE(found->oursName + u'|' + found->theirsName, names);
    QCOMPARE(found->line, line);
    QCOMPARE(found->count, count);
}

void MergeConflictTest::none_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("JSON") << QByteArray("{\"a\": 1}\n");
    QTest::newRow("only a begin") << QByteArray("<<<<<<< A\n1\n");
    QTest::newRow("no second side") << QByteArray("<<<<<<< A\n1\n>>>>>>> B\n");
    QTest::newRow("out of order") << QByteArray(">>>>>>> B\n=======\n<<<<<<< A\n");
    QTest::newRow("never ended") << QByteArray("<<<<<<< A\n1\n=======\n2\n");
    QTest::newRow("within a conflict") << QByteArray("<<<<<<< A\n<<<<<<< A\n1\n=======\n2\n>>>>>>> B\n");
    QTest::newRow("six") << QByteArray("<<<<<< A\n1\n======\n2\n>>>>>> B\n");
    QTest::newRow("eight") << QByteArray("<<<<<<<< A\n1\n========\n2\n>>>>>>>> B\n");
    QTest::newRow("indented") << QByteArray(" <<<<<<< A\n 1\n =======\n 2\n >>>>>>> B\n");
    QTest::newRow("in a string") << QByteArray("{\"a\": \"<<<<<<< A\", \"b\": \"=======\", \"c\": \">>>>>>> B\"}\n");
}

void MergeConflictTest::none()
{
    QFETCH(const QByteArray, text);
    QVERIFY(!mergeConflictIn(text));
}

QTEST_GUILESS_MAIN(MergeConflictTest)
#include "tst_mergeconflict.moc"
