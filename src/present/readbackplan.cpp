// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/readbackplan.h"

#include "edm/datetimeoffset.h"
#include "graph/location.h"
#include "graph/sessionsurl.h"
#include "present/requestdraft.h"
#include "json/scanner.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace present {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("present::ReadBack", text);
}

/// The text of a member; empty when there is none, or it is no text.
QString textOf(const json::Index &index, qsizetype object, QStringView name)
{
    const qsizetype node = index.at(object).kind == json::Kind::Object ? index.member(object, name) : -1;
    return node >= 0 && index.at(node).kind == json::Kind::String ? index.string(node) : QString();
}

std::optional<SessionTimes> timesOf(const json::Index &index, qsizetype session)
{
    const std::optional<qint64> start = edm::DateTimeOffset::ticksOf(textOf(index, session, u"startDateTime"));
    const std::optional<qint64> end = edm::DateTimeOffset::ticksOf(textOf(index, session, u"endDateTime"));
    return start && end ? std::optional(SessionTimes{*start, *end}) : std::nullopt;
}

/// The URL of the session that the response tells of; empty when it tells of none.
std::optional<QUrl> toldUrl(const exchange::Exchange &submit)
{
    const QUrl &request = submit.request.url;
    if (!submit.response || submit.response->status > 299)
        return std::nullopt;
    const json::Index body = json::scan(submit.response->body); // of a cut one, no JSON
    const QString id = body.isValid() ? textOf(body, 0, u"id") : QString();
    if (!id.isEmpty() && !graph::isDotSegment(id))
        return graph::createdUrl(request, id);
    const QByteArray location = exchange::valueOf(submit.response->headers, "Location").value_or(QByteArray());
    const std::optional<QUrl> url = graph::sameOriginUrl(location, request);
    const bool isList = url == graph::createdUrl(request, {});
    return isList ? std::nullopt : url;
}

} // namespace

bool mayHaveMade(const QByteArray &method, bool hasLeft, std::optional<int> status)
{
    return method == "POST" && hasLeft && (!status || *status / 100 == 2 || *status / 100 == 5);
}

core::Result<ReadBackPlan> readBackPlan(const exchange::Exchange &submit)
{
    if (const std::optional<QUrl> url = toldUrl(submit))
        return ReadBackPlan{*url, {}};
    const json::Index sent = json::scan(submit.request.body);
    const std::optional<SessionTimes> times = sent.isValid() ? timesOf(sent, 0) : std::nullopt;
    if (!times)
        return core::Error{core::Error::Code::Input,
                           tr("The response names neither an id nor a place, and what was sent has no start and end by "
                              "which its session could be found in the list. Look at the list of sessions yourself."),
                           {}};
    return ReadBackPlan{graph::createdUrl(submit.request.url, {}), times};
}

exchange::Request readBackRequest(const exchange::Request &submit, const QUrl &url)
{
    exchange::Request request = asTyped(submit);
    request.method = "GET";
    request.url = url;
    request.body.clear();
    request.headers.removeIf([](const exchange::Header &header) {
        const QByteArray name = header.name.toLower();
        return name.startsWith("content-") || name.startsWith("if-") || name == "expect";
    });
    return request;
}

SessionPage readSessionPage(const QByteArray &body, const SessionTimes &wanted)
{
    const json::Index index = json::scan(body);
    const bool isObject = index.isValid() && index.at(0).kind == json::Kind::Object;
    const qsizetype list = isObject ? index.member(0, u"value") : -1;
    SessionPage page;
    page.isList = list >= 0 && index.at(list).kind == json::Kind::Array;
    if (!page.isList)
        return page;
    for (qsizetype item = index.firstChild(list); item >= 0; item = index.nextChild(list, item)) {
        if (timesOf(index, item) == wanted)
            page.ids += textOf(index, item, u"id");
    }
    if (index.member(0, u"@odata.nextLink") >= 0)
        page.nextLink = textOf(index, 0, u"@odata.nextLink").toUtf8();
    return page;
}

QString durationText(std::chrono::seconds duration)
{
    const auto minutes = duration.count() / 60;
    const auto seconds = duration.count() % 60;
    const QString inMinutes = minutes == 1 ? tr("1 minute") : tr("%1 minutes").arg(minutes);
    const QString inSeconds = seconds == 1 ? tr("1 second") : tr("%1 seconds").arg(seconds);
    if (minutes == 0)
        return inSeconds;
    return seconds == 0 ? inMinutes : tr("%1 and %2").arg(inMinutes, inSeconds);
}

} // namespace present
