// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/historyrow.h"

#include <QAbstractListModel>

#include <atomic>
#include <functional>
#include <limits>
#include <memory>

namespace present {

class HistoryKeeper;

/// The exchanges of the history that fit a filter, the newest first, three lines a row: what became of it, what was
/// sent, and when and where. Rows are read a page at a time, off the GUI thread, as a view comes to need them.
class HistoryModel : public QAbstractListModel
{
    Q_OBJECT

public:
    /// Rows that are read at a time.
    static constexpr int pageSize = 200;

    /// `keeper` is borrowed and outlives the model.
    explicit HistoryModel(HistoryKeeper &keeper, QObject *parent = nullptr);

    /// Whether rows are read as they change, or only when this is set again, as when the pane shows.
    void setFollowing(bool isFollowing);

    /// Shows what fits `filter` (store::History). Until that was read the rows stay; of several the newest counts.
    void setFilter(const QString &filter);
    const QString &filter() const { return m_filter; }

    /// Reads the rows anew, such as after a deletion.
    void reload();

    const store::HistoryRow &at(int row) const { return m_rows.at(row); }

    /// Puts the tester's words into the row with this number, if it is there, as they were written down.
    void setWords(qint64 number, const store::HistoryWords &words);

    int rowCount(const QModelIndex &parent = {}) const override;

    /// The accessible text is the row as one line; the tool tip says more about it.
    QVariant data(const QModelIndex &index, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    /// The rows of filter(), or more of them, are there.
    void loaded();

    /// They could not be read; a sentence for people.
    void problemFound(const QString &sentence);

private:
    using Rows = QList<store::HistoryRow>;

    void refresh();
    void read(qint64 before, std::function<void(const Rows &)> take);
    void reset(const Rows &page);
    void merge(const Rows &page);
    void append(const Rows &page);

    HistoryKeeper &m_keeper;
    QString m_filter;
    Rows m_rows;
    bool m_isMore = false; ///< There may be rows that were not read.
    bool m_isFetching = false; ///< They are being read.
    bool m_isFollowing = false;
    bool m_isBehind = true;
    bool m_isStale = true; ///< The rows are not of this filter, or may be gone.
    /// The number of the newest question; a job that is older is not run.
    std::shared_ptr<std::atomic<quint64>> m_newest = std::make_shared<std::atomic<quint64>>(0);
};

} // namespace present
