// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/bodystate.h"
#include "session/subtypes.h"
#include "json/fidelity.h"
#include "json/pointer.h"

#include <QJsonObject>
#include <QObject>

#include <memory>
#include <optional>

namespace session {

class BodyHistory;

/// The one truth of an open document: a body that Form and Source show, and that is sent and saved byte for byte.
///
/// While nobody edits it, the body is the text that was loaded. The first form edit makes it the canonical text of a
/// QJsonObject; a Source edit makes it what was typed. Where a QJsonObject cannot hold a text without changing a value,
/// the text is the truth and the form steps back (obstacle()).
class SessionDocument : public QObject
{
    Q_OBJECT

public:
    /// An empty document: `{}`, unmodified.
    explicit SessionDocument(QObject *parent = nullptr);
    ~SessionDocument() override;

    /// Replaces everything by `text` as read from a file: unmodified, untouched, no undo. Any bytes are accepted.
    void load(const QByteArray &text);

    /// Replaces everything by what was read from a file, and then by `text`, which was never saved, with `aside` kept
    /// aside: modified, and one undo away from `saved`.
    void recover(const QByteArray &saved, const QByteArray &text, const KeptAside &aside);

    /// The exact bytes that a submit sends and a save writes.
    QByteArray bytes() const;

    /// The token index of bytes(). Like all that is made of a body, it is made when first asked for, then shared.
    const json::Index &index() const;

    /// Why the form cannot show the body; empty when it can.
    const std::optional<json::Fault> &obstacle() const;

    /// The session; empty while there is an obstacle.
    const QJsonObject &object() const;

    /// The value at `pointer`; Undefined when it is not there.
    QJsonValue value(const json::Pointer &pointer) const;

    /// Sets the value at `pointer`, making missing parents as plain objects; Undefined removes that member alone. One
    /// undo step; successive edits of one pointer merge until endMerge(), another pointer, undo, or a save. Asserts
    /// that there is no obstacle. Setting what is already there is no edit.
    void setValue(const json::Pointer &pointer, const QJsonValue &value);

    /// As setValue(), but always an undo step of its own: for what is written at once and not typed.
    void replaceValue(const json::Pointer &pointer, const QJsonValue &value);

    /// Sets the object at `pointer` and what is kept aside of it, as after a change of its type (withType()): as
    /// replaceValue().
    void setSubtyped(const json::Pointer &pointer, const Subtyped &value);

    /// Sets the items of the array at `pointer`, as replaceValue(). The one that is at `i` now was at `origins[i]`, or
    /// nowhere if that is -1: what is kept aside of it comes along.
    void replaceItems(const json::Pointer &pointer, const QJsonArray &items, const QList<qsizetype> &origins);

    /// Replaces the session by one that has the same objects at the same places, as with other times: as
    /// replaceValue(), but all that is kept aside stays.
    void replaceAlike(const QJsonObject &session);

    /// The members that are kept aside of the object at `pointer`: neither sent nor saved, but undone and redone with
    /// the rest. Those of an object that is gone wait for it to come back; those below an array go when it is replaced
    /// as a whole and nobody tells where its items were.
    QJsonObject keptAside(const json::Pointer &pointer) const;

    /// Replaces the body by what was typed in Source. Successive ones merge like edits of one field.
    void setSource(const QByteArray &text);

    /// As setSource(), but leaves the reading of `text` for later, since a large one takes time: bytes() has it at
    /// once, and changed() follows when take() brings what was read. Who asks for more than bytes before then has it
    /// read then and there, so that everything told here is always about bytes().
    void setUnreadSource(const QByteArray &text);

    /// False from setUnreadSource() until its changed().
    bool isSettled() const;

    /// Reads what setUnreadSource() left unread now, and tells changed().
    void settle();

    /// The body as it is, for made() and isCanonical() in another thread.
    BodyState state() const;

    /// What spares made() of state() the most of its work.
    json::Spelled spelled() const;

    /// Takes what made() gave for the state `number`. False when the body has moved on, and then nothing is done.
    bool take(quint64 number, const Reading &reading);

    /// Takes what isCanonical() gave for the state `number`, which isRespelled() and isModified() need to know.
    void noteCanonical(quint64 number, bool isCanonical);

    /// True when bytes() costs nothing, and when index() does not either.
    bool hasBytes() const;
    bool isMade() const;

    /// The size of bytes() when they were last made: what they will cost to make.
    qsizetype lastSize() const;

    /// Ends the merging of typing into one undo step, as when the focus leaves a field.
    void endMerge();

    /// The texts in the undo steps hold at most 256 MiB together: beyond that the oldest steps go, never the latest.
    bool canUndo() const;
    bool canRedo() const;
    void undo();
    void redo();

    /// True when bytes() differs from what was loaded or last marked as saved.
    bool isModified() const;

    /// Declares the current bytes to be those on the disk.
    void markSaved();

    /// True when the current body is a text, loaded or typed, that a form edit respelled (order, spacing, number
    /// spellings), until it is saved so. A bar says so and offers undo.
    bool isRespelled() const;

    /// The number of edits since the start, never falling: "2 edits since" compares two of these. Merged edits count
    /// one by one, and so do undo and redo, so that equal numbers mean equal bytes.
    quint64 revision() const;

Q_SIGNALS:
    /// load() made this another document; follows its changed().
    void loaded();

    /// The body changed; `where` is the edited value, the root when it may be anything.
    void changed(const json::Pointer &where);

    /// setUnreadSource() gave the body other bytes.
    void sourceTyped();
    void modifiedChanged(bool isModified);
    void undoChanged();

private:
    const BodyState &read() const;
    void replace(const json::Pointer &pointer, const QJsonValue &value, const KeptAside &aside);
    void announce(const json::Pointer &where);
    void announceModified();

    std::unique_ptr<BodyHistory> m_history;
    bool m_wasModified = false; ///< As last told.
    bool m_isChangeDue = false; ///< changed() is still to be told.
};

} // namespace session
