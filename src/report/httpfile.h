// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "exchange/exchange.h"

#include <QByteArray>

namespace report {

/// A file `.http`, as the HTTP clients of editors read it, with which they send `request`, an Exchange's, again: the
/// same headers but those that they write themselves, and the same body, but that some leave out its last line end. A
/// bearer token is read from the variable GRAPH_TOKEN, other credentials are `***`. UTF-8 and LF.
///
/// Error::Code::Input: the format cannot hold the URL, a header or the body, such as one with `{{` or with a line that
/// begins with `###`.
core::Result<QByteArray> httpFile(const exchange::Request &request);

} // namespace report
