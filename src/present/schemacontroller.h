// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "edm/schemadiff.h"

#include <QObject>

#include <memory>

namespace graph {
class GraphClient;
}

namespace store {
class Files;
}

namespace present {

class EnvironmentController;
class Prompter;
class Workspace;

/// The schema by which the documents are edited and judged: the one that ships with the program, or a `$metadata`
/// document of a service or from a file in its place. A document that cannot be used changes nothing.
class SchemaController : public QObject
{
    Q_OBJECT

public:
    /// What it works with; what it borrows outlives the controller.
    struct Services
    {
        Workspace &workspace;
        const EnvironmentController &environments;
        graph::GraphClient &client;
        std::shared_ptr<const store::Files>
            files; ///< Which a reading that nobody waits for any more may outlive all with.
        Prompter &prompter;
    };

    /// Begins with the built-in schema.
    explicit SchemaController(Services services, QObject *parent = nullptr);
    ~SchemaController() override;

    bool isBuiltIn() const;

    /// How the current schema differs from the built-in one, as far as sessions go.
    const QList<edm::Difference> &differences() const;

    /// Which schema is in use, and in how many places it differs from the built-in one: sentences for people.
    QString summary() const;

    /// Asks the service of the current target for its `$metadata`, with the authorization of the environment. The
    /// newest load wins; one that is on its way is given up.
    void loadFromEnvironment();

    /// Asks for a file and loads that.
    void loadFromFile();

    /// Goes back to the built-in schema, and gives up what is being loaded.
    void useBuiltIn();

    /// Gives up what is being loaded.
    void cancel();

    /// What is being loaded and how far it is: a sentence for people; empty when nothing is.
    QString progress() const;

Q_SIGNALS:
    void schemaChanged();
    void progressChanged();

    /// Why nothing was loaded, a sentence for people. The schema is what it was.
    void problemFound(const QString &sentence);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace present
