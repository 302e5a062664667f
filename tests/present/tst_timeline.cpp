// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/timeline.h"
#include "present/timelinegeometry.h"
#include "present/timelinemodel.h"
#include "present/timelineplacing.h"
#include "json/scanner.h"

#include <QAbstractItemModelTester>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using present::Timeline;
using report::Tone;

namespace {

QByteArray span(const QByteArray &from, const QByteArray &to)
{
    return R"("startDateTime":"2026-01-01T)" + from + R"(Z","endDateTime":"2026-01-01T)" + to + "Z\"";
}

Timeline read(const QByteArray &text)
{
    return present::timelineOf(json::scan(text));
}

// What the table says of each part, a line each; what is in the picture begins with a plus.
QString listing(const Timeline &timeline)
{
    QStringList lines{timeline.absence};
    if (timeline.absence.isEmpty())
        lines.clear();
    for (const present::TimelineRow &row : timeline.rows) {
        lines += (row.isPlaced ? u"+ "_s : u"- "_s)
            + QStringList{row.what, row.lasts, row.remark, row.pointer.toString()}.join(u" | "_s);
    }
    return lines.join(u'\n');
}

const QByteArray hour = span("10:00:00", "11:00:00");

QByteArray withStream(const QByteArray &media, const QByteArray &stream)
{
    return "{" + hour + R"(,"segments":[{)" + hour + R"(,"media":[{)" + media + R"("streams":[{)" + stream + "}]}]}]}";
}

QByteArray manySegments(int count)
{
    QByteArray segments;
    for (int number = 0; number < count; ++number) {
        const int from = number * 3600 / count;
        const auto clock = [](int seconds) -> QByteArray {
            return "10:" + QByteArray::number(seconds / 60).rightJustified(2, '0') + ':'
                + QByteArray::number(seconds % 60).rightJustified(2, '0');
        };
        segments += (number ? ",{" : "{") + span(clock(from), clock(from + 1))
            + R"(,"failureInfo":{"stage":"midcall"},"media":[{"label":"main-audio","streams":[{)"
            + span(clock(from), clock(from + 1)) + R"(,"streamDirection":"callerToCallee"}]}]})";
    }
    return "{" + span("10:00:00", "11:00:00") + R"(,"segments":[)" + segments + "]}";
}

} // namespace

class TimelineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void rows_data();
    void rows();
    void bars_haveLaneToneAndFailure();
    void overlaps_getTracks();
    void picture_holdsAllThatIsPlaced_data();
    void picture_holdsAllThatIsPlaced();
    void manySegments_stayAPicture();
    void point_leadsToItsRow();
    void table_saysTheSame();
};

