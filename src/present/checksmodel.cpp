// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/checksmodel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace present {
namespace {

QString stateText(const Check &check)
{
    switch (check.state) {
    case CheckState::Met:
        return ChecksModel::tr("met");
    case CheckState::NotMet:
        return check.counts ? ChecksModel::tr("not met") : ChecksModel::tr("not met, does not count");
    case CheckState::NotApplicable:
        return ChecksModel::tr("not applicable");
    }
    Q_UNREACHABLE();
}

} // namespace

ChecksModel::ChecksModel(QObject *parent)
    : QAbstractTableModel(parent)
{ }

void ChecksModel::setChecks(const QList<Check> &checks)
{
    beginResetModel();
    m_checks = checks;
    endResetModel();
}

QString ChecksModel::summary() const
{
    const auto count = [this](CheckState state) {
        return std::count_if(m_checks.cbegin(), m_checks.cend(),
                             [state](const Check &check) { return check.state == state; });
    };
    QStringList parts;
    if (const qsizetype notMet = count(CheckState::NotMet))
        parts += tr("%1 not met").arg(notMet);
    if (const qsizetype met = count(CheckState::Met))
        parts += tr("%1 met").arg(met);
    return parts.isEmpty() ? tr("nothing to check") : parts.join(", "_L1);
}

int ChecksModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_checks.size());
}

int ChecksModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ChecksModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Check &check = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return cell(check, static_cast<Column>(index.column()));
    case Qt::ToolTipRole:
        return check.reason;
    case Qt::AccessibleTextRole:
        return index.column() == Title ? QVariant(wholeRow(check)) : QVariant();
    case Qt::CheckStateRole:
        return isChoice(index) ? QVariant(check.counts ? Qt::Checked : Qt::Unchecked) : QVariant();
    case StateRole:
        return static_cast<int>(check.state);
    case CountsRole:
        return check.counts;
    default:
        return {};
    }
}

bool ChecksModel::isChoice(const QModelIndex &index) const
{
    return index.column() == Title && rowOf(at(index.row()).id).byDefault != CheckDefault::Always;
}

Qt::ItemFlags ChecksModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.isValid() && isChoice(index) ? flags | Qt::ItemIsUserCheckable : flags;
}

bool ChecksModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid) || !isChoice(index))
        return false;
    Q_EMIT countsChosen(at(index.row()).id, value.toInt() == Qt::Checked);
    return true;
}

QString ChecksModel::cell(const Check &check, Column column) const
{
    switch (column) {
    case Title:
        return titleOf(check);
    case State:
        return stateText(check);
    case Expected:
        return check.expected;
    case Found:
        return check.found;
    case ColumnCount:
        break;
    }
    return {};
}

QString ChecksModel::wholeRow(const Check &check) const
{
    QStringList parts{titleOf(check), stateText(check)};
    if (!check.expected.isEmpty())
        parts += tr("expected %1").arg(check.expected);
    if (!check.found.isEmpty())
        parts += tr("found %1").arg(check.found);
    return parts.join(", "_L1);
}

QVariant ChecksModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Title:
        return tr("Check");
    case State:
        return tr("Result");
    case Expected:
        return tr("Expected");
    case Found:
        return tr("Found");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace present
