// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/baseline.h"

#include "core/redaction.h"
#include "session/bodymember.h"
#include "session/placeholders.h"
#include "json/scanner.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace session {
namespace {

using core::Error;
using core::Result;

constexpr QLatin1String responseKey("response");
constexpr QLatin1String ignoredKey("ignored");
constexpr QLatin1String suffix(".baseline.json");
constexpr QLatin1String plainSuffix(".json");

/// Takes the ignored places out of `baseline.others`; false when they cannot be read.
bool takeIgnored(Baseline &baseline)
{
    const QJsonValue value = baseline.others.take(ignoredKey);
    const QJsonArray items = value.toArray();
    baseline.ignored.reserve(items.size());
    for (const QJsonValueConstRef item : items) {
        const Result<json::Pointer> pointer = json::Pointer::parse(item.toString());
        if (!item.isString() || !pointer)
            return false;
        baseline.ignored += *pointer;
    }
    return value.isArray() || value.isUndefined();
}

/// The number of the format, or an Error.
core::Status checkFormat(const json::Index &whole)
{
    const bool isObject = whole.isValid() && whole.at(0).kind == json::Kind::Object;
    const qsizetype mark = isObject ? whole.member(0, QString(baselineMark)) : -1;
    if (mark < 0) {
        const QString text = QCoreApplication::translate(
            "session", "This is no baseline: it is no JSON object with a member sessionComposerBaseline.");
        return Error{Error::Code::Input, text, {}};
    }
    const int format = whole.raw(mark).toByteArray().toInt();
    if (format < 1 || whole.at(mark).kind != json::Kind::Number)
        return unreadableMember(u'/' + baselineMark);
    if (format > baselineFormat) {
        const QString text = QCoreApplication::translate(
            "session", "This baseline has format %1, and this version reads up to %2. Update the program to use it.");
        return Error{Error::Code::Input, text.arg(QString::number(format), QString::number(baselineFormat)), {}};
    }
    return core::ok();
}

/// The annotations of the response itself, but for its type.
QList<json::Pointer> annotations(const json::Index &response)
{
    constexpr QLatin1String typeAnnotation("@odata.type");
    QList<json::Pointer> places;
    places.reserve(1); // mostly @odata.context
    const bool isObject = response.isValid() && response.at(0).kind == json::Kind::Object;
    for (qsizetype name = isObject ? response.firstChild(0) : -1; name >= 0; name = response.nextChild(0, name)) {
        const QString text = response.string(name);
        if (text.startsWith(u'@') && text != typeAnnotation)
            places += json::Pointer({text});
    }
    return places;
}

/// What an error of Graph says of the one request: the date and its ids, in either spelling of the inner error.
QList<json::Pointer> errorsOwn(const json::Index &response)
{
    QList<json::Pointer> places;
    places.reserve(3);
    for (const QString &inner : {u"innerError"_s, u"innererror"_s}) {
        for (const QString &name : {u"date"_s, u"request-id"_s, u"client-request-id"_s}) {
            const json::Pointer place({u"error"_s, inner, name});
            if (response.isValid() && json::resolve(response, place) >= 0)
                places += place;
        }
    }
    return places;
}

} // namespace

QString baselinePath(const QString &path)
{
    return (path.endsWith(plainSuffix) ? path.chopped(plainSuffix.size()) : path) + suffix;
}

bool isBaselinePath(const QString &path)
{
    return path.endsWith(suffix);
}

Result<Baseline> readBaseline(const QByteArray &text)
{
    const json::Index whole = json::scan(text);
    if (const core::Status format = checkFormat(whole); !format)
        return format.error();
    Result<QJsonObject> envelope = envelopeOf(whole, responseKey);
    if (!envelope)
        return envelope.error();
    Result<QByteArray> body = bodyIn(whole, responseKey);
    if (!body)
        return body.error();
    Baseline baseline{std::move(body).value(), {}, std::move(envelope).value()};
    baseline.others.remove(baselineMark);
    if (!takeIgnored(baseline))
        return unreadableMember(u'/' + ignoredKey);
    return baseline;
}

Result<QByteArray> baselineText(const Baseline &baseline)
{
    if (!QUtf8StringView(baseline.body).isValidUtf8()) {
        const QString text = QCoreApplication::translate(
            "session", "The response is not UTF-8 text, and a baseline can hold nothing else.");
        return Error{Error::Code::Input, text, {}};
    }
    const QString body = QString::fromUtf8(baseline.body);
    if (core::redactedEvidence(body) != body) {
        const QString text = QCoreApplication::translate(
            "session",
            "There is a token, password or key in the response. A baseline is made to be shared, so it was not saved.");
        return Error{Error::Code::Refused, text, {}};
    }
    QJsonArray ignored;
    for (const json::Pointer &pointer : baseline.ignored)
        ignored.append(pointer.toString());
    QJsonObject envelope = baseline.others;
    envelope.insert(baselineMark, baselineFormat);
    envelope.insert(ignoredKey, ignored);
    return fileText(std::move(envelope), responseKey, baseline.body);
}

Baseline acceptedBaseline(const Template &content, const QByteArray &body, const std::optional<Baseline> &before)
{
    Baseline baseline = before ? *before : Baseline{{}, drawnPlaces(content, json::scan(body)), {}};
    baseline.body = canonicalWhereHeld(body);
    return baseline;
}

QList<json::Pointer> drawnPlaces(const Template &content, const json::Index &response)
{
    QList<json::Pointer> places{json::Pointer({u"id"_s})};
    places += annotations(response);
    places += errorsOwn(response);
    if (content.hasPlaceholders)
        places += placesOfPlaceholders(content.body);
    QSet<json::Pointer> seen;
    places.removeIf([&seen](const json::Pointer &place) {
        const bool isKnown = seen.contains(place);
        seen.insert(place);
        return isKnown;
    });
    return places;
}

bool isIgnored(const Baseline &baseline, const json::Pointer &place)
{
    return std::any_of(baseline.ignored.cbegin(), baseline.ignored.cend(),
                       [&place](const json::Pointer &pointer) { return pointer.contains(place); });
}

} // namespace session
