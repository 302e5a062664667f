// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/location.h"

#include "exchange/origin.h"

using namespace Qt::StringLiterals;

namespace graph {
namespace {

/// The segments of a path, decoded; `sessions('a''b')` as the two `sessions` and `a'b`.
QStringList segmentsOf(const QUrl &url)
{
    QStringList segments;
    const QStringList parts = url.path(QUrl::FullyEncoded).split(u'/');
    segments.reserve(2 * parts.size());
    for (const QString &part : parts) {
        const QString segment = QUrl::fromPercentEncoding(part.toLatin1());
        const qsizetype open = segment.indexOf("('"_L1);
        if (open > 0 && segment.endsWith("')"_L1) && segment.size() >= open + 4) {
            segments += segment.left(open);
            segments += segment.mid(open + 2, segment.size() - open - 4).replace("''"_L1, "'"_L1);
        } else {
            segments += segment;
        }
    }
    return segments;
}

/// As sameOriginUrl(), with the fragment.
std::optional<QUrl> resolvedWithin(const QByteArray &reference, const QUrl &request)
{
    const QUrl relative = QUrl::fromEncoded(reference.trimmed(), QUrl::StrictMode);
    if (relative.isEmpty() || !relative.isValid())
        return std::nullopt;
    const QUrl url = request.resolved(relative);
    const bool isWithin = exchange::Origin::of(url) == exchange::Origin::of(request) && url.userInfo().isEmpty();
    return isWithin ? std::optional(url) : std::nullopt;
}

QUrl sessionsOf(const QUrl &request)
{
    const QString reference = u"/$ref"_s;
    QUrl url = request.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment);
    const QString path = url.path(QUrl::FullyEncoded);
    if (path.endsWith(reference))
        url.setPath(path.chopped(reference.size()), QUrl::StrictMode);
    return url;
}

} // namespace

std::optional<QUrl> sameOriginUrl(const QByteArray &reference, const QUrl &request)
{
    const std::optional<QUrl> url = resolvedWithin(reference, request);
    return url ? std::optional(url->adjusted(QUrl::RemoveFragment)) : std::nullopt;
}

QUrl createdUrl(const QUrl &request, const QString &id)
{
    QUrl url = sessionsOf(request);
    if (!id.isEmpty())
        url.setPath(url.path(QUrl::FullyEncoded) + u'/' + QString::fromLatin1(QUrl::toPercentEncoding(id)),
                    QUrl::StrictMode);
    return url;
}

bool isCreatedUrl(const QByteArray &location, const QUrl &request, const QString &id)
{
    const std::optional<QUrl> url = resolvedWithin(location, request);
    if (!url || url->hasQuery() || url->hasFragment())
        return false;
    QStringList segments = segmentsOf(*url);
    const QString last = segments.takeLast();
    return segments == segmentsOf(sessionsOf(request)) && (id.isEmpty() ? !last.isEmpty() : last == id);
}

} // namespace graph
