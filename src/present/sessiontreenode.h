// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/sessiontreemodel.h"

#include <memory>
#include <vector>

namespace present {

/// A row that was looked at, and the rows inside it once those were.
struct SessionTreeModel::Node
{
    Node(TreeRow facts, Node *around, int place)
        : row(std::move(facts))
        , parent(around)
        , number(place)
    { }

    TreeRow row;
    Node *parent = nullptr; ///< Null for the session itself, which is no row.
    int number = 0; ///< The place among its siblings.
    bool isOpen = false; ///< The children are made.
    quint64 syncs = 0; ///< When the children were last right.
    std::vector<std::unique_ptr<Node>> children;
};

} // namespace present
