// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/pointer.h"

#include <QByteArrayView>

#include <optional>

namespace json {

/// A stretch of a text as people see it.
struct Piece
{
    /// What it is.
    enum class Kind : quint8 {
        Mark, ///< One of `{ } [ ] : ,`.
        Name, ///< A string before a colon.
        String,
        Number,
        Word, ///< `true`, `false`, `null`.
        Error, ///< What no JSON has: damaged strings and numbers, other words, stray bytes.
    };

    qsizetype begin = 0; ///< In bytes from the start of the text.
    qsizetype end = 0;
    Kind kind = Kind::Error;

    bool operator==(const Piece &) const = default;
};

/// Cuts any text, JSON or not, into pieces to be coloured and folded; what is between them is blank. It judges each
/// piece by the rules of the strict scanner and no order of them. No piece crosses a line end, so that it can begin at
/// any line.
class Lexer
{
public:
    /// Begins at the byte `from` of `text`, which is borrowed.
    explicit Lexer(QByteArrayView text, qsizetype from = 0);

    /// The next piece; empty at the end.
    std::optional<Piece> next();

private:
    Piece string(const char *begin) const;
    Piece number(const char *begin) const;
    Piece word(const char *begin) const;
    bool isBeforeColon(const char *at) const;

    QByteArrayView m_text;
    const char *m_at;
};

/// The pointer to what the byte `offset` of any text is in, as far as the text before it tells. Reads from the start:
/// where there is an Index, pointerAt() is quicker and knows better.
Pointer pointerNear(QByteArrayView text, qsizetype offset);

} // namespace json