void TimelineTest::rows_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("not JSON") << "{\"a\":"_ba << QString(); // only that there is a reason
    QTest::newRow("no object") << "[1]"_ba << u"There is no session to draw: the text is not a JSON object."_s;
    QTest::newRow("empty object")
        << "{}"_ba
        << u"- session |  | not drawn: startDateTime is not there, endDateTime is not there | /startDateTime"_s;
    QTest::newRow("null and number")
        << R"({"startDateTime":null,"endDateTime":5})"_ba
        << u"- session |  | not drawn: startDateTime is null, endDateTime is not a text | /startDateTime"_s;
    QTest::newRow("no time") << R"({"startDateTime":"yesterday","endDateTime":"2026-02-30T00:00:00Z"})"_ba
                             << u"- session |  | not drawn: startDateTime is not a time, endDateTime is not a time"
                                " | /startDateTime"_s;
    QTest::newRow("reversed") << "{" + span("11:00:00", "10:00:00") + "}"
                              << u"- session |  | not drawn: it ends before it starts | /startDateTime"_s;
    QTest::newRow("an instant") << "{" + span("10:00:00", "10:00:00") + "}"
                                << u"+ session | 00:00:00 |  | /startDateTime"_s;
    QTest::newRow("all years") << R"({"startDateTime":"0001-01-01T00:00:00Z","endDateTime":"9999-12-31T23:59:59Z"})"_ba
                               << u"+ session | 3652058.23:59:59 |  | /startDateTime"_s;
    QTest::newRow("failed, with modalities")
        << "{" + hour + R"(,"modalities":["audio","audio",7],"failureInfo":{"stage":"midcall","reason":"lost"}})"
        << u"+ session | 01:00:00 | failed at midcall: lost; modalities: audio, 7 | /startDateTime"_s;
    QTest::newRow("segments that are none")
        << "{" + hour + R"(,"segments":[7,{}]})"
        << u"+ session | 01:00:00 |  | /startDateTime\n"
           "- segment 0 |  | not drawn: it is not an object | /segments/0\n"
           "- segment 1 |  | not drawn: startDateTime is not there, endDateTime is not there | /segments/1"_s;
    QTest::newRow("far away")
        << "{" + hour + R"(,"segments":[{)" + span("01:00:00", "01:30:00") + "}]}"
        << u"+ session | 01:00:00 |  | /startDateTime\n- segment 0 | 00:30:00 | not drawn: it lies "
           "far outside of the session's time | /segments/0"_s;
    QTest::newRow("outside, but near") << "{" + hour + R"(,"segments":[{)" + span("09:30:00", "09:45:00") + "}]}"
                                       << u"+ session | 01:00:00 |  | /startDateTime\n"
                                          "+ segment 0 | 00:15:00 |  | /segments/0"_s;
    QTest::newRow("stream with a label")
        << withStream(R"("label":"applicationsharing-video",)", hour + R"(,"streamDirection":"calleeToCaller")")
        << u"+ session | 01:00:00 |  | /startDateTime\n+ segment 0 | 01:00:00 |  | /segments/0\n"
           "+ segment 0, video-based screen sharing, callee to caller | 01:00:00 |  | "
           "/segments/0/media/0/streams/0"_s;
    QTest::newRow("stream without a direction")
        << withStream({}, hour + R"(,"audioCodec":"satin")")
        << u"+ session | 01:00:00 |  | /startDateTime\n+ segment 0 | 01:00:00 |  | /segments/0\n"
           "- segment 0, audio, stream | 01:00:00 | not drawn: streamDirection is neither callerToCallee nor "
           "calleeToCaller | /segments/0/media/0/streams/0"_s;
}

void TimelineTest::rows()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, expected);
    const Timeline timeline = read(text);
    if (expected.isEmpty())
        QVERIFY(timeline.absence.startsWith("There is no session to draw: the text is not JSON ("_L1));
    else
        QCOMPARE(listing(timeline), expected);
    QVERIFY(!present::timelineText(timeline).isEmpty());
}

void TimelineTest::bars_haveLaneToneAndFailure()
{
    const Timeline timeline
        = read("{" + hour + R"(,"modalities":["video","String"],"caller":{"name":"Ann"},"segments":[{)" + hour
               + R"(,"failureInfo":{"stage":"callSetup"},"media":[{"label":"main-video",)" + R"("streams":[{)" + hour
               + R"(,"streamDirection":"callerToCallee"}]}]}]})");
    using Placing = present::TimelinePlacing;
    QCOMPARE(timeline.lanes.size(), qsizetype{Placing::LaneCount});
    const QList<present::TimelineBar> &session = timeline.lanes.at(Placing::SessionLane).bars;
    QCOMPARE(session.size(), 2);
    QCOMPARE(session.at(0).tone, Tone::Video);
    QCOMPARE(session.at(1).tone, Tone::Other);
    QVERIFY(!session.at(0).isFailed);
    QVERIFY(session.at(0).track != session.at(1).track);
    QVERIFY(timeline.lanes.at(Placing::SegmentLane).bars.constFirst().isFailed);
    QVERIFY(timeline.lanes.at(Placing::SegmentLane).isFailed);
    QCOMPARE(timeline.lanes.at(Placing::CallerLane).bars.constFirst().tone, Tone::Video);
    QCOMPARE(timeline.lanes.at(Placing::CallerLane).note, u"Ann"_s);
    QVERIFY(timeline.lanes.at(Placing::CalleeLane).bars.isEmpty());
}

void TimelineTest::overlaps_getTracks()
{
    QByteArray segments;
    for (int number = 0; number <= static_cast<int>(present::mostTracks); ++number)
        segments += (number ? ",{" : "{") + hour + "}";
    const Timeline timeline = read("{" + hour + R"(,"segments":[)" + segments + "]}");
    const present::TimelineLane &lane = timeline.lanes.at(present::TimelinePlacing::SegmentLane);
    QCOMPARE(lane.tracks, static_cast<int>(present::mostTracks));
    QCOMPARE(lane.bars.size(), qsizetype(present::mostTracks));
    QVERIFY(!timeline.rows.constLast().isPlaced);
    QVERIFY(timeline.rows.constLast().remark.contains("too much runs at the same time"_L1));
}

