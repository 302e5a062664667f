// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// QScintilla's headers use Qt's bare keywords, which this project switches off. This is the only place that includes
// them.
#define signals Q_SIGNALS
#define slots Q_SLOTS
#include <Qsci/qscicommandset.h>
#include <Qsci/qsciscintilla.h>
#undef signals
#undef slots

namespace app {

/// Sends a message of Scintilla's with up to two numbers: QsciScintillaBase has so many overloads of it that a plain
/// number fits none.
inline qint64 send(const QsciScintillaBase &editor, unsigned int message, qint64 first = 0, qint64 second = 0)
{
    return editor.SendScintilla(message, static_cast<unsigned long>(first), static_cast<long>(second));
}

} // namespace app
