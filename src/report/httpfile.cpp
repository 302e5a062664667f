// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/httpfile.h"

#include "report/wiretext.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace report {
namespace {

constexpr const char *writtenByReaders[] = {"Host", "Connection", "Content-Length"};

bool isWrittenByReaders(const QByteArray &name)
{
    return std::any_of(std::begin(writtenByReaders), std::end(writtenByReaders),
                       [&name](const char *known) { return name.compare(known, Qt::CaseInsensitive) == 0; });
}

/// True when a line comes back as it is: no control characters but tabs, no variable.
bool isPlain(QByteArray line)
{
    return !line.contains("{{") && isVisible(line.replace('\t', ' '));
}

/// True when a reader takes the body for just that: blank lines before it are not, nor what names a file, a script, the
/// next request or a continued query.
bool isPlainBody(const QByteArray &body)
{
    const QByteArrayList lines = body.split('\n');
    const bool isOfLines = std::all_of(lines.cbegin(), lines.cend(), [](const QByteArray &line) {
        const bool isMark = line.startsWith("###") || line.startsWith('<') || line.startsWith('>');
        return !isMark && isPlain(line);
    });
    return isOfLines && !lines.constFirst().trimmed().isEmpty() && !body.endsWith("\n\n");
}

core::Error unusable(const QString &sentence)
{
    return {core::Error::Code::Input, sentence, {}};
}

} // namespace

core::Result<QByteArray> httpFile(const exchange::Request &request)
{
    const QByteArray url = request.url.toEncoded();
    QByteArray text = "# The token is read from the environment variable GRAPH_TOKEN.\n" + request.method + ' ' + url
        + " HTTP/1.1\n";
    bool isPlainHead = isPlain(url);
    for (const exchange::Header &header : request.headers) {
        if (isWrittenByReaders(header.name))
            continue;
        const bool isBearer = header.value.startsWith("Bearer ");
        isPlainHead = isPlainHead && isPlain(header.value);
        if (!isCredential(header))
            text += header.name + ": " + header.value + '\n';
        else
            text += header.name + (isBearer ? ": Bearer {{$processEnv GRAPH_TOKEN}}\n"_ba : ": ***\n"_ba);
    }
    if (!isPlainHead)
        return unusable(QCoreApplication::translate(
            "report::HttpFile",
            "A file .http cannot hold this URL or a header of it: there are braces or characters in it that are taken "
            "for something else. Export it for curl."));
    if (!request.body.isEmpty() && !isPlainBody(request.body))
        return unusable(QCoreApplication::translate("report::HttpFile",
                                                    "A file .http cannot hold this body: there are braces, characters "
                                                    "or lines in it that are taken for something "
                                                    "else. Export it for curl."));
    text += '\n' + request.body;
    return text;
}

} // namespace report
