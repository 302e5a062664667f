// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/headers.h"

#include "exchange/origin.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace graph {
namespace {

using core::Error;
using exchange::Authorization;
using exchange::Header;
using exchange::HeaderList;

constexpr const char *ours[]
    = {"Host", "Content-Length", "Connection", "Transfer-Encoding", "Accept-Encoding", "Authorization"};

bool isSame(const QByteArray &a, const char *b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

QByteArray hostField(const QUrl &url)
{
    const exchange::Origin origin = exchange::Origin::of(url);
    const QByteArray shown = origin.toString().toLatin1();
    return shown.mid(shown.indexOf("://") + 3);
}

Header *find(HeaderList &headers, const QByteArray &name)
{
    const auto found = std::find_if(headers.begin(), headers.end(), [&name](const Header &header) {
        return header.name.compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == headers.end() ? nullptr : &*found;
}

// Qt keeps one value a name, so a repeat travels in the first one, which means the same (RFC 9110 §5.3).
HeaderList joined(const HeaderList &typed)
{
    HeaderList list;
    for (const Header &header : typed) {
        if (Header *first = find(list, header.name))
            first->value += ", " + header.value;
        else
            list.append(header);
    }
    return list;
}

// Qt writes its own text for these two when they are missing or empty ("Mozilla/5.0"; the language of the desktop).
void setDefault(HeaderList &headers, const QByteArray &name, const QByteArray &value)
{
    Header *typed = find(headers, name);
    if (!typed)
        headers.append({name, value});
    else if (typed->value.isEmpty())
        typed->value = value;
}

} // namespace

bool isToken(QByteArrayView text)
{
    constexpr QByteArrayView symbols = "!#$%&'*+-.^_`|~";
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [symbols](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || symbols.contains(c);
    });
}

core::Status checkHeader(const Header &header)
{
    const auto refused = [&header](const QString &message) {
        return Error{Error::Code::Input, message.arg(QString::fromUtf8(header.name)), {}};
    };
    if (!isToken(header.name))
        return refused(QCoreApplication::translate(
            "graph::Headers", "“%1” is not a header name: only letters, digits and !#$%&'*+-.^_`|~ may be in it."));
    if (std::any_of(std::begin(ours), std::end(ours),
                    [&header](const char *name) { return isSame(header.name, name); }))
        return refused(QCoreApplication::translate(
            "graph::Headers", "The header %1 is written by the program itself. Remove it from the list."));
    if (header.value.contains('\r') || header.value.contains('\n') || header.value.contains('\0'))
        return refused(QCoreApplication::translate(
            "graph::Headers", "The value of the header %1 holds a line break or a NUL. Remove it."));
    return core::ok();
}

exchange::Request asOnTheWire(const exchange::Request &request, Authorization::Kind authorization)
{
    HeaderList list{{"Host"_ba, hostField(request.url)}};
    switch (authorization) {
    case Authorization::Kind::None:
        break;
    case Authorization::Kind::Token:
        list.append({"Authorization"_ba, "Bearer ***"_ba});
        break;
    case Authorization::Kind::Malformed:
        list.append({"Authorization"_ba, Authorization::malformedValue});
        break;
    }
    list += joined(request.headers);
    setDefault(list, "User-Agent"_ba, QByteArray("SessionComposer/" SC_VERSION));
    setDefault(list, "Accept-Language"_ba, "en"_ba);
    list.append({"Accept-Encoding"_ba, "identity"_ba});
    list.append({"Connection"_ba, "keep-alive"_ba});
    // Also for a GET, with 0: Qt repeats a request without a body when the connection drops, and a body that cannot be
    // rewound, which stops that, needs this header.
    list.append({"Content-Length"_ba, QByteArray::number(request.body.size())});
    exchange::Request wire = request;
    wire.headers = std::move(list);
    return wire;
}

} // namespace graph
