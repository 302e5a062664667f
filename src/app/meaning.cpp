// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/meaning.h"

#include <QPalette>

using namespace Qt::StringLiterals;

namespace app {
namespace {

struct MeaningRow
{
    Meaning meaning;
    QRgb onLight;
    QRgb onDark;
    QStringView sign;
};

constexpr MeaningRow rows[] = {
    {Meaning::Success, 0xff1c6b34, 0xff7cd492, u"\u2713"},
    {Meaning::Warning, 0xff7d5200, 0xfff0c060, u"\u26a0"},
    {Meaning::Error, 0xffa61b1b, 0xffff9a90, u"\u2717"},
    {Meaning::Note, 0xff4a4d52, 0xffb9bcc2, u"\u2139"},
};

struct SyntaxRow
{
    Syntax syntax;
    QRgb onLight;
    QRgb onDark;
};

constexpr SyntaxRow syntaxRows[] = {
    {Syntax::Mark, 0xff4a4d52, 0xffb9bcc2},   {Syntax::Name, 0xff1f4f9f, 0xff8fbcf8},
    {Syntax::String, 0xff1c6b34, 0xff8fd6a0}, {Syntax::Number, 0xff8a3d00, 0xfff2b27a},
    {Syntax::Word, 0xff6a3aa8, 0xffc9a8f5},   {Syntax::Error, 0xffa61b1b, 0xffff9a90},
};

struct ToneRow
{
    report::Tone tone;
    QRgb onDark;
};

constexpr ToneRow toneRows[] = {
    {report::Tone::Ink, 0xffe8e9eb},   {report::Tone::Faint, 0xff9a9ea6},
    {report::Tone::Span, 0xffb9bcc2},  {report::Tone::Audio, 0xff8fbcf8},
    {report::Tone::Video, 0xff7cd492}, {report::Tone::VideoBasedScreenSharing, 0xffc9a8f5},
    {report::Tone::Data, 0xfff0c060},  {report::Tone::ScreenSharing, 0xff6cd0d8},
    {report::Tone::Other, 0xfff0a0d0}, {report::Tone::Failure, 0xffff9a90},
};

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < 128;
}

const MeaningRow &rowOf(Meaning meaning)
{
    for (const MeaningRow &row : rows) {
        if (row.meaning == meaning)
            return row;
    }
    Q_UNREACHABLE();
}

} // namespace

Meaning meaningOf(session::Severity severity)
{
    switch (severity) {
    case session::Severity::Note:
        return Meaning::Note;
    case session::Severity::Warning:
        return Meaning::Warning;
    case session::Severity::Error:
        return Meaning::Error;
    }
    Q_UNREACHABLE();
}

QColor colorOf(Meaning meaning, const QPalette &palette)
{
    return QColor::fromRgb(isDark(palette) ? rowOf(meaning).onDark : rowOf(meaning).onLight);
}

QColor colorOf(Syntax syntax, const QPalette &palette)
{
    for (const SyntaxRow &row : syntaxRows) {
        if (row.syntax == syntax)
            return QColor::fromRgb(isDark(palette) ? row.onDark : row.onLight);
    }
    Q_UNREACHABLE();
}

QColor colorOf(report::Tone tone, const QPalette &palette)
{
    if (!isDark(palette))
        return QColor::fromRgb(report::colorOnWhite(tone));
    for (const ToneRow &row : toneRows) {
        if (row.tone == tone)
            return QColor::fromRgb(row.onDark);
    }
    Q_UNREACHABLE();
}

QString signOf(Meaning meaning)
{
    return rowOf(meaning).sign.toString();
}

} // namespace app
