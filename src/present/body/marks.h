// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace present {

/// What stands in the display for a character that would otherwise be invisible, or would hide or reorder others:
/// `NUL`, `ESC`, `CR` for control characters of ASCII, `U+202E` for the others (controls, format and bidirectional
/// characters, blanks that are not U+0020, line separators, default-ignorable, unassigned and private characters).
/// Empty for ordinary characters, a tab among them.
QString markOf(char32_t character);

/// What stands for a byte that belongs to no UTF-8 sequence: `\xC3`.
QString markOfByte(uchar byte);

/// True for letters that are written from right to left.
bool isRightToLeft(char32_t character);

} // namespace present
