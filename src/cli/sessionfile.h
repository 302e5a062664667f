// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "session/mergeconflict.h"
#include "session/templatefile.h"
#include "store/files.h"

#include <QString>

namespace cli {

/// A file as the verbs read it: a template, or a bare session, which has its bytes as the body and nothing else.
struct SessionFile
{
    QString path;
    session::Template content;
    bool isTemplate = false;
};

/// Reads a file. Error::Code::Input: it cannot be read, is a template that cannot be, one of a format to come, or one
/// that git left with two versions. A bare session is taken whatever it says.
core::Result<SessionFile> readSessionFile(const QString &path, const store::Files &files);

/// What is said of a text in which git left two versions.
QString sentenceOf(const session::MergeConflict &conflict);

} // namespace cli
