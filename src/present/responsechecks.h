// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/checks.h"

// What the checks of checks.cpp that look at the response itself find: its status, headers, form and time.
namespace present {

QList<Check> lookAtArrival(const Examination &examination);
QList<Check> lookAtStatus(const Examination &examination);
QList<Check> lookAtContentType(const Examination &examination);
QList<Check> lookAtBody(const Examination &examination);
QList<Check> lookAtError(const Examination &examination);
QList<Check> lookAtHeaders(const Examination &examination);
QList<Check> lookAtLocation(const Examination &examination);
QList<Check> lookAtClientRequestId(const Examination &examination);
QList<Check> lookAtTime(const Examination &examination);

} // namespace present
