// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/examination.h"

#include <QList>
#include <QString>

namespace present {

/// What is checked of a response. Each has one row in the table of checks.cpp and in docs/checks.md.
enum class CheckId {
    Arrived,
    Status,
    ContentType,
    Body,
    Error,
    Id,
    Schema,
    Returned,
    Baseline,
    Member,
    Header,
    Location,
    ClientRequestId,
    Time,
};

/// What came of a check.
enum class CheckState { Met, NotMet, NotApplicable };

/// The state of a check that is applicable.
constexpr CheckState metIf(bool isMet)
{
    return isMet ? CheckState::Met : CheckState::NotMet;
}

/// One check of one response.
struct Check
{
    CheckId id = CheckId::Arrived;
    QString subject; ///< Of a member, its JSON pointer; of a header, its name; else empty.
    CheckState state = CheckState::NotApplicable;
    QString expected; ///< For people, on one line.
    QString found; ///< For people, on one line.
    QString reason; ///< A sentence: why it is not met or not applicable, or what is odd although it is met.
    bool counts = false; ///< Not met, it makes the response one that is not as expected.

    bool operator==(const Check &) const = default;
};

/// When a check counts of which an expectation says nothing.
enum class CheckDefault { Always, Counts, Tells };

/// One check: everything about it but what it finds.
struct CheckRow
{
    CheckId id = CheckId::Arrived;
    QLatin1String name; ///< Lower case with hyphens, stable: what session::Expectation::counts knows it by.
    const char *title = nullptr; ///< In English, marked for the context "present::Checks".
    CheckDefault byDefault = CheckDefault::Tells;
    const char *about = nullptr; ///< When it is met, in English, for docs/checks.md.
    QList<Check> (*look)(const Examination &examination) = nullptr; ///< Leaves `id` and `counts` to the caller.
};

/// The row of a check.
const CheckRow &rowOf(CheckId id);

/// The number of checks, for a test that knows a row for each.
int checkCount();

/// True when the check counts where this is expected.
bool doesCount(const CheckRow &row, const session::Expectation &expectation);

/// The title, translated, with the subject behind it.
QString titleOf(const Check &check);

/// The checks of one row; more than one, or none, where the expectation names members or headers.
QList<Check> look(const CheckRow &row, const Examination &examination);

/// All checks, in the order of the table.
QList<Check> checksOf(const Examination &examination);

} // namespace present
