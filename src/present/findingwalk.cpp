// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/findingwalk.h"

#include <algorithm>

namespace present {

const session::Finding *FindingWalk::step(const QList<session::Finding> &findings, Way way)
{
    if (findings.isEmpty())
        return nullptr;
    const qsizetype count = findings.size();
    const session::Finding *before = last(findings);
    const qsizetype place = before ? before - findings.constData() : std::min(m_index, count);
    if (way == Way::Previous)
        m_index = (place + count - 1) % count;
    else
        m_index = (before ? place + 1 : place) % count; // what followed the one that left stands in its place
    const session::Finding &found = findings.at(m_index);
    m_pointer = found.pointer;
    m_rule = found.rule;
    return &found;
}

const session::Finding *FindingWalk::last(const QList<session::Finding> &findings) const
{
    const auto found = std::find_if(findings.cbegin(), findings.cend(), [this](const session::Finding &finding) {
        return finding.rule == m_rule && finding.pointer == m_pointer;
    });
    return found == findings.cend() ? nullptr : &*found;
}

} // namespace present
