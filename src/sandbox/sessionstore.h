// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace sandbox {

/// The sessions of a sandbox, by version and call record, in memory and until the end. When it is full it takes no
/// more, rather than forget a session whose Location was given out.
class SessionStore
{
public:
    /// How much it takes in all.
    struct Limits
    {
        qsizetype sessions = 200'000;
        qsizetype bytes = 512 * 1024 * 1024;
    };

    explicit SessionStore(const Limits &limits);

    /// One stored session.
    struct Session
    {
        QString id;
        QByteArray text;
    };

    /// Stores a session. False when it is full, and then nothing is stored.
    [[nodiscard]] bool add(const QString &version, const QString &callRecordId, const Session &session);

    /// At most `most` sessions of a call record from number `from` on, oldest first.
    QList<Session> page(const QString &version, const QString &callRecordId, qsizetype from, qsizetype most) const;

    /// The number of sessions of a call record.
    qsizetype count(const QString &version, const QString &callRecordId) const;

    /// The text of one session, or nothing. Ids are compared exactly.
    std::optional<QByteArray> text(const QString &version, const QString &callRecordId, const QString &id) const;

private:
    struct CallRecord
    {
        QList<Session> sessions;
        QHash<QString, qsizetype> numberById;
    };
    using Key = std::pair<QString, QString>;

    Limits m_limits;
    QHash<Key, CallRecord> m_callRecords;
    qsizetype m_sessions = 0;
    qsizetype m_bytes = 0;
};

} // namespace sandbox
