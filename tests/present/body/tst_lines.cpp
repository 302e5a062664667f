// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/body/bodylines.h"

#include "present/body/awkwardbodies.h"
#include "present/body/bodyreader.h"
#include "present/body/displaytext.h"
#include "json/scanner.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using present::BodyForm;
using present::BodyLines;
using present::BodyReader;
using present::BodyRow;

namespace {

BodyLines linesOf(const QByteArray &bytes, BodyForm form)
{
    BodyLines lines(bytes, form);
    while (!lines.extend(1000)) { }
    return lines;
}

QList<BodyRow> allRows(const BodyLines &lines)
{
    return lines.rows(0, lines.rowCount());
}

/// The bytes outside strings that JSON calls blanks removed: what the indented form must show, and nothing else.
QByteArray withoutBlanks(const QByteArray &bytes)
{
    QByteArray shown;
    bool inString = false;
    for (qsizetype at = 0; at < bytes.size(); ++at) {
        if (!inString && " \t\r\n"_ba.contains(bytes[at]))
            continue;
        if (bytes[at] == '"')
            inString = !inString;
        shown += bytes[at];
        if (inString && bytes[at] == '\\')
            shown += bytes[++at];
    }
    return shown;
}

QStringList shownRows(const BodyLines &lines)
{
    QStringList shown;
    for (const BodyRow &row : allRows(lines))
        shown += present::DisplayText(lines.bytes(), row, lines.form()).text();
    return shown;
}

} // namespace

class LinesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void everyForm_tilesTheBody_data() { addBodies(); }
    void everyForm_tilesTheBody()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, isJson);
        QCOMPARE(json::scan(bytes).isValid(), isJson);
        for (const BodyForm form : {BodyForm::Raw, BodyForm::Indented, BodyForm::Hex}) {
            if (form == BodyForm::Indented && !isJson)
                continue;
            const BodyLines lines = linesOf(bytes, form);
            qint64 at = 0;
            bool wasCut = false;
            for (const BodyRow &row : allRows(lines)) {
                QCOMPARE(row.begin, at);
                QVERIFY(row.begin <= row.end && row.end <= row.next);
                QCOMPARE(row.isContinuation, wasCut);
                QVERIFY(row.next - row.begin <= present::widestRow + present::longestRow);
                at = row.next;
                wasCut = row.isCut;
            }
            QCOMPARE(at, bytes.size());
            QVERIFY(!wasCut);
        }
    }

    /// Each token's bytes are shown once, in order, and nothing else (the layout is no byte).
    void indented_showsEachTokenOnce_data() { addBodies(); }
    void indented_showsEachTokenOnce()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, isJson);
        if (!isJson)
            return;
        const BodyLines lines = linesOf(bytes, BodyForm::Indented);
        QByteArray shown;
        for (const BodyRow &row : allRows(lines)) {
            const present::DisplayText display(bytes, row, BodyForm::Indented);
            qint64 last = -1;
            for (int column = 0; column < display.text().size(); ++column) {
                const qint64 offset = display.offsetAt(column);
                const bool isLayout
                    = std::any_of(display.spans().cbegin(), display.spans().cend(), [column](const auto &span) {
                          return span.kind == present::DisplaySpan::Kind::Layout && column >= span.column
                              && column < span.column + span.length;
                      });
                if (isLayout || offset == last)
                    continue;
                last = offset;
                shown += bytes.mid(offset, display.offsetAfter(offset) - offset);
            }
        }
        // offsetAfter() steps over blanks as well: they are layout for the eye, bytes for the copy.
        QCOMPARE(withoutBlanks(shown), withoutBlanks(bytes));
    }

    void indented_isLaidOut()
    {
        const BodyLines lines
            = linesOf(" {'a':1.0 ,'a':[ ],'b':{'c':['x:,{',null],'d':{ }}} "_ba.replace('\'', '"'), BodyForm::Indented);
        const QStringList expected{u"{"_s,
                                   u"  \"a\": 1.0,"_s,
                                   u"  \"a\": [],"_s,
                                   u"  \"b\": {"_s,
                                   u"    \"c\": ["_s,
                                   u"      \"x:,{\","_s,
                                   u"      null"_s,
                                   u"    ],"_s,
                                   u"    \"d\": {}"_s,
                                   u"  }"_s,
                                   u"}"_s};
        QCOMPARE(shownRows(lines), expected);
    }

    void indented_escapedQuotes_endNoString()
    {
        const QByteArray bytes = QByteArray("['a`',{b``','c`u0022,']").replace('\'', '"').replace('`', '\\');
        QVERIFY(json::scan(bytes).isValid());
        const QStringList expected{u"["_s, u"  \"a\\\",{b\\\\\","_s, u"  \"c\\u0022,\""_s, u"]"_s};
        QCOMPARE(shownRows(linesOf(bytes, BodyForm::Indented)), expected);
    }

    void raw_endsRowsAtEachLineEnd()
    {
        const QList<BodyRow> rows = allRows(linesOf("a\r\nb\rc\n\nd\n"_ba, BodyForm::Raw));
        QList<QPair<qint64, qint64>> spans;
        QList<qint64> numbers;
        for (const BodyRow &row : rows) {
            spans.append({row.begin, row.end});
            numbers += row.line;
        }
        const QList<QPair<qint64, qint64>> expected{{0, 2}, {3, 5}, {5, 6}, {7, 7}, {8, 9}, {10, 10}};
        QCOMPARE(spans, expected);
        QCOMPARE(numbers, (QList<qint64>{1, 2, 3, 4, 5, 6}));
    }

    void raw_lineOfTheLongestLength_isNotCut()
    {
        const QByteArray line(present::longestRow, 'x');
        QCOMPARE(linesOf(line + "\n", BodyForm::Raw).rowCount(), 2);
        QCOMPARE(linesOf(line + "\r\n", BodyForm::Raw).rowCount(), 2);
        QCOMPARE(linesOf(line, BodyForm::Raw).rowCount(), 1);
        QCOMPARE(linesOf(line + "x\n", BodyForm::Raw).rowCount(), 3);
    }

    void cuts_tearNoCharacter_data() { addBodies(); }
    void cuts_tearNoCharacter()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, isJson);
        if (!bytes.isValidUtf8())
            return;
        for (const BodyForm form : {BodyForm::Raw, BodyForm::Indented}) {
            if (form == BodyForm::Indented && !isJson)
                continue;
            for (const BodyRow &row : allRows(linesOf(bytes, form))) {
                const QByteArray shown = bytes.mid(row.begin, row.next - row.begin);
                QVERIFY(shown.isValidUtf8());
                const bool tearsEscape
                    = form == BodyForm::Indented && row.isCut && shown.endsWith('\\') && !shown.endsWith("\\\\");
                QVERIFY(!tearsEscape);
            }
        }
    }

    /// A row found again by walking is the row found in order, whatever is asked for first.
    void rows_areFoundAgain_data() { addBodies(); }
    void rows_areFoundAgain()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, isJson);
        for (const BodyForm form : {BodyForm::Raw, BodyForm::Indented, BodyForm::Hex}) {
            if (form == BodyForm::Indented && !isJson)
                continue;
            const BodyLines lines = linesOf(bytes, form);
            const QList<BodyRow> rows = allRows(lines);
            QCOMPARE(rows.size(), lines.rowCount());
            for (qint64 number = rows.size() - 1; number >= 0; number -= std::max<qint64>(rows.size() / 50, 1)) {
                const BodyRow &row = rows.at(number);
                QCOMPARE(lines.row(number), row);
                if (row.next > row.begin) {
                    QCOMPARE(lines.rowAt(row.begin), number);
                    QCOMPARE(lines.rowAt(row.next - 1), number);
                }
            }
            QCOMPARE(lines.rowAt(bytes.size()), rows.size() - 1);
        }
    }

    void offsetOf_isTheInverseOfPositionAt_data() { addBodies(); }
    void offsetOf_isTheInverseOfPositionAt()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, isJson);
        for (const BodyForm form : {BodyForm::Raw, BodyForm::Indented, BodyForm::Hex}) {
            if (form == BodyForm::Indented && !isJson)
                continue;
            const BodyLines lines = linesOf(bytes, form);
            const qsizetype step = std::max<qsizetype>(bytes.size() / 40, 1);
            for (qsizetype at = 0; at <= bytes.size(); at += step) {
                const json::Position position = json::positionAt(bytes, at);
                const qint64 found = lines.offsetOf(position).value();
                QCOMPARE(json::positionAt(bytes, found), position);
                QVERIFY(found >= at - 4 && found <= at); // `at` may be within a character
            }
        }
    }

    void lineNumbers_areThoseOfTheRawText()
    {
        const BodyLines lines = linesOf("{\n\"a\":1,\"b\":2,\r\n\r\"c\":3}\n"_ba, BodyForm::Indented);
        QStringList numbers;
        for (const BodyRow &row : allRows(lines))
            numbers += row.startsLine ? QString::number(row.line) : u"-"_s;
        QCOMPARE(numbers, (QStringList{u"1"_s, u"2"_s, u"-"_s, u"4"_s, u"-"_s}));
    }

    void deepRows_areIndentedToALimit()
    {
        QCOMPARE(present::indentColumns(3), 6);
        QCOMPARE(present::indentColumns(9000), present::indentColumns(48));
    }

    void reader_goesInSmallSteps_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("many lines") << QByteArray("some text\n").repeated(400'000);
        QTest::newRow("one line") << QByteArray(4'000'000, 'x');
        QTest::newRow("many items") << "["_ba + QByteArray("1,").repeated(2'000'000) + "1]"_ba;
        QTest::newRow("one gap") << "["_ba + QByteArray(4'000'000, ' ') + "1]"_ba;
        QTest::newRow("one string") << "[\""_ba + QByteArray(4'000'000, 'x') + "\"]"_ba;
    }
    void reader_goesInSmallSteps()
    {
        QFETCH(QByteArray, bytes);
        BodyReader reader;
        reader.setForm(BodyForm::Indented);
        reader.setBody(bytes);
        QVERIFY(reader.lines().rowCount() > 0);
        QVERIFY(reader.lines().readTo() <= BodyReader::sliceBytes + present::widestRow);
        reader.setSearch(u"no such text"_s, Qt::CaseInsensitive);
        QTRY_VERIFY_WITH_TIMEOUT(!reader.isBusy(), 30'000);
        QVERIFY(reader.lines().isComplete());
        QVERIFY(reader.search().isComplete());
        QCOMPARE(reader.form() == BodyForm::Indented, bytes.startsWith('['));
        QVERIFY(reader.largestStep() > 0);
        QVERIFY(reader.largestStep() <= BodyReader::sliceBytes + present::widestRow);
    }

    void reader_newestBodyWins()
    {
        BodyReader reader;
        reader.setForm(BodyForm::Indented);
        reader.setBody("["_ba + QByteArray("1,").repeated(500'000) + "]"_ba); // not JSON, which must not stick
        QCOMPARE(reader.canIndent(), false); // not yet
        QVERIFY(!reader.reason().isEmpty());
        reader.setBody("["_ba + QByteArray("2,").repeated(500'000) + "2"_ba);
        reader.setBody("{\"a\":"_ba + QByteArray(" ").repeated(500'000) + "1}"_ba);
        QTRY_VERIFY_WITH_TIMEOUT(!reader.isBusy(), 30'000);
        QCOMPARE(reader.form(), BodyForm::Indented);
        QCOMPARE(shownRows(reader.lines()).constFirst(), u"{"_s);
    }

    void reader_smallBody_isJudgedAtOnce()
    {
        BodyReader reader;
        QSignalSpy judged(&reader, &BodyReader::indentableChanged);
        reader.setBody("{\"a\":1}"_ba);
        QVERIFY(reader.canIndent());
        QCOMPARE(reader.reason(), QString());
        QCOMPARE(reader.form(), BodyForm::Raw);
        reader.setForm(BodyForm::Indented);
        QCOMPARE(reader.form(), BodyForm::Indented);
        reader.setBody("{\n  \"a\" 1}"_ba);
        QCOMPARE(reader.form(), BodyForm::Raw);
        QCOMPARE(reader.reason(), u"Not JSON at 2:7: a colon was expected after the name."_s);
        QCOMPARE(judged.count(), 2);
    }

    void reader_sameBodyAgain_changesNothing()
    {
        BodyReader reader;
        reader.setBody("a\nb"_ba);
        QSignalSpy reset(&reader, &BodyReader::linesReset);
        reader.setBody("a\nb"_ba);
        QCOMPARE(reset.count(), 0);
        reader.setBody("a\nc"_ba);
        QCOMPARE(reset.count(), 1);
    }

    void reader_goneWhileJudging_isHarmless()
    {
        auto reader = std::make_unique<BodyReader>();
        reader->setBody("["_ba + QByteArray("1,").repeated(500'000) + "1]"_ba);
        reader.reset();
        QCoreApplication::processEvents();
    }

private:
    static void addBodies()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("isJson");
        for (const awkward::Body &body : awkward::bodies())
            QTest::newRow(body.name) << body.bytes << body.isJson;
    }
};

QTEST_GUILESS_MAIN(LinesTest)
#include "tst_lines.moc"
