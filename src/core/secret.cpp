// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secret.h"

#include <QMutex>
#include <QMutexLocker>

#include <algorithm>
#include <array>
#include <atomic>

namespace core {
namespace {

// Shorter texts would mask half of every log line, and protect nothing.
constexpr qsizetype shortestMasked = 4;

/// The characters of base64 that are the same whatever follows `bytes`, when `before` bytes stand before them in the
/// same group of three.
QByteArray base64Core(const QByteArray &bytes, int before, QByteArray::Base64Options options)
{
    const QByteArray shifted = QByteArray(before, '\0') + bytes;
    const QByteArray whole = shifted.toBase64(options | QByteArray::OmitTrailingEquals);
    const qsizetype shared = before == 0 ? 0 : before + 1; // characters with bits of what stands before
    return whole.first((before + bytes.size()) * 8 / 6).sliced(shared);
}

QList<QByteArray> spellings(const QByteArray &bytes)
{
    QList<QByteArray> all{bytes, bytes.toHex(), bytes.toHex().toUpper()};
    all.reserve(9);
    for (int before = 0; before < 3; ++before) {
        all += base64Core(bytes, before, QByteArray::Base64Encoding);
        all += base64Core(bytes, before, QByteArray::Base64UrlEncoding);
    }
    return all;
}

int hexValue(QByteArrayView digits)
{
    int value = 0;
    for (const char digit : digits) {
        const int at = int(QByteArrayView("0123456789abcdef").indexOf(char(digit | 0x20)));
        if (at < 0 || digit < '0')
            return -1;
        value = value * 16 + at;
    }
    return value;
}

enum class Escapes { None, Percent, Json, Html };

/// One character of a text with escapes of one kind.
struct Unit
{
    char byte = 0;
    qsizetype length = 1;
};

Unit jsonUnit(QByteArrayView text)
{
    if (text.size() >= 6 && text.startsWith("\\u00") && hexValue(text.sliced(4, 2)) >= 0)
        return {char(hexValue(text.sliced(4, 2))), 6};
    if (text.size() >= 2 && text.front() == '\\' && QByteArrayView("\"\\/").contains(text.at(1)))
        return {text.at(1), 2};
    return {text.front(), 1};
}

Unit htmlUnit(QByteArrayView text)
{
    static constexpr struct
    {
        QByteArrayView reference;
        char byte;
    } references[] = {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}};
    for (const auto &[reference, byte] : references) {
        if (text.startsWith(reference))
            return {byte, reference.size()};
    }
    return {text.front(), 1};
}

Unit unitAt(QByteArrayView text, Escapes escapes)
{
    switch (escapes) {
    case Escapes::None:
        break;
    case Escapes::Percent:
        if (text.front() == '%' && text.size() >= 3 && hexValue(text.sliced(1, 2)) >= 0)
            return {char(hexValue(text.sliced(1, 2))), 3};
        break;
    case Escapes::Json:
        return jsonUnit(text);
    case Escapes::Html:
        return htmlUnit(text);
    }
    return {text.front(), 1};
}

/// The length of `spelling` at the start of `text`, each character as itself or escaped; 0 when it does not stand
/// there.
qsizetype lengthOf(QByteArrayView spelling, QByteArrayView text, Escapes escapes)
{
    qsizetype at = 0;
    for (const char wanted : spelling) {
        if (at == text.size())
            return 0;
        const Unit unit = unitAt(text.sliced(at), escapes);
        if (unit.byte != wanted && text.at(at) != wanted)
            return 0;
        at += unit.byte == wanted ? unit.length : 1;
    }
    return at;
}

struct Match
{
    qsizetype at = -1;
    qsizetype length = 0;
};

} // namespace

struct Secret::Data
{
    explicit Data(QByteArray value);
    ~Data();
    Data(const Data &) = delete;
    Data &operator=(const Data &) = delete;

    QByteArray bytes;
    QList<QByteArray> masks;
};

namespace {

// The only process-wide list of the program: a log line can come from any thread at any time, and must be masked by
// what is alive then. It holds no bytes of its own.
QMutex &livingMutex()
{
    static QMutex mutex;
    return mutex;
}
QList<const QList<QByteArray> *> &living()
{
    static QList<const QList<QByteArray> *> list;
    return list;
}

/// The first of the living secrets at or after `from`, at its longest. The mutex is held.
Match firstMatch(QByteArrayView text, qsizetype from)
{
    std::array<bool, 256> canBegin{};
    for (const QList<QByteArray> *masks : std::as_const(living())) {
        for (const QByteArray &mask : *masks)
            canBegin[uchar(mask.front())] = true;
    }
    for (const char escape : {'%', '\\', '&'})
        canBegin[uchar(escape)] = !living().isEmpty();
    for (Match match{from, 0}; match.at < text.size(); ++match.at) {
        if (!canBegin[uchar(text.at(match.at))])
            continue;
        for (const QList<QByteArray> *masks : std::as_const(living())) {
            for (const QByteArray &mask : *masks) {
                for (const Escapes escapes : {Escapes::None, Escapes::Percent, Escapes::Json, Escapes::Html})
                    match.length = std::max(match.length, lengthOf(mask, text.sliced(match.at), escapes));
            }
        }
        if (match.length > 0)
            return match;
    }
    return {};
}

} // namespace

Secret::Data::Data(QByteArray value)
    : bytes(std::move(value))
    , masks(bytes.size() < shortestMasked ? QList<QByteArray>() : spellings(bytes))
{
    const QMutexLocker lock(&livingMutex());
    living().append(&masks);
}

Secret::Data::~Data()
{
    {
        const QMutexLocker lock(&livingMutex());
        living().removeOne(&masks);
    }
    const auto wipe = [](QByteArray &secret) {
        volatile char *byte = secret.data();
        for (qsizetype i = 0; i < secret.size(); ++i)
            byte[i] = 0;
        std::atomic_signal_fence(std::memory_order_seq_cst);
    };
    for (QByteArray &mask : masks)
        wipe(mask);
    wipe(bytes);
}

Secret::Secret(QByteArray bytes)
    : m_data(std::make_shared<const Data>(std::move(bytes)))
{ }

bool Secret::isEmpty() const
{
    return size() == 0;
}

qsizetype Secret::size() const
{
    return m_data ? m_data->bytes.size() : 0;
}

const QByteArray &Secret::bytes(const SecretKey &) const
{
    static const QByteArray none;
    return m_data ? m_data->bytes : none;
}

bool Secret::operator==(const Secret &other) const
{
    if (isEmpty() || other.isEmpty())
        return isEmpty() == other.isEmpty();
    return m_data->bytes == other.m_data->bytes;
}

qsizetype Secret::find(QByteArrayView haystack)
{
    const QMutexLocker lock(&livingMutex());
    return firstMatch(haystack, 0).at;
}

QByteArray Secret::masked(const QByteArray &text)
{
    const QMutexLocker lock(&livingMutex());
    QByteArray result;
    qsizetype done = 0;
    for (Match match = firstMatch(text, 0); match.at >= 0; match = firstMatch(text, done)) {
        result += QByteArrayView(text).sliced(done, match.at - done);
        result += "***";
        done = match.at + match.length;
    }
    return result += QByteArrayView(text).sliced(done);
}

} // namespace core
