// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/comparisonmodel.h"

namespace present {

using namespace Qt::StringLiterals;
using session::ComparedPlace;
using session::ComparisonKind;

namespace {

/// A kind in words, and a number of them.
struct KindRow
{
    ComparisonKind kind;
    const char *word;
    const char *counted;
};

/// What weighs most first.
constexpr KindRow kindRows[] = {
    {ComparisonKind::Changed, QT_TRANSLATE_NOOP("present::ComparisonModel", "changed"),
     QT_TRANSLATE_NOOP("present::ComparisonModel", "%1 changed")},
    {ComparisonKind::Dropped, QT_TRANSLATE_NOOP("present::ComparisonModel", "dropped"),
     QT_TRANSLATE_NOOP("present::ComparisonModel", "%1 dropped")},
    {ComparisonKind::Added, QT_TRANSLATE_NOOP("present::ComparisonModel", "added"),
     QT_TRANSLATE_NOOP("present::ComparisonModel", "%1 added")},
    {ComparisonKind::OtherText, QT_TRANSLATE_NOOP("present::ComparisonModel", "same, other text"),
     QT_TRANSLATE_NOOP("present::ComparisonModel", "%1 same, other text")},
    {ComparisonKind::Same, QT_TRANSLATE_NOOP("present::ComparisonModel", "same"),
     QT_TRANSLATE_NOOP("present::ComparisonModel", "%1 same")},
};
static_assert(std::size(kindRows) == std::size(session::comparisonKinds), "one row a kind");

const KindRow &rowOf(ComparisonKind kind)
{
    const auto *row = std::begin(kindRows);
    while (row->kind != kind)
        ++row;
    return *row;
}

} // namespace

ComparisonModel::ComparisonModel(QObject *parent)
    : QAbstractTableModel(parent)
    , m_firstName(tr("Sent"))
{ }

QList<ComparisonKind> ComparisonModel::kindsByWeight()
{
    QList<ComparisonKind> kinds;
    kinds.reserve(std::size(kindRows));
    for (const KindRow &row : kindRows)
        kinds.append(row.kind);
    return kinds;
}

QString ComparisonModel::word(ComparisonKind kind)
{
    return tr(rowOf(kind).word);
}

void ComparisonModel::setComparison(const session::Comparison &comparison)
{
    beginResetModel();
    m_comparison = comparison;
    fill();
    endResetModel();
}

void ComparisonModel::setFirstName(const QString &name)
{
    m_firstName = name;
    Q_EMIT headerDataChanged(Qt::Horizontal, Sent, Sent);
}

void ComparisonModel::setShownKinds(session::ComparisonKinds kinds)
{
    if (m_kinds == kinds)
        return;
    beginResetModel();
    m_kinds = kinds;
    fill();
    endResetModel();
}

void ComparisonModel::fill()
{
    m_shown.clear();
    const QList<ComparedPlace> &places = m_comparison.places();
    for (qsizetype number = 0; number < places.size(); ++number) {
        if (m_kinds.testFlag(places.at(number).kind()))
            m_shown.append(number);
    }
}

qsizetype ComparisonModel::count(ComparisonKind kind) const
{
    return m_comparison.count(kind);
}

QString ComparisonModel::summaryOf(const session::Comparison &comparison)
{
    QStringList parts;
    for (const KindRow &row : kindRows) {
        if (const qsizetype number = comparison.count(row.kind))
            parts += tr(row.counted).arg(number);
    }
    return parts.isEmpty() ? tr("nothing to compare") : parts.join(", "_L1);
}

int ComparisonModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int ComparisonModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ComparisonModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ComparedPlace &place = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return cell(place, static_cast<Column>(index.column()));
    case KindRole:
        return static_cast<int>(place.kind());
    case Qt::ToolTipRole:
        return session::reasonOf(place.rule);
    case Qt::AccessibleTextRole:
        return index.column() == Place ? QVariant(wholeRow(place)) : QVariant();
    default:
        return {};
    }
}

QString ComparisonModel::cell(const ComparedPlace &place, Column column) const
{
    switch (column) {
    case Place: {
        const json::Pointer pointer = m_comparison.pointer(place);
        return pointer.isRoot() ? tr("(the session)") : pointer.toString();
    }
    case Kind:
        return word(place.kind());
    case Sent:
        return m_comparison.sentText(place);
    case Returned:
        return m_comparison.returnedText(place);
    case ColumnCount:
        break;
    }
    return {};
}

QString ComparisonModel::wholeRow(const ComparedPlace &place) const
{
    QStringList parts;
    parts.reserve(ColumnCount);
    for (const Column column : {Place, Kind, Sent, Returned})
        parts += cell(place, column);
    parts.removeAll(QString());
    return parts.join(", "_L1);
}

QVariant ComparisonModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Place:
        return tr("Place");
    case Kind:
        return tr("Result");
    case Sent:
        return tr("%1 \u2192 returned").arg(m_firstName);
    case Returned:
        return tr("Returned");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace present
