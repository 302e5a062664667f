// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/body/bytesearch.h"

#include "present/body/bodyfinder.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using present::BodyFinder;
using present::BodyReader;
using present::ByteSearch;

class SearchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void search_findsAll_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("matchesCase");
        QTest::addColumn<QList<qint64>>("offsets");
        QTest::newRow("nothing to find") << "abc"_ba << QString() << false << QList<qint64>{};
        QTest::newRow("nothing found") << "abc"_ba << u"x"_s << false << QList<qint64>{};
        QTest::newRow("no overlap") << "aaaaa"_ba << u"aa"_s << true << QList<qint64>{0, 2};
        QTest::newRow("case") << "Ab aB AB"_ba << u"aB"_s << true << QList<qint64>{3};
        QTest::newRow("no case") << "Ab aB AB"_ba << u"aB"_s << false << QList<qint64>{0, 3, 6};
        QTest::newRow("no case, Greek") << "ΑΒΓ αβγ"_ba << u"βγ"_s << false << QList<qint64>{2, 9};
        QTest::newRow("over line ends") << "a\nb a\r\nb"_ba << u"a\nb"_s << true << QList<qint64>{0};
        QTest::newRow("NUL") << QByteArray("a\0b", 3) << QString(QChar(0)) << true << QList<qint64>{1};
        QTest::newRow("behind damage") << "\xFF\xC3"
                                          "abc"_ba
                                       << u"ABC"_s << false << QList<qint64>{2};
        QTest::newRow("cut at the end") << "ab"_ba << u"abc"_s << false << QList<qint64>{};
    }
    void search_findsAll()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, text);
        QFETCH(bool, matchesCase);
        for (const qint64 step : {1, 3, 1000}) {
            ByteSearch search(bytes, text, matchesCase ? Qt::CaseSensitive : Qt::CaseInsensitive);
            while (!search.advance(step)) { }
            QList<qint64> found;
            for (qsizetype number = 0; number < search.count(); ++number)
                found += search.match(number).offset;
            QTEST(found, "offsets");
        }
    }

    void search_goesAcrossCuts()
    {
        const QByteArray bytes = QByteArray(present::longestRow - 3, 'x') + "needle"_ba + QByteArray(100, 'x');
        ByteSearch search(bytes, u"NEEDLE"_s, Qt::CaseInsensitive);
        QVERIFY(search.advance(bytes.size()));
        QCOMPARE(search.count(), 1);
        QCOMPARE(search.match(0), (ByteSearch::Match{present::longestRow - 3, 6}));
    }

    void search_keepsSoManyMatches()
    {
        ByteSearch search(QByteArray(ByteSearch::mostMatches + 10, 'a'), u"a"_s, Qt::CaseSensitive);
        while (!search.advance(1 << 20)) { }
        QCOMPARE(search.count(), ByteSearch::mostMatches);
        QVERIFY(search.isFull());
    }

    void finder_stepsAndWraps()
    {
        BodyReader reader;
        reader.setBody("one two one two one"_ba);
        BodyFinder finder(&reader);
        QSignalSpy found(&finder, &BodyFinder::found);
        finder.find(u"one"_s, Qt::CaseInsensitive, 5);
        QCOMPARE(found.takeFirst(), (QVariantList{8LL, 3LL}));
        QCOMPARE(finder.status(), u"2 of 3"_s);
        finder.findNext(9);
        QCOMPARE(found.takeFirst(), (QVariantList{16LL, 3LL}));
        finder.findNext(17);
        QCOMPARE(found.takeFirst(), (QVariantList{0LL, 3LL}));
        QCOMPARE(finder.status(), u"1 of 3"_s);
        finder.findPrevious(0);
        QCOMPARE(found.takeFirst(), (QVariantList{16LL, 3LL}));
        finder.findPrevious(16);
        QCOMPARE(found.takeFirst(), (QVariantList{8LL, 3LL}));
        finder.find(u"three"_s, Qt::CaseInsensitive, 0);
        QCOMPARE(finder.status(), u"Not found"_s);
        finder.findNext(0);
        QVERIFY(found.isEmpty());
        finder.find(QString(), Qt::CaseInsensitive, 0);
        QCOMPARE(finder.status(), QString());
    }

    /// A step is done as soon as it can be decided, not before, and goes to the right place.
    void finder_waitsForTheSearch()
    {
        const QByteArray bytes = "needle"_ba + QByteArray(3'000'000, ' ') + "needle"_ba + QByteArray(3'000'000, ' ');
        BodyReader reader;
        reader.setBody(bytes);
        BodyFinder finder(&reader);
        QSignalSpy found(&finder, &BodyFinder::found);
        finder.find(u"needle"_s, Qt::CaseSensitive, 10);
        QVERIFY(found.isEmpty());
        QVERIFY(finder.status().endsWith(u"found"));
        QTRY_COMPARE_WITH_TIMEOUT(found.count(), 1, 30'000);
        QCOMPARE(found.takeFirst(), (QVariantList{3'000'006LL, 6LL}));
        finder.find(u"needle"_s, Qt::CaseSensitive, 4'000'000); // only the wrap around finds one
        QVERIFY(found.isEmpty());
        QTRY_COMPARE_WITH_TIMEOUT(found.count(), 1, 30'000);
        QCOMPARE(found.takeFirst(), (QVariantList{0LL, 6LL}));
        QCOMPARE(finder.status(), u"1 of 2"_s);
        finder.find(u"needle"_s, Qt::CaseSensitive, 0);
        found.clear();
        finder.findPrevious(0); // the last one, not the only one known so far
        QTRY_COMPARE_WITH_TIMEOUT(found.count(), 1, 30'000);
        QCOMPARE(found.takeFirst(), (QVariantList{3'000'006LL, 6LL}));
    }

    void finder_searchesTheNewBodyToo()
    {
        BodyReader reader;
        reader.setBody("a b a"_ba);
        BodyFinder finder(&reader);
        finder.find(u"a"_s, Qt::CaseSensitive, 0);
        QCOMPARE(finder.status(), u"1 of 2"_s);
        reader.setBody("a a a b"_ba);
        QCOMPARE(finder.status(), u"3 found"_s);
    }
};

QTEST_GUILESS_MAIN(SearchTest)
#include "tst_search.moc"
