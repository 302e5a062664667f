// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/findingsindex.h"

namespace present {
namespace {

// True when `finding` is now the worst at the place.
bool noteAt(const session::Finding *&worst, const session::Finding &finding)
{
    if (worst && worst->severity >= finding.severity)
        return false;
    worst = &finding;
    return true;
}

} // namespace

FindingsIndex::FindingsIndex(const QList<session::Finding> &findings)
{
    for (const session::Finding &finding : findings) {
        json::Pointer place = finding.pointer;
        noteAt(m_at[place], finding);
        // Whatever lies around a place that knows as bad a one knows it too.
        while (noteAt(m_within[place], finding) && !place.isRoot())
            place = place.parent();
    }
}

} // namespace present
