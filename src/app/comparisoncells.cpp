// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/comparisoncells.h"

#include "app/meaning.h"
#include "present/comparisonmodel.h"

#include <QFontDatabase>
#include <QHeaderView>
#include <QTableView>

using present::ComparisonModel;
using session::ComparisonKind;

namespace app {
namespace {

constexpr int rowMargin = 8;

QString signOf(ComparisonKind kind)
{
    switch (kind) {
    case ComparisonKind::Same:
    case ComparisonKind::OtherText:
        return signOf(Meaning::Success);
    case ComparisonKind::Changed:
    case ComparisonKind::Dropped:
        return signOf(Meaning::Error);
    case ComparisonKind::Added:
        return signOf(Meaning::Note);
    }
    Q_UNREACHABLE();
}

// Two lines, in pixels.
int rowHeight(const QWidget &widget)
{
    const QFontMetrics fixed(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    return 2 * qMax(widget.fontMetrics().lineSpacing(), fixed.lineSpacing()) + rowMargin;
}

} // namespace

void ComparisonCells::prepare(QTableView &table, ComparisonModel &model)
{
    table.setModel(&model);
    table.setItemDelegate(new ComparisonCells(&table));
    table.setColumnHidden(ComparisonModel::Kind, true);
    table.setColumnHidden(ComparisonModel::Returned, true);
    table.verticalHeader()->hide();
    table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed); // no row is measured, so that many cost nothing
    table.verticalHeader()->setDefaultSectionSize(rowHeight(table));
    table.horizontalHeader()->setSectionResizeMode(ComparisonModel::Place, QHeaderView::Interactive);
    table.horizontalHeader()->setSectionResizeMode(ComparisonModel::Sent, QHeaderView::Stretch);
    table.horizontalHeader()->resizeSection(ComparisonModel::Place, 34 * table.fontMetrics().averageCharWidth());
}

void ComparisonCells::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    PlainCells::initStyleOption(option, index);
    const auto kind = static_cast<ComparisonKind>(index.data(ComparisonModel::KindRole).toInt());
    option->displayAlignment = Qt::AlignLeft | Qt::AlignVCenter;
    if (index.column() == ComparisonModel::Place) {
        const QString word = index.siblingAtColumn(ComparisonModel::Kind).data().toString();
        option->text += QChar(QChar::LineSeparator) + signOf(kind) + u' ' + word;
        if (kind == ComparisonKind::Changed || kind == ComparisonKind::Dropped)
            option->palette.setColor(QPalette::Text, colorOf(Meaning::Error, option->palette));
        return;
    }
    option->font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    const QString returned = index.siblingAtColumn(ComparisonModel::Returned).data().toString();
    if (kind != ComparisonKind::Same)
        option->text += QChar(QChar::LineSeparator) + u"\u2192 " + returned;
}

} // namespace app
