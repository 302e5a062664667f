// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/httprequest.h"

#include <algorithm>

namespace sandbox {

namespace {

auto named(QByteArrayView name)
{
    return [name](const auto &field) { return name.compare(field.first, Qt::CaseInsensitive) == 0; };
}

} // namespace

QByteArray HttpRequest::header(QByteArrayView name) const
{
    const auto field = std::find_if(headers.cbegin(), headers.cend(), named(name));
    return field == headers.cend() ? QByteArray() : field->second;
}

qsizetype HttpRequest::headerCount(QByteArrayView name) const
{
    return std::count_if(headers.cbegin(), headers.cend(), named(name));
}

QByteArrayView HttpRequest::path() const
{
    const qsizetype mark = target.indexOf('?');
    return mark < 0 ? QByteArrayView(target) : QByteArrayView(target).first(mark);
}

QByteArrayView HttpRequest::query() const
{
    const qsizetype mark = target.indexOf('?');
    return mark < 0 ? QByteArrayView() : QByteArrayView(target).sliced(mark + 1);
}

} // namespace sandbox
