// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/jsonsearch.h"

#include "present/bodypipeline.h"
#include "present/jsonfinder.h"
#include "json/pointer.h"
#include "json/scanner.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QByteArray text
    = R"({"id":"Alpha","list":[{"alpha":1.0},"x",18446744073709551616],"id":"beta","caf\u00e9":"\u0041lpha","a/b":null})";

QStringList pointersOf(const json::Index &index, const QList<qsizetype> &nodes)
{
    QStringList pointers;
    for (const qsizetype node : nodes)
        pointers += json::pointerTo(index, node).toString();
    return pointers;
}

} // namespace

class JsonSearchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void search_data();
    void search();
    void steps_goRound();
    void largeText_isSearchedLater();
    void newText_isSearchedWithoutAStep();
};

void JsonSearchTest::search_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<bool>("isCaseSensitive");
    QTest::addColumn<QStringList>("found");
    const auto row = [](const char *name, const QString &what, bool isCaseSensitive, const QStringList &found) {
        QTest::newRow(name) << what << isCaseSensitive << found;
    };
    row("nothing", {}, false, {});
    row("name, of all duplicates", u"id"_s, true, {u"/id"_s, u"/id"_s});
    row("name and value", u"alpha"_s, false, {u"/id"_s, u"/list/0/alpha"_s, u"/caf\u00e9"_s});
    row("case", u"Alpha"_s, true, {u"/id"_s, u"/caf\u00e9"_s});
    row("number as it is spelled", u"1.0"_s, true, {u"/list/0/alpha"_s});
    row("number beyond 2^63", u"8446744073709551616"_s, true, {u"/list/2"_s});
    row("word", u"null"_s, true, {u"/a~1b"_s});
    row("name behind an escape", u"caf\u00e9"_s, true, {u"/caf\u00e9"_s});
    row("the escape itself", u"\\u00e9"_s, true, {u"/caf\u00e9"_s});
    row("pointer", u"/list/0"_s, true, {u"/list/0"_s});
    row("pointer with an escape", u"/a~1b"_s, true, {u"/a~1b"_s});
    row("no pointer, but text", u"/b"_s, true, {u"/a~1b"_s});
    row("across values", u"1.0},\"x"_s, true, {});
}

void JsonSearchTest::search()
{
    QFETCH(const QString, what);
    QFETCH(const bool, isCaseSensitive);
    QFETCH(const QStringList, found);
    const json::Index index = json::scan(text);
    QVERIFY(index.isValid());
    const QList<qsizetype> nodes
        = present::searchJson(index, what, isCaseSensitive ? Qt::CaseSensitive : Qt::CaseInsensitive);
    QCOMPARE(pointersOf(index, nodes), found);
    QVERIFY(std::is_sorted(nodes.cbegin(), nodes.cend()));
    QVERIFY(present::searchJson(json::scan("{"), what, Qt::CaseSensitive).isEmpty());
}

void JsonSearchTest::steps_goRound()
{
    present::JsonFinder finder;
    QList<qsizetype> came;
    connect(&finder, &present::JsonFinder::found, this, [&came](qsizetype node) { came += node; });
    finder.setIndex(json::scan("[1,2,1,2,1]"));
    finder.find(u"1"_s, Qt::CaseSensitive, 2);
    QCOMPARE(finder.status(), u"2 of 3"_s);
    finder.findNext(came.constLast());
    finder.findNext(came.constLast());
    finder.findPrevious(came.constLast());
    finder.findPrevious(came.constLast());
    QCOMPARE(came, (QList<qsizetype>{3, 5, 1, 5, 3}));
    finder.find(u"7"_s, Qt::CaseSensitive, -1);
    QCOMPARE(finder.status(), u"Not found"_s);
    finder.findNext(0);
    QCOMPARE(came.size(), 5);
    finder.find({}, Qt::CaseSensitive, 0);
    QCOMPARE(finder.status(), QString());
}

void JsonSearchTest::largeText_isSearchedLater()
{
    const QByteArray large = "[\"" + QByteArray(present::BodyPipeline::smallBody, 'x') + "\",\"needle\"]";
    present::JsonFinder finder;
    QSignalSpy found(&finder, &present::JsonFinder::found);
    finder.setIndex(json::scan(large));
    finder.find(u"needle"_s, Qt::CaseSensitive, -1);
    QCOMPARE(finder.status(), u"Searching\u2026"_s);
    QCOMPARE(found.size(), 0);
    QVERIFY(found.wait());
    QCOMPARE(found.constFirst().constFirst().value<qsizetype>(), 2);
    QCOMPARE(finder.status(), u"1 of 1"_s);
}

void JsonSearchTest::newText_isSearchedWithoutAStep()
{
    present::JsonFinder finder;
    finder.setIndex(json::scan("[1]"));
    finder.find(u"1"_s, Qt::CaseSensitive, 0);
    QSignalSpy found(&finder, &present::JsonFinder::found);
    finder.setIndex(json::scan("[1,1]"));
    QCOMPARE(finder.status(), u"2 found"_s);
    QCOMPARE(found.size(), 0);
}

QTEST_GUILESS_MAIN(JsonSearchTest)
#include "tst_jsonsearch.moc"
