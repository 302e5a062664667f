// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fieldfinder.h"

#include "app/plaincells.h"

using namespace Qt::StringLiterals;

namespace app {
namespace {

constexpr QSize finderSize(360, 280);

} // namespace

FieldFinder::FieldFinder(const QStringList &names, QWidget *anchor)
    : FinderDialog({tr("Find a field"), tr("Find a field: part of its name"), u"Find field"_s, u"Fields"_s}, finderSize,
                   anchor)
    , m_names(names)
{
    m_matching.setSourceModel(&m_names);
    m_matching.setFilterCaseSensitivity(Qt::CaseInsensitive);
    setModel(&m_matching, new PlainCells);
}

void FieldFinder::narrow(const QString &words)
{
    m_matching.setFilterFixedString(words);
}

void FieldFinder::choose(const QModelIndex &index)
{
    const QString name = index.data().toString();
    accept();
    Q_EMIT chosen(name);
}

} // namespace app
