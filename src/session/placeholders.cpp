// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/placeholders.h"

#include "edm/amount.h"
#include "edm/datetimeoffset.h"
#include "json/edit.h"
#include "json/pointer.h"
#include "json/scanner.h"

#include <QCoreApplication>
#include <QtNumeric>

#include <optional>

using namespace Qt::StringLiterals;

namespace session {
namespace {

using core::Error;
using core::Result;

constexpr QByteArrayView opening("{{");
constexpr QByteArrayView closing("}}");
constexpr int fractionDigits = 7;

/// The instant with all seven digits, which services trim: a sample that differs in length would hide that.
QString sevenDigits(qint64 ticks)
{
    QString text = edm::utcLiteral(ticks);
    text.chop(1); // Z
    const qsizetype point = text.indexOf(u'.');
    const qsizetype digits = point < 0 ? 0 : text.size() - point - 1;
    return text + (point < 0 ? u"."_s : QString()) + QString(fractionDigits - digits, u'0') + u'Z';
}

std::optional<QString> nowText(const QString &name, const PlaceholderValues &values)
{
    constexpr qsizetype wordSize = 3; // now
    const QString amount = name.sliced(wordSize);
    qint64 ticks = edm::ticksAt(values.now);
    if (!amount.isEmpty()) {
        const bool hasSign = amount.startsWith(u'-') || amount.startsWith(u'+');
        const Result<qint64> more = edm::amountTicks(amount.startsWith(u'+') ? amount.sliced(1) : amount);
        if (!hasSign || !more || qAddOverflow(ticks, *more, &ticks))
            return std::nullopt;
    }
    const QString text = sevenDigits(ticks);
    const bool isInCalendar = edm::DateTimeOffset::judge(text).verdict == edm::Judgement::Verdict::Valid;
    return isInCalendar ? std::optional(text) : std::nullopt;
}

/// What the placeholder `name` stands for; empty when it is none.
std::optional<QString> valueOf(const QString &name, const PlaceholderValues &values)
{
    constexpr QLatin1String variablePrefix("env:");
    if (name == "guid"_L1)
        return values.drawGuid();
    if (name == "callRecordId"_L1)
        return values.callRecordId;
    if (name.startsWith("now"_L1))
        return nowText(name, values);
    if (!name.startsWith(variablePrefix))
        return std::nullopt;
    const auto variable = values.variables.constFind(name.sliced(variablePrefix.size()));
    return variable != values.variables.cend() ? std::optional(*variable) : std::nullopt;
}

/// As it stands between quotation marks.
QByteArray escaped(const QString &text)
{
    const QByteArray quoted = json::compact(text);
    return quoted.sliced(1, quoted.size() - 2);
}

Error unknown(const QByteArray &placeholder, const json::Pointer &place)
{
    const QString sentence = QCoreApplication::translate(
        "session",
        "%1 at %2 is no placeholder that can be filled in, so nothing was sent. There are {{guid}}, "
        "{{now}}, {{now-5m}}, {{callRecordId}} and {{env:NAME}} for the variables of the environment.");
    return {Error::Code::Input, sentence.arg(QString::fromUtf8(placeholder), place.toString()), place.toString()};
}

/// Replaces what stands in one string token; the first that cannot be, as it is written.
std::optional<QByteArray> replace(QByteArrayView token, const PlaceholderValues &values, QByteArray &result)
{
    qsizetype at = 0;
    for (qsizetype begin = token.indexOf(opening); begin >= 0; begin = token.indexOf(opening, at)) {
        const qsizetype end = token.indexOf(closing, begin + opening.size());
        if (end < 0)
            break;
        const QByteArrayView inner = token.sliced(begin + opening.size(), end - begin - opening.size());
        const std::optional<QString> value = valueOf(QString::fromUtf8(inner), values);
        if (!value)
            return token.sliced(begin, end + closing.size() - begin).toByteArray();
        result += token.sliced(at, begin - at);
        result += escaped(*value);
        at = end + closing.size();
    }
    result += token.sliced(at);
    return std::nullopt;
}

} // namespace

Result<QByteArray> withPlaceholders(const QByteArray &body, const PlaceholderValues &values)
{
    if (!hasPlaceholder(body))
        return body;
    const json::Index index = json::scan(body);
    QByteArray result;
    qsizetype at = 0;
    for (qsizetype node = 0; node < index.size(); ++node) {
        const json::Node &token = index.at(node);
        if (token.kind != json::Kind::String)
            continue;
        result += QByteArrayView(body).sliced(at, token.begin - at);
        if (const std::optional<QByteArray> bad = replace(index.raw(node), values, result))
            return unknown(*bad, json::pointerAt(index, token.begin));
        at = token.end;
    }
    result += QByteArrayView(body).sliced(at);
    return result;
}

bool hasPlaceholder(const QByteArray &body)
{
    const qsizetype begin = body.indexOf(opening);
    return begin >= 0 && body.indexOf(closing, begin + opening.size()) >= 0;
}

QList<json::Pointer> placesOfPlaceholders(const QByteArray &body)
{
    QList<json::Pointer> places;
    const json::Index index = json::scan(body);
    for (qsizetype node = 0; node < index.size(); ++node) {
        const json::Node &token = index.at(node);
        if (token.kind != json::Kind::String || !hasPlaceholder(index.raw(node).toByteArray()))
            continue;
        const json::Pointer place = json::pointerAt(index, token.begin);
        const bool isName = json::resolve(index, place) != node;
        places += isName ? place.parent() : place;
    }
    return places;
}

} // namespace session
