// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/lexer.h"

#include "json/scanner.h"
#include "json/tokens.h"
#include "json/utf8.h"

#include <algorithm>
#include <cstring>

namespace json {
namespace {

bool isMark(char byte)
{
    return byte != '\0' && std::strchr("{}[]:,", byte);
}

bool isInWord(char byte)
{
    return isLetter(byte) || startsNumber(byte);
}

const char *skipWord(const char *at, const char *end)
{
    return std::find_if_not(at, end, isInWord);
}

/// One past the string that begins at `at` and is damaged: after the next quotation mark, or before the line end.
const char *skipDamagedString(const char *at, const char *end)
{
    for (++at; at < end && *at != '\n' && *at != '\r'; ++at) {
        if (*at == '"')
            return at + 1;
        if (*at == '\\' && end - at > 1 && at[1] != '\n' && at[1] != '\r')
            ++at;
    }
    return at;
}

/// An open object or array on the way to a place.
struct Open
{
    bool isObject = false;
    std::optional<QString> name; ///< Of an object: the member that has begun.
    qsizetype item = 0; ///< Of an array: the item that has begun, or would be next.
    bool hasItem = false;
};

/// What the mark does to the way.
void follow(char mark, QList<Open> &way)
{
    if (mark == '{' || mark == '[') {
        if (!way.isEmpty())
            way.last().hasItem = true;
        way.append({mark == '{', {}, 0, false});
    } else if (way.isEmpty()) {
        return;
    } else if (mark == '}' || mark == ']') {
        way.removeLast();
    } else if (mark == ',') {
        way.last().name.reset();
        way.last().item += way.last().hasItem ? 1 : 0;
        way.last().hasItem = false;
    }
}

} // namespace

Lexer::Lexer(QByteArrayView text, qsizetype from)
    : m_text(text)
    , m_at(text.data() + from)
{
    Q_ASSERT(from >= 0 && from <= text.size());
}

std::optional<Piece> Lexer::next()
{
    const char *end = m_text.data() + m_text.size();
    const char *begin = skipBlanks(m_at, end);
    if (begin == end)
        return std::nullopt;
    Piece piece;
    if (isMark(*begin))
        piece = {0, begin + 1 - m_text.data(), Piece::Kind::Mark};
    else if (*begin == '"')
        piece = string(begin);
    else if (startsNumber(*begin))
        piece = number(begin);
    else if (isLetter(*begin))
        piece = word(begin);
    else
        piece.end = begin - m_text.data() + std::max(1, utf8Length({begin, end - begin}));
    piece.begin = begin - m_text.data();
    m_at = m_text.data() + piece.end;
    return piece;
}

Piece Lexer::string(const char *begin) const
{
    const char *end = m_text.data() + m_text.size();
    const Token token = readString(begin, end);
    if (token.reason)
        return {0, skipDamagedString(begin, end) - m_text.data(), Piece::Kind::Error};
    return {0, token.end - m_text.data(), isBeforeColon(token.end) ? Piece::Kind::Name : Piece::Kind::String};
}

Piece Lexer::number(const char *begin) const
{
    const char *end = m_text.data() + m_text.size();
    const Token token = readNumber(begin, end);
    const char *wordEnd = skipWord(begin, end);
    const bool isWhole = !token.reason && token.end == wordEnd;
    return {0, wordEnd - m_text.data(), isWhole ? Piece::Kind::Number : Piece::Kind::Error};
}

Piece Lexer::word(const char *begin) const
{
    const char *wordEnd = skipWord(begin, m_text.data() + m_text.size());
    const QByteArrayView word(begin, wordEnd - begin);
    const bool isKnown
        = word == QByteArrayView("true") || word == QByteArrayView("false") || word == QByteArrayView("null");
    return {0, wordEnd - m_text.data(), isKnown ? Piece::Kind::Word : Piece::Kind::Error};
}

bool Lexer::isBeforeColon(const char *at) const
{
    const char *end = m_text.data() + m_text.size();
    at = skipBlanks(at, end);
    return at < end && *at == ':';
}

Pointer pointerNear(QByteArrayView text, qsizetype offset)
{
    QList<Open> way;
    Lexer lexer(text);
    for (std::optional<Piece> piece = lexer.next(); piece && piece->begin < offset; piece = lexer.next()) {
        const QByteArrayView raw = text.sliced(piece->begin, piece->end - piece->begin);
        if (piece->kind == Piece::Kind::Mark) {
            follow(raw.front(), way);
        } else if (!way.isEmpty()) {
            if (piece->kind == Piece::Kind::Name && way.last().isObject)
                way.last().name = scan(raw.toByteArray()).string(0);
            way.last().hasItem = true;
        }
    }
    QStringList tokens;
    for (const Open &open : std::as_const(way)) {
        if (open.isObject ? !open.name : !open.hasItem)
            break;
        tokens += open.isObject ? *open.name : QString::number(open.item);
    }
    return Pointer(std::move(tokens));
}

} // namespace json
