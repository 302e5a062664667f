// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/evidence.h"
#include "report/secretcheck.h"

#include <QList>

namespace report {

/// The files of an archive of evidence: the page, the HTTP Archive, and of each exchange, in a folder of its number
/// when there are several, both bodies to the byte, both heads as recorded but for credentials, and the commands that
/// send the request again. Bodies are called .json, .txt or .bin, so that none of them opens as a page.
QList<ExportedFile> evidenceFiles(const QList<Evidence> &evidence);

} // namespace report
