// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/curl.h"

#include "report/wiretext.h"

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace report {
namespace {

// What curl writes of its own accord when nobody says otherwise.
constexpr const char *uninvited[] = {"User-Agent", "Accept", "Content-Type", "Expect"};

/// `text` for the inside of single quotes, with escapes that printf(1) and bash's $'…' understand alike.
QByteArray escaped(QByteArrayView text)
{
    QByteArray result;
    result.reserve(text.size());
    while (!text.isEmpty()) {
        const int length = visibleLength(text);
        const char first = text.front();
        if (first == '\\')
            result += "\\\\";
        else if (first == '\n' || (length > 0 && first != '\''))
            result += text.first(std::max(length, 1));
        else
            result += '\\' + QByteArray::number(uchar(first), 8).rightJustified(3, '0');
        text = text.sliced(std::max(length, 1));
    }
    return result;
}

/// `text` as one word of bash; it must not hold a NUL.
QByteArray quoted(const QByteArray &text)
{
    if (isVisible(text) && !text.contains('\''))
        return '\'' + text + '\'';
    return "$'" + escaped(text) + '\'';
}

/// The format from which printf writes `body`. Lines stay lines; printf, unlike an argument, knows NUL and has no
/// limit.
QByteArray printfFormat(const QByteArray &body)
{
    QByteArray format = '\'' + escaped(body) + '\'';
    return format.replace('%', "%%");
}

QByteArray headerWord(const exchange::Header &header)
{
    if (isCredential(header)) {
        const bool isBearer = header.value.startsWith("Bearer ");
        return '"' + header.name + (isBearer ? R"(: Bearer $GRAPH_TOKEN")"_ba : R"(: ***")"_ba);
    }
    if (header.value.isEmpty())
        return quoted(header.name + ';'); // `Name:` would take the header away
    return quoted(header.name + ": " + header.value);
}

} // namespace

QByteArray curlCommand(const exchange::Request &request)
{
    const bool hasBody = !request.body.isEmpty() || request.method == "POST";
    QByteArrayList lines{"curl --disable --http1.1 --noproxy '*' --globoff --path-as-is --include"_ba,
                         "--request " + quoted(request.method)};
    lines.reserve(lines.size() + request.headers.size() + std::ssize(uninvited) + 2);
    for (const exchange::Header &header : request.headers)
        lines += "--header " + headerWord(header);
    for (const char *name : uninvited) {
        if (!exchange::valueOf(request.headers, name))
            lines += "--header '" + QByteArray(name) + ":'";
    }
    if (hasBody)
        lines += "--data-binary @-"_ba;
    lines += "--url " + quoted(request.url.toEncoded());
    const QByteArray body = hasBody ? "printf -- " + printfFormat(request.body) + " | " : QByteArray();
    return body + lines.join(" \\\n    ") + '\n';
}

} // namespace report
