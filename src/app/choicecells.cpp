// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/choicecells.h"

#include <QComboBox>

namespace app {

ChoiceCells::ChoiceCells(int choicesRole, QObject *parent)
    : PlainCells(parent)
    , m_choicesRole(choicesRole)
{ }

QWidget *ChoiceCells::createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QStringList choices = index.data(m_choicesRole).toStringList();
    if (choices.isEmpty())
        return PlainCells::createEditor(parent, option, index);
    auto *box = new QComboBox(parent);
    box->addItems(choices);
    return box;
}

void ChoiceCells::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    if (auto *box = qobject_cast<QComboBox *>(editor))
        box->setCurrentText(index.data().toString());
    else
        PlainCells::setEditorData(editor, index);
}

void ChoiceCells::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    if (const auto *box = qobject_cast<QComboBox *>(editor))
        model->setData(index, box->currentText(), Qt::EditRole);
    else
        PlainCells::setModelData(editor, model, index);
}

} // namespace app
