// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/target.h"

using namespace Qt::StringLiterals;

namespace exchange {

QLatin1String pathText(PathChoice path)
{
    switch (path) {
    case PathChoice::Sessions:
        return "/sessions"_L1;
    case PathChoice::Ref:
        return "/sessions/$ref"_L1;
    case PathChoice::RefODataId:
        return "/sessions/$ref @odata.id"_L1;
    }
    Q_UNREACHABLE();
}

std::optional<PathChoice> pathFromText(const QString &text)
{
    for (const PathChoice path : pathChoices) {
        if (text == pathText(path))
            return path;
    }
    return std::nullopt;
}

} // namespace exchange
