// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/jsonsearch.h"

#include "present/body/bytesearch.h"
#include "json/pointer.h"

#include <limits>

namespace present {
namespace {

/// The value that `text` names as a JSON pointer; -1 when it names none.
qsizetype namedValue(const json::Index &index, const QString &text)
{
    if (!text.startsWith(u'/'))
        return -1;
    const core::Result<json::Pointer> pointer = json::Pointer::parse(text);
    return pointer ? json::resolve(index, pointer.value()) : -1;
}

/// Goes through the nodes of a text in order, and knows of each whether it is a name.
class NodeWalk
{
public:
    explicit NodeWalk(const json::Index &index)
        : m_index(index)
    { }

    /// Steps to the next node, which must exist; true when it is the name of a member.
    bool step(qsizetype node)
    {
        while (!m_open.isEmpty() && m_index.at(m_open.constLast().node).next <= static_cast<quint32>(node))
            m_open.removeLast();
        const bool isName = !m_open.isEmpty() && m_open.constLast().awaitsName;
        if (!m_open.isEmpty() && m_open.constLast().isObject)
            m_open.last().awaitsName = !isName;
        const json::Kind kind = m_index.at(node).kind;
        if (!isName && (kind == json::Kind::Object || kind == json::Kind::Array))
            m_open += Container{node, kind == json::Kind::Object, kind == json::Kind::Object};
        return isName;
    }

private:
    struct Container
    {
        qsizetype node = 0;
        bool isObject = false;
        bool awaitsName = false;
    };

    const json::Index &m_index;
    QList<Container> m_open;
};

} // namespace

QList<qsizetype> searchJson(const json::Index &index, const QString &text, Qt::CaseSensitivity caseSensitivity)
{
    if (!index.isValid() || text.isEmpty())
        return {};
    if (const qsizetype named = namedValue(index, text); named >= 0)
        return {named};
    ByteSearch spelled(index.text(), text, caseSensitivity);
    spelled.advance(std::numeric_limits<qint64>::max() / 2);
    QList<qsizetype> found;
    NodeWalk walk(index);
    qsizetype match = 0;
    for (qsizetype node = 0; node < index.size() && found.size() < ByteSearch::mostMatches; ++node) {
        const bool isName = walk.step(node);
        const json::Node &one = index.at(node);
        if (one.kind == json::Kind::Object || one.kind == json::Kind::Array)
            continue;
        while (match < spelled.count() && spelled.match(match).offset < one.begin)
            ++match;
        const bool isSpelled
            = match < spelled.count() && spelled.match(match).offset + spelled.match(match).length <= qint64{one.end};
        if (!isSpelled && !(one.escaped && index.string(node).contains(text, caseSensitivity)))
            continue;
        const qsizetype value = isName ? node + 1 : node;
        if (found.isEmpty() || found.constLast() != value)
            found += value;
    }
    return found;
}

} // namespace present
