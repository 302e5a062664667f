// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <memory>

namespace graph::auth {
class TokenGuard;
}

namespace core {

/// The key to a Secret's bytes. Only the token guard can make one, so nothing else can read a token for the wire.
class SecretKey
{
    friend class graph::auth::TokenGuard;
    SecretKey() = default;
};

/// A token, password or key in memory. It has no stream operator and no way to its bytes but through a SecretKey. While
/// one lives, every log line masks its bytes (core/redaction.h). The bytes are overwritten when the last copy goes.
class Secret
{
public:
    Secret() = default;

    /// Takes the bytes over. The caller's own copy is the caller's to overwrite.
    explicit Secret(QByteArray bytes);

    /// True when nothing was ever put in.
    bool isEmpty() const;

    /// The length in bytes, which is no secret.
    qsizetype size() const;

    /// The bytes, for the one place that writes them on the wire.
    const QByteArray &bytes(const SecretKey &) const;

    /// True when both hold the same bytes.
    bool operator==(const Secret &other) const;

    /// Where in `haystack` the bytes of a living secret begin, or -1: plainly, in base64 at any alignment or in
    /// hexadecimal, each also with some or all characters percent-encoded, JSON-escaped or as HTML character
    /// references.
    static qsizetype find(QByteArrayView haystack);

    /// True when find() finds one.
    static bool isIn(const QByteArray &haystack) { return find(haystack) >= 0; }

    /// `text` with the bytes of every living secret replaced by `***`, in each of those encodings.
    static QByteArray masked(const QByteArray &text);

private:
    struct Data;
    std::shared_ptr<const Data> m_data;
};

} // namespace core
