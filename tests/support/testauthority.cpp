// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testauthority.h"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

using namespace Qt::StringLiterals;

namespace support {
namespace {

template<typename T, void (*release)(T *)> struct Release
{
    void operator()(T *object) const { release(object); }
};
using Key = std::unique_ptr<EVP_PKEY, Release<EVP_PKEY, EVP_PKEY_free>>;
using X509Pointer = std::unique_ptr<X509, Release<X509, X509_free>>;

constexpr long day = 24L * 60 * 60;

Key makeKey()
{
    return Key(EVP_EC_gen("P-256"));
}

void addExtension(X509 *certificate, X509 *issuer, int kind, const QByteArray &value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, &context, kind, value.constData());
    Q_ASSERT(extension);
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

X509Pointer blank(const QByteArray &name, EVP_PKEY *key, long from, long until)
{
    X509Pointer certificate(X509_new());
    X509_set_version(certificate.get(), X509_VERSION_3);
    quint32 serial = 0;
    RAND_bytes(reinterpret_cast<unsigned char *>(&serial), sizeof serial);
    ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate.get()), serial);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), from);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), until);
    X509_set_pubkey(certificate.get(), key);
    X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate.get()), "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char *>(name.constData()), -1, -1, 0);
    return certificate;
}

QSslCertificate toQt(X509 *certificate)
{
    QByteArray der(i2d_X509(certificate, nullptr), '\0');
    auto *out = reinterpret_cast<unsigned char *>(der.data());
    i2d_X509(certificate, &out);
    return QSslCertificate(der, QSsl::Der);
}

QSslKey toQt(EVP_PKEY *key)
{
    QByteArray der(i2d_PrivateKey(key, nullptr), '\0');
    auto *out = reinterpret_cast<unsigned char *>(der.data());
    i2d_PrivateKey(key, &out);
    return QSslKey(der, QSsl::Ec, QSsl::Der);
}

void makeServer(X509 *certificate, X509 *issuer, const QStringList &names)
{
    addExtension(certificate, issuer, NID_basic_constraints, "critical,CA:FALSE"_ba);
    addExtension(certificate, issuer, NID_key_usage, "digitalSignature"_ba);
    addExtension(certificate, issuer, NID_ext_key_usage, "serverAuth"_ba);
    addExtension(certificate, issuer, NID_subject_alt_name, names.join(u',').toLatin1());
}

} // namespace

class TestAuthority::Private
{
public:
    explicit Private(const QByteArray &name)
        : key(makeKey())
        , certificate(blank(name, key.get(), -2 * day, 30 * day))
    { }

    Key key;
    X509Pointer certificate;
};

QSslConfiguration Identity::configuration() const
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(certificate);
    configuration.setPrivateKey(key);
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    return configuration;
}

TestAuthority::TestAuthority(const QByteArray &name)
    : d(new Private(name))
{
    X509 *own = d->certificate.get();
    X509_set_issuer_name(own, X509_get_subject_name(own));
    addExtension(own, own, NID_basic_constraints, "critical,CA:TRUE"_ba);
    addExtension(own, own, NID_key_usage, "critical,keyCertSign,cRLSign"_ba);
    X509_sign(own, d->key.get(), EVP_sha256());
}

TestAuthority::~TestAuthority() = default;

QSslCertificate TestAuthority::certificate() const
{
    return toQt(d->certificate.get());
}

Identity TestAuthority::issue(const QStringList &names, int days) const
{
    const Key key = makeKey();
    const long until = days * day;
    const X509Pointer certificate = blank("test service"_ba, key.get(), std::min(-day, until - day), until);
    X509_set_issuer_name(certificate.get(), X509_get_subject_name(d->certificate.get()));
    makeServer(certificate.get(), d->certificate.get(), names);
    X509_sign(certificate.get(), d->key.get(), EVP_sha256());
    return {toQt(certificate.get()), toQt(key.get())};
}

Identity TestAuthority::issueLoopback() const
{
    return issue({u"IP:127.0.0.1"_s, u"IP:::1"_s, u"DNS:localhost"_s});
}

Identity TestAuthority::selfSigned(const QStringList &names)
{
    const Key key = makeKey();
    const X509Pointer certificate = blank("self-signed service"_ba, key.get(), -day, 30 * day);
    X509_set_issuer_name(certificate.get(), X509_get_subject_name(certificate.get()));
    makeServer(certificate.get(), certificate.get(), names);
    X509_sign(certificate.get(), key.get(), EVP_sha256());
    return {toQt(certificate.get()), toQt(key.get())};
}

} // namespace support
