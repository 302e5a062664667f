// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/httprequestparser.h"

#include <algorithm>
#include <cstring>

namespace sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestChunkLine = 1024; ///< A size and extensions that nobody reads.
constexpr qsizetype mostChunkDigits = 15; ///< So that a size always fits a qint64.

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/// The size on a chunk line (RFC 9112 §7.1), extensions ignored; -1 when it is not one.
qint64 chunkSize(const QByteArray &line)
{
    qint64 size = 0;
    qsizetype digits = 0;
    while (digits < line.size() && hexDigit(line[digits]) >= 0) {
        if (digits == mostChunkDigits)
            return -1;
        size = size * 16 + hexDigit(line[digits++]);
    }
    const QByteArrayView rest = QByteArrayView(line).sliced(digits);
    const bool isPrintable
        = std::all_of(rest.begin(), rest.end(), [](char c) { return c == '\t' || (c >= 0x20 && c < 0x7f); });
    return digits > 0 && isPrintable && (rest.isEmpty() || rest.trimmed().startsWith(';')) ? size : -1;
}

} // namespace

HttpRequestParser::HttpRequestParser(const Limits &limits)
    : m_limits(limits)
{ }

void HttpRequestParser::append(const QByteArray &bytes)
{
    if (m_part == Part::Failed)
        return;
    if (m_at > 0) {
        m_buffer.remove(0, m_at);
        m_searched = std::max<qsizetype>(0, m_searched - m_at);
        m_at = 0;
    }
    m_buffer.append(bytes);
}

HttpRequestParser::Progress HttpRequestParser::advance()
{
    bool goesOn = true;
    while (goesOn) {
        switch (m_part) {
        case Part::Head:
            goesOn = readHead();
            if (goesOn && m_head.expectsContinue
                && m_at == m_buffer.size()) // RFC 9110 §10.1.1: not once a body has begun
                return Progress::WantsContinue;
            break;
        case Part::Body:
            goesOn = readBody();
            break;
        case Part::ChunkSize:
            goesOn = readChunkSize();
            break;
        case Part::ChunkData:
            goesOn = readChunkData();
            break;
        case Part::ChunkEnd:
            goesOn = readChunkEnd();
            break;
        case Part::Trailers:
            goesOn = readTrailers();
            break;
        case Part::Complete:
            return Progress::Complete;
        case Part::Failed:
            return Progress::Failed;
        }
    }
    return m_part == Part::Failed ? Progress::Failed : Progress::NeedsMore;
}

HttpRequest HttpRequestParser::takeRequest()
{
    Q_ASSERT(m_part == Part::Complete);
    m_part = Part::Head;
    return std::exchange(m_head, HttpHead()).request;
}

bool HttpRequestParser::isBetweenRequests() const
{
    return m_part == Part::Head && m_at == m_buffer.size() && m_lines.isEmpty();
}

bool HttpRequestParser::readHead()
{
    if (m_lines.isEmpty() && m_at < m_buffer.size() && m_buffer.at(m_at) != '\r'
        && !isTokenCharacter(m_buffer.at(m_at)))
        return fail(400, u"This is not HTTP."_s); // as a TLS greeting, which may never come to a line's end
    const auto line = takeLine(m_limits.head, m_lines.isEmpty() ? 414 : 431);
    if (!line)
        return false;
    if (!line->isEmpty()) {
        m_lines.append(*line);
        return true;
    }
    if (m_lines.isEmpty())
        return true; // RFC 9112 §2.2: an empty line before a request is skipped
    auto head = parseHead(std::exchange(m_lines, {}));
    m_lineBytes = 0;
    if (const auto *fault = std::get_if<HttpFault>(&head))
        return fail(fault->status, fault->reason);
    m_head = std::move(*std::get_if<HttpHead>(&head));
    return beginBody();
}

bool HttpRequestParser::beginBody()
{
    if (m_head.contentLength > m_limits.body)
        return fail(413, u"The body is over the limit."_s);
    m_remaining = m_head.contentLength;
    m_head.request.body.reserve(m_remaining);
    m_part = m_head.isChunked ? Part::ChunkSize : m_remaining > 0 ? Part::Body : Part::Complete;
    return true;
}

bool HttpRequestParser::readBody()
{
    takeBody(m_remaining);
    if (m_remaining > 0)
        return false;
    m_part = Part::Complete;
    return true;
}

bool HttpRequestParser::readChunkSize()
{
    m_lineBytes = 0;
    const auto line = takeLine(longestChunkLine, 400);
    if (!line)
        return false;
    m_remaining = chunkSize(*line);
    if (m_remaining < 0)
        return fail(400, u"A chunk has no proper size."_s);
    if (m_remaining > m_limits.body - m_head.request.body.size())
        return fail(413, u"The body is over the limit."_s);
    m_lineBytes = 0;
    m_part = m_remaining == 0 ? Part::Trailers : Part::ChunkData;
    return true;
}

bool HttpRequestParser::readChunkData()
{
    takeBody(m_remaining);
    if (m_remaining > 0)
        return false;
    m_part = Part::ChunkEnd;
    return true;
}

bool HttpRequestParser::readChunkEnd()
{
    if (m_buffer.size() - m_at < 2)
        return false;
    if (std::memcmp(m_buffer.constData() + m_at, "\r\n", 2) != 0)
        return fail(400, u"A chunk is longer than its size."_s);
    m_at += 2;
    m_part = Part::ChunkSize;
    return true;
}

bool HttpRequestParser::readTrailers()
{
    const auto line = takeLine(m_limits.head, 431);
    if (!line)
        return false;
    if (line->isEmpty()) {
        m_lineBytes = 0;
        m_part = Part::Complete;
        return true;
    }
    const auto field = parseField(*line); // judged, then dropped: no trailer means anything here
    if (const auto *fault = std::get_if<HttpFault>(&field))
        return fail(fault->status, fault->reason);
    return true;
}

/// The next line without its CR LF. Empty when it is not there yet, and when it is a fault.
std::optional<QByteArray> HttpRequestParser::takeLine(qsizetype most, int statusWhenLonger)
{
    const qsizetype end = m_buffer.indexOf('\n', std::max(m_at, m_searched));
    const qsizetype length = (end < 0 ? m_buffer.size() : end + 1) - m_at;
    if (m_lineBytes + length > most) {
        fail(statusWhenLonger, u"The head of the request is over the limit."_s);
        return std::nullopt;
    }
    if (end < 0) {
        m_searched = m_buffer.size();
        return std::nullopt;
    }
    if (end == m_at || m_buffer.at(end - 1) != '\r') {
        fail(400, u"A line does not end with CR LF."_s);
        return std::nullopt;
    }
    QByteArray line = m_buffer.sliced(m_at, length - 2);
    m_at = end + 1;
    m_lineBytes += length;
    return line;
}

void HttpRequestParser::takeBody(qint64 &remaining)
{
    const qsizetype taken = static_cast<qsizetype>(std::min<qint64>(remaining, m_buffer.size() - m_at));
    m_head.request.body.append(m_buffer.constData() + m_at, taken);
    m_at += taken;
    remaining -= taken;
}

bool HttpRequestParser::fail(int status, const QString &reason)
{
    m_part = Part::Failed;
    m_fault = {status, reason};
    m_buffer.clear();
    m_at = 0;
    return false;
}

} // namespace sandbox
