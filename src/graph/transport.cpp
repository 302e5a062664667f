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
    auto manager = std::make_unique<QNetworkAccessManager>();
    manager->setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
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
