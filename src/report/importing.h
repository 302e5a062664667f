// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/foreignrequest.h"

namespace report {

/// True when importText() would try: a cURL command, or a collection of Postman.
bool canImport(const QByteArray &text);

/// The templates of a collection of Postman or of the curl commands in `text`, whichever it is. Errors are those of
/// importPostman() and importCurl().
core::Result<Import> importText(const QByteArray &text, const BodyReader &readBody);

} // namespace report
