// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/exchange.h"
#include "json/index.h"

#include <QString>

namespace present {

/// What there is to know about the body of a response before one reads it, in sentences for people: that only a part of
/// it is there, that it is compressed, in another encoding than JSON's, an HTML page, no text or no JSON. Empty when it
/// is whole and JSON, or there is none. `body` is its index. Looks at every byte: for a large body, off the GUI thread.
QString bodyRemarks(const exchange::Exchange &exchange, const json::Index &body);

/// True when the body or its Content-Type say that it is an HTML page.
bool isHtmlPage(const exchange::Response &response);

} // namespace present
