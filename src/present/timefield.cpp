// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/timefield.h"

#include "core/clock.h"
#include "edm/amount.h"
#include "edm/datetimeoffset.h"
#include "edm/timeliteral.h"
#include "present/documentcontroller.h"
#include "json/edit.h"

#include <QCoreApplication>
#include <QDate>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;
using edm::DateTimeOffset;
using edm::OffsetChange;

namespace present {
namespace {

constexpr QLatin1String startName("startDateTime");
constexpr QLatin1String endName("endDateTime");
constexpr QLatin1String commonOffsets[] = {
    "-08:00"_L1, "-05:00"_L1, "-03:00"_L1, "+00:00"_L1, "+01:00"_L1, "+02:00"_L1, "+03:00"_L1,
    "+05:30"_L1, "+05:45"_L1, "+08:00"_L1, "+09:00"_L1, "+10:00"_L1, "+14:00"_L1,
};

// `2016-12-31T21:00:14Z` in two parts for the eye: the date, and the time without what names the offset.
QString dateOf(const QString &literal)
{
    return literal.section(u'T', 0, 0);
}

QString clockOf(const QString &literal, qsizetype offsetSize)
{
    return literal.section(u'T', 1).chopped(offsetSize);
}

} // namespace

TimeField::TimeField(DocumentController &document, json::Pointer pointer)
    : m_document(document)
    , m_pointer(std::move(pointer))
{ }

QString TimeField::beside() const
{
    const std::optional<DateTimeOffset> time = DateTimeOffset::parse(text());
    if (!time || !time->ticks())
        return {};
    const QString utc = time->toUtc();
    const QString shown = dateOf(utc) + u' ' + clockOf(utc, 1);
    const QString offset = localOffset(*time->ticks());
    const core::Result<QString> local = edm::withOffset(utc, offset, OffsetChange::KeepInstant);
    if (offset.isEmpty() || !local)
        return QCoreApplication::translate("present::TimeField", "%1 UTC").arg(shown);
    const QString otherDate = dateOf(*local) == dateOf(utc) ? QString() : dateOf(*local) + u' ';
    return QCoreApplication::translate("present::TimeField", "%1 UTC · %2 local")
        .arg(shown, otherDate + clockOf(*local, offset.size()) + u' ' + offset);
}

core::Status TimeField::writeNow()
{
    return write(m_pointer, edm::moved(u"1970-01-01T00:00:00.0000000Z"_s, nowTicks()));
}

bool TimeField::hasSpan() const
{
    return m_pointer.last() == startName || m_pointer.last() == endName;
}

core::Status TimeField::writeEnd(const QString &amount)
{
    Q_ASSERT(hasSpan());
    const core::Result<qint64> ticks = edm::amountTicks(amount);
    if (!ticks)
        return ticks.error();
    const TimeField start(m_document, m_pointer.parent().child(QString(startName)));
    const core::Result<QString> end = edm::moved(start.text(), *ticks);
    if (!end) {
        return core::Error{
            core::Error::Code::Input,
            QCoreApplication::translate("present::TimeField", "There is no end to count from the start: %1")
                .arg(end.error().message),
            {}};
    }
    return write(m_pointer.parent().child(QString(endName)), end);
}

QStringList TimeField::offsets() const
{
    QStringList offsets{u"Z"_s};
    const std::optional<DateTimeOffset> time = DateTimeOffset::parse(text());
    const QString own = localOffset(time ? time->ticks().value_or(nowTicks()) : nowTicks());
    if (!own.isEmpty())
        offsets += own;
    std::copy(std::begin(commonOffsets), std::end(commonOffsets), std::back_inserter(offsets));
    offsets.removeDuplicates();
    return offsets;
}

core::Status TimeField::writeOffset(const QString &offset, OffsetChange change)
{
    return write(m_pointer, edm::withOffset(text(), offset, change));
}

QDate TimeField::date() const
{
    const QDate written = QDate::fromString(dateOf(text()).left(10), Qt::ISODate);
    return written.isValid() ? written : QDate::fromString(dateOf(edm::utcLiteral(nowTicks())), Qt::ISODate);
}

core::Status TimeField::writeDate(QDate date)
{
    return write(m_pointer, edm::withDate(text(), {date.year(), date.month(), date.day()}));
}

// What stands in the field; other JSON as it is spelled, so that it is seen to be no time.
QString TimeField::text() const
{
    const QJsonValue value = m_document.document().value(m_pointer);
    if (value.isUndefined() || value.isNull())
        return {};
    return value.isString() ? value.toString() : QString::fromUtf8(json::compact(value));
}

// The offset of the person's zone at an instant; empty when the system does not know the zone.
QString TimeField::localOffset(qint64 ticks) const
{
    if (!m_document.timeZone().isValid())
        return {};
    const qint64 ticksPerMillisecond = DateTimeOffset::ticksPerSecond / 1'000;
    const QDateTime instant = QDateTime::fromMSecsSinceEpoch(edm::floorDivide(ticks, ticksPerMillisecond), Qt::UTC);
    return edm::offsetText(m_document.timeZone().offsetFromUtc(instant) / 60);
}

qint64 TimeField::nowTicks() const
{
    return edm::ticksAt(m_document.clock().now());
}

core::Status TimeField::write(const json::Pointer &pointer, const core::Result<QString> &text)
{
    if (!text)
        return text.error();
    m_document.document().replaceValue(pointer, *text);
    return core::ok();
}

} // namespace present
