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

constexpr auto withoutCase = QRegularExpression::CaseInsensitiveOption;

Shape valuesOf(const QString &names)
{
    const QString pattern = uR"((\\?["']?\b(?:%1)\b\\?["']?\s*[:=]\s*)(?:\\?"[^"]*"|'[^']*'|[^\s&"',;}]+))"_s;
    return {QRegularExpression(pattern.arg(names), withoutCase), u"\\1***"_s};
}

const QList<Shape> &certainShapes()
{
    static const QList<Shape> list{
        {QRegularExpression(uR"(\beyJ[A-Za-z0-9_-]{5,}(\.[A-Za-z0-9_-]*){1,4})"_s), u"***"_s},
        {QRegularExpression(uR"(\b([a-z][a-z0-9+.-]*://)[^\s/?#@"']+@)"_s, withoutCase), u"\\1***@"_s},
        valuesOf(u"access_token|refresh_token|id_token|client_secret|client_assertion|device_code|code_verifier|"
                 u"password"_s),
    };
    return list;
}

/// `Bearer` and what is long enough for a token: a service's "Bearer token is missing" is none.
Shape bearerToken()
{
    return {QRegularExpression(uR"(\b(Bearer|Basic)(\s+|%20)[A-Za-z0-9._~+/=-]{16,})"_s, withoutCase), u"\\1 ***"_s};
}

const QList<Shape> &suspectedShapes()
{
    static const QList<Shape> list{
        {QRegularExpression(uR"(\b(Bearer|Basic)(\s+|%20)[^\s"',;\\]+)"_s, withoutCase), u"\\1 ***"_s},
        valuesOf(u"code"_s),
    };
    return list;
}

QString masked(const QString &text, const QList<Shape> &shapes)
{
    const QByteArray bytes = text.toUtf8();
    QString result = Secret::isIn(bytes) ? QString::fromUtf8(Secret::masked(bytes)) : text; // keeps U+FEFF at the start
    for (const Shape &shape : shapes)
        result.replace(shape.pattern, shape.replacement);
    return result;
}

} // namespace

QString redacted(const QString &text)
{
    static const QList<Shape> all = suspectedShapes() + certainShapes();
    return masked(text, all);
}

QString redactedEvidence(const QString &text)
{
    static const QList<Shape> shapes = QList<Shape>{bearerToken()} + certainShapes();
    return masked(text, shapes);
}

} // namespace core
