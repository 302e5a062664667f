// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/preference.h"

#include <QByteArrayList>

#include <algorithm>

namespace core {

bool hasPreference(const QByteArray &value, QByteArrayView preference)
{
    const QByteArrayList preferences = value.split(',');
    return std::any_of(preferences.cbegin(), preferences.cend(), [preference](const QByteArray &listed) {
        return listed.trimmed().compare(preference, Qt::CaseInsensitive) == 0;
    });
}

} // namespace core
