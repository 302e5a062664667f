// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <cstdio>

namespace cli {

/// `text` on one line and harmless to a terminal: control characters, also those of a service or a file name, become
/// `\u001B`.
QString onOneLine(const QString &text);

/// Standard output and standard error.
class Console
{
public:
    /// Both are borrowed.
    Console(std::FILE *out, std::FILE *err)
        : m_out(out)
        , m_err(err)
    { }

    /// Writes exactly these bytes to standard output, at once. False when they did not get there; the reason has then
    /// been told.
    [[nodiscard]] bool print(const QByteArray &bytes);

    /// Writes `session-composer-cli: SENTENCE` as one line to standard error, without secrets.
    void complain(const QString &sentence);

    /// The same about a file: `session-composer-cli: FILE: SENTENCE`.
    void complain(const QString &file, const QString &sentence);

private:
    std::FILE *m_out;
    std::FILE *m_err;
};

} // namespace cli
