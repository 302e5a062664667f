// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/expectation.h"

#include "json/pointer.h"
#include "json/scanner.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace session {
namespace {

struct KindRow
{
    MemberWish::Kind kind;
    QLatin1String word;
};

/// A wish for a value is no word but the object `{"json": TEXT}`.
constexpr KindRow kindRows[] = {
    {MemberWish::Kind::AsSent, "asSent"_L1},
    {MemberWish::Kind::Absent, "absent"_L1},
    {MemberWish::Kind::Ignored, "ignored"_L1},
};
constexpr QLatin1String valueKey("json");

bool readStatuses(const QJsonValue &value, Expectation &expectation)
{
    const core::Result<StatusSet> statuses = StatusSet::parse(value.toString(u"?"_s));
    if (statuses)
        expectation.statuses = *statuses;
    return statuses.has_value();
}

bool readErrorCode(const QJsonValue &value, Expectation &expectation)
{
    expectation.errorCode = value.toString();
    return value.isString();
}

bool readErrorTarget(const QJsonValue &value, Expectation &expectation)
{
    expectation.errorTarget = value.toString();
    return value.isString();
}

std::optional<MemberWish> wishOf(const QJsonValue &value)
{
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        const QByteArray text = object.value(valueKey).toString().toUtf8();
        const bool isValue = object.size() == 1 && json::scan(text).isValid();
        return isValue ? std::optional(MemberWish{MemberWish::Kind::Value, text}) : std::nullopt;
    }
    const auto row = std::find_if(std::begin(kindRows), std::end(kindRows),
                                  [&value](const KindRow &one) { return value.toString() == one.word; });
    return row != std::end(kindRows) ? std::optional(MemberWish{row->kind, {}}) : std::nullopt;
}

bool readMembers(const QJsonValue &value, Expectation &expectation)
{
    const QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member) {
        const std::optional<MemberWish> wish = wishOf(member.value());
        if (!wish || !json::Pointer::parse(member.key()))
            return false;
        expectation.members.insert(member.key(), *wish);
    }
    return value.isObject();
}

bool readHeaders(const QJsonValue &value, Expectation &expectation)
{
    const QJsonObject object = value.toObject();
    for (auto header = object.begin(); header != object.end(); ++header) {
        if (!header->isString() && !header->isNull())
            return false;
        expectation.headers.insert(header.key(), header->isNull() ? std::nullopt : std::optional(header->toString()));
    }
    return value.isObject();
}

bool readTimeLimit(const QJsonValue &value, Expectation &expectation)
{
    const qint64 limit = value.toInteger(-1);
    if (limit > 0)
        expectation.timeLimit = std::chrono::milliseconds(limit);
    return limit > 0;
}

bool readCounts(const QJsonValue &value, Expectation &expectation)
{
    const QJsonObject object = value.toObject();
    for (auto check = object.begin(); check != object.end(); ++check) {
        if (!check->isBool())
            return false;
        expectation.counts.insert(check.key(), check->toBool());
    }
    return value.isObject();
}

QJsonValue textOrNothing(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(text);
}

QJsonValue objectOrNothing(const QJsonObject &object)
{
    return object.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(object);
}

QJsonValue writtenWish(const MemberWish &wish)
{
    const auto row = std::find_if(std::begin(kindRows), std::end(kindRows),
                                  [&wish](const KindRow &one) { return wish.kind == one.kind; });
    if (row != std::end(kindRows))
        return QString(row->word);
    return QJsonObject{{valueKey, QString::fromUtf8(wish.value)}};
}

QJsonValue writtenMembers(const Expectation &expectation)
{
    QJsonObject object;
    for (auto member = expectation.members.begin(); member != expectation.members.end(); ++member)
        object.insert(member.key(), writtenWish(member.value()));
    return objectOrNothing(object);
}

QJsonValue writtenHeaders(const Expectation &expectation)
{
    QJsonObject object;
    for (auto header = expectation.headers.begin(); header != expectation.headers.end(); ++header)
        object.insert(header.key(), header.value() ? QJsonValue(**header) : QJsonValue(QJsonValue::Null));
    return objectOrNothing(object);
}

QJsonValue writtenCounts(const Expectation &expectation)
{
    QJsonObject object;
    for (auto check = expectation.counts.begin(); check != expectation.counts.end(); ++check)
        object.insert(check.key(), check.value());
    return objectOrNothing(object);
}

/// One member of the JSON form: how it is read and written. Undefined is not written.
struct MemberRow
{
    QLatin1String name;
    bool (*read)(const QJsonValue &value, Expectation &expectation);
    QJsonValue (*write)(const Expectation &expectation);
};

constexpr MemberRow memberRows[] = {
    {"status"_L1, readStatuses, [](const Expectation &e) { return textOrNothing(e.statuses.toString()); }},
    {"errorCode"_L1, readErrorCode, [](const Expectation &e) { return textOrNothing(e.errorCode); }},
    {"errorTarget"_L1, readErrorTarget, [](const Expectation &e) { return textOrNothing(e.errorTarget); }},
    {"members"_L1, readMembers, writtenMembers},
    {"headers"_L1, readHeaders, writtenHeaders},
    {"timeLimitMs"_L1, readTimeLimit,
     [](const Expectation &e) {
         return e.timeLimit ? QJsonValue(qint64(e.timeLimit->count())) : QJsonValue(QJsonValue::Undefined);
     }},
    {"checks"_L1, readCounts, writtenCounts},
};

} // namespace

core::Result<Expectation> expectationOf(const QJsonObject &object)
{
    Expectation expectation;
    expectation.others = object;
    for (const MemberRow &row : memberRows) {
        const QJsonValue value = expectation.others.take(row.name);
        if (!value.isUndefined() && !row.read(value, expectation)) {
            const QString sentence = QCoreApplication::translate(
                "session", "What is expected cannot be read: its member “%1” is not of the form it must have.");
            return core::Error{core::Error::Code::Input, sentence.arg(row.name), {}};
        }
    }
    return expectation;
}

QJsonObject toJson(const Expectation &expectation)
{
    QJsonObject object = expectation.others;
    for (const MemberRow &row : memberRows) {
        const QJsonValue value = row.write(expectation);
        if (!value.isUndefined())
            object.insert(row.name, value);
    }
    return object;
}

} // namespace session
