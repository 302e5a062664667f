// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/httphead.h"

#include <algorithm>
#include <cstring>
#include <optional>

namespace sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostHeaders = 100;

bool isToken(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), isTokenCharacter);
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isVisible(char c)
{
    return c > 0x20 && c < 0x7f;
}

bool isValueCharacter(char c)
{
    return c == '\t' || (static_cast<unsigned char>(c) >= 0x20 && c != 0x7f); // obs-text is data (RFC 9110 §5.5)
}

std::optional<HttpFault> takeVersion(HttpRequest &request, QByteArrayView version)
{
    if (version.size() != 8 || !version.startsWith("HTTP/") || !isDigit(version[5]) || version[6] != '.'
        || !isDigit(version[7]))
        return HttpFault{400, u"The request line does not end with an HTTP version."_s};
    if (version[5] != '1')
        return HttpFault{505, u"Only HTTP/1.1 and HTTP/1.0 are spoken here."_s};
    request.keepAlive = version[7] != '0';
    return std::nullopt;
}

std::optional<HttpFault> takeTarget(HttpRequest &request, QByteArrayView target)
{
    if (!std::all_of(target.begin(), target.end(), isVisible) || target.contains('#'))
        return HttpFault{400, u"The request target has a character that does not belong there."_s};
    constexpr QByteArrayView scheme("http://");
    if (target.size() > scheme.size() && target.first(scheme.size()).compare(scheme, Qt::CaseInsensitive) == 0) {
        const QByteArrayView rest = target.sliced(scheme.size());
        const auto end = std::find_if(rest.begin(), rest.end(), [](char c) { return c == '/' || c == '?'; });
        const qsizetype length = end - rest.begin();
        request.authority = rest.first(length).toByteArray();
        target = rest.sliced(length);
    }
    if (!target.startsWith('/'))
        return HttpFault{400, u"The request target is not a path."_s};
    request.target = target.toByteArray();
    return std::nullopt;
}

std::optional<HttpFault> takeRequestLine(HttpRequest &request, QByteArrayView line)
{
    const qsizetype first = line.indexOf(' ');
    const qsizetype last = line.lastIndexOf(' ');
    if (first <= 0 || last == first || !isToken(line.first(first)))
        return HttpFault{400, u"The request line is not METHOD TARGET VERSION."_s};
    request.method = line.first(first).toByteArray();
    if (const auto fault = takeVersion(request, line.sliced(last + 1)))
        return fault;
    return takeTarget(request, line.sliced(first + 1, last - first - 1));
}

std::optional<HttpFault> takeLength(HttpHead &head)
{
    const QByteArray length = head.request.header("Content-Length");
    if (length.isEmpty() || !std::all_of(length.begin(), length.end(), isDigit))
        return HttpFault{400, u"Content-Length is not a number."_s};
    bool isNumber = false;
    head.contentLength = length.toLongLong(&isNumber);
    if (!isNumber) // digits only, so it is too large for 64 bits
        return HttpFault{413, u"Content-Length is over the limit."_s};
    return std::nullopt;
}

/// RFC 9112 §6.1 to §6.3. Whatever two readers could frame differently is refused: that is how requests are smuggled.
std::optional<HttpFault> takeFraming(HttpHead &head, bool isVersion10)
{
    const qsizetype lengths = head.request.headerCount("Content-Length");
    const qsizetype codings = head.request.headerCount("Transfer-Encoding");
    if (lengths > 1 || codings > 1 || (lengths == 1 && codings == 1))
        return HttpFault{400, u"The length of the body is given twice."_s};
    if (lengths == 1)
        return takeLength(head);
    if (codings == 0)
        return std::nullopt;
    if (isVersion10)
        return HttpFault{400, u"HTTP/1.0 has no Transfer-Encoding."_s};
    if (head.request.header("Transfer-Encoding").compare("chunked", Qt::CaseInsensitive) != 0)
        return HttpFault{501, u"Only the transfer coding chunked is known."_s};
    head.isChunked = true;
    return std::nullopt;
}

std::optional<HttpFault> takeExpectation(HttpHead &head, bool isVersion10)
{
    if (head.request.headerCount("Expect") == 0 || isVersion10) // RFC 9110 §10.1.1: ignored in HTTP/1.0
        return std::nullopt;
    if (head.request.header("Expect").compare("100-continue", Qt::CaseInsensitive) != 0)
        return HttpFault{417, u"Only 100-continue can be expected."_s};
    head.expectsContinue = head.isChunked || head.contentLength > 0;
    return std::nullopt;
}

void takeConnection(HttpRequest &request)
{
    for (const auto &[name, value] : std::as_const(request.headers)) {
        if (name.compare("Connection", Qt::CaseInsensitive) != 0)
            continue;
        const QByteArrayList options = value.toLower().split(',');
        for (const QByteArray &option : options) {
            if (option.trimmed() == "close") {
                request.keepAlive = false;
                return;
            }
            if (option.trimmed() == "keep-alive")
                request.keepAlive = true;
        }
    }
}

std::optional<HttpFault> takeFields(HttpRequest &request, const QList<QByteArray> &lines)
{
    if (lines.size() - 1 > mostHeaders)
        return HttpFault{431, u"The request has too many headers."_s};
    for (qsizetype i = 1; i < lines.size(); ++i) {
        auto field = parseField(lines[i]);
        if (const auto *fault = std::get_if<HttpFault>(&field))
            return *fault;
        request.headers.append(*std::get_if<0>(&field));
    }
    return std::nullopt;
}

} // namespace

bool isTokenCharacter(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
        || (c != '\0' && std::strchr("!#$%&'*+-.^_`|~", c) != nullptr);
}

std::variant<std::pair<QByteArray, QByteArray>, HttpFault> parseField(const QByteArray &line)
{
    const qsizetype colon = line.indexOf(':');
    if (colon < 0 || !isToken(QByteArrayView(line).first(colon)))
        return HttpFault{400, u"A header has no proper name."_s};
    const QByteArray value = line.sliced(colon + 1);
    if (!std::all_of(value.begin(), value.end(), isValueCharacter))
        return HttpFault{400, u"A header has a control character in its value."_s};
    return std::pair(line.first(colon), value.trimmed());
}

std::variant<HttpHead, HttpFault> parseHead(const QList<QByteArray> &lines)
{
    Q_ASSERT(!lines.isEmpty());
    HttpHead head;
    if (const auto fault = takeRequestLine(head.request, lines.constFirst()))
        return *fault;
    const bool isVersion10 = !head.request.keepAlive;
    if (const auto fault = takeFields(head.request, lines))
        return *fault;
    const qsizetype hosts = head.request.headerCount("Host");
    if (hosts > 1 || (hosts == 0 && !isVersion10)) // RFC 9112 §3.2
        return HttpFault{400, u"The request needs exactly one Host."_s};
    if (const auto fault = takeFraming(head, isVersion10))
        return *fault;
    if (const auto fault = takeExpectation(head, isVersion10))
        return *fault;
    takeConnection(head.request);
    return head;
}

} // namespace sandbox
