// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1String>
#include <QString>

#include <optional>

namespace exchange {

/// The three ways in which the specification and OData let one add a session.
enum class PathChoice {
    Sessions, ///< `…/sessions` with the session: "create an entity" (OData Protocol §11.4.2). The default.
    Ref, ///< `…/sessions/$ref` with the session, as the specification's HTTP request has it.
    RefODataId, ///< `…/sessions/$ref` with `{"@odata.id": …}`: "add a reference" (OData Protocol §11.4.6.1).
};

/// Every choice, in the order of the box.
inline constexpr PathChoice pathChoices[] = {PathChoice::Sessions, PathChoice::Ref, PathChoice::RefODataId};

/// The choice as people and templates write it: `/sessions`, `/sessions/$ref`, `/sessions/$ref @odata.id`.
QLatin1String pathText(PathChoice path);

/// The choice that is written so, if there is one.
std::optional<PathChoice> pathFromText(const QString &text);

/// Where one request goes, as typed; graph/sessionsurl.h makes the URL from it or says why there is none.
struct Target
{
    QString baseUrl; ///< The root without the version; a trailing `/` does not count.
    QString apiVersion;
    QString callRecordId;
    PathChoice path = PathChoice::Sessions;

    bool operator==(const Target &) const = default;
};

} // namespace exchange
