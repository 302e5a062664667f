// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/pointer.h"

#include "json/arrayindex.h"

#include <QCoreApplication>

#include <algorithm>

namespace json {

using namespace Qt::StringLiterals;

namespace {

/// Where in `text` a `~` stands that RFC 6901 §3 does not know; -1 when nowhere.
qsizetype damagedEscape(const QString &text)
{
    for (qsizetype at = text.indexOf(u'~'); at >= 0; at = text.indexOf(u'~', at + 1)) {
        if (at + 1 == text.size() || (text[at + 1] != u'0' && text[at + 1] != u'1'))
            return at;
    }
    return -1;
}

QString decoded(QString token)
{
    return token.replace("~1"_L1, "/"_L1).replace("~0"_L1, "~"_L1); // in this order: `~01` is `~1`, not `/`
}

QString encoded(QString token)
{
    return token.replace("~"_L1, "~0"_L1).replace("/"_L1, "~1"_L1);
}

/// The child of the container `parent` that is `node` or holds it (in an object its name), and its position there.
struct Child
{
    qsizetype node = -1;
    qsizetype position = -1;
};

Child childAround(const Index &index, qsizetype parent, qsizetype node)
{
    Child child;
    for (qsizetype next = index.firstChild(parent); next >= 0 && next <= node; next = index.nextChild(parent, next))
        child = {next, child.position + 1};
    return child;
}

/// The last child of the container `parent` that begins at or before the byte `offset`.
Child childBefore(const Index &index, qsizetype parent, qint64 offset)
{
    Child child;
    for (qsizetype next = index.firstChild(parent); next >= 0 && index.at(next).begin <= offset;
         next = index.nextChild(parent, next))
        child = {next, child.position + 1};
    return child;
}

/// The value node below `node` that `token` names, or -1.
qsizetype valueBelow(const Index &index, qsizetype node, const QString &token)
{
    if (index.at(node).kind == Kind::Object)
        return index.member(node, token);
    const qsizetype wanted = index.at(node).kind == Kind::Array ? arrayIndex(token) : -1;
    if (wanted < 0)
        return -1;
    qsizetype item = index.firstChild(node);
    for (qsizetype position = 0; item >= 0 && position < wanted; ++position)
        item = index.nextChild(node, item);
    return item;
}

} // namespace

core::Result<Pointer> Pointer::parse(const QString &text)
{
    if (text.isEmpty())
        return Pointer();
    if (!text.startsWith(u'/')) {
        return core::Error{core::Error::Code::Input,
                           QCoreApplication::translate("json", "A JSON pointer begins with /: %1").arg(text),
                           {}};
    }
    if (const qsizetype at = damagedEscape(text); at >= 0) {
        return core::Error{core::Error::Code::Input,
                           QCoreApplication::translate("json", "In a JSON pointer only 0 or 1 may follow ~, at %1: %2")
                               .arg(QString::number(at + 1), text),
                           {}};
    }
    QStringList tokens = text.sliced(1).split(u'/');
    for (QString &token : tokens)
        token = decoded(std::move(token));
    return Pointer(std::move(tokens));
}

Pointer Pointer::fromPath(const QString &path)
{
    if (path.isEmpty())
        return {};
    core::Result<Pointer> pointer = parse(u'/' + path);
    Q_ASSERT(pointer);
    return std::move(pointer).value();
}

QString Pointer::toString() const
{
    QString text;
    for (const QString &token : m_tokens)
        text += u'/' + encoded(token);
    return text;
}

Pointer Pointer::parent() const
{
    Q_ASSERT(!isRoot());
    return Pointer(m_tokens.first(m_tokens.size() - 1));
}

Pointer Pointer::child(const QString &token) const
{
    return Pointer(m_tokens + QStringList{token});
}

Pointer Pointer::child(qsizetype index) const
{
    return child(QString::number(index));
}

Pointer Pointer::joined(const Pointer &other) const
{
    return Pointer(m_tokens + other.m_tokens);
}

bool Pointer::contains(const Pointer &other) const
{
    return other.depth() >= depth() && std::equal(m_tokens.begin(), m_tokens.end(), other.m_tokens.begin());
}

size_t qHash(const Pointer &pointer, size_t seed)
{
    return qHash(pointer.tokens(), seed);
}

qsizetype resolve(const Index &index, const Pointer &pointer)
{
    qsizetype node = index.isValid() ? 0 : -1;
    for (const QString &token : pointer.tokens()) {
        if (node < 0)
            break;
        node = valueBelow(index, node, token);
    }
    return node;
}

Pointer pointerTo(const Index &index, qsizetype node)
{
    Q_ASSERT(node >= 0 && node < index.size());
    QStringList tokens;
    for (qsizetype at = 0; at != node;) {
        const Child child = childAround(index, at, node);
        const bool isObject = index.at(at).kind == Kind::Object;
        Q_ASSERT(!isObject || child.node != node); // a name has no pointer of its own
        tokens += isObject ? index.string(child.node) : QString::number(child.position);
        at = isObject ? child.node + 1 : child.node;
    }
    return Pointer(std::move(tokens));
}

Pointer pointerAt(const Index &index, qint64 offset)
{
    Q_ASSERT(index.isValid());
    QStringList tokens;
    for (qsizetype at = 0; index.at(at).begin < offset && offset < index.at(at).end;) {
        const bool isObject = index.at(at).kind == Kind::Object;
        const Child child = isObject || index.at(at).kind == Kind::Array ? childBefore(index, at, offset) : Child();
        if (child.node < 0)
            break;
        at = isObject ? child.node + 1 : child.node;
        if (index.at(at).end < offset)
            break;
        tokens += isObject ? index.string(child.node) : QString::number(child.position);
    }
    return Pointer(std::move(tokens));
}

} // namespace json
