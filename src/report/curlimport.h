// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/foreignrequest.h"

#include <QByteArrayView>

namespace report {

/// True when `text` looks like a script with a cURL command in it, be it one that cannot be read.
bool looksLikeCurl(QByteArrayView text);

/// The templates of the curl commands in `script` that post a session, as curl(1) reads its options and bash its words;
/// `--next` begins another one. What changes nothing in the request, such as `--silent`, is passed over. `readBody`
/// reads the file of `--data @FILE`.
///
/// Error::Code::Input, in words that hold nothing of the script but names of options: no such command is there, an
/// option is not known or means another kind of request, or a variable stands where it is needed; also what readBody()
/// and templateOf() refuse.
core::Result<Import> importCurl(const QByteArray &script, const BodyReader &readBody);

} // namespace report
