// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/evidence.h"

#include <QByteArray>

namespace report {

/// A page for a bug ticket that tells of the exchanges: what was sent, what came, and what to think of it. In UTF-8 and
/// always in English; equal evidence gives equal bytes. The page needs nothing beside it: no script, no address that a
/// browser would open, and a policy (CSP) that forbids both. All foreign text is escaped; credentials, known secrets
/// and what is shaped like a token are `***`. A body is cut after 256 Ki characters and says so.
QByteArray htmlPage(const QList<Evidence> &evidence);

} // namespace report
