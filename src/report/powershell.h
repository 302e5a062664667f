// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/exchange.h"

#include <QByteArray>

namespace report {

/// Commands for PowerShell with which Invoke-MgGraphRequest of Microsoft.Graph.Authentication sends `request`, an
/// Exchange's, again: the same body byte for byte, and the headers but those that PowerShell writes itself. The
/// token is that of Connect-MgGraph; other credentials are `***`. The body stands as readable lines where they keep its
/// bytes, else in base64. UTF-8 of visible characters and LF.
QByteArray powerShellCommand(const exchange::Request &request);

} // namespace report
