// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/timelinemodel.h"

using namespace Qt::StringLiterals;

namespace present {
namespace {

constexpr QString TimelineRow::*cells[]
    = {&TimelineRow::what, &TimelineRow::starts, &TimelineRow::ends, &TimelineRow::lasts, &TimelineRow::remark};

} // namespace

TimelineModel::TimelineModel(QObject *parent)
    : QAbstractTableModel(parent)
{ }

void TimelineModel::setRows(const QList<TimelineRow> &rows)
{
    if (rows == m_rows)
        return; // what is selected stays so
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

QString TimelineModel::textOf(int row) const
{
    QStringList words;
    words.reserve(ColumnCount);
    for (const auto &cell : cells) {
        const QString &text = m_rows.at(row).*cell;
        if (!text.isEmpty())
            words += text;
    }
    return words.join(", "_L1);
}

int TimelineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int TimelineModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TimelineModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::AccessibleTextRole && index.column() == What)
        return textOf(index.row());
    if (role != Qt::DisplayRole)
        return {};
    return m_rows.at(index.row()).*cells[index.column()];
}

QVariant TimelineModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QString names[] = {tr("Part"), tr("Starts"), tr("Ends"), tr("Lasts"), tr("Remark")};
    return section >= 0 && section < ColumnCount ? QVariant(names[section]) : QVariant();
}

} // namespace present
