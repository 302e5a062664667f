// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/framing.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace graph {
namespace {

using exchange::Response;

QString tr(const char *text)
{
    return QCoreApplication::translate("graph::Framing", text);
}

bool isSuccess(int status)
{
    return status >= 200 && status < 300;
}

// RFC 9110 §8.6: digits only, and a list of equal values counts as one.
std::optional<qint64> lengthOf(const QByteArray &field)
{
    const QList<QByteArray> values = field.split(',');
    const QByteArray first = values.constFirst().trimmed();
    const bool isNumber
        = !first.isEmpty() && std::all_of(first.begin(), first.end(), [](char c) { return c >= '0' && c <= '9'; });
    const bool isOne = std::all_of(values.begin(), values.end(),
                                   [&first](const QByteArray &value) { return value.trimmed() == first; });
    bool fits = false;
    const qint64 length = first.toLongLong(&fits);
    return isNumber && isOne && fits ? std::optional(length) : std::nullopt;
}

std::optional<QString> codingFault(const Response &response, const QByteArray &coding)
{
    if (coding.trimmed().compare("chunked", Qt::CaseInsensitive) != 0)
        return tr("The response has Transfer-Encoding “%1”, which nobody asked for, so its end cannot be told.")
            .arg(QString::fromUtf8(coding));
    if (exchange::valueOf(response.headers, "Content-Length"))
        return tr("The response has both Transfer-Encoding and Content-Length, which contradict each other.");
    // Qt ends a body without a word at a chunk size that is no number. Where a body is expected and none came, this is
    // the only sign of it.
    if (response.body.isEmpty() && isSuccess(response.status))
        return tr(
            "The response announced a body in chunks, but none came: it was empty, or its first chunk was malformed.");
    return std::nullopt;
}

std::optional<QString> lengthFault(const Response &response, const QByteArray &field)
{
    const std::optional<qint64> length = lengthOf(field);
    if (!length)
        return tr("The response has the Content-Length “%1”, which is not one number, so its end cannot be told.")
            .arg(QString::fromUtf8(field));
    if (*length != response.body.size())
        return tr("The response is not whole: its Content-Length is %1, but %2 bytes came.")
            .arg(*length)
            .arg(response.body.size());
    return std::nullopt;
}

} // namespace

std::optional<QString> framingFault(const Response &response, const QByteArray &method)
{
    if (response.status < 200 || response.status > 599)
        return tr("The status %1 is not a final one, and no other was seen.").arg(response.status);
    if (response.headers.isEmpty())
        return tr("The response has no headers, or more than can be taken (100 fields, 256 KB), so nothing is known of "
                  "its body.");
    if (response.status == 204 || response.status == 304 || method == "HEAD")
        return std::nullopt;
    const QByteArray encoding = exchange::valueOf(response.headers, "Content-Encoding").value_or("identity"_ba);
    if (encoding.trimmed().compare("identity", Qt::CaseInsensitive) != 0 && isSuccess(response.status))
        return tr("The body is encoded as “%1”, though only plain bytes were asked for; it is shown as it came.")
            .arg(QString::fromUtf8(encoding));
    if (const auto coding = exchange::valueOf(response.headers, "Transfer-Encoding"))
        return codingFault(response, *coding);
    if (const auto length = exchange::valueOf(response.headers, "Content-Length"))
        return lengthFault(response, *length);
    return std::nullopt;
}

} // namespace graph
