// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/palettemodel.h"

#include "present/palettematch.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace present {
namespace {

QString titleOf(const PaletteEntry &entry)
{
    return entry.path.isEmpty() ? entry.name : entry.path + u" \u203a "_s + entry.name;
}

} // namespace

PaletteModel::PaletteModel(QList<PaletteEntry> entries, QObject *parent)
    : QAbstractListModel(parent)
    , m_entries(std::move(entries))
{
    narrow({});
}

void PaletteModel::narrow(const QString &typed)
{
    const PaletteMatch match(typed);
    QList<std::pair<int, qsizetype>> ranked;
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        if (const std::optional<int> rank = match.rank(m_entries.at(i).name, m_entries.at(i).path))
            ranked.emplace_back(*rank, i);
    }
    std::sort(ranked.begin(), ranked.end());
    beginResetModel();
    m_shown.clear();
    m_shown.reserve(ranked.size());
    for (const auto &[rank, place] : std::as_const(ranked))
        m_shown += place;
    endResetModel();
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    const PaletteEntry &shown = entry(index.row());
    const QString note = shown.obstacle.isEmpty() ? shown.note : shown.obstacle;
    switch (role) {
    case Qt::DisplayRole:
        return titleOf(shown);
    case Qt::AccessibleTextRole:
        return note.isEmpty() ? titleOf(shown) : titleOf(shown) + u", "_s + note;
    case NoteRole:
        return note;
    case IsPossibleRole:
        return shown.obstacle.isEmpty();
    default:
        return {};
    }
}

} // namespace present
