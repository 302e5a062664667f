// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/newcall.h"
#include "json/edit.h"

#include <QByteArray>

namespace support {

/// A valid session in its canonical text. With 1,000 segments it has 8.6 MB: what docs/promises.md P2 is about.
inline QByteArray largeSession(int segments = session::mostSegments)
{
    using namespace Qt::StringLiterals;
    session::CallPlan plan;
    plan.kind = session::CallPlan::Kind::PeerToPeer;
    plan.participants = QStringList{u"Ann"_s, u"Ben"_s};
    plan.start = u"2026-03-01T09:00:00Z"_s;
    plan.duration = 36'000'000'000; // an hour
    plan.segments = segments;
    plan.id = QUuid(u"e523d2ed-2966-4b6b-925b-754a88034cc5"_s);
    return json::canonical(session::sessionOf(plan, 0));
}

} // namespace support
