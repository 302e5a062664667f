// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>

#include <optional>

namespace report {

/// One word of a command, its quotes resolved.
struct ShellWord
{
    QByteArray text;
    std::optional<qsizetype> expansion; ///< Where in the script the first `$NAME` of it stands, which `text` keeps.

    bool operator==(const ShellWord &) const = default;
};

/// The words of one command; never empty.
using ShellCommand = QList<ShellWord>;

/// The commands of `script`, a text for bash, up to each line's end, `;`, `&` or `|`, with the quoting of bash's manual
/// §3.1.2: backslash, single and double quotes, `$'…'`, lines that go on, comments. Nothing is run or looked up:
/// `$NAME` stays as it is, for who can leave it out.
///
/// Error::Code::Input, with line and column: a quote without end, a command in a command, redirection, braces with a
/// comma, NUL, and the quoting of cmd.exe. The message holds nothing of the text.
core::Result<QList<ShellCommand>> shellCommands(const QByteArray &script);

/// Line and column of a place in a script, as people read it: `2:14`, both from 1, the column in bytes.
QString scriptPlace(QByteArrayView script, qsizetype offset);

} // namespace report
