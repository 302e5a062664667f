// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>

#include <functional>

namespace present {

/// One row of the command palette.
struct PaletteEntry
{
    QString name; ///< `Find a Field…`
    QString path; ///< The menus above it, outermost first: `Edit`; empty for what is in no menu.
    QString note; ///< Its key, or what kind of place it leads to.
    QString obstacle; ///< Why it cannot be done now, a sentence; empty when it can.
    std::function<void()> run; ///< Does it.
};

/// What the command palette offers: all entries, or those that fit what was typed, the best first.
class PaletteModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        NoteRole = Qt::UserRole, ///< What stands at the end of the row: the obstacle, else the note.
        IsPossibleRole,
    };

    /// Offers `entries` in their order, which also decides among those that fit equally well.
    explicit PaletteModel(QList<PaletteEntry> entries, QObject *parent = nullptr);

    /// Offers what fits `typed`, as PaletteMatch tells.
    void narrow(const QString &typed);

    /// What stands in `row`.
    const PaletteEntry &entry(int row) const { return m_entries.at(m_shown.at(row)); }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<PaletteEntry> m_entries;
    QList<qsizetype> m_shown; ///< Places in m_entries.
};

} // namespace present
