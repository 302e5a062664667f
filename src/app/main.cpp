// SPDX-License-Identifier: GPL-3.0-or-later
// The window's program: it sees every room, puts them together, and does nothing else.
// What its connections hold by reference outlives the window that they end with: clazy:excludeall=lambda-in-connect
#include "app/appearance.h"
#include "app/desktopopener.h"
#include "app/dialogprompter.h"
#include "app/firstpaint.h"
#include "app/mainwindow.h"
#include "app/options.h"
#include "app/scriptedrun.h"
#include "core/clock.h"
#include "core/folders.h"
#include "core/identity.h"
#include "core/log.h"
#include "core/workers.h"
#include "edm/builtinschema.h"
#include "graph/graphclient.h"
#include "present/environmentcontroller.h"
#include "present/historykeeper.h"
#include "present/importer.h"
#include "present/journalkeeper.h"
#include "present/librarydesk.h"
#include "present/neighbours.h"
#include "present/newcallcontroller.h"
#include "present/opening.h"
#include "present/partscontroller.h"
#include "present/recentfiles.h"
#include "present/recovery.h"
#include "present/schemacontroller.h"
#include "present/tabkeeper.h"
#include "present/workspace.h"
#include "sandbox/sandbox.h"
#include "store/environments.h"
#include "store/files.h"
#include "store/gallery.h"
#include "store/settings.h"
#include "store/snippets.h"

#include <QApplication>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

/// The sandbox as the rooms below know it.
class LocalSandbox final : public present::SandboxHost
{
public:
    explicit LocalSandbox(store::Settings &settings)
        : m_settings(settings)
    { }

    core::Result<QUrl> start() override
    {
        if (m_sandbox.rootUrl().isValid())
            return m_sandbox.rootUrl();
        // The port of the last time, so that a saved URL still fits; any other when somebody else has it by now.
        core::Result<quint16> port = m_sandbox.start(m_settings.value(store::settings::sandboxPort));
        if (!port)
            port = m_sandbox.start(0);
        if (!port)
            return port.error();
        m_settings.setValue(store::settings::sandboxPort, *port);
        return m_sandbox.rootUrl();
    }

    QStringList rehearsals() const override
    {
        const QList<sandbox::RehearsalName> &rows = sandbox::rehearsals();
        QStringList names;
        names.reserve(rows.size());
        for (const sandbox::RehearsalName &row : rows)
            names += row.name;
        return names;
    }

    void setRehearsal(const QString &name) override
    {
        if (const std::optional<sandbox::Rehearsal> rehearsal = sandbox::rehearsalNamed(name))
            m_sandbox.setRehearsal(*rehearsal);
    }

private:
    store::Settings &m_settings;
    sandbox::Sandbox m_sandbox;
};

// The one that was asked for, else the one of the last time, else the sandbox.
QString wantedEnvironment(const app::Options &options, const store::Settings &settings,
                          const store::EnvironmentStore &environments)
{
    if (!options.environment.isEmpty())
        return options.environment;
    const QString remembered = settings.value(store::settings::currentEnvironment);
    return environments.find(remembered) ? remembered : QString(store::EnvironmentStore::sandboxName);
}

int fail(const QString &sentence)
{
    std::fprintf(stderr, "session-composer: %s\n", qUtf8Printable(sentence));
    return 2;
}

int failWithoutEnvironment(const QString &name)
{
    return fail(QApplication::translate("main", "There is no environment named \u201c%1\u201d.").arg(name));
}

// What there is to say about the start, once there is a window to say it in.
void tellNews(app::MainWindow &window, std::initializer_list<core::Status> outcomes,
              const core::Result<QString> &environmentNews)
{
    for (const core::Status &outcome : outcomes) {
        if (!outcome)
            window.notify(outcome.error().message);
    }
    if (!environmentNews)
        window.notify(environmentNews.error().message);
    else if (!environmentNews->isEmpty())
        window.notify(*environmentNews);
}

void keepAppearance(app::Appearance &appearance, store::Settings &settings)
{
    appearance.apply();
    QObject::connect(&appearance, &app::Appearance::chosen, &appearance,
                     [&settings](store::Appearance choice) { settings.setValue(store::settings::appearance, choice); });
}

void rememberEnvironment(present::EnvironmentController &environments, store::Settings &settings)
{
    QObject::connect(&environments, &present::EnvironmentController::environmentChanged, &environments,
                     [&environments, &settings] {
                         settings.setValue(store::settings::currentEnvironment, environments.current().name);
                     });
}

// Until the window is closed. What fails then goes to the log: there is no window left to say it in.
int runWindow(store::Settings &settings)
{
    const int code = QApplication::exec();
    if (const core::Status synced = settings.sync(); !synced)
        qCWarning(lcApp) << synced.error().message;
    return code;
}

/// What the window works with, in the order in which one part borrows from those before it. It outlives the window.
struct Program
{
    Program(store::Settings &settingsToKeep, store::EnvironmentStore &environmentsToOffer)
        : settings(settingsToKeep)
        , environmentStore(environmentsToOffer)
    { }

