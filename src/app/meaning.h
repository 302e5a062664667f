// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/timelinepicture.h"
#include "session/finding.h"

#include <QColor>
#include <QString>

class QPalette;

namespace app {

/// What a colour may say in this program; everything else is neutral.
enum class Meaning { Success, Warning, Error, Note };

/// What the severity of a finding means.
Meaning meaningOf(session::Severity severity);

/// The text colour of a meaning on the window or base colour of `palette`, at least 4.5 : 1 against both.
QColor colorOf(Meaning meaning, const QPalette &palette);

/// What a colour tells of a text in Source, beside the words themselves.
enum class Syntax { Mark, Name, String, Number, Word, Error };

/// The text colour on the base colour of `palette` or its alternate one, at least 4.5 : 1 against both.
QColor colorOf(Syntax syntax, const QPalette &palette);

/// The colour of a tone of a timeline on the base colour of `palette`, at least 4.5 : 1 against it; on a light one that
/// of the evidence.
QColor colorOf(report::Tone tone, const QPalette &palette);

/// The sign that says the same without colour.
QString signOf(Meaning meaning);

} // namespace app
