// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/requestplan.h"
#include "report/junit.h"
#include "store/files.h"

#include <QHash>

namespace cli {

/// What became of each POST of one run, for a file of JUnit XML.
class RunRecord
{
public:
    /// A run that begins at `startedAt`.
    explicit RunRecord(std::chrono::system_clock::time_point startedAt);

    /// Notes a POST that has ended, with why it is not as expected.
    void add(const present::Examination &examination, const present::Verdict &verdict, const QString &file);

    /// Notes one that was not sent.
    void addSkipped(const QString &file);

    /// Writes the file, on the disk when it returns. An Error of Code::Refused when it would hold a known secret.
    core::Status save(const QString &path, const store::Files &files) const;

private:
    report::TestCase caseOf(const QString &file);

    report::TestSuite m_suite;
    QHash<QString, int> m_times; ///< How often each file was sent.
};

} // namespace cli
