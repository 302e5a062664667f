// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace report {

/// One test of a run, as tools for continuous integration count it.
struct TestCase
{
    enum class Result {
        Passed,
        Failed, ///< A response came that is not as expected.
        Error, ///< No whole response came.
        Skipped, ///< Nothing was sent.
    };

    QString name; ///< Of one class, each only once, or tools mix them up.
    QString className; ///< What the test belongs to, such as its folder.
    Result result = Result::Passed;
    QString type; ///< Of a failure or an error, in one word.
    QString message; ///< Of a failure or an error, on one line.
    QString text; ///< The same at length; may have lines.
    std::chrono::microseconds time{0};
};

/// The tests of one run.
struct TestSuite
{
    QString name;
    std::chrono::system_clock::time_point startedAt;
    QList<TestCase> cases;
};

/// The suite as JUnit XML in UTF-8, which is XML 1.0 whatever the texts say: markup is escaped, and a character that
/// XML cannot hold becomes U+FFFD. It follows the schemas of Ant's JUnitReport and of Jenkins; times are in seconds and
/// UTC, and the host is not told.
QByteArray junitDocument(const TestSuite &suite);

} // namespace report
