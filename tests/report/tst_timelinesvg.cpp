// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/timelinesvg.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using report::PictureText;
using report::TimelinePicture;
using report::Tone;

namespace {

constexpr Tone tones[]
    = {Tone::Ink,  Tone::Faint,         Tone::Span,  Tone::Audio,  Tone::Video, Tone::VideoBasedScreenSharing,
       Tone::Data, Tone::ScreenSharing, Tone::Other, Tone::Failure};

TimelinePicture pictureWith(const QString &text)
{
    TimelinePicture picture{200, 100, 18, 7, text, text, {}, {}, {}};
    picture.bars = {{10, 20, 30.5, 8, Tone::Audio, 0}, {10, 30, 3, 8, Tone::Failure, 0}};
    picture.lines = {{0, 0, 200, 0, Tone::Faint}};
    picture.texts = {{0, 0, 10'000, PictureText::Anchor::Begin, text, Tone::Ink}};
    return picture;
}

// The names of all elements, and the text of those called `text`.
struct Read
{
    QStringList elements;
    QString text;
    QString error;
    QStringList attributes;
};

Read readXml(const QByteArray &svg)
{
    Read read;
    QXmlStreamReader reader(svg);
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        read.elements += reader.name().toString();
        for (const QXmlStreamAttribute &attribute : reader.attributes())
            read.attributes += attribute.name() + '='_L1 + attribute.value();
        if (reader.name() == "text"_L1)
            read.text = reader.readElementText();
    }
    read.error = reader.hasError() ? reader.errorString() : QString();
    return read;
}

} // namespace

class TimelineSvgTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void everyShape_isWrittenOnce();
    void foreignText_staysText_data();
    void foreignText_staysText();
    void nothing_isLoaded();
    void longText_isCut();
    void patterns_tellTonesApart();
    void names_keepTwoPicturesApart();
};

void TimelineSvgTest::everyShape_isWrittenOnce()
{
    const Read read = readXml(report::timelineSvg(pictureWith(u"a"_s), u"sent"_s));
    QCOMPARE(read.error, QString());
    QCOMPARE(read.elements.count(u"rect"_s), 3); // with the ground
    QCOMPARE(read.elements.count(u"line"_s), 1);
    QCOMPARE(read.elements.count(u"text"_s), 1);
    QCOMPARE(read.elements.count(u"pattern"_s), 1);
    QVERIFY(read.attributes.contains(u"width=30.5"_s));
    QCOMPARE(report::timelineSvg(pictureWith(u"a"_s), u"sent"_s), report::timelineSvg(pictureWith(u"a"_s), u"sent"_s));
}

void TimelineSvgTest::foreignText_staysText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    const auto same = [](const char *name, const QString &text) { QTest::newRow(name) << text << text; };
    same("markup", u"</text><script>alert(1)</script>"_s);
    same("image", u"<img src=\"https://example.invalid/x.png\">"_s);
    same("entity", u"&lt;&#x41;&nbsp;"_s);
    same("CDATA", u"]]><![CDATA[x"_s);
    same("place markers", u"%1 %2 %%"_s);
    same("quotes", u"\" onload=\"alert(1)"_s);
    same("other scripts", u"\u05d0\u05d1 \U0001f600"_s);
    QTest::newRow("control characters") << u"a\u0000b\u001b\nc"_s << u"a\ufffdb\ufffd\ufffdc"_s;
    QTest::newRow("lone surrogates") << QString(QChar(0xd800)) + u'x' + QChar(0xdc00) << u"\ufffdx\ufffd"_s;
    QTest::newRow("no characters") << u"a\ufffe\uffff"_s << u"a\ufffd\ufffd"_s;
}

void TimelineSvgTest::foreignText_staysText()
{
    QFETCH(const QString, text);
    QFETCH(const QString, shown);
    const Read plain = readXml(report::timelineSvg(pictureWith(u"a"_s), u"x"_s));
    const Read read = readXml(report::timelineSvg(pictureWith(text), u"x"_s));
    QCOMPARE(read.error, QString());
    QCOMPARE(read.text, shown);
    QCOMPARE(read.elements, plain.elements);
    QCOMPARE(read.attributes, plain.attributes);
}

void TimelineSvgTest::nothing_isLoaded()
{
    const Read read = readXml(report::timelineSvg(pictureWith(u"a"_s), u"x"_s));
    const QSet<QString> allowed{u"svg"_s,  u"title"_s, u"desc"_s, u"defs"_s, u"pattern"_s,
                                u"path"_s, u"rect"_s,  u"line"_s, u"text"_s};
    for (const QString &element : read.elements)
        QVERIFY2(allowed.contains(element), qPrintable(element));
    for (const QString &attribute : read.attributes) {
        QVERIFY(!attribute.contains("href"_L1));
        QVERIFY(!attribute.contains("url("_L1) || attribute.startsWith("fill=url(#x-"_L1));
        QVERIFY(!attribute.startsWith("on"_L1) && !attribute.startsWith("style"_L1));
    }
}

void TimelineSvgTest::longText_isCut()
{
    TimelinePicture picture = pictureWith(u"a\U0001f600"_s.repeated(100));
    picture.texts[0].room = 70; // ten characters of 7
    const QString shown = readXml(report::timelineSvg(picture, u"x"_s)).text;
    QVERIFY(shown.endsWith(u'\u2026'));
    QVERIFY(shown.size() <= 10);
    QVERIFY(!shown.contains(QChar(QChar::ReplacementCharacter)));
}

void TimelineSvgTest::patterns_tellTonesApart()
{
    QSet<quint32> colors;
    QSet<int> patterns;
    for (const Tone tone : tones) {
        colors += report::colorOnWhite(tone);
        if (tone >= Tone::Span && tone < Tone::Failure)
            patterns += static_cast<int>(report::patternOf(tone));
    }
    QCOMPARE(colors.size(), qsizetype(std::size(tones)));
    QCOMPARE(patterns.size(), 7);
}

void TimelineSvgTest::names_keepTwoPicturesApart()
{
    const QString sent = QString::fromUtf8(report::timelineSvg(pictureWith(u"a"_s), u"sent"_s));
    const QString came = QString::fromUtf8(report::timelineSvg(pictureWith(u"a"_s), u"returned"_s));
    QVERIFY(sent.contains("id=\"sent-"_L1));
    QVERIFY(!came.contains("id=\"sent-"_L1));
}

QTEST_GUILESS_MAIN(TimelineSvgTest)
#include "tst_timelinesvg.moc"
