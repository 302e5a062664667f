// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QSqlQuery>
#include <QString>
#include <QVariantList>

#include <functional>
#include <memory>

#include <sys/types.h>

namespace store {

/// One connection to the history's SQLite file: WAL, each commit synced to the disk, up to five seconds of patience
/// with other processes. It belongs to the thread that opened it.
class HistoryDatabase
{
public:
    /// Opens the file at `path`, a regular one of mode 0600, or makes it. An Error is of Code::File; `isDamaged` is
    /// then true when what lies there is no history, or a broken one.
    static core::Result<std::unique_ptr<HistoryDatabase>> open(const QString &path, bool &isDamaged);
    ~HistoryDatabase();

    /// Runs one statement. The Error's message is a part of a sentence ("the disk is full").
    core::Result<QSqlQuery> run(const QString &sql, const QVariantList &values = {});

    /// Runs `work` so that all of it is on the disk, or nothing.
    core::Status atOnce(const std::function<core::Status()> &work);

    /// True once a statement found the file broken.
    bool isDamaged() const { return m_isDamaged; }

    /// True while the file at the path is still the one that was opened.
    bool isInPlace() const;

private:
    HistoryDatabase(QString path, QString connection);
    core::Status connectTo();
    core::Status prepare();
    core::Status makeTables();
    core::Status migrate();
    core::Status look();

    QString m_path;
    QString m_connection; ///< The name by which Qt finds the connection.
    ino_t m_inode = 0;
    bool m_isDamaged = false;
};

} // namespace store
