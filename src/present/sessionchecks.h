// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/checks.h"

// What the checks of checks.cpp that look at the session that came back find.
namespace present {

QList<Check> lookAtId(const Examination &examination);
QList<Check> lookAtSchema(const Examination &examination);
QList<Check> lookAtReturned(const Examination &examination);
QList<Check> lookAtBaseline(const Examination &examination);
QList<Check> lookAtMembers(const Examination &examination);

} // namespace present
