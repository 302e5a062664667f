// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QStringList>

#include <memory>

namespace support {

/// What a server shows, and the key to it.
struct Identity
{
    QSslCertificate certificate;
    QSslKey key;

    /// For RawServer: this identity and TLS 1.2 or later.
    QSslConfiguration configuration() const;
};

/// A certificate authority that lives for one test program: nothing is on the disk, nothing is in the repository.
class TestAuthority
{
public:
    /// Two that have to be told apart need two names.
    explicit TestAuthority(const QByteArray &name = "Session Composer test authority");
    ~TestAuthority();

    /// To be trusted with GraphClient::setCaCertificates().
    QSslCertificate certificate() const;

    /// An identity for these names (`DNS:localhost`, `IP:127.0.0.1`), signed by this authority, valid from yesterday
    /// for `days` days; negative ones have passed.
    Identity issue(const QStringList &names, int days = 30) const;

    /// The usual one, for 127.0.0.1, ::1 and localhost.
    Identity issueLoopback() const;

    /// One that has signed itself.
    static Identity selfSigned(const QStringList &names);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace support
