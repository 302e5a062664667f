// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secret.h"

#include <QMutex>
#include <QMutexLocker>

#include <algorithm>
#include <atomic>

namespace core {
namespace {

// Shorter texts would mask half of every log line, and protect nothing.
constexpr qsizetype shortestMasked = 4;

QByteArray jsonEscaped(const QByteArray &bytes)
{
    QByteArray escaped;
    for (const char c : bytes) {
        if (c == '"' || c == '\\' || c == '/')
            escaped += '\\';
        escaped += c;
    }
    return escaped;
}

QList<QByteArray> spellings(const QByteArray &bytes)
{
    QByteArray base64 = bytes.toBase64(QByteArray::OmitTrailingEquals);
    QByteArray base64Url = bytes.toBase64(QByteArray::OmitTrailingEquals | QByteArray::Base64UrlEncoding);
    QList<QByteArray> all{
        bytes,         bytes.toPercentEncoding(), std::move(base64), std::move(base64Url), jsonEscaped(bytes),
        bytes.toHex(), bytes.toHex().toUpper()};
    // Longest first, so that an escaped form is not left half masked by a plain one inside it.
    std::sort(all.begin(), all.end(), [](const QByteArray &a, const QByteArray &b) { return a.size() > b.size(); });
    return all;
}

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

bool Secret::isIn(const QByteArray &haystack)
{
    const QMutexLocker lock(&livingMutex());
    for (const QList<QByteArray> *masks : std::as_const(living())) {
        for (const QByteArray &mask : *masks) {
            if (haystack.contains(mask))
                return true;
        }
    }
    return false;
}

QByteArray Secret::masked(QByteArray text)
{
    const QMutexLocker lock(&livingMutex());
    for (const QList<QByteArray> *masks : std::as_const(living())) {
        for (const QByteArray &mask : *masks)
            text.replace(mask, "***");
    }
    return text;
}

} // namespace core
