// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/scanner.h"

#include "json/tokens.h"
#include "json/utf8.h"

#include <QCoreApplication>
#include <QVarLengthArray>

#include <algorithm>
#include <limits>

namespace json {

namespace {

/// What may come next.
enum class Expect {
    Value, ///< At the beginning, after a colon, or after a comma in an array.
    FirstItem, ///< After `[`: a value or `]`.
    FirstName, ///< After `{`: a name or `}`.
    Name, ///< After a comma in an object.
    CommaOrEnd, ///< After a value in an object or array.
    End, ///< After the root.
};

/// One pass over one text. Open objects and arrays are kept in a list, so that deep nesting costs no stack.
class Scanner
{
public:
    explicit Scanner(const QByteArray &text)
        : m_text(text)
        , m_at(text.constData())
        , m_end(text.constData() + text.size())
    { }

    Index run();

private:
    void step();
    void value();
    void name();
    void commaOrEnd();
    void open(Kind kind, Expect next);
    void close(Kind kind);
    void string(Expect next);
    void add(Kind kind, const Token &token, Expect next);
    void unexpected(const char *reason);
    void fail(const char *at, const char *reason);

    Expect afterValue() const { return m_open.isEmpty() ? Expect::End : Expect::CommaOrEnd; }
    bool isInObject() const { return m_data[m_open.last()].kind == Kind::Object; }
    quint32 offset(const char *at) const { return quint32(at - m_text.constData()); }

