// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/exchange.h"

#include <QByteArray>

namespace report {

/// A command for bash with which curl sends `request`, an Exchange's, again: the same line, the same headers in the
/// same order, the same body, byte for byte, over HTTP/1.1, without a proxy and without following a redirect. A bearer
/// token is read from the variable GRAPH_TOKEN, other credentials are `***`. The text is UTF-8 of visible characters
/// and LF, so that a terminal and a clipboard keep it. Only a header without a value loses the blank after its colon.
QByteArray curlCommand(const exchange::Request &request);

} // namespace report
