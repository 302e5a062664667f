// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/body/bodycursor.h"

#include "present/body/awkwardbodies.h"

#include <QTest>

using namespace Qt::StringLiterals;
using present::BodyCursor;
using present::BodyForm;
using present::BodyLines;
using Move = BodyCursor::Move;
using Mode = BodyCursor::Mode;

namespace {

BodyLines linesOf(const QByteArray &bytes, BodyForm form)
{
    BodyLines lines(bytes, form);
    while (!lines.extend(100'000)) { }
    return lines;
}

} // namespace

class CursorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    /// Right from the beginning and left from the end reach the other end by the same stops.
    void leftAndRight_meet_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("isJson");
        for (const awkward::Body &body : awkward::bodies()) {
            if (body.bytes.size() < 5000)
                QTest::newRow(body.name) << body.bytes << body.isJson;
        }
    }
    void leftAndRight_meet()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, isJson);
        for (const BodyForm form : {BodyForm::Raw, BodyForm::Indented, BodyForm::Hex}) {
            if (form == BodyForm::Indented && !isJson)
                continue;
            const BodyLines lines = linesOf(bytes, form);
            BodyCursor cursor;
            QList<qint64> stops{0};
            for (cursor.move(lines, Move::Right, Mode::Move); cursor.position() > stops.constLast();
                 cursor.move(lines, Move::Right, Mode::Move))
                stops.append(cursor.position());
            QCOMPARE(stops.constLast(), bytes.size());
            QList<qint64> back{bytes.size()};
            cursor.move(lines, Move::BodyEnd, Mode::Move);
            for (cursor.move(lines, Move::Left, Mode::Move); cursor.position() < back.constFirst();
                 cursor.move(lines, Move::Left, Mode::Move))
                back.prepend(cursor.position());
            QCOMPARE(back.constFirst(), 0);
            if (form == BodyForm::Raw)
                QCOMPARE(back, stops);
        }
    }

    void rowEnds_staySeparate()
    {
        const BodyLines lines = linesOf(QByteArray(3000, 'x'), BodyForm::Raw);
        BodyCursor cursor;
        cursor.move(lines, Move::RowEnd, Mode::Move);
        QCOMPARE(cursor.position(), present::longestRow);
        QCOMPARE(cursor.row(lines), 0);
        cursor.move(lines, Move::RowEnd, Mode::Move);
        QCOMPARE(cursor.row(lines), 0);
        cursor.move(lines, Move::RowStart, Mode::Move);
        QCOMPARE(cursor.position(), 0);
        cursor.moveTo(lines, present::longestRow, Mode::Move, false);
        QCOMPARE(cursor.row(lines), 1);
    }

    void select_keepsTheAnchor()
    {
        const BodyLines lines = linesOf("a\r\nb"_ba, BodyForm::Raw);
        BodyCursor cursor;
        cursor.move(lines, Move::Right, Mode::Select);
        cursor.move(lines, Move::Right, Mode::Select);
        QCOMPARE(cursor.end(), 2); // the CR can be selected by itself
        cursor.move(lines, Move::Right, Mode::Select);
        QCOMPARE(cursor.begin(), 0);
        QCOMPARE(cursor.end(), 3);
        cursor.move(lines, Move::Left, Mode::Move);
        QVERIFY(!cursor.hasSelection());
    }

    void words_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<qint64>("at");
        QTest::addColumn<QByteArray>("word");
        QTest::newRow("name") << "{\"name\":1}"_ba << 4LL << "name"_ba;
        QTest::newRow("GUID") << "\"e523a2f4-11\" "_ba << 1LL << "e523a2f4-11"_ba;
        QTest::newRow("letters") << "a été b"_ba << 4LL << "été"_ba;
        QTest::newRow("blank") << "a  b"_ba << 1LL << " "_ba;
        QTest::newRow("mark") << QByteArray("a\0b", 3) << 1LL << QByteArray("\0", 1);
        QTest::newRow("end") << "ab"_ba << 2LL << ""_ba;
        QTest::newRow("emoji") << "x\xF0\x9F\x98\x80"_ba << 1LL << "x\xF0\x9F\x98\x80"_ba;
    }
    void words()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(qint64, at);
        BodyCursor cursor;
        cursor.selectWord(linesOf(bytes, BodyForm::Raw), at);
        QTEST(bytes.mid(cursor.begin(), cursor.end() - cursor.begin()), "word");
    }

    void wordMoves_stopAtWords()
    {
        const BodyLines lines = linesOf("ab, cd\nef"_ba, BodyForm::Raw);
        BodyCursor cursor;
        QList<qint64> stops;
        for (int count = 0; count < 6; ++count) {
            cursor.move(lines, Move::WordRight, Mode::Move);
            stops.append(cursor.position());
        }
        QCOMPARE(stops, (QList<qint64>{2, 3, 4, 6, 7, 9}));
        cursor.move(lines, Move::WordLeft, Mode::Move);
        QCOMPARE(cursor.position(), 7);
        cursor.move(lines, Move::WordLeft, Mode::Move);
        QCOMPARE(cursor.position(), 6);
        cursor.move(lines, Move::WordLeft, Mode::Move);
        QCOMPARE(cursor.position(), 4);
    }
};

QTEST_GUILESS_MAIN(CursorTest)
#include "tst_cursor.moc"
