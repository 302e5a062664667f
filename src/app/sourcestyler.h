// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/scintilla.h"

namespace app {

/// Colours and folds the text of an editor by our own lexer, malformed text too. It styles what Scintilla asks for:
/// what is in sight at once, the rest of a large text bit by bit when there is time. After an edit that leaves the
/// nesting alone only the edited lines are styled anew.
class SourceStyler : public QObject
{
    Q_OBJECT

public:
    /// Serves `editor`, which owns it.
    explicit SourceStyler(QsciScintilla *editor);

    /// Takes the font and the colours.
    void takeLook(const QFont &font, const QPalette &palette);

private:
    void noteEdit(int position, int type, const char *text, int length);
    qint64 firstLineFrom(qint64 offset, QByteArrayView text) const;
    void styleTo(int position);
    qint64 style(qint64 from, qint64 end);
    void takeMarkers(const QPalette &palette);

    QsciScintilla &m_editor;
    qint64 m_known = 0; ///< Up to here all is styled, but for what was edited since,
    qint64 m_edited = 0; ///< which ends here.
    bool m_isStyling = false;
};

} // namespace app
