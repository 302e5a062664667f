// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/wiretext.h"

#include "exchange/authorization.h"
#include "json/utf8.h"

#include <QChar>

#include <algorithm>
#include <iterator>

namespace report {
namespace {

constexpr const char *credentials[] = {"Authorization", "Proxy-Authorization", "Cookie", "Set-Cookie"};

char32_t decoded(QByteArrayView sequence)
{
    constexpr uchar leadBits[] = {0, 0x7F, 0x1F, 0x0F, 0x07}; // by length, RFC 3629 §3
    char32_t character = uchar(sequence.front()) & leadBits[sequence.size()];
    for (const char byte : sequence.sliced(1))
        character = character << 6 | (uchar(byte) & 0x3F);
    return character;
}

bool showsAsItself(char32_t character)
{
    if (character < 0x80)
        return character >= ' ' && character < 0x7F;
    switch (QChar::category(character)) {
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
    case QChar::Separator_Space:
        return false;
    default: // of thirty categories, isPrint() leaves out the other five
        return QChar::isPrint(character);
    }
}

} // namespace

int visibleLength(QByteArrayView text)
{
    const int length = json::utf8Length(text);
    return length > 0 && showsAsItself(decoded(text.first(length))) ? length : 0;
}

bool isVisible(QByteArrayView text)
{
    while (!text.isEmpty()) {
        const int length = visibleLength(text);
        if (length == 0)
            return false;
        text = text.sliced(length);
    }
    return true;
}

bool isCredential(const exchange::Header &header)
{
    return header.value != exchange::Authorization::malformedValue
        && std::any_of(std::begin(credentials), std::end(credentials),
                       [&header](const char *name) { return header.name.compare(name, Qt::CaseInsensitive) == 0; });
}

} // namespace report
