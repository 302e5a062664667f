// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/router.h"

#include <QByteArray>
#include <QStringDecoder>
#include <QStringList>

#include <algorithm>
#include <iterator>
#include <optional>

namespace sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1String versions[] = {"v1.0"_L1, "beta"_L1, "localtest"_L1};

/// `{id}`, `{sessionId}` and `{version}` take any segment; the rows are tried in this order.
struct Pattern
{
    Route::Kind kind;
    QList<QLatin1String> segments;
};

const QList<Pattern> &patterns()
{
    static const QList<Pattern> table{
        {Route::Kind::Metadata, {"{version}"_L1, "$metadata"_L1}},
        {Route::Kind::Sessions, {"{version}"_L1, "communications"_L1, "callRecords"_L1, "{id}"_L1, "sessions"_L1}},
        {Route::Kind::References,
         {"{version}"_L1, "communications"_L1, "callRecords"_L1, "{id}"_L1, "sessions"_L1, "$ref"_L1}},
        {Route::Kind::Session,
         {"{version}"_L1, "communications"_L1, "callRecords"_L1, "{id}"_L1, "sessions"_L1, "{sessionId}"_L1}},
    };
    return table;
}

bool isHexDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

std::optional<QString> decoded(const QByteArray &segment)
{
    for (qsizetype at = segment.indexOf('%'); at >= 0; at = segment.indexOf('%', at + 3)) {
        if (at + 2 >= segment.size() || !isHexDigit(segment[at + 1]) || !isHexDigit(segment[at + 2]))
            return std::nullopt;
    }
    QStringDecoder toText(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = toText(QByteArray::fromPercentEncoding(segment));
    return toText.hasError() ? std::nullopt : std::optional(text);
}

bool fits(const Pattern &pattern, const QStringList &segments)
{
    const auto fitsOne = [](QLatin1String wanted, const QString &segment) {
        return wanted.startsWith(u'{') ? !segment.isEmpty() && segment != "."_L1 && segment != ".."_L1
                                       : segment == wanted;
    };
    return std::equal(pattern.segments.cbegin(), pattern.segments.cend(), segments.cbegin(), segments.cend(), fitsOne);
}

} // namespace

Route routeOf(QByteArrayView path)
{
    Q_ASSERT(path.startsWith('/'));
    const QList<QByteArray> parts = path.sliced(1).toByteArray().split('/');
    QStringList segments;
    for (const QByteArray &part : parts) {
        const std::optional<QString> segment = decoded(part);
        if (!segment)
            return {Route::Kind::Malformed, {}, {}, {}};
        segments.append(*segment);
    }
    if (std::find(std::begin(versions), std::end(versions), segments.constFirst()) == std::end(versions))
        return {};
    for (const Pattern &pattern : patterns()) {
        if (fits(pattern, segments))
            return {pattern.kind, segments[0], segments.value(3),
                    pattern.kind == Route::Kind::Session ? segments[5] : QString()};
    }
    return {};
}

QByteArray allowedMethods(Route::Kind kind)
{
    switch (kind) {
    case Route::Kind::Metadata:
    case Route::Kind::Session:
        return "GET, HEAD"_ba;
    case Route::Kind::Sessions:
        return "GET, HEAD, POST"_ba;
    case Route::Kind::References:
        return "POST"_ba;
    case Route::Kind::NotFound:
    case Route::Kind::Malformed:
        return {};
    }
    Q_UNREACHABLE();
}

bool isAllowed(Route::Kind kind, QByteArrayView method)
{
    return allowedMethods(kind).replace(' ', "").split(',').contains(method);
}

} // namespace sandbox
