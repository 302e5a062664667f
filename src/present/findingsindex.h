// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/finding.h"

#include <QHash>
#include <QList>

namespace present {

/// Which finding weighs most at a place and below it, looked up and not searched: a tree asks for each cell that it
/// paints. Of equal weight the first counts.
class FindingsIndex
{
public:
    FindingsIndex() = default;

    /// Indexes `findings`, which must outlive this.
    explicit FindingsIndex(const QList<session::Finding> &findings);

    /// The worst finding at `pointer` itself, or null.
    const session::Finding *at(const json::Pointer &pointer) const { return m_at.value(pointer); }

    /// The worst finding at `pointer` or anywhere below it, or null.
    const session::Finding *within(const json::Pointer &pointer) const { return m_within.value(pointer); }

private:
    QHash<json::Pointer, const session::Finding *> m_at;
    QHash<json::Pointer, const session::Finding *> m_within;
};

} // namespace present