void TimelineTest::picture_holdsAllThatIsPlaced_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<double>("width");
    const std::pair<const char *, QByteArray> texts[] = {
        {"nothing", "[]"},
        {"an instant", "{" + span("10:00:00", "10:00:00") + "}"},
        {"a tick", R"({"startDateTime":"2026-01-01T10:00:00Z","endDateTime":"2026-01-01T10:00:00.0000001Z"})"},
        {"all years", R"({"startDateTime":"0001-01-01T00:00:00Z","endDateTime":"9999-12-31T23:59:59Z"})"},
        {"an hour", "{" + hour + R"(,"modalities":["audio","data"],"failureInfo":{},"segments":[{)" + hour + "}]}"},
        {"long texts", "{" + hour + R"(,"caller":{"name":")" + QByteArray(5000, 'x') + "\"}}"},
        {"1,000 segments", manySegments(1000)},
    };
    for (const auto &[name, text] : texts) {
        for (const double width : {80.0, 400.0, 4000.0})
            QTest::addRow("%s, %d wide", name, static_cast<int>(width)) << text << width;
    }
}

void TimelineTest::picture_holdsAllThatIsPlaced()
{
    QFETCH(const QByteArray, text);
    QFETCH(const double, width);
    const Timeline timeline = read(text);
    const report::TimelinePicture picture = present::timelinePicture(timeline, {width, 18, 7});
    QCOMPARE(picture.width, width);
    QVERIFY(picture.height > 0);
    QVERIFY(picture.height < 2000);
    for (const report::PictureBar &bar : picture.bars) {
        QVERIFY(bar.x >= 0);
        QVERIFY(bar.width > 0);
        QVERIFY(bar.row < 0 || bar.x + bar.width <= width);
        QVERIFY(bar.y >= 0);
        QVERIFY(bar.y + bar.height <= picture.height);
        QVERIFY(bar.row < 0 || timeline.rows.at(bar.row).isPlaced);
    }
    for (const report::PictureText &one : picture.texts) {
        QVERIFY(one.x >= 0);
        QVERIFY(one.y + picture.lineHeight <= picture.height + 0.01);
        QVERIFY(!one.text.isEmpty());
    }
    QVERIFY(picture.lines.size() < 1000);
    QVERIFY(picture == present::timelinePicture(timeline, {width, 18, 7}));
}

void TimelineTest::manySegments_stayAPicture()
{
    const Timeline timeline = read(manySegments(1000));
    QCOMPARE(timeline.rows.size(), 2001);
    QVERIFY(std::all_of(timeline.rows.cbegin(), timeline.rows.cend(),
                        [](const present::TimelineRow &row) { return row.isPlaced; }));
    const report::TimelinePicture picture = present::timelinePicture(timeline, {600, 18, 7});
    QVERIFY2(picture.bars.size() < 1500, qPrintable(QString::number(picture.bars.size())));
    QVERIFY(picture.bars.size() > 300); // three rows of as many as there are pixels
}

void TimelineTest::point_leadsToItsRow()
{
    const report::TimelinePicture picture
        = present::timelinePicture(read("{" + hour + R"(,"segments":[{)" + span("10:30:00", "11:00:00") + "}]}"), {});
    QCOMPARE(present::rowAt(picture, -10, 0), -1);
    int found = 0;
    for (const report::PictureBar &bar : picture.bars) {
        const qsizetype row = present::rowAt(picture, bar.x + bar.width / 2, bar.y + bar.height / 2);
        QCOMPARE(row, bar.row);
        found += row >= 0 ? 1 : 0;
    }
    QCOMPARE(found, 2);
}

void TimelineTest::table_saysTheSame()
{
    const Timeline timeline = read("{" + hour + R"(,"modalities":["audio"]})");
    present::TimelineModel model;
    const QAbstractItemModelTester tester(&model);
    model.setRows(timeline.rows);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0, 0).data(Qt::AccessibleTextRole).toString(),
             u"session, 2026-01-01T10:00:00Z, 2026-01-01T11:00:00Z, 01:00:00, modalities: audio"_s);
    QCOMPARE(model.pointerOf(0).toString(), u"/startDateTime"_s);
}

QTEST_GUILESS_MAIN(TimelineTest)
#include "tst_timeline.moc"
