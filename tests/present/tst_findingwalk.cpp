// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/findingwalk.h"

#include <QTest>

using namespace Qt::StringLiterals;
using present::FindingWalk;
using Way = present::FindingWalk::Way;

namespace {

// A finding for each letter, at the member of this name.
QList<session::Finding> findingsAt(const QString &letters)
{
    QList<session::Finding> findings;
    findings.reserve(letters.size());
    for (const QChar letter : letters)
        findings += {json::Pointer::fromPath(letter), session::Severity::Error, u"rule"_s, u"A sentence."_s, {}};
    return findings;
}

QString step(FindingWalk &walk, const QList<session::Finding> &findings, Way way)
{
    const session::Finding *finding = walk.step(findings, way);
    return finding ? finding->pointer.last() : u"none"_s;
}

} // namespace

class FindingWalkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void step_goesOn_data();
    void step_goesOn();
    void step_begins_atEitherEnd();
    void step_tellsRulesApart();
    void last_isTheOneThatIsStillThere();
};

void FindingWalkTest::step_goesOn_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<int>("steps");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("next");
    QTest::addColumn<QString>("previous");
    QTest::newRow("unchanged") << u"abc"_s << 2 << u"abc"_s << u"c"_s << u"a"_s;
    QTest::newRow("round forwards") << u"abc"_s << 3 << u"abc"_s << u"a"_s << u"b"_s;
    QTest::newRow("round backwards") << u"abc"_s << 1 << u"abc"_s << u"b"_s << u"c"_s;
    QTest::newRow("the last one left") << u"abc"_s << 2 << u"ac"_s << u"c"_s << u"a"_s;
    QTest::newRow("at the end, left") << u"abc"_s << 3 << u"ab"_s << u"a"_s << u"b"_s;
    QTest::newRow("at the beginning, left") << u"abc"_s << 1 << u"bc"_s << u"b"_s << u"c"_s;
    QTest::newRow("one came before") << u"bc"_s << 1 << u"abc"_s << u"c"_s << u"a"_s;
    QTest::newRow("many left") << u"abcdef"_s << 6 << u"ab"_s << u"a"_s << u"b"_s;
    QTest::newRow("only one") << u"a"_s << 1 << u"a"_s << u"a"_s << u"a"_s;
    QTest::newRow("none") << u"a"_s << 1 << QString() << u"none"_s << u"none"_s;
}

void FindingWalkTest::step_goesOn()
{
    QFETCH(const QString, before);
    QFETCH(const int, steps);
    QFETCH(const QString, after);
    QFETCH(const QString, next);
    QFETCH(const QString, previous);
    FindingWalk walk;
    for (int i = 0; i < steps; ++i)
        QCOMPARE(step(walk, findingsAt(before), Way::Next), before.at(i));
    FindingWalk other = walk;
    QCOMPARE(step(walk, findingsAt(after), Way::Next), next);
    QCOMPARE(step(other, findingsAt(after), Way::Previous), previous);
}

void FindingWalkTest::step_begins_atEitherEnd()
{
    FindingWalk forwards;
    FindingWalk backwards;
    QCOMPARE(step(forwards, findingsAt(u"abc"_s), Way::Next), u"a"_s);
    QCOMPARE(step(backwards, findingsAt(u"abc"_s), Way::Previous), u"c"_s);
}

void FindingWalkTest::step_tellsRulesApart()
{
    QList<session::Finding> findings = findingsAt(u"aab"_s);
    findings[1].rule = u"other-rule"_s;
    FindingWalk walk;
    QCOMPARE(walk.step(findings, Way::Next)->rule, u"rule"_s);
    QCOMPARE(walk.step(findings, Way::Next)->rule, u"other-rule"_s);
    QCOMPARE(step(walk, findings, Way::Next), u"b"_s);
}

void FindingWalkTest::last_isTheOneThatIsStillThere()
{
    FindingWalk walk;
    QVERIFY(!walk.last(findingsAt(u"abc"_s)));
    step(walk, findingsAt(u"abc"_s), Way::Next);
    step(walk, findingsAt(u"abc"_s), Way::Next);
    const QList<session::Finding> moved = findingsAt(u"xb"_s);
    QCOMPARE(walk.last(moved), &moved.at(1));
    QVERIFY(!walk.last(findingsAt(u"ac"_s)));
    QVERIFY(!walk.last({}));
}

QTEST_APPLESS_MAIN(FindingWalkTest)
#include "tst_findingwalk.moc"
