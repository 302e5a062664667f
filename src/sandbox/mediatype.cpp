// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/mediatype.h"

#include <QByteArrayList>

#include <algorithm>

namespace sandbox {

namespace {

/// True for a parameter that lets the body be UTF-8. Graph's own types have no quoted semicolons, so a split will do.
bool isHarmless(const QByteArray &parameter)
{
    const qsizetype mark = parameter.indexOf('=');
    if (mark < 0 || parameter.first(mark).trimmed().compare("charset", Qt::CaseInsensitive) != 0)
        return true;
    QByteArray charset = parameter.sliced(mark + 1).trimmed();
    if (charset.size() >= 2 && charset.startsWith('"') && charset.endsWith('"'))
        charset = charset.sliced(1, charset.size() - 2);
    return charset.compare("utf-8", Qt::CaseInsensitive) == 0;
}

} // namespace

bool isJsonMediaType(const QByteArray &contentType)
{
    const QByteArrayList parts = contentType.split(';');
    return parts.constFirst().trimmed().compare("application/json", Qt::CaseInsensitive) == 0
        && std::all_of(parts.cbegin() + 1, parts.cend(), isHarmless);
}

bool isIdentityCoding(const QByteArray &contentEncoding)
{
    return contentEncoding.isEmpty() || contentEncoding.compare("identity", Qt::CaseInsensitive) == 0;
}

} // namespace sandbox
