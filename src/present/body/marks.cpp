// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/body/marks.h"

#include <QChar>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace present {

namespace {

/// The names of ASCII's control characters (RFC 20 §5.2).
constexpr std::array<QLatin1StringView, 32> controlNames{
    "NUL"_L1, "SOH"_L1, "STX"_L1, "ETX"_L1, "EOT"_L1, "ENQ"_L1, "ACK"_L1, "BEL"_L1, "BS"_L1,  "HT"_L1,  "LF"_L1,
    "VT"_L1,  "FF"_L1,  "CR"_L1,  "SO"_L1,  "SI"_L1,  "DLE"_L1, "DC1"_L1, "DC2"_L1, "DC3"_L1, "DC4"_L1, "NAK"_L1,
    "SYN"_L1, "ETB"_L1, "CAN"_L1, "EM"_L1,  "SUB"_L1, "ESC"_L1, "FS"_L1,  "GS"_L1,  "RS"_L1,  "US"_L1,
};

/// First and last of the characters that are letters or marks by their category and yet draw nothing
/// (Default_Ignorable_Code_Point of the Unicode Character Database, and the blank Braille pattern).
constexpr struct
{
    char32_t first;
    char32_t last;
} blankLetters[] = {
    {0x034F, 0x034F}, {0x115F, 0x1160}, {0x17B4, 0x17B5}, {0x180B, 0x180F},   {0x2800, 0x2800},
    {0x3164, 0x3164}, {0xFE00, 0xFE0F}, {0xFFA0, 0xFFA0}, {0xE0100, 0xE01EF},
};

bool isPrintable(char32_t character)
{
    switch (QChar::category(character)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Space:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return false;
    default: // twenty-two categories of letters, marks, numbers, punctuation and symbols
        return std::none_of(std::begin(blankLetters), std::end(blankLetters), [character](const auto &range) {
            return character >= range.first && character <= range.last;
        });
    }
}

} // namespace

QString markOf(char32_t character)
{
    if ((character >= 0x20 && character < 0x7F) || character == u'\t')
        return QString();
    if (character < 0x20)
        return controlNames[character];
    if (character == 0x7F)
        return u"DEL"_s;
    if (isPrintable(character))
        return QString();
    return "U+"_L1 % QString::number(uint(character), 16).toUpper().rightJustified(4, u'0');
}

QString markOfByte(uchar byte)
{
    return R"(\x)"_L1 % QString::number(byte, 16).toUpper().rightJustified(2, u'0');
}

bool isRightToLeft(char32_t character)
{
    if (character < 0x590)
        return false;
    const QChar::Direction direction = QChar::direction(character);
    return direction == QChar::DirR || direction == QChar::DirAL;
}

} // namespace present
