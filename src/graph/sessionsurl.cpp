// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/sessionsurl.h"

#include "exchange/origin.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace graph {
namespace {

using core::Error;
using core::Result;

QString tr(const char *text)
{
    return QCoreApplication::translate("graph::SessionsUrl", text);
}

Error refusal(const QString &message, const QString &detail = {})
{
    return {Error::Code::Input, message, detail};
}

Result<QByteArray> segment(const QString &text, const char *emptyMessage, const char *dotMessage)
{
    if (text.isEmpty())
        return refusal(tr(emptyMessage));
    if (isDotSegment(text))
        return refusal(tr(dotMessage).arg(text));
    return QUrl::toPercentEncoding(text);
}

Result<QUrl> appended(const QUrl &root, const QByteArray &path)
{
    // The encoded form is put together as bytes: QUrl::setPath() would take a `%2F` of ours for a `/` of its own.
    const QUrl url = QUrl::fromEncoded(root.toEncoded() + path, QUrl::StrictMode);
    if (!url.isValid())
        return refusal(tr("The base URL cannot be extended by a path."), url.errorString());
    return url;
}

Result<QByteArray> versionSegment(const QString &version)
{
    return segment(
        version, QT_TRANSLATE_NOOP("graph::SessionsUrl", "The version is empty. Type one, such as v1.0."),
        QT_TRANSLATE_NOOP("graph::SessionsUrl", "The version “%1” would change the path. Type one such as v1.0."));
}

Result<QUrl> collectionUrl(const exchange::Target &target)
{
    const Result<QUrl> root = rootUrl(target.baseUrl);
    if (!root)
        return root.error();
    const Result<QByteArray> version = versionSegment(target.apiVersion);
    if (!version)
        return version.error();
    const Result<QByteArray> id
        = segment(target.callRecordId,
                  QT_TRANSLATE_NOOP("graph::SessionsUrl",
                                    "callRecordId is empty. Type the id of the call record to add the session to."),
                  QT_TRANSLATE_NOOP("graph::SessionsUrl",
                                    "callRecordId “%1” would change the path. Type the id of a call record."));
    if (!id)
        return id.error();
    return appended(*root, '/' + *version + "/communications/callRecords/" + *id + "/sessions");
}

} // namespace

// QUrl decodes %2e when it makes the path, whoever wrote it, and the next reader resolves the dots.
bool isDotSegment(QString text)
{
    text.replace("%2e"_L1, "."_L1, Qt::CaseInsensitive);
    return text == "."_L1 || text == ".."_L1;
}

Result<QUrl> rootUrl(const QString &text)
{
    QString trimmed = text;
    while (trimmed.endsWith(u'/'))
        trimmed.chop(1);
    QUrl url(trimmed, QUrl::StrictMode);
    if (trimmed.isEmpty())
        return refusal(tr("The base URL is empty. Type one such as https://graph.microsoft.com."));
    if (!url.isValid())
        return refusal(tr("“%1” is not a URL. Type one such as https://graph.microsoft.com.").arg(text),
                       url.errorString());
    const QString scheme = url.scheme();
    if (scheme != "https"_L1 && scheme != "http"_L1)
        return refusal(tr("The base URL “%1” must begin with https:// or http://.").arg(text));
    if (!exchange::Origin::of(url).isValid())
        return refusal(tr("The base URL “%1” names no host.").arg(text));
    if (!url.userInfo().isEmpty() || url.authority().contains(u'@'))
        return refusal(tr("The base URL must not hold a user name or password before the host."));
    if (url.hasQuery())
        return refusal(tr("The base URL “%1” must not hold a query (“?”).").arg(text));
    if (url.hasFragment())
        return refusal(tr("The base URL “%1” must not hold a fragment (“#”).").arg(text));
    return url;
}

Result<QUrl> sessionsUrl(const exchange::Target &target)
{
    const Result<QUrl> collection = collectionUrl(target);
    if (!collection || target.path == exchange::PathChoice::Sessions)
        return collection;
    return appended(*collection, "/$ref");
}

Result<QUrl> metadataUrl(const QString &baseUrl, const QString &apiVersion)
{
    const Result<QUrl> root = rootUrl(baseUrl);
    if (!root)
        return root.error();
    const Result<QByteArray> version = versionSegment(apiVersion);
    if (!version)
        return version.error();
    return appended(*root, '/' + *version + "/$metadata");
}

Result<QUrl> sessionUrl(const exchange::Target &target, const QString &sessionId)
{
    const Result<QUrl> collection = collectionUrl(target);
    if (!collection || sessionId.isEmpty())
        return collection;
    if (isDotSegment(sessionId))
        return refusal(tr("The session id “%1” would change the path.").arg(sessionId));
    return appended(*collection, '/' + QUrl::toPercentEncoding(sessionId));
}

} // namespace graph
