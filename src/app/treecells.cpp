// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/treecells.h"

#include "app/meaning.h"
#include "present/sessiontreemodel.h"

#include <QComboBox>
#include <QFontDatabase>
#include <QLineEdit>

using namespace Qt::StringLiterals;
using present::SessionTreeModel;

namespace app {
namespace {

QString editorName()
{
    return u"Tree value"_s;
}

} // namespace

void TreeCells::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    PlainCells::initStyleOption(option, index);
    if (index.data(SessionTreeModel::IsWireRole).toBool())
        option->font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    const QVariant severity
        = index.column() == SessionTreeModel::State ? index.data(SessionTreeModel::SeverityRole) : QVariant();
    if (severity.isValid()) {
        const Meaning meaning = meaningOf(static_cast<session::Severity>(severity.toInt()));
        option->text = signOf(meaning) + u' ' + option->text;
        option->palette.setColor(QPalette::Text, colorOf(meaning, option->palette));
    } else if (!index.data(SessionTreeModel::IsSentRole).toBool()) {
        option->palette.setColor(QPalette::Text, option->palette.color(QPalette::PlaceholderText));
    }
}

QWidget *TreeCells::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    const QStringList choices = index.data(SessionTreeModel::ChoicesRole).toStringList();
    if (choices.isEmpty()) {
        auto *line = new QLineEdit(parent);
        line->setFrame(false);
        line->setFont(fixed);
        line->setAccessibleName(editorName());
        return line;
    }
    auto *box = new QComboBox(parent);
    box->setEditable(true);
    box->setInsertPolicy(QComboBox::NoInsert);
    box->addItems(choices);
    box->setFont(fixed);
    box->setAccessibleName(editorName());
    box->lineEdit()->setAccessibleName(editorName());
    box->setCompleter(nullptr); // it would finish a text that is meant as typed
    connect(box, &QComboBox::activated, this, [this, box] {
        if (box->lineEdit()->isModified())
            return; // typed; Return and leaving commit it
        auto *cells
            = const_cast<TreeCells *>(this); // NOLINT(cppcoreguidelines-pro-type-const-cast): the base's signals
        Q_EMIT cells->commitData(box);
        Q_EMIT cells->closeEditor(box);
    });
    return box;
}

void TreeCells::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    const QString text = index.data(Qt::EditRole).toString();
    if (auto *box = qobject_cast<QComboBox *>(editor))
        box->setCurrentText(text);
    else if (auto *line = qobject_cast<QLineEdit *>(editor))
        line->setText(text);
}

void TreeCells::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    if (const auto *box = qobject_cast<QComboBox *>(editor))
        model->setData(index, box->currentText());
    else if (const auto *line = qobject_cast<QLineEdit *>(editor))
        model->setData(index, line->text());
}

} // namespace app
