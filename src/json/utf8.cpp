// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/utf8.h"

namespace json {

namespace {

/// What RFC 3629 §4 allows after one head byte: how long the sequence is and where its second byte lies.
struct Head
{
    int length;
    uchar second;
    uchar last;
};

constexpr Head headOf(uchar byte)
{
    if (byte < 0x80)
        return {1, 0, 0};
    if (byte < 0xC2)
        return {0, 0, 0}; // a tail, or an overlong form of ASCII
    if (byte < 0xE0)
        return {2, 0x80, 0xBF};
    if (byte < 0xF0) // E0 would be overlong below A0, ED holds the surrogates from A0
        return {3, uchar(byte == 0xE0 ? 0xA0 : 0x80), uchar(byte == 0xED ? 0x9F : 0xBF)};
    if (byte < 0xF5) // F0 would be overlong below 90, F4 ends with U+10FFFF
        return {4, uchar(byte == 0xF0 ? 0x90 : 0x80), uchar(byte == 0xF4 ? 0x8F : 0xBF)};
    return {0, 0, 0};
}

constexpr uchar byteAt(QByteArrayView text, qsizetype at)
{
    return static_cast<uchar>(text[at]);
}

} // namespace

int utf8Length(QByteArrayView text)
{
    if (text.isEmpty())
        return 0;
    const Head head = headOf(byteAt(text, 0));
    if (head.length < 2)
        return head.length;
    if (text.size() < head.length || byteAt(text, 1) < head.second || byteAt(text, 1) > head.last)
        return 0;
    for (int tail = 2; tail < head.length; ++tail) {
        if ((byteAt(text, tail) & 0xC0) != 0x80)
            return 0;
    }
    return head.length;
}

QString fromUtf8(QByteArrayView text)
{
    const QString rest = QString::fromUtf8(text);
    return text.startsWith("\xEF\xBB\xBF") ? QChar(QChar::ByteOrderMark) + rest : rest;
}

} // namespace json
