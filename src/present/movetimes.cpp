// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/movetimes.h"

#include "edm/amount.h"
#include "edm/duration.h"
#include "present/documentcontroller.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace present {

MoveTimes::MoveTimes(DocumentController &document, QObject *parent)
    : QAbstractTableModel(parent)
    , m_document(document)
{
    Q_ASSERT(!document.document().obstacle());
}

QString MoveTimes::suggestion(By by) const
{
    const QJsonValue start = m_document.document().object().value("startDateTime"_L1);
    return by == By::Start ? start.toString() : u"1h"_s;
}

void MoveTimes::plan(By by, const QString &text)
{
    const QJsonObject &session = m_document.document().object();
    const core::Result<qint64> ticks
        = by == By::Amount ? edm::amountTicks(text) : session::ticksToStart(session, text.trimmed());
    beginResetModel();
    m_ticks = ticks.value_or(0);
    m_move = session::movedTimes(session, m_document.schema(), m_ticks);
    endResetModel();
    m_problem.clear();
    if (!ticks)
        m_problem = ticks.error().message;
    else if (movedCount() == 0)
        m_problem = tr("The session has no time that can be moved so.");
}

qsizetype MoveTimes::movedCount() const
{
    return std::count_if(m_move.times.cbegin(), m_move.times.cend(),
                         [](const session::MovedTime &time) { return time.reason.isEmpty(); });
}

QString MoveTimes::summary() const
{
    if (!m_problem.isEmpty())
        return {};
    const qsizetype moved = movedCount();
    const qsizetype left = m_move.times.size() - moved;
    const QString span = edm::clockText(m_ticks);
    const QString move
        = moved == 1 ? tr("1 time moves by %1").arg(span) : tr("%1 times move by %2").arg(QString::number(moved), span);
    return left == 0 ? move : tr("%1, %2 left alone").arg(move, QString::number(left));
}

void MoveTimes::apply()
{
    Q_ASSERT(m_problem.isEmpty());
    m_document.document().replaceAlike(m_move.session);
}

int MoveTimes::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_move.times.size());
}

int MoveTimes::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant MoveTimes::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::DisplayRole)
        return {};
    const session::MovedTime &time = m_move.times.at(index.row());
    switch (static_cast<Column>(index.column())) {
    case Place:
        return time.pointer.toString();
    case Before:
        return time.before;
    case After:
        return time.reason.isEmpty() ? time.after : tr("left alone: %1").arg(time.reason);
    case ColumnCount:
        break;
    }
    return {};
}

QVariant MoveTimes::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Place:
        return tr("Place");
    case Before:
        return tr("Before");
    case After:
        return tr("After");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace present
