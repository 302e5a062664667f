// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace app {

/// Makes byte views speak: installs the factory that gives each ByteView its accessible text interface. Called once,
/// before the first window; a second call changes nothing.
///
/// The text is that of the raw body (present::plainText()), indented or not; in the form Hex that of its rows
/// (present::hexText()); in UTF-16 units. Of a body over 1 MiB, in the form Hex over 64 KiB, it is only the 200 rows
/// around the caret, and the description says which bytes these are: a screen reader asks for the text again and again,
/// and must not make the window freeze.
void installByteViewAccessibility();

} // namespace app
