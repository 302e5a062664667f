// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/pairing.h"

#include "edm/lexical.h"

#include <QSet>

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <utility>

namespace session {

namespace {

/// The children of a container, and for each a key by which it is known.
struct Keyed
{
    std::vector<Child> children;
    std::vector<QByteArray> keys;
};

Child childAt(const std::vector<Child> &children, size_t position)
{
    return position < children.size() ? children[position] : Child();
}

std::vector<Child> childrenOf(const Container &container)
{
    const auto &[index, node] = container;
    std::vector<Child> children;
    children.reserve(size_t(index.count(node)));
    for (qsizetype child = index.firstChild(node); child >= 0; child = index.nextChild(node, child))
        children.push_back({child, qsizetype(children.size())});
    return children;
}

std::vector<ChildPair> pairByPosition(const std::vector<Child> &sent, const std::vector<Child> &returned)
{
    std::vector<ChildPair> pairs;
    pairs.reserve(std::max(sent.size(), returned.size()));
    for (size_t at = 0; at < std::max(sent.size(), returned.size()); ++at)
        pairs.push_back({childAt(sent, at), childAt(returned, at)});
    return pairs;
}

/// The children of `returned` that wait for a counterpart, by key.
class Waiting
{
public:
    explicit Waiting(const Keyed &returned)
        : m_before(returned.keys.size())
    {
        m_last.reserve(returned.keys.size());
        for (size_t at = 0; at < returned.keys.size(); ++at)
            m_before[at] = std::exchange(m_last[returned.keys[at]], qsizetype(at) + 1);
    }

    bool knows(const QByteArray &key) const { return m_last.contains(key); }

    /// The last one with this key that waits, which then waits no more; -1 when there is none.
    qsizetype take(const QByteArray &key)
    {
        const auto found = m_last.find(key);
        if (found == m_last.end() || found->second == 0)
            return -1;
        const qsizetype position = found->second - 1;
        found->second = m_before[size_t(position)];
        return position;
    }

private:
    std::unordered_map<QByteArray, qsizetype> m_last; ///< One more than the position, so that 0 is none.
    std::vector<qsizetype> m_before; ///< The same for the one before with the same key.
};

std::vector<ChildPair> pairByKey(const Keyed &sent, const Keyed &returned)
{
    if (sent.keys == returned.keys)
        return pairByPosition(sent.children, returned.children);
    Waiting waiting(returned);
    std::vector<ChildPair> pairs(sent.keys.size());
    std::vector<bool> isTaken(returned.keys.size());
    QSet<QByteArray> sentKeys;
    for (size_t at = sent.keys.size(); at-- > 0;) {
        const qsizetype match = waiting.take(sent.keys[at]);
        pairs[at].sent = sent.children[at];
        if (match < 0) {
            pairs[at].isRepeated = waiting.knows(sent.keys[at]);
        } else {
            pairs[at].returned = returned.children[size_t(match)];
            isTaken[size_t(match)] = true;
        }
        sentKeys.insert(sent.keys[at]);
    }
    for (size_t at = 0; at < returned.keys.size(); ++at) {
        if (!isTaken[at])
            pairs.push_back({{}, returned.children[at], sentKeys.contains(returned.keys[at])});
    }
    return pairs;
}

/// The `id` of an item as a key; empty when it has none that could tell it from others.
QByteArray idKey(const json::Index &index, qsizetype item)
{
    const qsizetype id = index.at(item).kind == json::Kind::Object ? index.member(item, u"id") : -1;
    if (id < 0 || index.at(id).kind != json::Kind::String)
        return {};
    const QByteArray key = index.key(id);
    const bool isGuid = edm::judgeGuid(index.string(id)).verdict == edm::Judgement::Verdict::Valid;
    return isGuid ? key.toLower() : key;
}

/// The items keyed by their ids; nothing when one has none or shares it.
std::optional<Keyed> keyedById(const json::Index &index, const std::vector<Child> &items)
{
    Keyed keyed{items, {}};
    QSet<QByteArray> seen;
    for (const Child &item : items) {
        const QByteArray key = idKey(index, item.node);
        if (key.isEmpty() || seen.contains(key))
            return {};
        seen.insert(key);
        keyed.keys.push_back(key);
    }
    return keyed;
}

bool haveOneInCommon(const std::vector<ChildPair> &pairs)
{
    return std::any_of(pairs.cbegin(), pairs.cend(),
                       [](const ChildPair &pair) { return pair.sent.isThere() && pair.returned.isThere(); });
}

/// The items of a set keyed by what they are: text by its characters, all else as it stands.
Keyed keyedByValue(const Container &container)
{
    Keyed keyed{childrenOf(container), {}};
    keyed.keys.reserve(keyed.children.size());
    const json::Index &index = container.index;
    for (const Child &item : keyed.children) {
        const bool isText = index.at(item.node).kind == json::Kind::String;
        // The quotation mark keeps the text 1 and the number 1 apart.
        keyed.keys.push_back(isText ? QByteArray('"' + index.key(item.node)) : index.raw(item.node).toByteArray());
    }
    return keyed;
}

/// Gives the lone ones of `pairs` each other, in order.
std::vector<ChildPair> withLeftPaired(std::vector<ChildPair> pairs)
{
    const auto isLoneReturned = [](const ChildPair &pair) { return !pair.sent.isThere(); };
    const auto firstReturned = std::find_if(pairs.begin(), pairs.end(), isLoneReturned);
    auto next = firstReturned;
    for (auto pair = pairs.begin(); pair != firstReturned && next != pairs.end(); ++pair) {
        if (!pair->returned.isThere())
            pair->returned = (next++)->returned;
    }
    pairs.erase(firstReturned, next);
    return pairs;
}

} // namespace

std::vector<ChildPair> pairMembers(const Container &sent, const Container &returned)
{
    const auto keyed = [](const Container &container) {
        Keyed names{childrenOf(container), {}};
        names.keys.reserve(names.children.size());
        for (const Child &name : names.children)
            names.keys.push_back(container.index.key(name.node));
        return names;
    };
    return pairByKey(keyed(sent), keyed(returned));
}

std::vector<ChildPair> pairItems(const Container &sent, const Container &returned)
{
    const std::vector<Child> sentItems = childrenOf(sent);
    const std::vector<Child> returnedItems = childrenOf(returned);
    const std::optional<Keyed> sentById = keyedById(sent.index, sentItems);
    const std::optional<Keyed> returnedById = sentById ? keyedById(returned.index, returnedItems) : std::nullopt;
    if (sentById && returnedById) {
        std::vector<ChildPair> pairs = pairByKey(*sentById, *returnedById);
        if (haveOneInCommon(pairs))
            return pairs;
    }
    return pairByPosition(sentItems, returnedItems);
}

std::vector<ChildPair> pairSet(const Container &sent, const Container &returned)
{
    return withLeftPaired(pairByKey(keyedByValue(sent), keyedByValue(returned)));
}

} // namespace session
