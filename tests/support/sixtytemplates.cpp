// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sixtytemplates.h"

#include "session/newcall.h"
#include "json/edit.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace support {
namespace {

using session::CallPlan;
using session::MemberWish;

constexpr int all = 60;
constexpr int firstOf201 = 36; ///< Before it, all has to come back.
constexpr int firstRefused = 44;
constexpr int firstPlanted = 52;
constexpr int firstDrawn = 58;

struct Kind
{
    CallPlan::Kind kind;
    QStringList participants;
};

QJsonObject sessionOf(int number)
{
    static const Kind kinds[] = {
        {CallPlan::Kind::PeerToPeer, {u"Ada"_s, u"Grace"_s}},
        {CallPlan::Kind::PstnLeg, {u"Ada"_s, u"+1 425 555 0100"_s}},
        {CallPlan::Kind::FailedSetup, {u"Ada"_s, u"Grace"_s}},
        {CallPlan::Kind::Group, {u"Ada"_s, u"Grace"_s, u"Edsger"_s}},
    };
    const Kind &kind = kinds[number % 4];
    const QUuid id = QUuid::createUuidV5(QUuid(), QString::number(number));
    const CallPlan plan{kind.kind,
                        kind.participants,
                        u"2017-01-01T00:00:14.2767228+03:00"_s,
                        qint64(60 + number) * 10'000'000 + number,
                        1 + number % 2,
                        id};
    return session::sessionOf(plan, number % session::sessionCount(plan));
}

/// A session that the schema refuses, and the place.
QString damage(QJsonObject &session, int number)
{
    switch (number % 4) {
    case 0:
        session.insert("startDateTime"_L1, u"2017-01-01T24:00:00Z"_s);
        return u"/startDateTime"_s;
    case 1:
        session.insert("modalities"_L1, QJsonArray{u"audio"_s, u"telepathy"_s});
        return u"/modalities/1"_s;
    case 2:
        session.insert("isTest"_L1, u"true"_s);
        return u"/isTest"_s;
    default:
        session.remove("endDateTime"_L1);
        return u"/endDateTime"_s;
    }
}

/// What no right service does, a kind each.
void plant(LibraryTemplate &one, int number)
{
    session::Expectation &expectation = one.content.expectation;
    one.isPlanted = true;
    switch (number - firstPlanted) {
    case 0:
        expectation.statuses = session::StatusSet::parse(u"409"_s).value_or({});
        break;
    case 1:
        expectation.members.insert(u"/modalities"_s, {MemberWish::Kind::Absent, {}});
        break;
    case 2:
        expectation.members.insert(u"/endDateTime"_s, {MemberWish::Kind::Value, R"("2017-01-01T00:00:14.2767229Z")"});
        break;
    case 3:
        expectation.headers.insert(u"X-Not-There"_s, std::nullopt);
        break;
    case 4:
        expectation.errorCode = u"invalidRequest"_s;
        break;
    default: { // a success is expected of what is refused
        QJsonObject session = sessionOf(number);
        damage(session, number);
        one.content.body = json::canonical(session);
        one.isStored = false;
        break;
    }
    }
}

void expect(LibraryTemplate &one, int number)
{
    session::Expectation &expectation = one.content.expectation;
    QJsonObject session = sessionOf(number);
    one.content.body = json::canonical(session);
    if (number >= firstDrawn) {
        session.insert("startDateTime"_L1, u"{{now-5m}}"_s);
        session.insert("endDateTime"_L1, u"{{now}}"_s);
        session.remove("segments"_L1);
        one.content.body = json::canonical(session);
        one.content.hasPlaceholders = true;
        expectation.counts.insert(u"returned"_s, true);
        one.wantsAllBack = true;
    } else if (number >= firstPlanted) {
        plant(one, number);
    } else if (number >= firstRefused) {
        expectation.errorTarget = damage(session, number);
        expectation.statuses = session::StatusSet::parse(u"400"_s).value_or({});
        one.content.body = json::canonical(session);
        one.isStored = false;
    } else if (number >= firstOf201) {
        expectation.statuses = session::StatusSet::parse(u"201"_s).value_or({});
    } else {
        expectation.counts.insert(u"returned"_s, true);
        one.wantsAllBack = true;
    }
}

} // namespace

QList<LibraryTemplate> sixtyTemplates()
{
    static const QString folders[] = {u"peer-to-peer"_s, u"pstn"_s, u"failed"_s, u"group/large"_s};
    QList<LibraryTemplate> templates;
    templates.reserve(all);
    for (int number = 0; number < all; ++number) {
        LibraryTemplate one;
        one.path = folders[number % 4] + u"/%1.json"_s.arg(number, 2, 10, QLatin1Char('0'));
        one.content.name = u"Call %1"_s.arg(number);
        one.content.description = u"What the service makes of call %1."_s.arg(number);
        one.content.tags = QStringList{folders[number % 4], u"regression"_s};
        one.content.target.version = u"v1.0"_s;
        one.content.target.callRecordId = u"e523d2ed-2966-4b6b-925b-754a88034cc5"_s;
        one.content.headers = {{u"Prefer"_s, u"return=representation"_s, true, {}}};
        expect(one, number);
        templates += one;
    }
    return templates;
}

} // namespace support
