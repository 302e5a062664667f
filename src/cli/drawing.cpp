// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/drawing.h"

#include <QUuid>

#include <memory>
#include <random>

using namespace Qt::StringLiterals;

namespace cli {

exchange::Target targetToDrawFor(const TargetOptions &options, const World &world)
{
    exchange::Target target;
    target.baseUrl = options.baseUrl.value_or(QString());
    target.apiVersion = options.baseUrl ? u"v1.0"_s : u"localtest"_s;
    target.callRecordId = world.sandbox.callRecordId();
    return target;
}

std::function<QString()> guidsFrom(int seed)
{
    // The standard fixes what this engine gives, unlike its distributions.
    const auto engine = std::make_shared<std::mt19937>(static_cast<std::mt19937::result_type>(seed));
    return [engine] {
        constexpr int byteMask = 0xFF;
        constexpr qsizetype guidBytes = 16;
        constexpr qsizetype versionAt = 6;
        constexpr qsizetype variantAt = 8;
        QByteArray bytes(guidBytes, '\0');
        for (char &byte : bytes)
            byte = static_cast<char>((*engine)() & byteMask);
        bytes[versionAt] = static_cast<char>((bytes.at(versionAt) & 0x0F) | 0x40);
        bytes[variantAt] = static_cast<char>((bytes.at(variantAt) & 0x3F) | 0x80);
        return QUuid::fromRfc4122(bytes).toString(QUuid::WithoutBraces);
    };
}

} // namespace cli
