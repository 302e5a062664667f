// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/examination.h"
#include "json/pointer.h"

#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace present {

/// A place of the session that the service names in its error.
struct NamedPlace
{
    json::Pointer pointer; ///< Into the body that was sent, or to a member that was left out.
    QString code;
    QString message; ///< As the service words it.

    bool operator==(const NamedPlace &) const = default;
};

/// What happened to a submit that did not bring a session, why that may be, and what to do next. It stands beside the
/// body and never in its place.
struct Guide
{
    QLatin1String id; ///< The name of the row in docs/checks.md; empty when there is nothing to explain.
    QString happened; ///< A sentence or more, as the next two.
    QString why;
    QString next;
    QString said; ///< The service's own code, more specific code and message; foreign text, may be empty.
    QList<NamedPlace> places;
    std::optional<std::chrono::system_clock::time_point> retryAt; ///< The service asks to wait until then.
};

/// What can be said of an exchange; `id` is empty when a session came, or no body where none was asked for.
Guide guideOf(const Examination &examination);

} // namespace present
