// SPDX-License-Identifier: GPL-3.0-or-later
// The command line's program: it sees every room, puts them together, and does nothing else.
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/exitcode.h"
#include "core/clock.h"
#include "core/folders.h"
#include "core/identity.h"
#include "core/log.h"
#include "exchange/exchangelog.h"
#include "graph/graphclient.h"
#include "sandbox/sandbox.h"
#include "store/files.h"
#include "store/history.h"

#include <QCoreApplication>

#include <clocale>
#include <cstdio>
#include <cstring>
#include <optional>

#include <langinfo.h>

namespace {

/// The sandbox as the command line knows it; made when it is asked for, because most runs need none.
class LocalSandbox final : public cli::SandboxHost
{
public:
    core::Result<QUrl> start(const cli::SandboxOptions &options) override
    {
        const std::optional<sandbox::Rehearsal> rehearsal
            = options.rehearsal.isEmpty() ? sandbox::Rehearsal() : sandbox::rehearsalNamed(options.rehearsal);
        if (!rehearsal) {
            const QString text = QCoreApplication::translate("cli", "There is no rehearsal “%1”.");
            return core::Error{core::Error::Code::Input, text.arg(options.rehearsal), {}};
        }
        m_sandbox.emplace();
        m_sandbox->setRehearsal(*rehearsal);
        m_sandbox->setTokenRequired(options.requiresToken);
        const core::Result<quint16> port = m_sandbox->start(options.port);
        if (!port)
            return port.error();
        return m_sandbox->rootUrl();
    }

    QString callRecordId() const override { return sandbox::defaultCallRecordId; }

private:
    std::optional<sandbox::Sandbox> m_sandbox;
};

/// Qt warns on standard error about a locale that is not UTF-8, such as cron's, and then takes C.UTF-8. Standard error
/// is ours, so it is taken before Qt can see the other.
void avoidLocaleWarning()
{
    std::setlocale(LC_CTYPE, "");
    if (std::strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
        qputenv("LC_ALL", "C.UTF-8");
}

} // namespace

int main(int argc, char *argv[])
{
    core::installRedactingLog();
#ifdef NDEBUG
    core::forbidCoreDumps();
#endif
    avoidLocaleWarning();
    const QCoreApplication application(argc, argv);
    core::adoptIdentity();

    cli::Console console(stdout, stderr);
    const core::Result<cli::Command> command = cli::readArguments(QCoreApplication::arguments());
    if (!command) {
        console.complain(command.error().message);
        return cli::exitCode::unusable;
    }
    const core::SystemClock clock;
    cli::PlanJudge judge;
    store::History history(
        core::dataFolder(), [&console](const QString &sentence) { console.complain(sentence); },
        [&judge](const exchange::Exchange &exchange) { return judge.isAsExpected(exchange); });
    exchange::NoExchangeLog nothing;
    const auto *submit = std::get_if<cli::SubmitOptions>(&*command);
    exchange::ExchangeLog &log
        = submit && submit->keepsHistory ? static_cast<exchange::ExchangeLog &>(history) : nothing;
    graph::GraphClient client(clock, log);
    const store::LocalFiles files;
    LocalSandbox sandbox;
    return cli::run(*command, {console, files, sandbox, client, history, judge});
}