    store::Settings &settings;
    store::EnvironmentStore &environmentStore;
    app::Appearance appearance{settings.value(store::settings::appearance)};
    core::SystemClock clock;
    present::HistoryKeeper history{core::dataFolder()};
    graph::GraphClient client{clock, history};
    LocalSandbox sandbox{settings};
    present::EnvironmentController environments{environmentStore.environments(), sandbox};
    std::shared_ptr<const store::Files> files = std::make_shared<const store::LocalFiles>();
    app::DialogPrompter prompter;
    present::Workspace workspace{{edm::sharedBuiltinSchema(), client, environments, *files, prompter, &history}};
    present::Opening opening{workspace, history};
    present::Neighbours neighbours{workspace, core::stateFolder() + "/open"_L1};
    present::TabKeeper tabs{workspace, core::stateFolder()};
    present::JournalKeeper journal{workspace, core::stateFolder() + "/journal"_L1};
    present::Recovery recovery{workspace, journal};
    present::RecentFiles recentFiles{workspace, settings};
    present::Importer importer{workspace, *files, prompter};
    present::NewCallController newCall{workspace, clock};
    store::Snippets snippets{core::dataFolder() + "/snippets"_L1, *files};
    present::PartsController parts{{workspace, *files, snippets, prompter}};
    present::SchemaController schemas{{workspace, environments, client, files, prompter}};
    app::DesktopOpener opener;
    present::LibraryDesk library{{workspace, *files, prompter, opener, settings, environmentStore, environments},
                                 core::dataFolder() + "/templates"_L1};

    app::MainWindow::Parts windowParts()
    {
        return {environments, workspace, recentFiles, importer, newCall,    parts,  schemas,
                history,      library,   journal,     recovery, appearance, opener, settings};
    }
};

// The files that were named, else the documents of the last time, else the documented example.
core::Status openFirst(Program &program, const app::Options &options)
{
    if (!options.files.isEmpty())
        return program.opening.openFiles(options.files);
    core::Status outcome = core::ok();
    if (options.script.isEmpty()) {
        const core::Result<store::OpenTabs> tabs = program.tabs.lastTabs();
        if (tabs && program.opening.openTabs(*tabs))
            return outcome;
        if (!tabs)
            outcome = tabs.error();
    }
    program.workspace.startFrom(store::gallery().constFirst());
    return outcome;
}

// What can wait until the window is on the screen.
void continueStart(Program &program, const app::Options &options, app::MainWindow &window, const core::Status &opened,
                   const core::Result<QString> &environmentNews)
{
    program.appearance.followDesktop();
    if (program.history.isKeeping())
        program.history.open();
    const QString wanted = wantedEnvironment(options, program.settings, program.environmentStore);
    const core::Status chosen = program.environments.choose(wanted);
    tellNews(window, {chosen, opened}, environmentNews);
    program.opening.openRest();
    if (const QStringList &problems = program.opening.problems(); !problems.isEmpty())
        window.notify(problems.join(u'\n'));
    if (!options.script.isEmpty())
        return;
    QObject::connect(&program.neighbours, &present::Neighbours::met, &window, &app::MainWindow::notify);
    program.neighbours.start();
    program.tabs.start();
    program.journal.start();
    program.recovery.look();
}

int run(const app::Options &options)
{
    store::Settings settings(core::configFolder());
    store::EnvironmentStore environments(core::configFolder());
    const core::Result<QString> environmentNews = environments.load();
    if (!options.environment.isEmpty() && !environments.find(options.environment))
        return failWithoutEnvironment(options.environment);

    Program program(settings, environments);
    keepAppearance(program.appearance, settings);
    program.history.setKeeping(options.script.isEmpty()); // a machine's run is nobody's past

    const core::Status opened = openFirst(program, options);
    if (!opened && !options.script.isEmpty())
        return fail(options.files.constFirst() + u": "_s + opened.error().message);

    app::MainWindow window(program.windowParts());
    program.prompter.setWindow(&window);
    rememberEnvironment(program.environments, settings);
    app::ScriptedRun script(options.script, window);
    QObject::connect(new app::FirstPaint(&window), &app::FirstPaint::painted, &window, [&] {
        continueStart(program, options, window, opened, environmentNews);
        if (!options.script.isEmpty())
            script.start();
    });
    window.show();
    return runWindow(settings);
}

} // namespace

int main(int argc, char *argv[])
{
    core::installRedactingLog();
#ifdef NDEBUG
    core::forbidCoreDumps();
#endif
    // The form needs it for the first paint; the toolkit takes longer to start than it to be read.
    core::workers().start([] { edm::builtinSchema(); });
    QApplication application(argc, argv);
    core::adoptIdentity();
    QGuiApplication::setDesktopFileName(core::applicationId);
    const core::Result<app::Options> options = app::readOptions(QApplication::arguments());
    if (!options)
        return fail(options.error().message);
    if (!options->answer.isEmpty()) {
        std::fputs(qUtf8Printable(options->answer), stdout);
        return 0;
    }
    return run(*options);
}
