// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/exchange.h"

#include <QByteArray>
#include <QList>

namespace report {

/// The exchanges as one HTTP Archive 1.2, in UTF-8; equal exchanges give equal bytes. What is not known is -1 or left
/// out: Qt tells neither DNS nor the handshakes apart, nor how large the head of a response was. Credentials, known
/// secrets and what is shaped like a token are `***`. A body that is not UTF-8 stands in base64: of a response as the
/// format has it, of a request, for which it has nothing, as `_base64`. All members that begin with `_` are ours.
QByteArray harDocument(const QList<exchange::Exchange> &exchanges);

} // namespace report
