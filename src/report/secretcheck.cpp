// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/secretcheck.h"

#include "core/secret.h"

#include <QCoreApplication>

namespace report {

core::Status refuseSecrets(const QList<ExportedFile> &files)
{
    const auto refused = [](const QString &message) { return core::Error{core::Error::Code::Refused, message, {}}; };
    for (const ExportedFile &file : files) {
        if (core::Secret::isIn(file.name.toUtf8()))
            return refused(QCoreApplication::translate(
                "report::SecretCheck",
                "The name of a file of the export holds a known secret. Nothing was exported. Choose another name."));
        const qsizetype at = core::Secret::find(file.bytes);
        if (at < 0)
            continue;
        const QByteArrayView before = QByteArrayView(file.bytes).first(at);
        const qsizetype line = before.count('\n') + 1;
        const qsizetype column = at - before.lastIndexOf('\n');
        return refused(QCoreApplication::translate("report::SecretCheck",
                                                   "“%1” holds a known secret at %2:%3. Nothing was exported. Take the "
                                                   "secret out of what is exported, or export without this part.")
                           .arg(file.name)
                           .arg(line)
                           .arg(column));
    }
    return core::ok();
}

} // namespace report
