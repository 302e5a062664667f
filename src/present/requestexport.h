// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>

namespace present {

struct NextRequest;

/// In what form a request is handed on.
enum class RequestForm {
    Curl, ///< For bash.
    PowerShell, ///< Invoke-MgGraphRequest.
    Http, ///< A file `.http`.
};

/// `next` as a text with which somebody else sends it: of a token the place only. Error::Code::Input: there is no
/// request, or the form cannot hold it. Error::Code::Refused: it holds a known secret.
core::Result<QByteArray> exportedRequest(const NextRequest &next, RequestForm form);

} // namespace present
