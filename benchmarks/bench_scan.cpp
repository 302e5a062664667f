// SPDX-License-Identifier: GPL-3.0-or-later
// How fast json::scan() and json::losses() go over 64 MiB, best of five. Run it alone on an otherwise idle machine.
#include "json/fidelity.h"
#include "json/scanner.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>
#include <limits>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype bodySize = 64 * 1024 * 1024;

QByteArray sessions()
{
    const QByteArray session = R"({
    "@odata.type": "#microsoft.graph.callRecords.session",
    "id": "e523d2ed-2966-4b6b-925b-754a88034cc5",
    "modalities": ["audio", "video"],
    "startDateTime": "2020-02-25T18:52:21.2169889Z",
    "endDateTime": "2020-02-25T18:52:46.7640013Z",
    "isTest": null,
    "caller": {
        "name": "Zoë",
        "cpuCoresCount": 8,
        "cpuProcessorSpeedInMhz": 2904.5,
        "userAgent": {"headerValue": "RTCC/7.0.0.0", "platform": "windows"}
    },
    "segments": []
})";
    QByteArray body = "["_ba;
    while (body.size() + session.size() < bodySize)
        body += session + ",\n"_ba;
    return body + session + "]\n"_ba;
}

template<typename F> void measure(const char *what, qsizetype bytes, F &&run)
{
    qint64 best = std::numeric_limits<qint64>::max();
    for (int round = 0; round < 5; ++round) {
        QElapsedTimer timer;
        timer.start();
        run();
        best = std::min(best, timer.nsecsElapsed());
    }
    std::printf("%-24s %7.0f MB/s %7.1f ms\n", what, double(bytes) * 1e3 / double(best), double(best) / 1e6);
}

} // namespace

int main()
{
    const QByteArray array = sessions();
    const QByteArray line = '"' + QByteArray(bodySize, 'x') + '"';
    const QByteArray other = '"' + "Zoë "_ba.repeated(bodySize / 5) + '"';
    const json::Index index = json::scan(array);
    qsizetype checked = 0;
    measure("scan, sessions", array.size(), [&] { checked += json::scan(array).size(); });
    measure("scan, one ASCII string", line.size(), [&] { checked += json::scan(line).size(); });
    measure("scan, one UTF-8 string", other.size(), [&] { checked += json::scan(other).size(); });
    measure("losses, sessions", array.size(), [&] { checked += json::losses(index).size(); });
    std::printf("%lld nodes of 16 bytes in the sessions\n", qlonglong(index.size()));
    return checked > 0 ? 0 : 1;
}
