// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/position.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using json::Position;

class PositionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void positionAt_rows_data();
    void positionAt_rows();
    void positionAfter_isPositionAt();
};

void PositionTest::positionAt_rows_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("offset");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::newRow("nothing") << ""_ba << 0 << 1 << 1;
    QTest::newRow("first") << "abc"_ba << 0 << 1 << 1;
    QTest::newRow("third") << "abc"_ba << 2 << 1 << 3;
    QTest::newRow("end") << "abc"_ba << 3 << 1 << 4;
    QTest::newRow("past the end") << "abc"_ba << 99 << 1 << 4;
    QTest::newRow("before the start") << "abc"_ba << -1 << 1 << 1;
    QTest::newRow("LF itself") << "a\nb"_ba << 1 << 1 << 2;
    QTest::newRow("after LF") << "a\nb"_ba << 2 << 2 << 1;
    QTest::newRow("after CR") << "a\rb"_ba << 2 << 2 << 1;
    QTest::newRow("CR of CR LF") << "a\r\nb"_ba << 1 << 1 << 2;
    QTest::newRow("LF of CR LF") << "a\r\nb"_ba << 2 << 1 << 3;
    QTest::newRow("after CR LF") << "a\r\nb"_ba << 3 << 2 << 1;
    QTest::newRow("after LF CR, two lines") << "\n\rb"_ba << 2 << 3 << 1;
    QTest::newRow("after CR CR LF, two lines") << "\r\r\nb"_ba << 3 << 3 << 1;
    QTest::newRow("after a CR at the end") << "a\r"_ba << 2 << 2 << 1;
    QTest::newRow("U+2028 ends no line") << "\xE2\x80\xA8"
                                            "b"_ba
                                         << 3 << 1 << 2;
    QTest::newRow("tab is one column") << "\t\tb"_ba << 2 << 1 << 3;
    QTest::newRow("after two bytes") << "\xC3\xA4"
                                        "b"_ba
                                     << 2 << 1 << 2;
    QTest::newRow("inside two bytes") << "\xC3\xA4"
                                         "b"_ba
                                      << 1 << 1 << 1;
    QTest::newRow("after four bytes") << "\xF0\x9F\x98\x80"
                                         "b"_ba
                                      << 4 << 1 << 2;
    QTest::newRow("inside four bytes") << "a\xF0\x9F\x98\x80"
                                          "b"_ba
                                       << 4 << 1 << 2;
    QTest::newRow("combining mark is a character") << "e\xCC\x81"
                                                      "b"_ba
                                                   << 3 << 1 << 3;
    QTest::newRow("damaged: one a byte") << "\xFF\xC3\xE2\x82"
                                            "b"_ba
                                         << 4 << 1 << 5;
    QTest::newRow("NUL is a character") << QByteArray("\0\0b", 3) << 2 << 1 << 3;
}

void PositionTest::positionAt_rows()
{
    QFETCH(const QByteArray, text);
    QFETCH(const int, offset);
    const Position position = json::positionAt(text, offset);
    QTEST(int(position.line), "line");
    QTEST(int(position.column), "column");
}

void PositionTest::positionAfter_isPositionAt()
{
    const QByteArray text = "a\r\nb\rc\n\nd\xC3\xA4\xF0\x9F\x98\x80\xFF e"_ba;
    QList<qint64> starts;
    for (qint64 at = 0; at <= text.size(); ++at) {
        if (at == text.size() || (text[at] & 0xC0) != 0x80)
            starts += at;
    }
    for (const qint64 from : starts) {
        for (qint64 to = from; to <= text.size(); ++to)
            QCOMPARE(json::positionAfter(json::positionAt(text, from), text, from, to), json::positionAt(text, to));
    }
}

QTEST_GUILESS_MAIN(PositionTest)
#include "tst_position.moc"
