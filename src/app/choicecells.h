// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/plaincells.h"

namespace app {

/// Plain cells, of which those with choices are edited in a combo box.
class ChoiceCells : public PlainCells
{
    Q_OBJECT

public:
    /// A cell has choices where its data in `choicesRole` is a list of texts.
    explicit ChoiceCells(int choicesRole, QObject *parent = nullptr);

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;

private:
    int m_choicesRole;
};

} // namespace app
