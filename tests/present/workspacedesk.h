// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edm/builtinschema.h"
#include "present/noenvironment.h"
#include "present/workspace.h"
#include "support/fakes.h"

#include <QFile>
#include <QTemporaryDir>

/// Gives the same answer to every question, and counts the problems that it is told.
class QuietPrompter final : public present::Prompter
{
public:
    LossAnswer askAboutLoss(const QString &) override { return loss; }
    LossAnswer askAboutLosses(const QStringList &) override { return loss; }
    std::optional<QString> askOpenPath(const QString &, FileKind) override { return {}; }
    std::optional<QString> askSavePath(const QString &) override { return path; }
    void tellProblem(const QString &, const QString &, const QString &) override { ++problems; }

    LossAnswer loss = LossAnswer::Cancel;
    std::optional<QString> path;
    int problems = 0;
};

/// A workspace with files in a folder of its own, that sends nothing.
struct WorkspaceDesk
{
    /// Writes a file of this name; ends the program when it cannot. Its path.
    QString file(const QString &name, const QByteArray &text = "{}") const
    {
        const QString path = folder.filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write a test file");
        return path;
    }

    QTemporaryDir folder;
    store::LocalFiles files;
    QuietPrompter prompter;
    support::FixedClock clock;
    support::MemoryExchangeLog log;
    graph::GraphClient client{clock, log};
    NoEnvironment environment;
    present::Workspace workspace{{edm::sharedBuiltinSchema(), client, environment.controller, files, prompter}};
};
