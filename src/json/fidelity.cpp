// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/fidelity.h"

#include "json/decimal.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QSet>

#include <vector>

namespace json {

namespace {

constexpr int deepestInQt = 1024; // nestingLimit of Qt's JSON parser

/// What QJsonDocument writes for a number that it has read: empty when it refuses it (too large, or too near zero).
QByteArray writtenByQt(QByteArrayView literal)
{
    const QByteArray text = QJsonDocument::fromJson('[' + literal.toByteArray() + ']').toJson(QJsonDocument::Compact);
    return text.isEmpty() ? text : text.sliced(1, text.size() - 2);
}

/// True for most numbers of a session, whose value Qt keeps: integers that fit a qint64 whatever their digits, and
/// decimals of up to 15 digits in the range of a normal double (DBL_DIG). False says nothing.
bool isSurelyKept(const Decimal &number, qsizetype length)
{
    if (number.digits.isEmpty())
        return !number.isNegative && number.isPlain;
    if (number.isPlain && length <= 18)
        return true;
    return number.digits.size() <= 15 && number.exponent > -300 && number.exponent < 290;
}

/// A name or string as bytes that are equal only when the texts are, without a copy for those without an escape.
QByteArray keyOf(const Index &index, qsizetype node)
{
    if (!index.at(node).escaped) {
        const QByteArrayView raw = index.raw(node);
        return QByteArray::fromRawData(raw.data() + 1, raw.size() - 2);
    }
    const QString text = index.string(node);
    if (text.isValidUtf16())
        return text.toUtf8();
    // No UTF-8 can spell a lone surrogate; no UTF-8 begins with FF either.
    return '\xFF' + QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
}

/// The walk over one index.
class Walk
{
public:
    Walk(const Index &index, int most)
        : m_index(index)
        , m_most(most)
    { }

    QList<LossAt> run();

private:
    /// An object or array around the current node.
    struct Frame
    {
        qsizetype end; ///< The number of the first node after it.
        bool isObject;
        bool isName; ///< In an object: the next node is a name.
        QSet<QByteArray> names;
    };

    void enter(qsizetype node);
    bool takesName();
    void name(qsizetype node);
    void string(qsizetype node);
    void number(qsizetype node);
    void add(Loss loss, qsizetype node, const QString &reason);

    const Index &m_index;
    const int m_most;
    std::vector<Frame> m_open;
    QList<LossAt> m_losses;
    qint64 m_offset = 0;
    Position m_position; ///< Of m_offset. Counted on from loss to loss, as counting each from 1:1 would be quadratic.
};

QList<LossAt> Walk::run()
{
    if (m_most > 0 && m_index.at(0).kind != Kind::Object)
        add(Loss::NotAnObject, 0, QCoreApplication::translate("json", "the JSON value is not an object"));
    for (qsizetype node = 0; node < m_index.size() && m_losses.size() < m_most; ++node) {
        while (!m_open.empty() && m_open.back().end <= node)
            m_open.pop_back();
        if (takesName())
            name(node);
        switch (m_index.at(node).kind) {
        case Kind::Object:
        case Kind::Array:
            enter(node);
            break;
        case Kind::String:
            string(node);
            break;
        case Kind::Number:
            number(node);
            break;
        case Kind::True:
        case Kind::False:
        case Kind::Null:
            break;
        }
    }
    return std::move(m_losses);
}

void Walk::enter(qsizetype node)
{
    m_open.push_back({qsizetype(m_index.at(node).next), m_index.at(node).kind == Kind::Object, true, {}});
    if (m_open.size() == deepestInQt + 1)
        add(Loss::TooDeep, node,
            QCoreApplication::translate("json", "objects and arrays are nested deeper than %1").arg(deepestInQt));
}

/// True when the next node is a name. Names and values take turns.
bool Walk::takesName()
{
    if (m_open.empty() || !m_open.back().isObject)
        return false;
    const bool isName = m_open.back().isName;
    m_open.back().isName = !isName;
    return isName;
}

void Walk::name(qsizetype node)
{
    QSet<QByteArray> &names = m_open.back().names;
    const qsizetype before = names.size();
    names.insert(keyOf(m_index, node));
    if (names.size() == before)
        add(Loss::DuplicateName, node, QCoreApplication::translate("json", "the same name stands twice in one object"));
}

void Walk::string(qsizetype node)
{
    if (!m_index.at(node).escaped) {
        if (m_index.raw(node).sliced(1).startsWith("\xEF\xBB\xBF"))
            add(Loss::ByteOrderMark, node, QCoreApplication::translate("json", "a text begins with U+FEFF"));
    } else if (!m_index.string(node).isValidUtf16()) {
        add(Loss::LoneSurrogate, node,
            QCoreApplication::translate("json", "half of a surrogate pair (\\ud800 to \\udfff) stands alone"));
    }
}

void Walk::number(qsizetype node)
{
    const QByteArrayView literal = m_index.raw(node);
    const Decimal value = Decimal::of(literal);
    if (isSurelyKept(value, literal.size()))
        return;
    const QByteArray written = writtenByQt(literal);
    if (written.isEmpty())
        add(Loss::NumberChanges, node,
            QCoreApplication::translate("json", "this number is outside the range of a double"));
    else if (!Decimal::of(written).isSameAs(value))
        add(Loss::NumberChanges, node,
            QCoreApplication::translate("json", "this number would become %1").arg(QString::fromLatin1(written)));
}

void Walk::add(Loss loss, qsizetype node, const QString &reason)
{
    const qint64 offset = m_index.at(node).begin;
    m_position = positionAfter(m_position, m_index.text(), m_offset, offset);
    m_offset = offset;
    if (m_losses.size() < m_most)
        m_losses.append({loss, {offset, m_position, reason}});
}

} // namespace

QList<LossAt> losses(const Index &index, int most)
{
    Q_ASSERT(index.isValid());
    return Walk(index, most).run();
}

} // namespace json
