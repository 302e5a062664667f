// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/duplicatenames.h"

#include <algorithm>
#include <cstring>
#include <vector>

namespace session {

namespace {

/// A member's name by its json::Index::key().
struct Name
{
    QByteArray key;
    qsizetype node = 0;

    /// An order that brings equal names together, the first one first; which order it is does not matter.
    bool operator<(const Name &other) const
    {
        if (key.size() != other.key.size())
            return key.size() < other.key.size();
        const int order = std::memcmp(key.data(), other.key.data(), size_t(key.size()));
        return order != 0 ? order < 0 : node < other.node;
    }
};

/// The walk over one text. It does not recurse, since a text may be nested 10,000 deep.
class Search
{
public:
    Search(const json::Index &index, qsizetype most)
        : m_index(index)
        , m_most(most)
    { }

    DuplicateNames run();

private:
    /// An object or array whose children are being visited.
    struct Frame
    {
        qsizetype node = 0;
        qsizetype child = -1; ///< The name or item that is visited; -1 before the first.
        qsizetype position = -1; ///< Its place among the children.
    };

    void enter(qsizetype node);
    void compareNames(qsizetype object);
    json::Pointer pointerToTop() const;

    const json::Index &m_index;
    const qsizetype m_most;
    std::vector<Frame> m_open;
    std::vector<Name> m_names; ///< Of the object that is being looked at.
    DuplicateNames m_found;
};

DuplicateNames Search::run()
{
    enter(0);
    while (!m_open.empty()) {
        Frame &top = m_open.back();
        top.child = top.child < 0 ? m_index.firstChild(top.node) : m_index.nextChild(top.node, top.child);
        ++top.position;
        if (top.child < 0)
            m_open.pop_back();
        else
            enter(m_index.at(top.node).kind == json::Kind::Object ? top.child + 1 : top.child);
    }
    return std::move(m_found);
}

void Search::enter(qsizetype node)
{
    const json::Kind kind = m_index.at(node).kind;
    if (kind != json::Kind::Object && kind != json::Kind::Array)
        return;
    m_open.push_back({node});
    if (kind == json::Kind::Object)
        compareNames(node);
}

void Search::compareNames(qsizetype object)
{
    m_names.clear();
    for (qsizetype name = m_index.firstChild(object); name >= 0; name = m_index.nextChild(object, name))
        m_names.push_back({m_index.key(name), name});
    std::sort(m_names.begin(), m_names.end());
    for (size_t at = 1; at < m_names.size(); ++at) {
        if (m_names[at - 1].key != m_names[at].key)
            continue;
        m_found.shadowed.insert(m_names[at - 1].node);
        if (m_found.again.size() < m_most)
            m_found.again.append({m_names[at].node, pointerToTop().child(m_index.string(m_names[at].node))});
    }
}

json::Pointer Search::pointerToTop() const
{
    QStringList tokens;
    tokens.reserve(static_cast<qsizetype>(m_open.size()));
    for (size_t level = 0; level + 1 < m_open.size(); ++level) {
        const Frame &frame = m_open[level];
        const bool isObject = m_index.at(frame.node).kind == json::Kind::Object;
        tokens += isObject ? m_index.string(frame.child) : QString::number(frame.position);
    }
    return json::Pointer(tokens);
}

} // namespace

DuplicateNames duplicateNames(const json::Index &index, qsizetype most)
{
    Q_ASSERT(index.isValid());
    return Search(index, most).run();
}

} // namespace session
