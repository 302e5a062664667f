// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/httpresponse.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <iterator>

namespace sandbox {

using namespace Qt::StringLiterals;

namespace {

struct Reason
{
    int status;
    const char *phrase;
};

constexpr Reason reasons[] = {
    {200, "OK"},
    {201, "Created"},
    {204, "No Content"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {409, "Conflict"},
    {413, "Content Too Large"},
    {414, "URI Too Long"},
    {415, "Unsupported Media Type"},
    {417, "Expectation Failed"},
    {421, "Misdirected Request"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {501, "Not Implemented"},
    {503, "Service Unavailable"},
    {504, "Gateway Timeout"},
    {505, "HTTP Version Not Supported"},
    {507, "Insufficient Storage"},
};

} // namespace

void HttpResponse::add(const QByteArray &name, const QByteArray &value)
{
    Q_ASSERT(!value.contains('\r') && !value.contains('\n'));
    headers.append({name, value});
}

QByteArray HttpResponse::head(qint64 contentLength, bool keepAlive) const
{
    QByteArray text = "HTTP/1.1 "_ba + QByteArray::number(status) + ' ' + reasonPhrase(status) + "\r\n";
    for (const auto &[name, value] : headers)
        text += name + ": " + value + "\r\n";
    if (status != 204)
        text += "Content-Length: " + QByteArray::number(contentLength) + "\r\n";
    text += keepAlive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n";
    return text;
}

QByteArray reasonPhrase(int status)
{
    const auto row
        = std::find_if(std::begin(reasons), std::end(reasons), [status](auto r) { return r.status == status; });
    return row == std::end(reasons) ? "Unknown"_ba : QByteArray(row->phrase);
}

QByteArray httpDate(qint64 millisecondsSinceEpoch)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(millisecondsSinceEpoch, Qt::UTC);
    return QLocale::c().toString(time, u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s).toLatin1();
}

} // namespace sandbox
