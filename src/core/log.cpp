// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log.h"

#include "core/redaction.h"

#include <cstdio>

Q_LOGGING_CATEGORY(lcEdm, "sessioncomposer.edm", QtWarningMsg)
Q_LOGGING_CATEGORY(lcGraph, "sessioncomposer.graph", QtWarningMsg)
Q_LOGGING_CATEGORY(lcStore, "sessioncomposer.store", QtWarningMsg)
Q_LOGGING_CATEGORY(lcSandbox, "sessioncomposer.sandbox", QtWarningMsg)
Q_LOGGING_CATEGORY(lcPresent, "sessioncomposer.present", QtWarningMsg)
Q_LOGGING_CATEGORY(lcApp, "sessioncomposer.app", QtWarningMsg)

namespace core {
namespace {

void writeRedacted(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const QByteArray line = redacted(qFormatLogMessage(type, context, message)).toUtf8() + '\n';
    std::fwrite(line.constData(), 1, static_cast<size_t>(line.size()), stderr);
    std::fflush(stderr);
}

} // namespace

void installRedactingLog()
{
    qInstallMessageHandler(writeRedacted);
}

} // namespace core
