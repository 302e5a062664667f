// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/headertablemodel.h"

#include "core/preference.h"
#include "graph/headers.h"

#include <algorithm>

namespace present {
namespace {

// Bytes that are no UTF-8 cannot be typed into a cell, so a header's value is UTF-8 on the wire.
QString shown(const QByteArray &bytes)
{
    return QString::fromUtf8(bytes);
}

bool isPrefer(const HeaderRow &row)
{
    return row.name.compare("Prefer", Qt::CaseInsensitive) == 0;
}

} // namespace

HeaderTableModel::HeaderTableModel(QObject *parent)
    : QAbstractTableModel(parent)
{ }

void HeaderTableModel::setRows(QList<HeaderRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
    Q_EMIT headersChanged();
}

bool HeaderTableModel::prefers(QByteArrayView preference) const
{
    return std::any_of(m_rows.cbegin(), m_rows.cend(), [preference](const HeaderRow &row) {
        return row.isSent && isPrefer(row) && core::hasPreference(row.value, preference);
    });
}

void HeaderTableModel::addPreference(const QByteArray &preference)
{
    if (prefers(preference))
        return;
    const auto first = [this](const auto &isWanted) {
        return static_cast<int>(std::find_if(m_rows.cbegin(), m_rows.cend(), isWanted) - m_rows.cbegin());
    };
    int row = first([&preference](const HeaderRow &at) { return isPrefer(at) && at.value.trimmed() == preference; });
    if (row == m_rows.size())
        row = first([](const HeaderRow &at) { return isPrefer(at) && at.isSent; });
    if (row == m_rows.size())
        row = addRow();
    HeaderRow with = m_rows.at(row);
    with.name = "Prefer";
    if (!core::hasPreference(with.value, preference))
        with.value += (with.value.trimmed().isEmpty() ? "" : ", ") + preference;
    with.isSent = true;
    replaceRow(row, with);
}

void HeaderTableModel::drawAgain()
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows.at(row).kind != HeaderRow::Kind::Drawn)
            continue;
        m_rows[row].value = drawnValue();
        Q_EMIT dataChanged(index(row, Value), index(row, Value));
    }
    Q_EMIT headersChanged();
}

int HeaderTableModel::addRow()
{
    const int row = static_cast<int>(m_rows.size());
    beginInsertRows({}, row, row);
    m_rows.append({QByteArray(), QByteArray(), false, HeaderRow::Kind::Free});
    endInsertRows();
    return row;
}

void HeaderTableModel::duplicateRow(int row)
{
    Q_ASSERT(row >= 0 && row < m_rows.size());
    beginInsertRows({}, row + 1, row + 1);
    HeaderRow copy = m_rows.at(row);
    copy.kind = HeaderRow::Kind::Free;
    m_rows.insert(row + 1, copy);
    endInsertRows();
    Q_EMIT headersChanged();
}

bool HeaderTableModel::canRemove(int row) const
{
    return row >= 0 && row < m_rows.size() && m_rows.at(row).kind != HeaderRow::Kind::Always;
}

void HeaderTableModel::removeRow(int row)
{
    Q_ASSERT(canRemove(row));
    beginRemoveRows({}, row, row);
    m_rows.removeAt(row);
    endRemoveRows();
    Q_EMIT headersChanged();
}

int HeaderTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int HeaderTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant HeaderTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const HeaderRow &row = m_rows.at(index.row());
    if (role == Qt::CheckStateRole && index.column() == Name)
        return row.isSent ? Qt::Checked : Qt::Unchecked;
    if (role == Qt::AccessibleTextRole && index.column() == Name)
        return row.isSent ? tr("%1, sent").arg(shown(row.name)) : tr("%1, not sent").arg(shown(row.name));
    if (role != Qt::DisplayRole && role != Qt::EditRole)
        return {};
    switch (static_cast<Column>(index.column())) {
    case Name:
        return shown(row.name);
    case Value:
        return shown(row.value);
    case Note:
        return role == Qt::DisplayRole ? note(row) : QVariant();
    case ColumnCount:
        break;
    }
    return {};
}

bool HeaderTableModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)
        || !(flags(index) & (Qt::ItemIsEditable | Qt::ItemIsUserCheckable)))
        return false;
    HeaderRow row = m_rows.at(index.row());
    const HeaderRow before = row;
    if (role == Qt::CheckStateRole && index.column() == Name) {
        row.isSent = value.toInt() == Qt::Checked;
    } else if (role == Qt::EditRole && index.column() == Name) {
        row.name = value.toString().toUtf8();
        row.isSent = row.isSent || before.name.isEmpty();
    } else if (role == Qt::EditRole && index.column() == Value) {
        row.value = value.toString().toUtf8();
        if (row.value != before.value && row.kind == HeaderRow::Kind::Drawn)
            row.kind = HeaderRow::Kind::Free;
    } else {
        return false;
    }
    if (row != before)
        replaceRow(index.row(), row);
    return true;
}

void HeaderTableModel::replaceRow(int row, const HeaderRow &with)
{
    m_rows.replace(row, with);
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    Q_EMIT headersChanged();
}

QVariant HeaderTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Name:
        return tr("Header");
    case Value:
        return tr("Value");
    case Note:
        return tr("Note");
    case ColumnCount:
        break;
    }
    return {};
}

Qt::ItemFlags HeaderTableModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const bool isAlways = m_rows.at(index.row()).kind == HeaderRow::Kind::Always;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (index.column() == Name && !isAlways)
        flags |= Qt::ItemIsUserCheckable | Qt::ItemIsEditable;
    if (index.column() == Value)
        flags |= Qt::ItemIsEditable;
    return flags;
}

QString HeaderTableModel::note(const HeaderRow &row) const
{
    if (row.isSent) {
        const core::Status checked = graph::checkHeader({row.name, row.value});
        if (!checked)
            return checked.error().message;
    }
    switch (row.kind) {
    case HeaderRow::Kind::Drawn:
        return tr("A new one for each submit.");
    case HeaderRow::Kind::Always:
        return tr("Always sent: Qt would fill it in.");
    case HeaderRow::Kind::Free:
        break;
    }
    return row.isSent ? QString() : tr("Not sent.");
}

} // namespace present
