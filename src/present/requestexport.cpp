// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/requestexport.h"

#include "present/documentcontroller.h"
#include "present/evidence.h"
#include "report/curl.h"
#include "report/httpfile.h"
#include "report/powershell.h"

#include <QCoreApplication>

namespace present {
namespace {

core::Result<QByteArray> textOf(const exchange::Request &request, RequestForm form)
{
    switch (form) {
    case RequestForm::Curl:
        return report::curlCommand(request);
    case RequestForm::PowerShell:
        return report::powerShellCommand(request);
    case RequestForm::Http:
        return report::httpFile(request);
    }
    Q_UNREACHABLE();
}

} // namespace

core::Result<QByteArray> exportedRequest(const NextRequest &next, RequestForm form)
{
    if (!next.request)
        return core::Error{core::Error::Code::Input, next.problem, {}};
    const core::Result<QByteArray> text = textOf(*next.request, form);
    return text ? clearedReport(*text, QCoreApplication::translate("present", "The request")) : text;
}

} // namespace present
