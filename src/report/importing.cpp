// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/importing.h"

#include "report/curlimport.h"
#include "report/postmanimport.h"

namespace report {

bool canImport(const QByteArray &text)
{
    return looksLikeCurl(text) || looksLikePostman(text);
}

core::Result<Import> importText(const QByteArray &text, const BodyReader &readBody)
{
    return looksLikePostman(text) ? importPostman(text) : importCurl(text, readBody);
}

} // namespace report
