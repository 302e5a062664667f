// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edm/schema.h"

namespace edm {

/// What annotations tell about one model element.
struct Remarks
{
    QString description;
    QString longDescription;
    std::optional<Deprecation> deprecation;

    /// Description and long description, an empty line between them when there are both.
    QString text() const;
};

/// What a CSDL document says, with names as written: an alias or a type definition may be declared further down.
struct CsdlDraft
{
    QList<StructuredType> structured;
    QList<EnumType> enums;
    QHash<QString, QString> aliases; ///< Alias to namespace.
    QHash<QString, QString> definitions; ///< Qualified name of a type definition to its underlying type.
    QHash<QString, Remarks> remarks; ///< By target, for what is annotated from outside.

    /// `name` with the namespace in place of an alias. A path after a `/` stays as it is.
    QString resolved(const QString &name) const;

    /// The schema: names fully qualified, type definitions replaced by what underlies them, remarks from outside put
    /// where nothing was said in place. Targets that are not there are ignored, since they may be in another document.
    Schema schema() const;
};

} // namespace edm
