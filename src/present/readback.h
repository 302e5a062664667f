// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <chrono>
#include <memory>

namespace graph {
class GraphClient;
}

namespace present {

class DocumentController;
class EnvironmentController;

/// Reads back what became of the last submit: a GET of the session that it made, which is shown in the panes of the
/// response and held against what was sent. What is not there yet is asked for again; only GETs are repeated, never a
/// POST. Each goes through the log like any other exchange, with the authorization of the environment.
class ReadBack : public QObject
{
    Q_OBJECT

public:
    /// What it works with; all borrowed, outlives it.
    struct Services
    {
        DocumentController &document;
        const EnvironmentController &environments;
        graph::GraphClient &client; ///< By whose clock it is patient.
    };

    /// How it waits for what is not there yet.
    struct Patience
    {
        std::chrono::seconds between{30}; ///< From a response to the next question.
        std::chrono::seconds inAll = std::chrono::minutes(10); ///< After the start no question is begun any more.
        std::chrono::milliseconds tick{1000}; ///< How often it looks at the clock.
    };

    explicit ReadBack(Services services, QObject *parent = nullptr);
    ReadBack(Services services, Patience patience, QObject *parent = nullptr);
    ~ReadBack() override;

    /// True when there is a submit that may have made a session, and nothing is in flight or being read.
    bool isAvailable() const;

    /// Begins, when it is available. A submit, or an exchange of the past that is shown, ends it without a word.
    void start();

    /// Gives up what is being read, without a word.
    void stop();

    /// True from start() until the session was read, there is no hope left, or stop().
    bool isUnderWay() const;

    /// What it does or waits for, a sentence for people that counts down; empty when nothing is under way.
    QString progress() const;

Q_SIGNALS:
    void availableChanged();
    void progressChanged();

    /// It waits from now on for what is not there yet; the progress() at that moment, to be said once.
    void waitBegan(const QString &sentence);

    /// How it ended, a sentence for people.
    void told(const QString &sentence);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace present
