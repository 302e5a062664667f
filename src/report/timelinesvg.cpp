// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/timelinesvg.h"

#include <QList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace report {
namespace {

constexpr double baseline = 0.75; ///< Of a line's height, below its top.
constexpr double fontSize = 0.7; ///< Of a line's height.

// With two decimals at most and without trailing zeros.
QString number(double value)
{
    QString text = QString::number(value, 'f', 2);
    while (text.endsWith(u'0'))
        text.chop(1);
    if (text.endsWith(u'.'))
        text.chop(1);
    return text;
}

// XML 1.0 §2.2 has no place for control characters, lone surrogates and U+FFFE, not even as references.
QString escaped(const QString &text)
{
    QString safe;
    safe.reserve(text.size());
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar unit = text.at(at);
        if (unit.isHighSurrogate() && at + 1 < text.size() && text.at(at + 1).isLowSurrogate()) {
            safe += text.sliced(at, 2);
            ++at;
        } else if (unit.isSurrogate() || unit < u' ' || unit.unicode() >= 0xfffe) {
            safe += QChar(QChar::ReplacementCharacter);
        } else {
            safe += unit;
        }
    }
    return safe.toHtmlEscaped();
}

QString cut(const PictureText &text, double advance)
{
    const auto most = std::max<qsizetype>(static_cast<qsizetype>(text.room / std::max(advance, 1.0)), 1);
    if (text.text.size() <= most)
        return text.text;
    const bool tearsPair = text.text.at(most - 1).isLowSurrogate() && most > 1;
    return text.text.left(tearsPair ? most - 2 : most - 1) + u'\u2026';
}

QString colorName(Tone tone)
{
    return u'#' + QString::number(colorOnWhite(tone), 16).rightJustified(6, u'0');
}

QString patternName(const QString &name, Tone tone)
{
    return name + u"-tone%1"_s.arg(static_cast<int>(tone));
}

// The strokes of a pattern in a tile of 6 by 6.
QLatin1String strokesOf(Pattern pattern)
{
    switch (pattern) {
    case Pattern::Solid:
        return {};
    case Pattern::Rising:
        return "M-1 1 1 -1M0 6 6 0M5 7 7 5"_L1;
    case Pattern::Falling:
        return "M-1 5 1 7M0 0 6 6M5 -1 7 1"_L1;
    case Pattern::Crossed:
        return "M0 0 6 6M0 6 6 0"_L1;
    case Pattern::Dotted:
        return "M1 2H3M4 5H6"_L1;
    case Pattern::Lying:
        return "M0 3H6"_L1;
    case Pattern::Standing:
        return "M3 0V6"_L1;
    }
    Q_UNREACHABLE();
}

QString fillOf(const QString &name, Tone tone)
{
    return patternOf(tone) == Pattern::Solid ? colorName(tone) : "url(#"_L1 + patternName(name, tone) + ')'_L1;
}

QString definitions(const TimelinePicture &picture, const QString &name)
{
    QList<Tone> tones;
    for (const PictureBar &bar : picture.bars) {
        if (patternOf(bar.tone) != Pattern::Solid && !tones.contains(bar.tone))
            tones += bar.tone;
    }
    std::sort(tones.begin(), tones.end());
    QString text;
    for (const Tone tone : std::as_const(tones)) {
        text += u"<pattern id=\"%1\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\">"
                "<path d=\"%2\" fill=\"none\" stroke=\"%3\" stroke-width=\"2\"/></pattern>\n"_s.arg(
                    patternName(name, tone), strokesOf(patternOf(tone)), colorName(tone));
    }
    return text.isEmpty() ? text : "<defs>\n"_L1 + text + "</defs>\n"_L1;
}

QString element(const PictureBar &bar, const QString &name)
{
    return u"<rect x=\"%1\" y=\"%2\" width=\"%3\" height=\"%4\" fill=\"%5\" stroke=\"%6\"/>\n"_s.arg(
        number(bar.x), number(bar.y), number(bar.width), number(bar.height), fillOf(name, bar.tone),
        colorName(bar.tone));
}

QString element(const PictureLine &line)
{
    return u"<line x1=\"%1\" y1=\"%2\" x2=\"%3\" y2=\"%4\" stroke=\"%5\"/>\n"_s.arg(
        number(line.fromX), number(line.fromY), number(line.toX), number(line.toY), colorName(line.tone));
}

QString element(const PictureText &text, const TimelinePicture &picture)
{
    static constexpr const char *anchors[] = {"start", "middle", "end"};
    const QString opening = u"<text x=\"%1\" y=\"%2\" text-anchor=\"%3\" fill=\"%4\">"_s.arg(
        number(text.x), number(text.y + picture.lineHeight * baseline),
        QLatin1String(anchors[static_cast<size_t>(text.anchor)]), colorName(text.tone));
    // Put together without arg(): a foreign text may hold %1.
    return opening + escaped(cut(text, picture.advance)) + "</text>\n"_L1;
}

} // namespace

QByteArray timelineSvg(const TimelinePicture &picture, const QString &name)
{
    const QString width = number(picture.width);
    const QString height = number(picture.height);
    QString svg = u"<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"%1\" height=\"%2\" "
                  "viewBox=\"0 0 %1 %2\" font-family=\"sans-serif\" font-size=\"%3\">\n"_s.arg(
                      width, height, number(picture.lineHeight * fontSize));
    svg += "<title>"_L1 + escaped(picture.title) + "</title>\n<desc>"_L1 + escaped(picture.description) + "</desc>\n"_L1
        + definitions(picture, name);
    svg += u"<rect width=\"%1\" height=\"%2\" fill=\"#ffffff\"/>\n"_s.arg(width, height);
    for (const PictureLine &line : picture.lines)
        svg += element(line);
    for (const PictureBar &bar : picture.bars)
        svg += element(bar, name);
    for (const PictureText &text : picture.texts)
        svg += element(text, picture);
    return (svg + "</svg>\n"_L1).toUtf8();
}

} // namespace report
