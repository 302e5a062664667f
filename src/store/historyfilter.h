// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVariantList>

namespace store {

/// A filter of the history as SQL.
struct HistoryFilter
{
    QString table; ///< Where its condition looks: the index, or the texts themselves.
    QString number; ///< The table's column with the number of the exchange.
    QString condition; ///< Empty when all fit.
    QVariantList values; ///< What is bound in the condition.

    /// The condition for a statement about the table `exchange`, with `WHERE`; empty when all fit.
    QString whereClause() const;
};

/// Reads a filter as History describes it.
HistoryFilter readFilter(const QString &text);

} // namespace store
