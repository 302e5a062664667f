// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/finding.h"

#include <QList>

namespace present {

/// The walk from finding to finding, in the order of the body and round. Findings come and go while a tester mends
/// them: where the one last gone to has left, the walk goes on from its place.
class FindingWalk
{
public:
    enum class Way { Next, Previous };

    /// Goes one finding on. Null when there is none; else borrowed from `findings`.
    const session::Finding *step(const QList<session::Finding> &findings, Way way);

    /// The finding last gone to, if it is among `findings` still, by rule and place; else null. Borrowed from them.
    const session::Finding *last(const QList<session::Finding> &findings) const;

private:
    json::Pointer m_pointer; ///< Of the finding last gone to.
    QString m_rule; ///< Of the same; empty before the first step.
    qsizetype m_index = 0; ///< Where it stood.
};

} // namespace present
