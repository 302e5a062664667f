// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/challenge.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace graph {
namespace {

QByteArray unquoted(const QString &text)
{
    if (!text.startsWith(u'"'))
        return text.toLatin1();
    static const QRegularExpression escape(u"\\\\(.)"_s);
    return text.mid(1, text.size() - 2).replace(escape, u"\\1"_s).toLatin1();
}

} // namespace

QList<Challenge> challengesIn(const QByteArray &value)
{
    // A parameter, `name = token` or `name = "text"`; else a word, which is a scheme.
    static const QRegularExpression piece(
        uR"(([!#$%&'*+.^_`|~\w-]+)(?:\s*=\s*("(?:[^"\\]|\\.)*"|[!#$%&'*+.^_`|~\w/=-]+))?)"_s);
    QList<Challenge> challenges;
    QRegularExpressionMatchIterator found = piece.globalMatch(QString::fromLatin1(value));
    while (found.hasNext()) {
        const QRegularExpressionMatch match = found.next();
        if (match.capturedLength(2) == 0)
            challenges.append({match.captured(1).toLatin1(), {}});
        else if (!challenges.isEmpty())
            challenges.last().parameters.append({match.captured(1).toLatin1(), unquoted(match.captured(2))});
    }
    return challenges;
}

QByteArray claimsIn(const QList<Challenge> &challenges)
{
    for (const Challenge &challenge : challenges) {
        const std::optional<QByteArray> claims = challenge.parameter("claims");
        if (!claims || challenge.scheme.compare("bearer", Qt::CaseInsensitive) != 0)
            continue;
        for (const QByteArray::Base64Option alphabet : {QByteArray::Base64Encoding, QByteArray::Base64UrlEncoding}) {
            const auto decoded
                = QByteArray::fromBase64Encoding(*claims, alphabet | QByteArray::AbortOnBase64DecodingErrors);
            if (decoded.decodingStatus == QByteArray::Base64DecodingStatus::Ok)
                return *decoded;
        }
    }
    return {};
}

} // namespace graph
