// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QProcessEnvironment>
#include <QStringList>

/// How one run of session-composer-cli ended.
struct Ended
{
    int exitCode = -1; ///< -1 when it did not end by itself.
    QByteArray out;
    QByteArray err;
};

/// A clean environment: no proxy, no token, a UTF-8 locale.
QProcessEnvironment cleanEnvironment();

/// Runs session-composer-cli with these arguments. The caller's event loop goes on, so that a server in the test can
/// answer.
Ended runCli(const QStringList &arguments, const QProcessEnvironment &environment = cleanEnvironment());
