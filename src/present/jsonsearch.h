// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/index.h"

#include <QList>
#include <QString>

namespace present {

/// The value nodes of `index` whose name or own text holds `text`, in order: as it is spelled in the text, or with its
/// escapes resolved. A text that is the JSON pointer of a value finds that one alone. At most ByteSearch::mostMatches.
/// Goes through the whole text: for a large one, off the GUI thread.
QList<qsizetype> searchJson(const json::Index &index, const QString &text, Qt::CaseSensitivity caseSensitivity);

} // namespace present
