// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/callparty.h"

#include <QJsonArray>

#include <iterator>

using namespace Qt::StringLiterals;

namespace session {
namespace {

/// A client as one meets it; whose it is, the number of the participant decides.
struct Client
{
    QLatin1String platform; ///< callRecords.clientPlatform
    QLatin1String headerValue;
    QLatin1String version;
    QLatin1String machine;
    QLatin1String cpu;
    int cores = 0;
    int megahertz = 0;
    QLatin1String capture;
    QLatin1String render;
    QLatin1String driver;
};

constexpr Client clients[] = {
    {"windows"_L1, "CallSignalingAgent (27/24124.2315.2911.3357) MicrosoftTeams-Desktop"_L1, "24124.2315.2911.3357"_L1,
     "DESKTOP-4F2K"_L1, "Intel(R) Core(TM) i7-10610U CPU @ 1.80GHz"_L1, 8, 1800, "Microphone (USB Headset)"_L1,
     "Headphones (USB Headset)"_L1, "Microsoft: 10.0.19041.4355"_L1},
    {"android"_L1, "CallSignalingAgent (37/1.0.0.2024102302) MicrosoftTeams-Android"_L1, "1.0.0.2024102302"_L1,
     "Phone SM-G991"_L1, "ARMv8 Processor rev 1 (v8l)"_L1, 8, 2840, "Default input device"_L1,
     "Default output device"_L1, "Android: 13"_L1},
    {"macOS"_L1, "CallSignalingAgent (28/24124.2309.2911.4214) MicrosoftTeams-Desktop"_L1, "24124.2309.2911.4214"_L1,
     "MacBook-Pro"_L1, "Apple M1"_L1, 8, 3200, "MacBook Pro Microphone"_L1, "MacBook Pro Speakers"_L1,
     "Apple Inc.: 14.5"_L1},
    {"web"_L1, "SkypeSpaces/1415/24061318119 TsCallingVersion=2024.23.01.9"_L1, "1415/24061318119"_L1,
     "DESKTOP-91QA"_L1, "AMD Ryzen 5 PRO 4650U"_L1, 12, 2100, "Microphone Array"_L1, "Speakers"_L1,
     "Chromium: 126.0"_L1},
};

/// A network as one meets it.
struct Network
{
    QLatin1String connection; ///< callRecords.networkConnectionType
    QLatin1String band; ///< callRecords.wifiBand; `unknown` where there is no radio.
    QLatin1String radio; ///< callRecords.wifiRadioType
    qint64 linkSpeed = 0; ///< Bits per second.
    int channel = 0; ///< 0 where there is no radio.
    int signal = 0; ///< Percent.
    double delayed = 0;
    double received = 0;
};

constexpr Network networks[] = {
    {"wired"_L1, "unknown"_L1, "unknown"_L1, 1'000'000'000, 0, 0, 0, 0},
    {"wifi"_L1, "frequency50GHz"_L1, "wifi80211ac"_L1, 433'300'000, 44, 87, 0, 0.02},
    {"mobile"_L1, "unknown"_L1, "unknown"_L1, 54'000'000, 0, 0, 0.08, 0.11},
    {"wifi"_L1, "frequency24GHz"_L1, "wifi80211n"_L1, 72'200'000, 6, 61, 0.01, 0.27},
};
constexpr Network datacentre{"wired"_L1, "unknown"_L1, "unknown"_L1, 10'000'000'000, 0, 0, 0, 0};

const Client &clientOf(const CallParty &party)
{
    return clients[static_cast<size_t>(party.number) % std::size(clients)];
}

QJsonObject identityOf(const CallParty &party)
{
    if (party.kind == CallParty::Kind::Phone) {
        return {{u"@odata.type"_s, graphType("communicationsPhoneIdentity"_L1)},
                {u"id"_s, party.name},
                {u"displayName"_s, party.name}};
    }
    return {{u"@odata.type"_s, graphType("communicationsUserIdentity"_L1)},
            {u"id"_s, party.id.toString(QUuid::WithoutBraces)},
            {u"displayName"_s, party.name},
            {u"tenantId"_s, party.tenantId.toString(QUuid::WithoutBraces)}};
}

QJsonObject clientUserAgent(const Client &client)
{
    return {{u"@odata.type"_s, graphType("callRecords.clientUserAgent"_L1)},
            {u"headerValue"_s, client.headerValue},
            {u"applicationVersion"_s, client.version},
            {u"platform"_s, client.platform},
            {u"productFamily"_s, u"teams"_s}};
}

QJsonObject serviceUserAgent(QLatin1String role, QLatin1String headerValue)
{
    return {{u"@odata.type"_s, graphType("callRecords.serviceUserAgent"_L1)},
            {u"headerValue"_s, headerValue},
            {u"role"_s, role}};
}

QJsonObject personEndpoint(const CallParty &party)
{
    const Client &client = clientOf(party);
    return {{u"@odata.type"_s, graphType("callRecords.participantEndpoint"_L1)},
            {u"associatedIdentity"_s, identityOf(party)},
            {u"name"_s, client.machine},
            {u"cpuName"_s, client.cpu},
            {u"cpuCoresCount"_s, client.cores},
            {u"cpuProcessorSpeedInMhz"_s, client.megahertz},
            {u"userAgent"_s, clientUserAgent(client)}};
}

void addRadio(QJsonObject &object, const Network &network, int number)
{
    object.insert("wifiChannel"_L1, network.channel);
    object.insert("wifiSignalStrength"_L1, network.signal);
    object.insert("wifiBatteryCharge"_L1, 90 - number % 60);
    object.insert("basicServiceSetIdentifier"_L1, u"00-00-5E-00-53-%1"_s.arg(number % 256, 2, 16, QChar(u'0')));
}

} // namespace

QString graphType(QLatin1String name)
{
    return "#microsoft.graph."_L1 + name;
}

QJsonObject endpointOf(const CallParty &party)
{
    switch (party.kind) {
    case CallParty::Kind::Person:
        return personEndpoint(party);
    case CallParty::Kind::Phone:
        return {{u"@odata.type"_s, graphType("callRecords.participantEndpoint"_L1)},
                {u"associatedIdentity"_s, identityOf(party)},
                {u"userAgent"_s, serviceUserAgent("mediationServer"_L1, "MediationServer/2024.5.1.7"_L1)}};
    case CallParty::Kind::Conference:
        return {{u"@odata.type"_s, graphType("callRecords.serviceEndpoint"_L1)},
                {u"userAgent"_s, serviceUserAgent("skypeForBusinessAudioVideoMcu"_L1, "AVMCU/2024.5.1.7"_L1)}};
    }
    Q_UNREACHABLE();
}

QJsonObject deviceOf(const CallParty &party)
{
    if (party.kind != CallParty::Kind::Person)
        return {};
    const Client &client = clientOf(party);
    return {{u"captureDeviceName"_s, client.capture},
            {u"captureDeviceDriver"_s, client.driver},
            {u"renderDeviceName"_s, client.render},
            {u"renderDeviceDriver"_s, client.driver},
            {u"sentSignalLevel"_s, -18 - party.number % 7},
            {u"sentNoiseLevel"_s, -66 - party.number % 5},
            {u"receivedSignalLevel"_s, -14 - party.number % 9},
            {u"receivedNoiseLevel"_s, -70 - party.number % 4},
            {u"initialSignalLevelRootMeanSquare"_s, 60.25 + party.number % 50},
            {u"micGlitchRate"_s, 23},
            {u"speakerGlitchRate"_s, 12},
            {u"cpuInsufficentEventRatio"_s, 0},
            {u"howlingEventCount"_s, 0}};
}

QJsonObject networkOf(const CallParty &party)
{
    const bool isPerson = party.kind == CallParty::Kind::Person;
    const Network &network = isPerson ? networks[static_cast<size_t>(party.number) % std::size(networks)] : datacentre;
    const int host = party.number % 200 + 2;
    // Addresses of private use and of documentation (RFC 1918, RFC 5737): nobody's.
    QJsonObject object{{u"connectionType"_s, network.connection},
                       {u"networkTransportProtocol"_s, u"udp"_s},
                       {u"wifiBand"_s, network.band},
                       {u"wifiRadioType"_s, network.radio},
                       {u"linkSpeed"_s, network.linkSpeed},
                       {u"ipAddress"_s, u"10.150.0.%1"_s.arg(host)},
                       {u"subnet"_s, u"10.150.0.0"_s},
                       {u"port"_s, 50000 + host},
                       {u"reflexiveIPAddress"_s, u"198.51.100.%1"_s.arg(host)},
                       {u"relayIPAddress"_s, u"203.0.113.32"_s},
                       {u"relayPort"_s, 53000 + host},
                       {u"macAddress"_s, u"00-00-5E-00-53-%1"_s.arg(host % 256, 2, 16, QChar(u'0'))},
                       {u"delayEventRatio"_s, network.delayed},
                       {u"receivedQualityEventRatio"_s, network.received},
                       {u"sentQualityEventRatio"_s, 0},
                       {u"bandwidthLowEventRatio"_s, 0}};
    if (network.channel > 0)
        addRadio(object, network, party.number);
    return object;
}

} // namespace session
