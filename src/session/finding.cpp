// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/finding.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace session {

QLatin1String severityName(Severity severity)
{
    switch (severity) {
    case Severity::Note:
        return "note"_L1;
    case Severity::Warning:
        return "warning"_L1;
    case Severity::Error:
        return "error"_L1;
    }
    Q_UNREACHABLE();
}

QString sourceText(Source source)
{
    switch (source) {
    case Source::Json:
        return QCoreApplication::translate("session", "JSON (RFC 8259)");
    case Source::Csdl:
        return QCoreApplication::translate("session", "CSDL");
    case Source::Documentation:
        return QCoreApplication::translate("session", "documentation");
    case Source::OData:
        return QCoreApplication::translate("session", "OData 4.01");
    case Source::Conflict:
        return QCoreApplication::translate("session", "CSDL and documentation in conflict");
    }
    Q_UNREACHABLE();
}

} // namespace session
