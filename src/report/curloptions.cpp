// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/curloptions.h"

#include <algorithm>
#include <iterator>

namespace report {
namespace {

// curl(1), as far as it can stand in a command that posts JSON.
constexpr CurlOption options[] = {
    {'X', "request", true, CurlAction::Method},
    {'\0', "url", true, CurlAction::Url},
    {'H', "header", true, CurlAction::Header},
    {'A', "user-agent", true, CurlAction::UserAgent},
    {'e', "referer", true, CurlAction::Referer},
    {'d', "data", true, CurlAction::Data},
    {'\0', "data-ascii", true, CurlAction::Data},
    {'\0', "data-raw", true, CurlAction::DataRaw},
    {'\0', "data-binary", true, CurlAction::DataBinary},
    {'\0', "json", true, CurlAction::Json},
    {':', "next", false, CurlAction::Next},
    {'u', "user", true, CurlAction::Credential},
    {'U', "proxy-user", true, CurlAction::Credential},
    {'\0', "proxy-header", true, CurlAction::Credential},
    {'\0', "oauth2-bearer", true, CurlAction::Credential},
    {'\0', "aws-sigv4", true, CurlAction::Credential},
    {'b', "cookie", true, CurlAction::Credential},
    {'E', "cert", true, CurlAction::Credential},
    {'\0', "key", true, CurlAction::Credential},
    {'\0', "pass", true, CurlAction::Credential},
    {'n', "netrc", false, CurlAction::Credential},
    {'\0', "netrc-file", true, CurlAction::Credential},
    {'F', "form", true, CurlAction::OtherRequest},
    {'\0', "form-string", true, CurlAction::OtherRequest},
    {'\0', "data-urlencode", true, CurlAction::OtherRequest},
    {'\0', "url-query", true, CurlAction::OtherRequest},
    {'G', "get", false, CurlAction::OtherRequest},
    {'I', "head", false, CurlAction::OtherRequest},
    {'T', "upload-file", true, CurlAction::OtherRequest},
    {'K', "config", true, CurlAction::OtherRequest},
    {'r', "range", true, CurlAction::OtherRequest},
    {'z', "time-cond", true, CurlAction::OtherRequest},
    {'s', "silent", false, CurlAction::Nothing},
    {'S', "show-error", false, CurlAction::Nothing},
    {'v', "verbose", false, CurlAction::Nothing},
    {'i', "include", false, CurlAction::Nothing},
    {'k', "insecure", false, CurlAction::Nothing},
    {'L', "location", false, CurlAction::Nothing},
    {'f', "fail", false, CurlAction::Nothing},
    {'\0', "fail-with-body", false, CurlAction::Nothing},
    {'g', "globoff", false, CurlAction::Nothing},
    {'q', "disable", false, CurlAction::Nothing},
    {'#', "progress-bar", false, CurlAction::Nothing},
    {'N', "no-buffer", false, CurlAction::Nothing},
    {'0', "http1.0", false, CurlAction::Nothing},
    {'\0', "http1.1", false, CurlAction::Nothing},
    {'\0', "http2", false, CurlAction::Nothing},
    {'\0', "compressed", false, CurlAction::Nothing},
    {'\0', "path-as-is", false, CurlAction::Nothing},
    {'\0', "basic", false, CurlAction::Nothing},
    {'\0', "anyauth", false, CurlAction::Nothing},
    {'\0', "tlsv1.2", false, CurlAction::Nothing},
    {'\0', "tlsv1.3", false, CurlAction::Nothing},
    {'4', "ipv4", false, CurlAction::Nothing},
    {'6', "ipv6", false, CurlAction::Nothing},
    {'j', "junk-session-cookies", false, CurlAction::Nothing},
    {'O', "remote-name", false, CurlAction::Nothing},
    {'o', "output", true, CurlAction::Nothing},
    {'D', "dump-header", true, CurlAction::Nothing},
    {'w', "write-out", true, CurlAction::Nothing},
    {'m', "max-time", true, CurlAction::Nothing},
    {'x', "proxy", true, CurlAction::Nothing},
    {'c', "cookie-jar", true, CurlAction::Nothing},
    {'\0', "noproxy", true, CurlAction::Nothing},
    {'\0', "cacert", true, CurlAction::Nothing},
    {'\0', "connect-timeout", true, CurlAction::Nothing},
    {'\0', "connect-to", true, CurlAction::Nothing},
    {'\0', "expect100-timeout", true, CurlAction::Nothing},
    {'\0', "max-redirs", true, CurlAction::Nothing},
    {'\0', "resolve", true, CurlAction::Nothing},
    {'\0', "retry", true, CurlAction::Nothing},
    {'\0', "retry-delay", true, CurlAction::Nothing},
    {'\0', "stderr", true, CurlAction::Nothing},
    {'\0', "trace-ascii", true, CurlAction::Nothing},
};

template<typename Test> const CurlOption *found(Test test)
{
    const auto *const option = std::find_if(std::begin(options), std::end(options), test);
    return option == std::end(options) ? nullptr : option;
}

} // namespace

const CurlOption *curlOption(QByteArrayView name)
{
    if (const CurlOption *const option = found([name](const CurlOption &row) { return name == row.name; }))
        return option;
    if (!name.startsWith("no-"))
        return nullptr;
    return found([rest = name.sliced(3)](const CurlOption &row) {
        return !row.hasValue && row.action == CurlAction::Nothing && rest == row.name;
    });
}

const CurlOption *curlOption(char letter)
{
    return letter ? found([letter](const CurlOption &row) { return row.letter == letter; }) : nullptr;
}

} // namespace report
