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

const MeaningRow &rowOf(Meaning meaning)
{
    for (const MeaningRow &row : rows) {
        if (row.meaning == meaning)
            return row;
    }
    Q_UNREACHABLE();
}

} // namespace

QColor colorOf(Meaning meaning, const QPalette &palette)
{
    const bool isDark = palette.color(QPalette::Window).lightness() < 128;
    return QColor::fromRgb(isDark ? rowOf(meaning).onDark : rowOf(meaning).onLight);
}

QString signOf(Meaning meaning)
{
    return rowOf(meaning).sign.toString();
}

} // namespace app
