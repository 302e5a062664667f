// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redaction.h"

#include "core/secret.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace core {
namespace {

struct Shape
{
    QRegularExpression pattern;
    QString replacement;
};

const QList<Shape> &shapes()
{
    constexpr auto options = QRegularExpression::CaseInsensitiveOption;
    static const QList<Shape> list{
        {QRegularExpression(uR"(\b(Bearer|Basic)(\s+|%20)[^\s"',;\\]+)"_s, options), u"\\1 ***"_s},
        {QRegularExpression(uR"(\beyJ[A-Za-z0-9_-]{5,}(\.[A-Za-z0-9_-]*){1,4})"_s), u"***"_s},
        {QRegularExpression(uR"(\b([a-z][a-z0-9+.-]*://)[^\s/?#@"']+@)"_s, options), u"\\1***@"_s},
        {QRegularExpression(
             uR"((\\?["']?\b(?:access_token|refresh_token|id_token|client_secret|client_assertion|device_code|code_verifier|password|code)\b\\?["']?\s*[:=]\s*)(?:\\?"[^"]*"|'[^']*'|[^\s&"',;}]+))"_s,
             options),
         u"\\1***"_s},
    };
    return list;
}

} // namespace

QString redacted(const QString &text)
{
    QString result = QString::fromUtf8(Secret::masked(text.toUtf8()));
    for (const Shape &shape : shapes())
        result.replace(shape.pattern, shape.replacement);
    return result;
}

} // namespace core
