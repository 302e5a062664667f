// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/mergeconflict.h"
#include "session/templatefile.h"

#include <QString>

namespace present {

/// What the text of a file turned out to be. Anything opens: what cannot be read as a template is a bare text.
struct OpenedText
{
    session::TemplateFile file; ///< Of a text that cannot be read as a template, a bare session.
    QString notice; ///< A sentence when there is something to know before one edits; else empty.
    std::optional<session::MergeConflict> conflict; ///< Of a file with a template in it that git could not merge.

    /// False for a template of a format to come: this version would lose what it does not know.
    bool canBeSaved() const { return file.kind != session::TemplateFile::Kind::Newer; }
};

/// Reads the text of a file.
OpenedText openedText(const QByteArray &text);

} // namespace present
