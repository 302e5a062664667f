// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/powershell.h"

#include "exchange/origin.h"
#include "report/wiretext.h"

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace report {
namespace {

constexpr const char *writtenByPowerShell[]
    = {"Host", "Authorization", "Connection", "Content-Length", "Accept-Encoding", "Content-Type"};

bool isWrittenByPowerShell(const QByteArray &name)
{
    return std::any_of(std::begin(writtenByPowerShell), std::end(writtenByPowerShell),
                       [&name](const char *known) { return name.compare(known, Qt::CaseInsensitive) == 0; });
}

/// `text`, visible characters only, as a verbatim string. PowerShell takes typographic single quotes for quotes, too
/// (about_Quoting_Rules).
QByteArray verbatim(QByteArray text)
{
    for (const QByteArray &quote : {"'"_ba, "‘"_ba, "’"_ba, "‚"_ba, "‛"_ba})
        text.replace(quote, quote.repeated(2));
    return '\'' + text + '\'';
}

QByteArray word(const QByteArray &text)
{
    if (isVisible(text))
        return verbatim(text);
    // A header's bytes are Latin-1 to .NET.
    return "[Text.Encoding]::Latin1.GetString([Convert]::FromBase64String('" + text.toBase64() + "'))";
}

/// An expression of type byte[]. The lines are joined by the script, because an editor may save it with CR LF.
QByteArray bytesOf(const QByteArray &body)
{
    QByteArrayList lines = body.split('\n');
    if (!std::all_of(lines.cbegin(), lines.cend(), isVisible))
        return "[Convert]::FromBase64String('" + body.toBase64() + "')";
    std::transform(lines.cbegin(), lines.cend(), lines.begin(), verbatim);
    return "[Text.Encoding]::UTF8.GetBytes(@(\n    " + lines.join(",\n    ") + "\n) -join \"`n\")";
}

} // namespace

QByteArray powerShellCommand(const exchange::Request &request)
{
    const exchange::Origin origin = exchange::Origin::of(request.url);
    QByteArray script = "# After Connect-MgGraph, whose token goes to " + origin.toString().toUtf8() + ".\n";
    script += "$headers = [ordered]@{\n";
    for (const exchange::Header &header : request.headers) {
        if (!isWrittenByPowerShell(header.name))
            script += "    " + verbatim(header.name) + " = " + (isCredential(header) ? "'***'"_ba : word(header.value))
                + '\n';
    }
    script += "}\n";
    QByteArray call = "Invoke-MgGraphRequest -Method " + verbatim(request.method) + " -Uri "
        + verbatim(request.url.toEncoded()) + " -Headers $headers";
    if (!request.body.isEmpty()) {
        script += "$body = " + bytesOf(request.body) + '\n';
        call += " -Body $body";
    }
    if (const auto contentType = exchange::valueOf(request.headers, "Content-Type"_ba))
        call += " -ContentType " + word(*contentType);
    return script + call + " -SkipHttpErrorCheck\n";
}

} // namespace report
