// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/historymodel.h"

#include "present/historykeeper.h"
#include "present/historytexts.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace present {

using store::HistoryRow;

HistoryModel::HistoryModel(HistoryKeeper &keeper, QObject *parent)
    : QAbstractListModel(parent)
    , m_keeper(keeper)
{
    connect(&keeper, &HistoryKeeper::changed, this, [this] {
        m_isBehind = true;
        refresh();
    });
}

void HistoryModel::setFollowing(bool isFollowing)
{
    m_isFollowing = isFollowing;
    refresh();
}

void HistoryModel::setFilter(const QString &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    reload();
}

void HistoryModel::reload()
{
    m_isBehind = false;
    m_isStale = true;
    read(std::numeric_limits<qint64>::max(), [this](const Rows &page) { reset(page); });
}

void HistoryModel::refresh()
{
    if (!m_isFollowing || !std::exchange(m_isBehind, false))
        return;
    read(std::numeric_limits<qint64>::max(), [this](const Rows &page) {
        if (m_isStale)
            reset(page);
        else
            merge(page);
    });
}

void HistoryModel::read(qint64 before, std::function<void(const Rows &)> take)
{
    using Page = core::Result<Rows>;
    const quint64 mine = ++*m_newest;
    const auto job = [newest = m_newest, mine, filter = m_filter, before](store::History &history) -> Page {
        return *newest == mine ? history.rows(filter, pageSize, before) : Page(Rows());
    };
    const auto done = [this, mine, take = std::move(take)](const Page &page) {
        if (*m_newest != mine)
            return;
        m_isFetching = false;
        if (!page) {
            Q_EMIT problemFound(page.error().message);
            return;
        }
        take(*page);
        Q_EMIT loaded();
    };
    m_keeper.ask<Page>(job, this, done);
}

void HistoryModel::reset(const Rows &page)
{
    beginResetModel();
    m_rows = page;
    m_isMore = page.size() == pageSize;
    m_isStale = false;
    endResetModel();
}

/// Takes the newest rows over so that what is chosen stays so: what is new stands above, what was there may have an
/// outcome now.
void HistoryModel::merge(const Rows &page)
{
    const qint64 newest = m_rows.isEmpty() ? 0 : m_rows.constFirst().number;
    const auto known
        = std::find_if(page.begin(), page.end(), [newest](const HistoryRow &row) { return row.number <= newest; });
    const qsizetype added = known - page.begin();
    const qsizetype kept = page.size() - added;
    const bool isSame = kept > 0 && kept <= m_rows.size()
        && std::equal(known, page.end(), m_rows.cbegin(), m_rows.cbegin() + kept,
                      [](const HistoryRow &one, const HistoryRow &other) { return one.number == other.number; })
        && (kept == m_rows.size() || page.size() == pageSize);
    if (!isSame) {
        reset(page);
        return;
    }
    if (added > 0) {
        beginInsertRows({}, 0, static_cast<int>(added) - 1);
        m_rows = page.first(added) + m_rows;
        endInsertRows();
    }
    std::copy(known, page.end(), m_rows.begin() + added);
    Q_EMIT dataChanged(index(static_cast<int>(added)), index(static_cast<int>(added + kept) - 1));
}

void HistoryModel::append(const Rows &page)
{
    m_isMore = page.size() == pageSize;
    if (page.isEmpty())
        return;
    const int first = static_cast<int>(m_rows.size());
    beginInsertRows({}, first, first + static_cast<int>(page.size()) - 1);
    m_rows += page;
    endInsertRows();
}

void HistoryModel::setWords(qint64 number, const store::HistoryWords &words)
{
    const auto found = std::find_if(m_rows.cbegin(), m_rows.cend(),
                                    [number](const HistoryRow &row) { return row.number == number; });
    if (found == m_rows.cend())
        return;
    const qsizetype at = found - m_rows.cbegin();
    HistoryRow row = *found;
    row.build = words.build;
    row.verdict = words.verdict;
    row.note = words.note;
    row.tag = words.tag;
    m_rows.replace(at, row);
    const QModelIndex changed = index(static_cast<int>(at));
    Q_EMIT dataChanged(changed, changed);
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const HistoryRow &row = m_rows.at(index.row());
    const QStringList lines{outcomeLine(row).simplified(), requestLine(row), contextLine(row).simplified()};
    switch (role) {
    case Qt::DisplayRole:
        return lines.join(u'\n');
    case Qt::AccessibleTextRole:
        return lines.join(u", "_s);
    default:
        return {};
    }
}

bool HistoryModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_isMore && !m_isFetching;
}

void HistoryModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_isFetching = true;
    read(m_rows.constLast().number, [this](const Rows &page) { append(page); });
}

} // namespace present
