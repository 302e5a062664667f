// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/findingsindex.h"

namespace present {
namespace {

// True when `finding` is now the worst at `place`.
bool note(QHash<json::Pointer, const session::Finding *> &worst, const json::Pointer &place,
          const session::Finding &finding)
{
    const session::Finding *before = worst.value(place);
    if (before && before->severity >= finding.severity)
        return false;
    worst.insert(place, &finding);
    return true;
}

} // namespace

FindingsIndex::FindingsIndex(const QList<session::Finding> &findings)
{
    for (const session::Finding &finding : findings) {
        json::Pointer place = finding.pointer;
        note(m_at, place, finding);
        // Whatever lies around a place that knows as bad a one knows it too.
        while (note(m_within, place, finding) && !place.isRoot())
            place = place.parent();
    }
}

} // namespace present
