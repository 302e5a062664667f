// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edm/schema.h"

/// The text of docs/fields.md: every type that a value of `root` can contain, as Markdown tables.
QString fieldsDocument(const edm::Schema &schema, const QString &root);
