// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/sessionstore.h"

#include <algorithm>

namespace sandbox {

SessionStore::SessionStore(const Limits &limits)
    : m_limits(limits)
{ }

bool SessionStore::add(const QString &version, const QString &callRecordId, const Session &session)
{
    // A call record id counts as well: it may be as long as a request line.
    const qsizetype bytes = session.text.size() + callRecordId.size() * qsizetype(sizeof(QChar));
    if (m_sessions >= m_limits.sessions || bytes > m_limits.bytes - m_bytes)
        return false;
    auto record = m_callRecords.find({version, callRecordId}); // clazy:exclude=detaching-member (it is written to)
    if (record == m_callRecords.end())
        record = m_callRecords.insert({version, callRecordId}, {});
    record->numberById.insert(session.id, record->sessions.size());
    record->sessions.append(session);
    ++m_sessions;
    m_bytes += bytes;
    return true;
}

QList<SessionStore::Session> SessionStore::page(const QString &version, const QString &callRecordId, qsizetype from,
                                                qsizetype most) const
{
    const auto record = m_callRecords.constFind({version, callRecordId});
    if (record == m_callRecords.cend() || from >= record->sessions.size())
        return {};
    return record->sessions.sliced(from, std::min(most, record->sessions.size() - from));
}

qsizetype SessionStore::count(const QString &version, const QString &callRecordId) const
{
    const auto record = m_callRecords.constFind({version, callRecordId});
    return record == m_callRecords.cend() ? 0 : record->sessions.size();
}

std::optional<QByteArray> SessionStore::text(const QString &version, const QString &callRecordId,
                                             const QString &id) const
{
    const auto record = m_callRecords.constFind({version, callRecordId});
    if (record == m_callRecords.cend() || !record->numberById.contains(id))
        return std::nullopt;
    return record->sessions.at(record->numberById.value(id)).text;
}

} // namespace sandbox
