// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/tokens.h"

#include "json/utf8.h"

#include <QCoreApplication>

#include <bit>
#include <cstring>

namespace json {

const char wordReason[] = QT_TRANSLATE_NOOP("json", "only true, false and null may stand without quotation marks");
const char utf8Reason[] = QT_TRANSLATE_NOOP("json", "these bytes are not UTF-8");

namespace {

constexpr quint64 everyByte(uchar byte)
{
    return 0x0101010101010101U * byte;
}

/// Nonzero when one of eight bytes is not plain string text: a control character, a quotation mark, a backslash or not
/// ASCII. The lowest set bit is exact; higher ones may be false, because a borrow passes through.
constexpr quint64 specials(quint64 bytes)
{
    const quint64 quotes = bytes ^ everyByte('"');
    const quint64 backslashes = bytes ^ everyByte('\\');
    return (((bytes - everyByte(0x20)) | (quotes - everyByte(1)) | (backslashes - everyByte(1))) | bytes)
        & everyByte(0x80);
}

bool isSpecial(uchar byte)
{
    return byte < 0x20 || byte == '"' || byte == '\\' || byte >= 0x80;
}

/// The first byte from `at` on that is not plain string text, or `end`.
const char *skipPlain(const char *at, const char *end)
{
    for (; end - at >= 8; at += 8) {
        quint64 bytes = 0;
        std::memcpy(&bytes, at, sizeof bytes);
        if (const quint64 found = specials(bytes)) {
            if constexpr (std::endian::native == std::endian::little)
                return at + std::countr_zero(found) / 8;
            break;
        }
    }
    while (at < end && !isSpecial(static_cast<uchar>(*at)))
        ++at;
    return at;
}

bool isHex(char byte)
{
    return isDigit(byte) || (byte >= 'a' && byte <= 'f') || (byte >= 'A' && byte <= 'F');
}

/// One past the escape whose backslash is at `at`; a reason and `at` when there is no such escape.
Token readEscape(const char *at, const char *end)
{
    if (end - at < 2)
        return {end, QT_TRANSLATE_NOOP("json", "the text ends within a string")};
    if (at[1] != 'u') {
        if (at[1] != '\0' && std::strchr("\"\\/bfnrt", at[1]))
            return {at + 2};
        return {at, QT_TRANSLATE_NOOP("json", "after a backslash only \" \\ / b f n r t or u may stand")};
    }
    for (const char *digit = at + 2; digit < at + 6; ++digit) {
        if (digit == end)
            return {end, QT_TRANSLATE_NOOP("json", "the text ends within a string")};
        if (!isHex(*digit))
            return {at, QT_TRANSLATE_NOOP("json", "after \\u four hexadecimal digits were expected")};
    }
    return {at + 6};
}

const char *skipDigits(const char *at, const char *end)
{
    while (at < end && isDigit(*at))
        ++at;
    return at;
}

bool isDigitAt(const char *at, const char *end)
{
    return at < end && isDigit(*at);
}

} // namespace

const char *skipBlankRun(const char *at, const char *end)
{
    while (at < end) {
        quint64 bytes = 0;
        if (end - at >= 8 && (std::memcpy(&bytes, at, sizeof bytes), bytes == everyByte(' '))) {
            at += 8; // indentation comes in such runs
            continue;
        }
        if (*at != ' ' && *at != '\n' && *at != '\r' && *at != '\t')
            break;
        ++at;
    }
    return at;
}

Token readString(const char *at, const char *end)
{
    bool escaped = false;
    for (at = skipPlain(at + 1, end); at < end; at = skipPlain(at, end)) {
        const uchar byte = static_cast<uchar>(*at);
        if (byte == '"')
            return {at + 1, nullptr, escaped};
        if (byte == '\\') {
            const Token escape = readEscape(at, end);
            if (escape.reason)
                return escape;
            escaped = true;
            at = escape.end;
        } else if (byte < 0x20) {
            return {at, QT_TRANSLATE_NOOP("json", "a control character in a string must be written as an escape")};
        } else {
            const int length = utf8Length({at, end});
            if (length == 0)
                return {at, utf8Reason};
            at += length;
        }
    }
    return {end, QT_TRANSLATE_NOOP("json", "the text ends within a string")};
}

Token readNumber(const char *at, const char *end)
{
    if (*at == '+')
        return {at, QT_TRANSLATE_NOOP("json", "a number may not begin with +")};
    if (*at == '-')
        ++at;
    if (!isDigitAt(at, end)) {
        if (at < end && *at == '.')
            return {at, QT_TRANSLATE_NOOP("json", "a digit was expected before the decimal point")};
        return {at, QT_TRANSLATE_NOOP("json", "a digit was expected after the minus sign")};
    }
    if (*at == '0' && isDigitAt(at + 1, end))
        return {at, QT_TRANSLATE_NOOP("json", "a number may not begin with 0")};
    at = skipDigits(at, end);
    if (at < end && *at == '.') {
        if (!isDigitAt(++at, end))
            return {at, QT_TRANSLATE_NOOP("json", "a digit was expected after the decimal point")};
        at = skipDigits(at, end);
    }
    if (at < end && (*at == 'e' || *at == 'E')) {
        ++at;
        if (at < end && (*at == '+' || *at == '-'))
            ++at;
        if (!isDigitAt(at, end))
            return {at, QT_TRANSLATE_NOOP("json", "a digit was expected in the exponent")};
        at = skipDigits(at, end);
    }
    return {at};
}

Token readWord(const char *at, const char *end, const char *word)
{
    const auto length = static_cast<qsizetype>(std::strlen(word));
    if (end - at < length || std::memcmp(at, word, std::strlen(word)) != 0
        || (end - at > length && (isLetter(at[length]) || isDigit(at[length]))))
        return {at, wordReason};
    return {at + length};
}

} // namespace json
