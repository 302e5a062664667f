// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "json/index.h"

#include <QStringList>

namespace json {

/// A JSON pointer (RFC 6901), as a list of decoded reference tokens. The empty pointer is the root.
class Pointer
{
public:
    Pointer() = default;
    explicit Pointer(QStringList tokens)
        : m_tokens(std::move(tokens))
    { }

    /// Reads `/a/0/b~1c`; refuses text that neither is empty nor begins with `/`, and a `~` without 0 or 1 after it.
    static core::Result<Pointer> parse(const QString &text);

    /// Reads a `jsonPath` of a Designer form: as parse(), but without the leading `/`. Asserts that it is one.
    static Pointer fromPath(const QString &path);

    /// The text by RFC 6901 §3: `/caller/userAgent`, empty for the root.
    QString toString() const;

    const QStringList &tokens() const & { return m_tokens; }

    /// Of a temporary, by value: a loop over a reference into it would read what is gone.
    QStringList tokens() && { return std::move(m_tokens); }
    bool isRoot() const { return m_tokens.isEmpty(); }
    qsizetype depth() const { return m_tokens.size(); }

    /// The last token; asserts that this is not the root.
    const QString &last() const { return m_tokens.constLast(); }

    /// The pointer without its last token; asserts that this is not the root.
    Pointer parent() const;
    Pointer child(const QString &token) const;
    Pointer child(qsizetype index) const;

    /// This pointer followed by all tokens of `other`.
    Pointer joined(const Pointer &other) const;

    /// True when `other` is this pointer or lies below it.
    bool contains(const Pointer &other) const;

    bool operator==(const Pointer &) const = default;

private:
    QStringList m_tokens;
};

size_t qHash(const Pointer &pointer, size_t seed = 0);

/// The value node of `index` that `pointer` names (of equal names the last), or -1.
qsizetype resolve(const Index &index, const Pointer &pointer);

/// The pointer to the value node `node`. Walks from the root: for one node, not for a loop over all.
Pointer pointerTo(const Index &index, qsizetype node);

/// The pointer to the innermost value of a valid `index` that the byte `offset` is in or touches; a member begins with
/// its name.
Pointer pointerAt(const Index &index, qint64 offset);

} // namespace json
