// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/runrecord.h"

#include "cli/exchangeline.h"
#include "core/redaction.h"
#include "present/checks.h"
#include "present/evidence.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace cli {
namespace {

using report::TestCase;

TestCase::Result resultOf(present::Outcome outcome)
{
    if (outcome == present::Outcome::AsExpected)
        return TestCase::Result::Passed;
    return outcome == present::Outcome::OtherResponse ? TestCase::Result::Failed : TestCase::Result::Error;
}

/// The request and each check that counts and is not met, a line each.
QString reasonsOf(const present::Examination &examination)
{
    const exchange::Request &request = examination.exchange().request;
    QStringList lines{QString::fromLatin1(request.method + ' ' + request.url.toEncoded())};
    const QList<present::Check> checks = present::checksOf(examination);
    for (const present::Check &check : checks) {
        if (!check.counts || check.state != present::CheckState::NotMet)
            continue;
        const QString text = QCoreApplication::translate("cli", "%1: expected %2, found %3. %4");
        lines += text.arg(present::titleOf(check), check.expected, check.found, check.reason).trimmed();
    }
    return lines.join(u'\n');
}

} // namespace

RunRecord::RunRecord(std::chrono::system_clock::time_point startedAt)
    : m_suite{u"session-composer-cli submit"_s, startedAt, {}}
{ }

TestCase RunRecord::caseOf(const QString &file)
{
    const QFileInfo info(file);
    const int times = ++m_times[file];
    TestCase test;
    test.className = info.path();
    test.name = times == 1 ? info.fileName() : QString(info.fileName() + u" [%1]"_s.arg(times));
    return test;
}

void RunRecord::add(const present::Examination &examination, const present::Verdict &verdict, const QString &file)
{
    TestCase test = caseOf(file);
    test.result = resultOf(verdict.outcome);
    const exchange::Exchange &exchange = examination.exchange();
    if (exchange.timing.finished)
        test.time = std::chrono::round<std::chrono::microseconds>(*exchange.timing.finished);
    if (test.result != TestCase::Result::Passed) {
        test.type = present::outcomeName(verdict.outcome);
        test.message = core::redactedEvidence(complaint(exchange, verdict));
        test.text = core::redactedEvidence(reasonsOf(examination));
    }
    m_suite.cases += test;
}

void RunRecord::addSkipped(const QString &file)
{
    TestCase test = caseOf(file);
    test.result = TestCase::Result::Skipped;
    m_suite.cases += test;
}

core::Status RunRecord::save(const QString &path, const store::Files &files) const
{
    const core::Result<QByteArray> text
        = present::clearedReport(report::junitDocument(m_suite), QFileInfo(path).fileName());
    if (!text)
        return text.error();
    const core::Result<store::Saved> saved = files.save(path, *text);
    return saved ? core::ok() : core::Status(saved.error());
}

} // namespace cli
