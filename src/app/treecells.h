// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/plaincells.h"

namespace app {

/// The cells of the tree of a session: what is not sent in grey, what is on the wire in the fixed font, a finding in
/// the colour of its severity, and an editor with the choices of the schema.
class TreeCells : public PlainCells
{
    Q_OBJECT

public:
    using PlainCells::PlainCells;

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

} // namespace app
