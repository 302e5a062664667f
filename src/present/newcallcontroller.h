// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "present/workspace.h"
#include "session/newcall.h"

#include <QObject>

namespace present {

/// What *New call…* asks for, as it was typed.
struct NewCallEntry
{
    session::CallPlan::Kind kind = session::CallPlan::Kind::PeerToPeer;
    QString participants; ///< Names with commas between them.
    QString start; ///< An Edm.DateTimeOffset literal.
    QString duration; ///< As edm::amountTicks() reads it: `2m`, `PT2M4.1162661S`.
    int segments = 1;
    int session = 0; ///< Which one of the call's sessions opens.

    bool operator==(const NewCallEntry &) const = default;
};

/// Turns what was typed into the sessions of a call, and one of them into a document.
///
/// It remembers the last call. As long as nothing but the session differs, the others belong to that very call: the
/// same people, times and ids.
class NewCallController : public QObject
{
    Q_OBJECT

public:
    /// A call that begins now by `clock`. All borrowed; they outlive this object.
    NewCallController(Workspace &workspace, const core::Clock &clock, QObject *parent = nullptr);

    /// The kinds of calls in the order in which they are offered, and what to call them.
    static QList<std::pair<session::CallPlan::Kind, QString>> kinds();

    /// What to begin with: the last call made, or else a short one that begins now.
    NewCallEntry proposal() const;

    /// `entry` turned into one of another kind. Participants that were not typed but proposed follow the kind.
    static NewCallEntry withKind(const NewCallEntry &entry, session::CallPlan::Kind kind);

    /// The sessions to choose from, by the participant that they belong to; one for a call that has no more.
    static QStringList sessionNames(const NewCallEntry &entry);

    /// What would be made, in sentences for people; an Error says what is missing.
    core::Result<QString> summary(const NewCallEntry &entry) const;

    /// Opens the session as a document. An Error as in summary().
    core::Status make(const NewCallEntry &entry);

private:
    core::Result<session::CallPlan> planOf(const NewCallEntry &entry) const;

    Workspace &m_workspace;
    const core::Clock &m_clock;
    NewCallEntry m_last;
    QUuid m_id; ///< Of the last call; null before the first.
};

} // namespace present
