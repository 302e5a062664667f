// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/index.h"

#include <vector>

namespace session {

/// A child of a container: the name node of a member, or the node of an item.
struct Child
{
    qsizetype node = -1; ///< -1: there is none.
    qsizetype position = -1; ///< Among the children, from 0.

    bool isThere() const { return node >= 0; }
};

/// A child of one container and its counterpart in another; one of them may be missing.
struct ChildPair
{
    Child sent;
    Child returned;
    bool isRepeated = false; ///< Of a lone one: the other container has its key, and each of those has a counterpart.
};

/// A container of one text.
struct Container
{
    const json::Index &index;
    qsizetype node;
};

/// Pairs the members of two objects by name, in the order of `sent`, then the lone ones of `returned`. Where a name
/// stands more than once, the last ones pair, which most readers take, then those before them.
std::vector<ChildPair> pairMembers(const Container &sent, const Container &returned);

/// Pairs the items of two arrays by their member `id`, if all items of both are objects with one, no id stands twice in
/// an array, and at least one stands in both; else by position. Order as for members. GUIDs are equal in any case.
std::vector<ChildPair> pairItems(const Container &sent, const Container &returned);

/// Pairs the items of two arrays that are sets: equal ones first, then what is left, in order. Order as for members.
std::vector<ChildPair> pairSet(const Container &sent, const Container &returned);

} // namespace session
