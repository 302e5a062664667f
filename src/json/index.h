// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/position.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace json {

/// The kinds of JSON values (RFC 8259 §3).
enum class Kind : quint8 { Object, Array, String, Number, True, False, Null };

/// One value, or one member name, of a JSON text: where it stands, never what it "means". 16 bytes, so that a body of
/// 64 MiB can be indexed.
struct Node
{
    quint32 begin = 0; ///< The first byte: the brace, bracket, quotation mark, digit or letter.
    quint32 end = 0; ///< One past the last byte.
    quint32 next = 0; ///< The number of the node after this one and all inside it.
    Kind kind = Kind::Null;
    bool escaped = false; ///< For strings: there is a backslash in it.
};

/// The token index of one JSON text: every value in the order of the text, nothing sorted, merged, rounded or dropped.
/// Nodes stand in one list, depth first; in an object a name node (a string) stands before each value node. Node 0 is
/// the root. Cheap to copy.
class Index
{
public:
    Index() = default;

    /// For the scanner: takes the text, what was found in it and, when it is not JSON, why.
    Index(QByteArray text, QList<Node> nodes, std::optional<Fault> fault);

    /// The very bytes that were scanned.
    const QByteArray &text() const { return m_text; }

    /// Why the text is not JSON by RFC 8259; empty when it is. With a fault there are no nodes.
    const std::optional<Fault> &fault() const { return m_fault; }

    /// True when the text is JSON.
    bool isValid() const { return !m_fault && !m_nodes.isEmpty(); }

    /// The number of nodes, names included.
    qsizetype size() const { return m_nodes.size(); }
    const Node &at(qsizetype node) const { return m_nodes.at(node); }

    /// The bytes of a node as they stand in the text, quotation marks included.
    QByteArrayView raw(qsizetype node) const;

    /// The text of a string node with its escapes resolved. A lone surrogate escape stays a lone surrogate.
    QString string(qsizetype node) const;

    /// Bytes that are equal for two string nodes, of whichever texts, just when their strings are: for looking names up
    /// without decoding them. Without escapes they are borrowed from text(), and live no longer.
    QByteArray key(qsizetype node) const;

    /// The first child of an object (its first name) or array (its first item); -1 when there is none.
    qsizetype firstChild(qsizetype node) const;

    /// The node after `child` in `parent`: for an object from a name to the next name, else to the next item; -1 at the
    /// end.
    qsizetype nextChild(qsizetype parent, qsizetype child) const;

    /// The number of members of an object or items of an array; counts by walking.
    qsizetype count(qsizetype node) const;

    /// The value of the last member of the object `node` with this name, as most readers take it; -1 when there is
    /// none.
    qsizetype member(qsizetype node, QStringView name) const;

private:
    QByteArray m_text;
    QList<Node> m_nodes;
    std::optional<Fault> m_fault;
};

} // namespace json
