// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/body/displaytext.h"

#include "present/body/awkwardbodies.h"
#include "present/body/bodylines.h"
#include "present/body/marks.h"
#include "present/body/plaintext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using present::BodyForm;
using present::BodyLines;
using present::BodyRow;
using present::DisplaySpan;
using present::DisplayText;

namespace {

/// The display of a one-line body, marks in ⟨⟩, layout left out.
QString marked(const QByteArray &bytes)
{
    BodyLines lines(bytes, BodyForm::Raw);
    lines.extend(bytes.size() + 1);
    const DisplayText display(bytes, lines.row(0), BodyForm::Raw);
    QString shown;
    qsizetype at = 0;
    for (const DisplaySpan &span : display.spans()) {
        shown += display.text().mid(at, span.column - at);
        if (span.kind == DisplaySpan::Kind::Mark)
            shown += u'⟨' % display.text().mid(span.column, span.length) % u'⟩';
        at = span.column + span.length;
    }
    return shown += display.text().mid(at);
}

} // namespace

class DisplayTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void marks_showWhatHides_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("shown");
        QTest::newRow("plain") << "a {}\t\"b\""_ba << u"a {}\t\"b\""_s;
        QTest::newRow("NUL") << QByteArray("a\0b", 3) << u"a⟨NUL⟩b"_s;
        QTest::newRow("NUL in letters") << "NUL"_ba << u"NUL"_s;
        QTest::newRow("escape") << "\x1B[31m\x7F"_ba << u"⟨ESC⟩[31m⟨DEL⟩"_s;
        QTest::newRow("CR LF") << "a\r\n"_ba << u"a⟨CR⟩"_s;
        QTest::newRow("C1") << "\xC2\x85"_ba << u"⟨U+0085⟩"_s;
        QTest::newRow("no-break space") << "a\xC2\xA0z"_ba << u"a⟨U+00A0⟩z"_s;
        QTest::newRow("line separator") << "\xE2\x80\xA8"_ba << u"⟨U+2028⟩"_s;
        QTest::newRow("byte order mark") << "\xEF\xBB\xBF{"_ba << u"⟨U+FEFF⟩{"_s;
        QTest::newRow("override") << "a\xE2\x80\xAE"
                                     "b"_ba
                                  << u"a⟨U+202E⟩b"_s;
        QTest::newRow("joiner") << "\xE2\x80\x8D"_ba << u"⟨U+200D⟩"_s;
        QTest::newRow("variation selector") << "\xEF\xB8\x8F"_ba << u"⟨U+FE0F⟩"_s;
        QTest::newRow("Hangul filler") << "\xE3\x85\xA4"_ba << u"⟨U+3164⟩"_s;
        QTest::newRow("tag") << "\xF3\xA0\x80\x81"_ba << u"⟨U+E0001⟩"_s;
        QTest::newRow("noncharacter") << "\xEF\xBF\xBE"_ba << u"⟨U+FFFE⟩"_s;
        QTest::newRow("private use") << "\xEE\x80\x80"_ba << u"⟨U+E000⟩"_s;
        QTest::newRow("stray bytes") << "\x80(\xC3"_ba << u"⟨\\x80⟩(⟨\\xC3⟩"_s;
        QTest::newRow("raw surrogate") << "\xED\xA0\x80"_ba << u"⟨\\xED⟩⟨\\xA0⟩⟨\\x80⟩"_s;
        QTest::newRow("letters") << "é€😀"_ba << u"é€😀"_s;
        QTest::newRow("markup") << "<img src=/dev/zero>&lt;"_ba << u"<img src=/dev/zero>&lt;"_s;
    }
    void marks_showWhatHides()
    {
        QFETCH(QByteArray, bytes);
        QTEST(marked(bytes), "shown");
    }

    /// Every byte order of right-to-left words among others stays visible: each is fenced by direction marks.
    void rightToLeftWords_areFenced()
    {
        const QByteArray bytes = "\"שלום\": \"سلام 1\", a"_ba;
        const DisplayText display(bytes, {0, bytes.size(), bytes.size()}, BodyForm::Raw);
        QCOMPARE(display.text(), u"\"\u200Eשלום\u200E\": \"\u200Eسلام\u200E 1\", a"_s);
        QCOMPARE(marked(bytes), QString::fromUtf8(bytes));
    }

    void columnsAndBytes_roundTrip_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("isJson");
        for (const awkward::Body &body : awkward::bodies())
            QTest::newRow(body.name) << body.bytes << body.isJson;
    }
    void columnsAndBytes_roundTrip()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, isJson);
        for (const BodyForm form : {BodyForm::Raw, BodyForm::Indented, BodyForm::Hex}) {
            if (form == BodyForm::Indented && !isJson)
                continue;
            BodyLines lines(bytes, form);
            while (!lines.extend(1'000'000)) { }
            const QList<BodyRow> rows = lines.rows(0, std::min<qint64>(lines.rowCount(), 200));
            for (const BodyRow &row : rows)
                checkRow(DisplayText(bytes, row, form), row);
        }
    }

    void columnsOutside_areTheEnds()
    {
        const DisplayText empty("a\n\nb"_ba, {2, 2, 3}, BodyForm::Raw);
        QCOMPARE(empty.offsetAt(-64), 2);
        QCOMPARE(empty.offsetAt(64), 2);
        const DisplayText display("ab"_ba, {0, 2, 2}, BodyForm::Raw);
        QCOMPARE(display.offsetAt(-1), 0);
        QCOMPARE(display.offsetAt(3), 2);
    }

    void layout_isNoByte()
    {
        const QByteArray bytes = "[ {\"a\" :  1}]"_ba;
        BodyLines lines(bytes, BodyForm::Indented);
        lines.extend(1000);
        const DisplayText display(bytes, lines.row(2), BodyForm::Indented);
        QCOMPARE(display.text(), u"    \"a\": 1"_s);
        QCOMPARE(display.columnAt(3), 4); // the quotation mark
        QCOMPARE(display.offsetAt(0), 3); // the indentation leads to it
        QCOMPARE(display.columnAt(10), 9); // the number, behind a blank of ours
        QCOMPARE(display.offsetAfter(7), 10); // from the colon to the number
        QCOMPARE(display.offsetBefore(10), 7);
        QCOMPARE(display.offsetBefore(3), -1);
        QCOMPARE(display.offsetAfter(11), -1);
    }

    void plainText_keepsWhatUtf8Holds()
    {
        for (const awkward::Body &body : awkward::bodies()) {
            const QString text = present::plainText(body.bytes);
            if (present::isUtf8(body.bytes))
                QCOMPARE(text.toUtf8(), body.bytes);
            const qsizetype step = std::max<qsizetype>(text.size() / 20, 1);
            for (qsizetype unit = 0; unit <= text.size(); unit += step) {
                const qsizetype at = present::byteOfUnit(body.bytes, unit);
                const bool isTail = unit < text.size() && text[unit].isLowSurrogate();
                QCOMPARE(present::unitOfByte(body.bytes, at), isTail ? unit - 1 : unit);
            }
        }
        QCOMPARE(present::plainText("\xEF\xBB\xBF"
                                    "a\xC3(\x80"_ba),
                 u"\uFEFFa\uFFFD(\uFFFD"_s);
    }

private:
    /// Walks a row by characters in both directions: the same stops, each with its own column.
    static void checkRow(const DisplayText &display, const BodyRow &row)
    {
        QList<qint64> stops;
        int lastColumn = -1;
        for (qint64 at = display.offsetAt(display.columnAt(row.begin)); at >= 0; at = display.offsetAfter(at)) {
            const int column = display.columnAt(at);
            QVERIFY(column > lastColumn || at == row.end);
            QCOMPARE(display.offsetAt(column), at);
            lastColumn = column;
            stops.prepend(at);
        }
        QCOMPARE(stops.constFirst(), row.end);
        QList<qint64> back{row.end};
        for (qint64 at = display.offsetBefore(row.end); at >= 0; at = display.offsetBefore(at))
            back.append(at);
        QCOMPARE(back, stops);
    }
};

QTEST_GUILESS_MAIN(DisplayTextTest)
#include "tst_displaytext.moc"
