// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/bodystate.h"
#include "json/pointer.h"

#include <QList>

namespace session {

/// The states of a document's body that undo and redo can reach, the one that was saved, and what has been made of the
/// current one. What costs time with a large body is made when it is first asked for.
class BodyHistory
{
public:
    BodyHistory();

    const BodyState &current() const { return m_steps.at(m_at); }

    /// The last canonical text that was made: what spares work for made() of the current state. May be empty.
    const json::Spelled &spelled() const { return m_spelled; }
    bool canUndo() const { return m_at > 0; }
    bool canRedo() const { return m_at + 1 < m_steps.size(); }
    quint64 revision() const { return m_revision; }

    /// Forgets everything for a text that is read at once.
    void reset(const QByteArray &text);

    /// Sets `value` at `pointer`; Undefined removes it. Then `aside` is kept aside. One step with the one before at the
    /// same pointer. The current state must be read.
    void edit(const json::Pointer &pointer, const QJsonValue &value, const KeptAside &aside);

    /// Makes `text` the body, not read yet. One step with the text before.
    void type(const QByteArray &text);

    /// Makes `text` the body with `aside` kept aside, as one step. What a form made is a form's again, since only that
    /// keeps what lies aside of the items of arrays.
    void restore(const QByteArray &text, const KeptAside &aside);

    /// Goes some steps forth, or back when negative; they must be there.
    void move(qsizetype steps);
    void endMerge() { m_isMerging = false; }

    /// Declares the current state to be the saved one.
    void markSaved();

    /// Reads the current state where it is not read yet.
    void settle();

    /// Takes what made() gave for the state `number`. False when that is no longer the current one.
    bool take(quint64 number, const Reading &reading);

    /// Takes what isCanonical() gave for the state `number`, wherever that state still counts.
    void noteCanonical(quint64 number, bool isCanonical);

    const QByteArray &bytes();
    const json::Index &index();
    bool hasBytes() const { return m_bytes.has_value(); }
    bool hasIndex() const { return m_index.has_value(); }

    /// The size of bytes() when they were last made.
    qsizetype lastSize() const { return m_lastSize; }
    bool isModified();

private:
    void read(const Reading &reading);
    void setBytes(const QByteArray &bytes);
    void push(BodyState next, const std::optional<json::Pointer> &pointer);
    bool surelyDiffersAt(const json::Pointer &pointer) const;
    bool isAsSaved();
    void keepSpelled();
    void forgetMade();
    void boundUndo();

    QList<BodyState> m_steps; ///< Every state that undo and redo can reach, the oldest first.
    qsizetype m_at = 0; ///< The current one.
    BodyState m_saved; ///< Always with its text.
    quint64 m_numbers = 0;
    quint64 m_revision = 0;
    bool m_isMerging = false;
    std::optional<json::Pointer> m_mergePointer; ///< What the current step edits; empty for Source.
    std::optional<QByteArray> m_bytes; ///< Of the current state, once asked for.
    std::optional<json::Index> m_index; ///< Likewise.
    std::optional<bool> m_isModified; ///< Likewise.
    json::Spelled m_spelled;
    qsizetype m_lastSize = 0;
};

} // namespace session
