// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace json {

/// One token as read: where it ends and whether a string has a backslash, or where it is wrong and why.
struct Token
{
    const char *end = nullptr; ///< One past the last byte or, with a reason, the byte that is wrong.
    const char *reason = nullptr; ///< In English, marked for the context "json"; null when all is well.
    bool escaped = false;
};

/// Why a letter may not begin a value.
extern const char wordReason[];
/// Why bytes are not text.
extern const char utf8Reason[];

/// The first byte from `at` on that is no blank, tab, LF or CR (RFC 8259 §2), or `end`.
const char *skipBlankRun(const char *at, const char *end);

/// The same, inline for the common case that there is nothing to skip.
inline const char *skipBlanks(const char *at, const char *end)
{
    return at<end &&static_cast<uchar>(*at)> ' ' ? at : skipBlankRun(at, end);
}

/// Reads the string at `at`, which is a quotation mark (§7): strict UTF-8, no raw control characters, known escapes.
Token readString(const char *at, const char *end);

/// Reads the number at `at` (§6), for which startsNumber() is true. What follows it is not looked at.
Token readNumber(const char *at, const char *end);

/// Reads `word`, one of the three literal names (§3), at `at`.
Token readWord(const char *at, const char *end, const char *word);

inline bool isDigit(char byte)
{
    return byte >= '0' && byte <= '9';
}

inline bool isLetter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '_' || byte == '$';
}

/// True for what a number begins with, or is often wrongly begun with.
inline bool startsNumber(char byte)
{
    return isDigit(byte) || byte == '-' || byte == '+' || byte == '.';
}

} // namespace json
