// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/findingwalk.h"

#include <algorithm>

namespace present {

const session::Finding *FindingWalk::step(const QList<session::Finding> &findings, Way way)
{
    if (findings.isEmpty())
        return nullptr;
    const qsizetype count = findings.size();
    const auto last = std::find_if(findings.cbegin(), findings.cend(), [this](const session::Finding &finding) {
        return finding.rule == m_rule && finding.pointer == m_pointer;
    });
    const bool isThere = last != findings.cend();
    const qsizetype place = isThere ? last - findings.cbegin() : std::min(m_index, count);
    if (way == Way::Previous)
        m_index = (place + count - 1) % count;
    else
        m_index = (isThere ? place + 1 : place) % count; // what followed the one that left stands in its place
    const session::Finding &found = findings.at(m_index);
    m_pointer = found.pointer;
    m_rule = found.rule;
    return &found;
}

} // namespace present
