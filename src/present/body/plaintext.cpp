// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/body/plaintext.h"

#include "json/utf8.h"

#include <algorithm>

namespace present {

namespace {

/// Where the character at `at` ends: a byte that belongs to no sequence is one of its own.
qsizetype characterEnd(QByteArrayView bytes, qsizetype at)
{
    if (static_cast<uchar>(bytes[at]) < 0x80)
        return at + 1;
    return at + std::max(1, json::utf8Length(bytes.sliced(at)));
}

/// UTF-16 units of the character of `length` bytes.
qsizetype units(qsizetype length)
{
    return length == 4 ? 2 : 1;
}

} // namespace

QString plainText(QByteArrayView bytes)
{
    QString text;
    text.reserve(bytes.size());
    qsizetype from = 0;
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype next = characterEnd(bytes, at);
        if (next == at + 1 && static_cast<uchar>(bytes[at]) >= 0x80) {
            text += json::fromUtf8(bytes.sliced(from, at - from));
            text += QChar(QChar::ReplacementCharacter);
            from = next;
        }
        at = next;
    }
    return text += json::fromUtf8(bytes.sliced(from));
}

bool isUtf8(QByteArrayView bytes)
{
    return bytes.isValidUtf8();
}

bool isText(QByteArrayView bytes)
{
    constexpr qsizetype sample = 64 * 1024;
    if (bytes.startsWith("\xFF\xFE") || bytes.startsWith("\xFE\xFF"))
        return false;
    const QByteArrayView read = bytes.first(std::min(sample, bytes.size()));
    qsizetype odd = 0;
    for (qsizetype at = 0; at < read.size();) {
        const qsizetype next = characterEnd(bytes, at);
        const uchar byte = static_cast<uchar>(bytes[at]);
        const bool isControl = (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') || byte == 0x7F;
        if (isControl || (byte >= 0x80 && next == at + 1))
            ++odd;
        at = next;
    }
    return odd <= 1 || odd * 10 <= read.size();
}

qsizetype unitOfByte(QByteArrayView bytes, qsizetype offset)
{
    qsizetype unit = 0;
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype next = characterEnd(bytes, at);
        if (next > offset)
            break;
        unit += units(next - at);
        at = next;
    }
    return unit;
}

qsizetype byteOfUnit(QByteArrayView bytes, qsizetype unit)
{
    qsizetype at = 0;
    for (qsizetype passed = 0; at < bytes.size();) {
        const qsizetype next = characterEnd(bytes, at);
        passed += units(next - at);
        if (passed > unit)
            break;
        at = next;
    }
    return at;
}

} // namespace present
