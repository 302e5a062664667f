// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edm/schema.h"

#include <QJsonObject>

namespace session {

/// An object after its type was changed, and the members that are kept aside for when the type changes back.
struct Subtyped
{
    QJsonObject object;
    QJsonObject aside;

    bool operator==(const Subtyped &) const = default;
};

/// Gives `object`, of which `aside` was kept earlier, the type `typeText` (a value for `@odata.type`).
///
/// Where the schema knows that type in the family of `declaredType`, members that another type of the family declares
/// and this one does not are kept aside, and those kept earlier that it does declare come back, unless the object has
/// one of that name. Members that no type of the family declares stay: the tester put them there. So does everything
/// where the type is open, or unknown.
Subtyped withType(const Subtyped &before, const QString &typeText, const edm::Schema &schema,
                  const QString &declaredType);

} // namespace session
