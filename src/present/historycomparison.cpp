// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/historycomparison.h"

#include "edm/builtinschema.h"
#include "present/historytexts.h"
#include "json/scanner.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace present {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("present::HistoryComparison", text);
}

QString titleOf(const store::HistoryRow &row)
{
    return tr("%1: %2, %3").arg(row.number).arg(outcomeLine(row), contextLine(row)).simplified();
}

QByteArray responseOf(const store::HistoryEntry &entry)
{
    return entry.exchange.response ? entry.exchange.response->body : QByteArray();
}

ComparedBodies compared(const QByteArray &earlier, const QByteArray &later, const edm::Schema &schema)
{
    const json::Index first = json::scan(earlier);
    const json::Index second = json::scan(later);
    if (!first.isValid() || !second.isValid()) {
        const QString which = !first.isValid() ? tr("The body of the earlier one is not JSON, so there is nothing to "
                                                    "compare.")
                                               : tr("The body of the later one is not JSON, so there is nothing to "
                                                    "compare.");
        return {{}, which};
    }
    return {session::compare(first, second, schema, edm::sessionTypeName), {}};
}

} // namespace

HistoryComparison compareEntries(const store::HistoryEntry &one, const store::HistoryEntry &other,
                                 const edm::Schema &schema)
{
    const bool isInOrder = one.row.number <= other.row.number;
    const store::HistoryEntry &earlier = isInOrder ? one : other;
    const store::HistoryEntry &later = isInOrder ? other : one;
    return {titleOf(earlier.row), titleOf(later.row), compared(responseOf(earlier), responseOf(later), schema),
            compared(earlier.exchange.request.body, later.exchange.request.body, schema)};
}

} // namespace present
