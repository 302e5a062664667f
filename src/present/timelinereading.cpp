// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/timelinereading.h"

#include "edm/datetimeoffset.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace present {
namespace {

using report::Tone;

constexpr qsizetype longestText = 120; // for a line in a picture or a table

QString tr(const char *text)
{
    return QCoreApplication::translate("present::Timeline", text);
}

struct ModalityRow
{
    QLatin1String name; ///< callRecords.modality
    Tone tone;
};

constexpr ModalityRow modalityRows[] = {
    {"audio"_L1, Tone::Audio},
    {"video"_L1, Tone::Video},
    {"videoBasedScreenSharing"_L1, Tone::VideoBasedScreenSharing},
    {"data"_L1, Tone::Data},
    {"screenSharing"_L1, Tone::ScreenSharing},
};

Tone toneOfModality(const QString &name)
{
    for (const ModalityRow &row : modalityRows) {
        if (name == row.name)
            return row.tone;
    }
    return Tone::Other;
}

bool isNull(const json::Index &text, qsizetype node)
{
    return node >= 0 && text.at(node).kind == json::Kind::Null;
}

/// Reads the time `name` of an object; the problem, or nothing.
QString readTime(const json::Index &text, qsizetype node, const QString &name, QString &literal, qint64 &ticks)
{
    const qsizetype value = memberOf(text, node, name);
    if (value < 0)
        return tr("%1 is not there").arg(name);
    if (isNull(text, value))
        return tr("%1 is null").arg(name);
    if (text.at(value).kind != json::Kind::String)
        return tr("%1 is not a text").arg(name);
    const QString whole = text.string(value);
    literal = whole.left(longestText);
    const std::optional<qint64> known = edm::DateTimeOffset::ticksOf(whole);
    if (!known)
        return tr("%1 is not a time").arg(name);
    ticks = *known;
    return {};
}

} // namespace

ReadSpan spanOf(const json::Index &text, qsizetype node)
{
    ReadSpan span;
    if (text.at(node).kind != json::Kind::Object) {
        span.problem = tr("it is not an object");
        return span;
    }
    const QString first = readTime(text, node, u"startDateTime"_s, span.starts, span.begin);
    const QString last = readTime(text, node, u"endDateTime"_s, span.ends, span.end);
    if (!first.isEmpty() || !last.isEmpty())
        span.problem = first + (first.isEmpty() || last.isEmpty() ? QString() : u", "_s) + last;
    else if (span.end < span.begin)
        span.problem = tr("it ends before it starts");
    return span;
}

Failure failureOf(const json::Index &text, qsizetype node)
{
    const qsizetype info = memberOf(text, node, u"failureInfo");
    if (info < 0 || isNull(text, info))
        return {};
    const QString stage = textOf(text, memberOf(text, info, u"stage"));
    const QString reason = textOf(text, memberOf(text, info, u"reason"));
    const QString at = stage.isEmpty() ? tr("failed") : tr("failed at %1").arg(stage);
    return {true, reason.isEmpty() ? at : at + ": "_L1 + reason};
}

QList<Modality> modalitiesOf(const json::Index &text, qsizetype node)
{
    constexpr qsizetype most = 12; // one line each
    QList<Modality> modalities;
    for (const qsizetype item : itemsOf(text, memberOf(text, node, u"modalities"))) {
        const bool isText = text.at(item).kind == json::Kind::String;
        const QString name = isText ? textOf(text, item)
                                    : QString::fromUtf8(text.raw(item).first(qMin(text.raw(item).size(), longestText)));
        const auto isSame = [&name](const Modality &one) { return one.name == name; };
        if (std::none_of(modalities.cbegin(), modalities.cend(), isSame))
            modalities += {name, isText ? toneOfModality(name) : Tone::Other};
        if (modalities.size() == most)
            break;
    }
    return modalities;
}

QString partyOf(const json::Index &text, qsizetype endpoint)
{
    const QString person
        = textOf(text, memberOf(text, memberOf(text, endpoint, u"associatedIdentity"), u"displayName"));
    if (!person.isEmpty())
        return person;
    const QString name = textOf(text, memberOf(text, endpoint, u"name"));
    return name.isEmpty() ? textOf(text, memberOf(text, endpoint, u"@odata.type")).section(u'.', -1) : name;
}

std::optional<Tone> toneOfLabel(const QString &label)
{
    const auto says = [&label](QLatin1String word) { return label.contains(word, Qt::CaseInsensitive); };
    if (says("audio"_L1))
        return Tone::Audio;
    if (says("sharing"_L1))
        return says("video"_L1) ? Tone::VideoBasedScreenSharing : Tone::ScreenSharing;
    if (says("video"_L1))
        return Tone::Video;
    if (says("data"_L1))
        return Tone::Data;
    return std::nullopt;
}

Tone toneOfStream(const json::Index &text, qsizetype stream)
{
    const auto has = [&text, stream](QStringView codec) {
        const qsizetype value = memberOf(text, stream, codec);
        return value >= 0 && !isNull(text, value);
    };
    if (has(u"audioCodec"))
        return Tone::Audio;
    return has(u"videoCodec") ? Tone::Video : Tone::Other;
}

std::optional<Direction> directionOf(const json::Index &text, qsizetype stream)
{
    const QString direction = textOf(text, memberOf(text, stream, u"streamDirection"));
    if (direction == "callerToCallee"_L1)
        return Direction::CallerToCallee;
    if (direction == "calleeToCaller"_L1)
        return Direction::CalleeToCaller;
    return std::nullopt;
}

qsizetype memberOf(const json::Index &text, qsizetype node, QStringView name)
{
    return node >= 0 && text.at(node).kind == json::Kind::Object ? text.member(node, name) : -1;
}

QString textOf(const json::Index &text, qsizetype node)
{
    return node >= 0 && text.at(node).kind == json::Kind::String ? text.string(node).left(longestText) : QString();
}

QList<qsizetype> itemsOf(const json::Index &text, qsizetype node)
{
    QList<qsizetype> items;
    if (node < 0 || text.at(node).kind != json::Kind::Array)
        return items;
    items.reserve(text.count(node));
    for (qsizetype item = text.firstChild(node); item >= 0; item = text.nextChild(node, item))
        items += item;
    return items;
}

} // namespace present
