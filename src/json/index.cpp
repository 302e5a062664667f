// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/index.h"

#include "json/utf8.h"

#include <utility>

namespace json {

namespace {

/// The character of a one-letter escape (RFC 8259 §7).
char16_t escaped(char letter)
{
    switch (letter) {
    case 'b':
        return u'\b';
    case 'f':
        return u'\f';
    case 'n':
        return u'\n';
    case 'r':
        return u'\r';
    case 't':
        return u'\t';
    default:
        return QLatin1Char(letter).unicode(); // the quotation mark, the backslash and the slash stand for themselves
    }
}

/// `text`, the inside of a valid string, with its escapes resolved.
QString unescaped(QByteArrayView text)
{
    QString result;
    result.reserve(text.size());
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype backslash = text.indexOf('\\', at);
        const qsizetype plainEnd = backslash < 0 ? text.size() : backslash;
        result += fromUtf8(text.sliced(at, plainEnd - at));
        if (backslash < 0)
            break;
        const char letter = text[backslash + 1];
        if (letter == 'u') {
            result += QChar(text.sliced(backslash + 2, 4).toUShort(nullptr, 16));
            at = backslash + 6;
        } else {
            result += QChar(escaped(letter));
            at = backslash + 2;
        }
    }
    return result;
}

} // namespace

Index::Index(QByteArray text, QList<Node> nodes, std::optional<Fault> fault)
    : m_text(std::move(text))
    , m_nodes(std::move(nodes))
    , m_fault(std::move(fault))
{
    Q_ASSERT(!m_fault || m_nodes.isEmpty());
}

QByteArrayView Index::raw(qsizetype node) const
{
    const Node &it = m_nodes.at(node);
    return QByteArrayView(m_text).sliced(it.begin, it.end - it.begin);
}

QString Index::string(qsizetype node) const
{
    Q_ASSERT(m_nodes.at(node).kind == Kind::String);
    const QByteArrayView marked = raw(node);
    const QByteArrayView inside = marked.sliced(1, marked.size() - 2);
    return m_nodes.at(node).escaped ? unescaped(inside) : fromUtf8(inside);
}

QByteArray Index::key(qsizetype node) const
{
    if (!m_nodes.at(node).escaped) {
        const QByteArrayView marked = raw(node);
        return QByteArray::fromRawData(marked.data() + 1, marked.size() - 2);
    }
    const QString text = string(node);
    if (text.isValidUtf16())
        return text.toUtf8();
    // UTF-8 cannot spell a lone surrogate, and nothing in it begins with FF.
    return '\xFF' + QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
}

qsizetype Index::firstChild(qsizetype node) const
{
    const Node &it = m_nodes.at(node);
    return qsizetype(it.next) > node + 1 ? node + 1 : -1;
}

qsizetype Index::nextChild(qsizetype parent, qsizetype child) const
{
    const Node &it = m_nodes.at(parent);
    const qsizetype value = it.kind == Kind::Object ? child + 1 : child;
    const qsizetype next = m_nodes.at(value).next;
    return next < qsizetype(it.next) ? next : -1;
}

qsizetype Index::count(qsizetype node) const
{
    qsizetype count = 0;
    for (qsizetype child = firstChild(node); child >= 0; child = nextChild(node, child))
        ++count;
    return count;
}

qsizetype Index::member(qsizetype node, QStringView name) const
{
    Q_ASSERT(m_nodes.at(node).kind == Kind::Object);
    // Most names have no escape: their bytes are compared, which needs no decoding. No bytes spell a lone surrogate.
    const bool hasBytes = name.isValidUtf16();
    const QByteArray bytes = name.toUtf8();
    qsizetype found = -1;
    for (qsizetype child = firstChild(node); child >= 0; child = nextChild(node, child)) {
        const QByteArrayView marked = raw(child);
        const bool same = m_nodes.at(child).escaped ? unescaped(marked.sliced(1, marked.size() - 2)) == name
                                                    : hasBytes && marked.sliced(1, marked.size() - 2) == bytes;
        if (same)
            found = child + 1;
    }
    return found;
}

} // namespace json
