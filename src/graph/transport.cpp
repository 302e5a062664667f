// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/transport.h"

#include <QNetworkAccessManager>
#include <QNetworkCookie>
#include <QNetworkCookieJar>
#include <QNetworkProxy>
#include <QSslConfiguration>

using namespace Qt::StringLiterals;

namespace graph {
namespace {

class EmptyJar final : public QNetworkCookieJar
{
    Q_OBJECT

public:
    QList<QNetworkCookie> cookiesForUrl(const QUrl &) const override { return {}; }
    bool setCookiesFromUrl(const QList<QNetworkCookie> &, const QUrl &) override { return false; }
};

/// Answers "what the application says", which is no proxy (makeManager()). Told so itself, Qt 6.4 opens a plain http
/// socket without a buffer: it then reads a response's head with one system call a byte, and closes a kept connection
/// when a response comes at once (docs/qt-traps.md "Sending").
class DirectWay final : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &) override
    {
        return {QNetworkProxy(QNetworkProxy::DefaultProxy)};
    }
};

QSslConfiguration tlsConfiguration(const QList<QSslCertificate> &authorities)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    configuration.addCaCertificates(authorities);
    return configuration;
}

void setHeader(QNetworkRequest &request, const QByteArray &name, const QByteArray &value)
{
    request.setRawHeader(name, value.isNull() ? ""_ba : value); // Null would take the header out.
}

} // namespace

std::unique_ptr<QNetworkAccessManager> makeManager()
{
    // For the whole process: a socket asks the application, and Qt may be built to ask the system and its environment.
    QNetworkProxy::setApplicationProxy(QNetworkProxy::NoProxy);
    auto manager = std::make_unique<QNetworkAccessManager>();
    manager->setProxyFactory(new DirectWay); // Owned by the manager.
    manager->setCookieJar(new EmptyJar); // Owned by the manager.
    manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    manager->setStrictTransportSecurityEnabled(false);
    return manager;
}

QStringList addressesOf(const QUrl &url)
{
    if (url.host().compare("localhost"_L1, Qt::CaseInsensitive) == 0)
        return {u"127.0.0.1"_s, u"::1"_s};
    return {url.host()};
}

QNetworkRequest toQtRequest(const exchange::Request &wire, const QByteArray &authorization, const QString &address,
                            const QList<QSslCertificate> &authorities)
{
    QUrl url = wire.url;
    const bool isPinned = url.host() != address;
    if (isPinned)
        url.setHost(address);
    QNetworkRequest request(url);
    if (isPinned)
        request.setPeerVerifyName(wire.url.host());
    for (const exchange::Header &header : wire.headers)
        setHeader(request, header.name, header.name == "Authorization" ? authorization : header.value);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::HttpPipeliningAllowedAttribute, false);
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    if (url.scheme() == "https"_L1)
        request.setSslConfiguration(tlsConfiguration(authorities));
    return request;
}

} // namespace graph

#include "transport.moc"