    const QByteArray &m_text;
    const char *m_at;
    const char *m_end;
    Expect m_expect = Expect::Value;
    QList<Node> m_nodes; ///< Longer than m_count while scanning.
    Node *m_data = nullptr; ///< That of m_nodes.
    qsizetype m_count = 0;
    QVarLengthArray<quint32, 64> m_open; ///< The nodes of the open objects and arrays.
    std::optional<Fault> m_fault;
};

Index Scanner::run()
{
    if (quint64(m_text.size()) > std::numeric_limits<quint32>::max()) {
        fail(m_at, QT_TRANSLATE_NOOP("json", "the text is larger than 4 GiB"));
    } else if (m_text.startsWith("\xEF\xBB\xBF")) {
        fail(m_at, QT_TRANSLATE_NOOP("json", "a byte order mark may not stand before JSON"));
    } else {
        m_nodes.reserve(m_text.size() / 16 + 1); // about what indented sessions need
        for (m_at = skipBlanks(m_at, m_end); !m_fault && m_at < m_end; m_at = skipBlanks(m_at, m_end))
            step();
    }
    if (!m_fault && m_expect != Expect::End)
        unexpected(nullptr);
    if (m_fault)
        m_nodes = {}; // gives the memory back, as clear() would not
    else
        m_nodes.resize(m_count);
    return Index(m_text, std::move(m_nodes), std::move(m_fault));
}

/// Reads one token, of which there is at least one byte.
void Scanner::step()
{
    switch (m_expect) {
    case Expect::FirstItem:
        if (*m_at == ']')
            return close(Kind::Array);
        return value();
    case Expect::Value:
        return value();
    case Expect::FirstName:
        if (*m_at == '}')
            return close(Kind::Object);
        return name();
    case Expect::Name:
        return name();
    case Expect::CommaOrEnd:
        return commaOrEnd();
    case Expect::End:
        return unexpected(QT_TRANSLATE_NOOP("json", "nothing may follow the end of the JSON value"));
    }
}

void Scanner::value()
{
    switch (*m_at) {
    case '{':
        return open(Kind::Object, Expect::FirstName);
    case '[':
        return open(Kind::Array, Expect::FirstItem);
    case '"':
        return string(afterValue());
    case 't':
        return add(Kind::True, readWord(m_at, m_end, "true"), afterValue());
    case 'f':
        return add(Kind::False, readWord(m_at, m_end, "false"), afterValue());
    case 'n':
        return add(Kind::Null, readWord(m_at, m_end, "null"), afterValue());
    default:
        break;
    }
    if (startsNumber(*m_at))
        return add(Kind::Number, readNumber(m_at, m_end), afterValue());
    if (isLetter(*m_at))
        return fail(m_at, wordReason);
    unexpected(QT_TRANSLATE_NOOP("json", "a value was expected"));
}

void Scanner::name()
{
    if (*m_at != '"')
        return unexpected(QT_TRANSLATE_NOOP("json", "a name in double quotation marks was expected"));
    string(Expect::Value);
    if (m_fault)
        return;
    m_at = skipBlanks(m_at, m_end);
    if (m_at == m_end || *m_at != ':')
        return unexpected(QT_TRANSLATE_NOOP("json", "a colon was expected after the name"));
    ++m_at;
}

void Scanner::commaOrEnd()
{
    const bool isObject = isInObject();
    if (*m_at == ',') {
        ++m_at;
        m_expect = isObject ? Expect::Name : Expect::Value;
    } else if (*m_at == (isObject ? '}' : ']')) {
        close(isObject ? Kind::Object : Kind::Array);
    } else if (isObject) {
        unexpected(QT_TRANSLATE_NOOP("json", "a comma or the end of the object was expected"));
    } else {
        unexpected(QT_TRANSLATE_NOOP("json", "a comma or the end of the array was expected"));
    }
}

void Scanner::open(Kind kind, Expect next)
{
    if (m_open.size() == deepest)
        return fail(m_at, QT_TRANSLATE_NOOP("json", "objects and arrays are nested deeper than 10,000"));
    m_open.append(quint32(m_count));
    add(kind, {m_at + 1}, next);
}

void Scanner::close(Kind kind)
{
    Node &node = m_data[m_open.last()];
    Q_ASSERT(node.kind == kind);
    ++m_at;
    node.end = offset(m_at);
    node.next = quint32(m_count);
    m_open.removeLast();
    m_expect = afterValue();
}

void Scanner::string(Expect next)
{
    const Token token = readString(m_at, m_end);
    add(Kind::String, token, next);
}

/// Appends the node of the token at m_at and goes on behind it, or fails with it.
void Scanner::add(Kind kind, const Token &token, Expect next)
{
    if (token.reason)
        return fail(token.end, token.reason);
    if (m_count == m_nodes.size()) {
        // QList::append() would take a third of the time of a scan. No text has more tokens than bytes.
        m_nodes.resize(m_count + std::min<qsizetype>(4096, m_end - m_at));
        m_data = m_nodes.data();
    }
    m_data[m_count] = {offset(m_at), offset(token.end), quint32(m_count + 1), kind, token.escaped};
    ++m_count;
    m_at = token.end;
    m_expect = next;
}

/// Fails at m_at: with `reason`, unless something says more.
void Scanner::unexpected(const char *reason)
{
    if (m_at < m_end) {
        if (utf8Length({m_at, m_end}) == 0)
            reason = utf8Reason;
        else if (*m_at == '\'')
            reason = QT_TRANSLATE_NOOP("json", "names and strings stand in double quotation marks");
        else if (*m_at == '/')
            reason = QT_TRANSLATE_NOOP("json", "JSON has no comments");
    } else if (m_open.isEmpty()) {
        reason = QT_TRANSLATE_NOOP("json", "there is no value");
    } else if (isInObject()) {
        reason = QT_TRANSLATE_NOOP("json", "the text ends within an object");
    } else {
        reason = QT_TRANSLATE_NOOP("json", "the text ends within an array");
    }
    fail(m_at, reason);
}

void Scanner::fail(const char *at, const char *reason)
{
    const qint64 offset = at - m_text.constData();
    m_fault = Fault{offset, positionAt(m_text, offset), QCoreApplication::translate("json", reason)};
}

} // namespace

Index scan(const QByteArray &text)
{
    return Scanner(text).run();
}

} // namespace json
