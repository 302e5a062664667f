// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/scintilla.h"

namespace app {

/// Colours and folds the text of an editor by our own lexer, malformed text too. It styles what Scintilla asks for:
/// what is in sight at once, the rest of a large text bit by bit when there is time.
class SourceStyler : public QObject
{
    Q_OBJECT

public:
    /// Serves `editor`, which owns it.
    explicit SourceStyler(QsciScintilla *editor);

    /// Takes the font and the colours.
    void takeLook(const QFont &font, const QPalette &palette);

private:
    void styleTo(int position);
    void takeMarkers(const QPalette &palette);

    QsciScintilla &m_editor;
    bool m_isStyling = false;
};

} // namespace app
