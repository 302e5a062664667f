// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/appearance.h"
#include "app/mainwindow.h"
#include "app/strictness.h"
#include "core/identity.h"
#include "edm/builtinschema.h"
#include "present/environmentcontroller.h"
#include "present/historykeeper.h"
#include "present/importer.h"
#include "present/journalkeeper.h"
#include "present/librarydesk.h"
#include "present/newcallcontroller.h"
#include "present/partscontroller.h"
#include "present/recentfiles.h"
#include "present/recovery.h"
#include "present/schemacontroller.h"
#include "present/workspace.h"
#include "sandbox/options.h"
#include "sandbox/rehearsal.h"
#include "sandbox/sandbox.h"
#include "store/environments.h"
#include "store/files.h"
#include "store/gallery.h"
#include "store/settings.h"
#include "store/snippets.h"
#include "support/fakes.h"

#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

/// Answers at once, and remembers what it was asked.
class FakePrompter final : public present::Prompter
{
public:
    LossAnswer askAboutLoss(const QString &) override
    {
        ++questions;
        return loss;
    }
    LossAnswer askAboutLosses(const QStringList &names) override
    {
        ++questions;
        lost = names;
        return loss;
    }
    bool askToOverwrite(const QString &) override
    {
        ++questions;
        return isAgreeing;
    }
    bool askToLoadAgain(const QString &) override
    {
        ++questions;
        return isAgreeing;
    }
    std::optional<QString> askOpenPath(const QString &, FileKind) override { return path; }
    std::optional<QString> askSavePath(const QString &) override { return path; }
    std::optional<QString> askFolder(const QString &) override { return path; }
    void tellProblem(const QString &, const QString &, const QString &sentence) override { problems += sentence; }

    int questions = 0;
    LossAnswer loss = LossAnswer::Discard;
    QStringList lost;
    bool isAgreeing = false;
    std::optional<QString> path;
    QStringList problems;
};

/// The sandbox of the window, as main provides it.
class SandboxForTests final : public present::SandboxHost
{
public:
    core::Result<QUrl> start() override
    {
        if (!sandbox.rootUrl().isValid()) {
            if (const core::Result<quint16> port = sandbox.start(0); !port)
                return port.error();
        }
        return sandbox.rootUrl();
    }
    QStringList rehearsals() const override
    {
        QStringList names;
        for (const sandbox::RehearsalName &row : sandbox::rehearsals())
            names += row.name;
        return names;
    }
    void setRehearsal(const QString &name) override { sandbox.setRehearsal(*sandbox::rehearsalNamed(name)); }

    /// What is slow is so for a moment only.
    static sandbox::Options quick()
    {
        sandbox::Options options;
        options.pace.slow = std::chrono::milliseconds(50);
        return options;
    }

    sandbox::Sandbox sandbox{quick()};
};

/// The real window with everything real but the dialogs, on settings of its own.
struct WindowFixture
{
    /// Starts as main does: the documented example on the sandbox. False when the window does not come up.
    bool start()
    {
        if (!environments.choose(store::EnvironmentStore::sandboxName))
            return false;
        workspace.startFrom(store::gallery().constFirst());
        window.show();
        return QTest::qWaitForWindowActive(&window);
    }

    /// The widget or action with this object name; fails the program when there is none.
    template<typename T> T *find(const QString &name) const
    {
        T *found = window.findChild<T *>(name);
        if (!found)
            qFatal("no %s", qPrintable(name));
        return found;
    }

    /// Makes the server at this URL the target, with a call record whose id has to be escaped.
    void useServer(const QString &baseUrl) const
    {
        find<QComboBox>(QStringLiteral("environmentBox"))->setCurrentText(QStringLiteral("Custom"));
        find<QLineEdit>(QStringLiteral("baseUrlEdit"))->setText(baseUrl);
        find<QLineEdit>(QStringLiteral("callRecordIdEdit"))->setText(QStringLiteral("record/1"));
    }

    /// What a window works with: this one, or the next one.
    app::MainWindow::Parts windowParts()
    {
        return {environments, workspace, recentFiles, importer, newCall,    parts,  schemas,
                history,      library,   journal,     recovery, appearance, opener, settings};
    }

    /// Submits through the window's action and waits for the response to be shown.
    bool submit()
    {
        QSignalSpy ended(&workspace.current().controller(), &present::DocumentController::exchangeEnded);
        find<QAction>(QStringLiteral("submitAction"))->trigger();
        return ended.size() > 0 || ended.wait();
    }

    /// The name and version of the program, which the first request already bears.
    struct Identity
    {
        Identity() { core::adoptIdentity(); }
    };

    Identity identity;
    QTemporaryDir folder;
    store::Settings settings{folder.path()};
    store::EnvironmentStore store{folder.path()};
    app::Appearance appearance{store::Appearance::Light};
    core::SystemClock clock;
    present::HistoryKeeper history{folder.filePath(QStringLiteral("data"))};
    graph::GraphClient client{clock, history};
    SandboxForTests sandbox;
    present::EnvironmentController environments{store.environments(), sandbox};
    std::shared_ptr<const store::Files> files = std::make_shared<const store::LocalFiles>();
    FakePrompter prompter;
    present::Workspace workspace{{edm::sharedBuiltinSchema(), client, environments, *files, prompter, &history}};
    present::DocumentController &document = workspace.current().controller(); ///< Of the first document, as the file.
    present::DocumentFile &file = workspace.current().file();
    present::ReadBack &readBack = workspace.current().readBack();
    present::JournalKeeper journal{workspace, folder.filePath(QStringLiteral("journal"))};
    present::Recovery recovery{workspace, journal};
    present::RecentFiles recentFiles{workspace, settings};
    present::Importer importer{workspace, *files, prompter};
    present::NewCallController newCall{workspace, clock};
    store::Snippets snippets{folder.filePath(QStringLiteral("snippets")), *files};
    present::PartsController parts{{workspace, *files, snippets, prompter}};
    present::SchemaController schemas{{workspace, environments, client, files, prompter}};
    support::FakeOpener opener;
    present::LibraryDesk library{{workspace, *files, prompter, opener, settings, store, environments},
                                 folder.filePath(QStringLiteral("templates"))};
    app::MainWindow window{windowParts()};
};
