// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/errorguide.h"

#include "edm/builtinschema.h"
#include "graph/retryafter.h"
#include "present/guiderows.h"
#include "present/verdict.h"
#include "session/errortarget.h"
#include "json/scanner.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace present {
namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("present::Guide", text);
}

/// Whether there is anything to explain. What a tester expects makes an error no less of one.
bool isPlainSuccess(const Examination &examination)
{
    const exchange::Response *response = examination.response();
    if (response && response->status == 204)
        return examination.hasExpectedStatus();
    return judge(examination.exchange()).outcome == Outcome::AsExpected;
}

QString happenedIn(const GuideRow &row, const exchange::Exchange &exchange)
{
    if (row.happened)
        return translated(row.happened);
    return exchange.error ? exchange.error->message : judge(exchange).reasons.join(u' ');
}

QString saidIn(const graph::ErrorBody &error)
{
    QStringList codes{error.code};
    if (const QString code = error.mostSpecificCode(); code != error.code)
        codes += code;
    codes.removeAll(QString());
    QStringList parts{codes.join(", "_L1), error.message};
    parts.removeAll(QString());
    return parts.join(": "_L1);
}

QList<NamedPlace> placesIn(const graph::ErrorBody &error, const Examination &examination)
{
    QList<NamedPlace> places;
    if (!examination.schema())
        return places;
    const json::Index sent = json::scan(examination.exchange().request.body);
    const auto add
        = [&places, &sent, &examination](const QString &target, const QString &code, const QString &message) {
              const auto pointer = session::pointerOfTarget(target, sent, *examination.schema(), edm::sessionTypeName);
              if (pointer)
                  places.append({*pointer, code, message});
          };
    add(error.target, error.code, error.message);
    for (const graph::ErrorDetail &detail : error.details)
        add(detail.target, detail.code, detail.message);
    return places;
}

/// The moment at which the response had come.
std::chrono::system_clock::time_point receivedAt(const exchange::Exchange &exchange)
{
    const std::chrono::nanoseconds took = exchange.timing.finished.value_or(std::chrono::nanoseconds());
    return exchange.startedAt + std::chrono::duration_cast<std::chrono::system_clock::duration>(took);
}

} // namespace

Guide guideOf(const Examination &examination)
{
    if (isPlainSuccess(examination))
        return {};
    const exchange::Response *response = examination.response();
    const Clues clues{examination, response ? response->status : 0, graph::readErrorBody(examination.body())};
    const GuideRow *row = guideRowFor(clues);
    if (!row)
        return {};
    Guide guide;
    guide.id = row->id;
    guide.happened = happenedIn(*row, examination.exchange());
    guide.why = translated(row->why);
    guide.next = translated(row->next);
    if (const QString detail = row->detail ? row->detail(clues) : QString(); !detail.isEmpty())
        guide.why += u' ' + detail;
    if (clues.error) {
        guide.said = saidIn(*clues.error);
        guide.places = placesIn(*clues.error, examination);
    }
    guide.retryAt = graph::retryAt(clues.header("Retry-After"), receivedAt(examination.exchange()));
    return guide;
}

} // namespace present
