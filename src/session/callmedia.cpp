// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/callmedia.h"

#include "edm/duration.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace session {
namespace {

constexpr qint64 millisecond = 10'000; // In ticks.

struct MediumRow
{
    QLatin1String modality; ///< callRecords.modality
    QLatin1String label; ///< As services name it.
    qint64 packetEvery = 0; ///< Ticks.
    qint64 bandwidth = 0; ///< Bits per second.
    double frameRate = 0;
};

constexpr MediumRow media[] = {
    {"audio"_L1, "main-audio"_L1, 20 * millisecond, 9'965'083, 0},
    {"video"_L1, "main-video"_L1, 4 * millisecond, 15'644'878, 29.5},
    {"videoBasedScreenSharing"_L1, "applicationsharing-video"_L1, 6 * millisecond, 12'204'511, 11.25},
};

const MediumRow &rowOf(CallMedium medium)
{
    return media[static_cast<size_t>(medium)];
}

QString milliseconds(qint64 count)
{
    return edm::durationLiteral(count * millisecond);
}

QJsonObject audioFacts(int number)
{
    return {{u"audioCodec"_s, u"satin"_s},
            {u"averageAudioDegradation"_s, 0.125 * (number % 8)},
            {u"averageAudioNetworkJitter"_s, milliseconds(43 + number % 11)},
            {u"maxAudioNetworkJitter"_s, milliseconds(66 + number % 17)},
            {u"averageRatioOfConcealedSamples"_s, 0.0625},
            {u"maxRatioOfConcealedSamples"_s, 0.09375},
            {u"isAudioForwardErrorCorrectionUsed"_s, true}};
}

QJsonObject videoFacts(const MediumRow &row)
{
    return {{u"videoCodec"_s, u"h264"_s},
            {u"averageVideoFrameRate"_s, row.frameRate},
            {u"averageReceivedFrameRate"_s, row.frameRate},
            {u"averageVideoFrameLossPercentage"_s, 0.5},
            {u"averageVideoPacketLossRate"_s, 0.001},
            {u"postForwardErrorCorrectionPacketLossRate"_s, 0},
            {u"averageFreezeDuration"_s, milliseconds(120)},
            {u"rmsFreezeDuration"_s, milliseconds(140)},
            {u"lowFrameRateRatio"_s, 0.03125},
            {u"lowVideoProcessingCapabilityRatio"_s, 0}};
}

} // namespace

QLatin1String modalityOf(CallMedium medium)
{
    return rowOf(medium).modality;
}

QJsonObject mediaOf(CallMedium medium, const CallEnds &ends)
{
    QJsonObject object{{u"label"_s, rowOf(medium).label},
                       {u"callerNetwork"_s, networkOf(ends.caller)},
                       {u"calleeNetwork"_s, networkOf(ends.callee)}};
    if (const QJsonObject device = deviceOf(ends.caller); !device.isEmpty())
        object.insert("callerDevice"_L1, device);
    if (const QJsonObject device = deviceOf(ends.callee); !device.isEmpty())
        object.insert("calleeDevice"_L1, device);
    return object;
}

QJsonArray streamsOf(CallMedium medium, const CallSpan &span, int number, const std::function<QString(qint64)> &literal)
{
    const MediumRow &row = rowOf(medium);
    const bool isAudio = medium == CallMedium::Audio;
    QJsonObject stream = isAudio ? audioFacts(number) : videoFacts(row);
    // Negotiation takes a moment, and so does hanging up.
    stream.insert("startDateTime"_L1, literal(span.from + span.length() / 100));
    stream.insert("endDateTime"_L1, literal(span.to - span.length() / 200));
    stream.insert("averageJitter"_L1, milliseconds(7 + number % 10));
    stream.insert("maxJitter"_L1, milliseconds(21 + number % 10));
    stream.insert("averageRoundTripTime"_L1, milliseconds(61 + number % 20));
    stream.insert("maxRoundTripTime"_L1, milliseconds(106 + number % 30));
    stream.insert("averagePacketLossRate"_L1, 0.0078125);
    stream.insert("maxPacketLossRate"_L1, 0.03125);
    stream.insert("packetUtilization"_L1, span.length() / row.packetEvery);
    stream.insert("averageBandwidthEstimate"_L1, row.bandwidth);
    stream.insert("wasMediaBypassed"_L1, false);
    QJsonArray streams;
    const qint64 firstId = 1'504'545'584 + qint64{100} * number + qint64{10} * static_cast<int>(medium);
    for (const QLatin1String direction : {"callerToCallee"_L1, "calleeToCaller"_L1}) {
        stream.insert("streamDirection"_L1, direction);
        stream.insert("streamId"_L1, QString::number(firstId + streams.size()));
        streams.append(stream);
    }
    return streams;
}

} // namespace session
