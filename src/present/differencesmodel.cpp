// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/differencesmodel.h"

using namespace Qt::StringLiterals;

namespace present {
namespace {

using Aspect = edm::Difference::Aspect;

struct AspectRow
{
    Aspect aspect;
    const char *words;
};

// Presence has two, see whatText().
constexpr AspectRow aspectRows[] = {
    {Aspect::Kind, QT_TRANSLATE_NOOP("present::DifferencesModel", "kind")},
    {Aspect::BaseType, QT_TRANSLATE_NOOP("present::DifferencesModel", "base type")},
    {Aspect::Abstract, QT_TRANSLATE_NOOP("present::DifferencesModel", "abstract")},
    {Aspect::Open, QT_TRANSLATE_NOOP("present::DifferencesModel", "open type")},
    {Aspect::Key, QT_TRANSLATE_NOOP("present::DifferencesModel", "key")},
    {Aspect::Flags, QT_TRANSLATE_NOOP("present::DifferencesModel", "flags")},
    {Aspect::Type, QT_TRANSLATE_NOOP("present::DifferencesModel", "type")},
    {Aspect::Nullable, QT_TRANSLATE_NOOP("present::DifferencesModel", "may be null")},
    {Aspect::Navigation, QT_TRANSLATE_NOOP("present::DifferencesModel", "navigation")},
    {Aspect::Containment, QT_TRANSLATE_NOOP("present::DifferencesModel", "contained")},
    {Aspect::Value, QT_TRANSLATE_NOOP("present::DifferencesModel", "number")},
    {Aspect::Deprecation, QT_TRANSLATE_NOOP("present::DifferencesModel", "deprecation")},
};

QString whatText(const edm::Difference &difference)
{
    if (difference.aspect == Aspect::Presence)
        return difference.isAddition() ? DifferencesModel::tr("added") : DifferencesModel::tr("removed");
    for (const AspectRow &row : aspectRows) {
        if (row.aspect == difference.aspect)
            return DifferencesModel::tr(row.words);
    }
    Q_UNREACHABLE();
}

/// A target path of CSDL (CSDL XML 4.01 §14.2.1): `microsoft.graph.callRecords.session/isTest`.
QString placeText(const edm::Difference &difference)
{
    return difference.member.isEmpty() ? difference.type : QString(difference.type + u'/' + difference.member);
}

} // namespace

DifferencesModel::DifferencesModel(QList<edm::Difference> differences, QObject *parent)
    : QAbstractTableModel(parent)
    , m_differences(std::move(differences))
{ }

int DifferencesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_differences.size());
}

int DifferencesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant DifferencesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::DisplayRole)
        return {};
    const edm::Difference &difference = m_differences.at(index.row());
    switch (static_cast<Column>(index.column())) {
    case Place:
        return placeText(difference);
    case What:
        return whatText(difference);
    case BuiltIn:
        return difference.before;
    case Here:
        return difference.after;
    case ColumnCount:
        break;
    }
    return {};
}

QVariant DifferencesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Place:
        return tr("Place");
    case What:
        return tr("What");
    case BuiltIn:
        return tr("Built-in schema");
    case Here:
        return tr("Schema in use");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace present
