// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/tlsfacts.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QSslCertificate>
#include <QSslCipher>
#include <QSslConfiguration>

using namespace Qt::StringLiterals;

namespace graph {
namespace {

// `CN=…, O=…`, in the order that people look for them. Qt keeps a name as a map, so its own order is lost.
QString nameOf(const QSslCertificate &certificate, QStringList (QSslCertificate::*values)(const QByteArray &) const)
{
    QStringList parts;
    for (const QByteArray &attribute : {"CN"_ba, "OU"_ba, "O"_ba, "L"_ba, "ST"_ba, "C"_ba}) {
        const QStringList found = (certificate.*values)(attribute);
        for (const QString &value : found)
            parts.append(QString::fromLatin1(attribute) + u'=' + value);
    }
    return parts.join(", "_L1);
}

QString isoUtc(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODate);
}

exchange::Certificate factsOf(const QSslCertificate &certificate)
{
    return {nameOf(certificate, &QSslCertificate::subjectInfo), nameOf(certificate, &QSslCertificate::issuerInfo),
            isoUtc(certificate.effectiveDate()), isoUtc(certificate.expiryDate()),
            certificate.digest(QCryptographicHash::Sha256).toHex()};
}

QString nameOf(QSsl::SslProtocol protocol)
{
    switch (protocol) {
    case QSsl::TlsV1_2:
        return u"TLS 1.2"_s;
    case QSsl::TlsV1_3:
        return u"TLS 1.3"_s;
    default: // Nothing older is ever agreed to (transport.cpp).
        return {};
    }
}

} // namespace

std::optional<exchange::TlsFacts> tlsFactsOf(const QSslConfiguration &configuration)
{
    if (configuration.sessionCipher().isNull())
        return std::nullopt;
    exchange::TlsFacts facts{nameOf(configuration.sessionProtocol()), configuration.sessionCipher().name(), {}};
    const QList<QSslCertificate> chain = configuration.peerCertificateChain();
    for (const QSslCertificate &certificate : chain)
        facts.chain.append(factsOf(certificate));
    return facts;
}

} // namespace graph
