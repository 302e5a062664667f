// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace report {

/// What an option of curl(1) does to the request.
enum class CurlAction {
    Nothing, ///< It changes only how curl behaves.
    Method,
    Url,
    Header,
    UserAgent,
    Referer,
    Data, ///< A text, or a file without its line ends.
    DataRaw, ///< A text, also one with `@` in front.
    DataBinary, ///< A text, or a file as it is.
    Json, ///< As DataBinary, for JSON.
    Credential, ///< Left out.
    Next, ///< Another request begins.
    OtherRequest, ///< It makes a request that posts no session, or reads what is not there.
};

/// One option.
struct CurlOption
{
    char letter; ///< After one dash; NUL when there is none.
    const char *name; ///< After two dashes.
    bool hasValue;
    CurlAction action;
};

/// The option that is called so; null when there is none. `--no-silent` is the option `silent`.
const CurlOption *curlOption(QByteArrayView name);

/// The option with this letter; null when there is none.
const CurlOption *curlOption(char letter);

} // namespace report
