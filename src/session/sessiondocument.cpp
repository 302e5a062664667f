// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sessiondocument.h"

#include "session/keptaside.h"
#include "json/edit.h"
#include "json/scanner.h"

#include <QJsonDocument>

#include <utility>

namespace session {

namespace {

/// What the texts of the undo steps may hold together. A step of the form shares nearly all of its object with the next
/// one, but one of Source is a whole text: the oldest steps go first, the latest one always stays.
constexpr qint64 mostUndoBytes = 256ll * 1024 * 1024;

/// One state of the body. Copies share everything.
struct Snapshot
{
    quint64 number = 0; ///< Equal numbers mean equal bytes.
    std::optional<QByteArray>
        text; ///< The body where it is a text, loaded or typed; else it is the object's canonical text.
    QJsonObject object; ///< Empty while there is an obstacle.
    std::optional<json::Fault> obstacle;
    bool isRespelled = false;
    KeptAside aside;
};

/// Why a QJsonObject cannot hold the indexed text, or empty.
std::optional<json::Fault> obstacleOf(const json::Index &index)
{
    if (!index.isValid())
        return index.fault();
    const QList<json::LossAt> losses = json::losses(index, 1);
    return losses.isEmpty() ? std::nullopt : std::optional(losses.constFirst().fault);
}

} // namespace

class SessionDocument::Private
{
public:
    Private() { reset(json::canonical({})); }

    const Snapshot &current() const { return m_steps.at(m_at); }
    bool canUndo() const { return m_at > 0; }
    bool canRedo() const { return m_at + 1 < m_steps.size(); }

    void reset(const QByteArray &text);
    void edit(const json::Pointer &pointer, const QJsonValue &value);
    void subtype(const json::Pointer &pointer, const Subtyped &value);
    void type(const QByteArray &text);
    void move(qsizetype steps);
    void endMerge() { m_isMerging = false; }
    void markSaved();

    const QByteArray &bytes();
    const json::Index &index();
    bool isModified();

    quint64 revision = 0;
    bool wasModified = false; ///< As last told.

private:
    Snapshot snapshotOf(const QByteArray &text);
    Snapshot edited(const json::Pointer &pointer, const QJsonValue &value);
    void pushEdit(Snapshot next, const json::Pointer &pointer);
    void push(Snapshot next, const std::optional<json::Pointer> &pointer);
    QByteArray bytesOf(const Snapshot &snapshot) const;
    bool surelyDiffersAt(const json::Pointer &pointer);
    void forgetCaches();
    void boundUndo();

    QList<Snapshot> m_steps; ///< Every state that undo and redo can reach, the oldest first.
    qsizetype m_at = 0; ///< The current one.
    Snapshot m_saved;
    quint64 m_numbers = 0;
    bool m_isMerging = false;
    std::optional<json::Pointer> m_mergePointer; ///< What the current step edits; empty for Source.
    std::optional<QByteArray> m_bytes; ///< Of the current state, once asked for.
    std::optional<json::Index> m_index; ///< Likewise.
    std::optional<bool> m_isModified; ///< Likewise.
};

void SessionDocument::Private::reset(const QByteArray &text)
{
    forgetCaches();
    m_steps = {snapshotOf(text)};
    m_at = 0;
    m_saved = current();
    m_isMerging = false;
}

/// The state whose body is `text`. The index that was made for it is kept, since that state is about to be the current
/// one.
Snapshot SessionDocument::Private::snapshotOf(const QByteArray &text)
{
    Snapshot snapshot;
    snapshot.number = ++m_numbers;
    snapshot.text = text;
    m_index = json::scan(text);
    snapshot.obstacle = obstacleOf(*m_index);
    if (snapshot.obstacle)
        return snapshot;
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (error.error == QJsonParseError::NoError && document.isObject())
        snapshot.object = document.object();
    else // A limit of QJsonDocument that json::losses() does not know: the text stays the truth all the same.
        snapshot.obstacle = json::Fault{error.offset, json::positionAt(text, error.offset), error.errorString()};
    return snapshot;
}

/// The state after `value` was set at `pointer` of the current one.
Snapshot SessionDocument::Private::edited(const json::Pointer &pointer, const QJsonValue &value)
{
    const Snapshot &before = current();
    Snapshot next;
    next.number = ++m_numbers;
    next.object
        = value.isUndefined() ? json::without(before.object, pointer) : json::withValue(before.object, pointer, value);
    next.isRespelled = before.text ? *before.text != json::canonical(before.object) : before.isRespelled;
    next.aside = before.aside;
    next.aside.follow(pointer, value);
    return next;
}

void SessionDocument::Private::edit(const json::Pointer &pointer, const QJsonValue &value)
{
    pushEdit(edited(pointer, value), pointer);
}

void SessionDocument::Private::subtype(const json::Pointer &pointer, const Subtyped &value)
{
    Snapshot next = edited(pointer, value.object);
    next.aside.set(pointer, value.aside);
    pushEdit(std::move(next), pointer);
}

void SessionDocument::Private::pushEdit(Snapshot next, const json::Pointer &pointer)
{
    forgetCaches();
    push(std::move(next), pointer);
    if (surelyDiffersAt(pointer))
        m_isModified = true;
}

void SessionDocument::Private::type(const QByteArray &text)
{
    forgetCaches();
    Snapshot next = snapshotOf(text);
    next.aside = current().aside;
    if (!next.obstacle)
        next.aside.follow({}, next.object);
    push(std::move(next), {});
}

/// Makes `next` the current state, by an edit at `pointer` (empty: Source), merged into the current step where it may
/// be.
void SessionDocument::Private::push(Snapshot next, const std::optional<json::Pointer> &pointer)
{
    const bool merges = m_isMerging && m_mergePointer == pointer && !canRedo();
    m_steps.remove(m_at + 1, m_steps.size() - m_at - 1);
    if (merges)
        m_steps.removeLast();
    m_steps.append(std::move(next));
    m_at = m_steps.size() - 1;
    m_isMerging = true;
    m_mergePointer = pointer;
    boundUndo();
    ++revision;
}

void SessionDocument::Private::move(qsizetype steps)
{
    forgetCaches();
    m_at += steps;
    m_isMerging = false;
    ++revision;
}

void SessionDocument::Private::markSaved()
{
    m_isMerging = false;
    m_saved = current();
    m_saved.isRespelled = false;
    m_steps.replace(m_at, m_saved);
    m_isModified = false;
}

const QByteArray &SessionDocument::Private::bytes()
{
    if (!m_bytes)
        m_bytes = bytesOf(current());
    return *m_bytes;
}

const json::Index &SessionDocument::Private::index()
{
    if (!m_index)
        m_index = json::scan(bytes());
    return *m_index;
}

bool SessionDocument::Private::isModified()
{
    if (!m_isModified)
        m_isModified = current().number != m_saved.number && bytes() != bytesOf(m_saved);
    return *m_isModified;
}

QByteArray SessionDocument::Private::bytesOf(const Snapshot &snapshot) const
{
    return snapshot.text ? *snapshot.text : json::canonical(snapshot.object);
}

/// True when the value at `pointer` alone tells that the body is not the saved one. Spares the spelling of a whole
/// session at each key press: most edits give a value that the saved one has not.
bool SessionDocument::Private::surelyDiffersAt(const json::Pointer &pointer)
{
    return !m_saved.obstacle
        && !json::isSpelledAlike(json::valueAt(current().object, pointer), json::valueAt(m_saved.object, pointer));
}

void SessionDocument::Private::forgetCaches()
{
    m_bytes.reset();
    m_index.reset();
    m_isModified.reset();
}

void SessionDocument::Private::boundUndo()
{
    qint64 total = 0;
    qsizetype first = m_at;
    for (; first >= 0; --first) {
        total += m_steps.at(first).text ? m_steps.at(first).text->size() : 0;
        if (total > mostUndoBytes && first + 1 < m_at)
            break;
    }
    const qsizetype dropped = first + 1;
    m_steps.remove(0, dropped);
    m_at -= dropped;
}

SessionDocument::SessionDocument(QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{ }

SessionDocument::~SessionDocument() = default;

/// Tells what came of an edit. Everything is in place before the first signal.
void SessionDocument::announce(const json::Pointer &where)
{
    Q_EMIT changed(where);
    announceModified();
    Q_EMIT undoChanged();
}

void SessionDocument::announceModified()
{
    const bool isNow = d->isModified();
    if (std::exchange(d->wasModified, isNow) != isNow)
        Q_EMIT modifiedChanged(isNow);
}

void SessionDocument::load(const QByteArray &text)
{
    d->reset(text);
    announce({});
}

QByteArray SessionDocument::bytes() const
{
    return d->bytes();
}

const json::Index &SessionDocument::index() const
{
    return d->index();
}

const std::optional<json::Fault> &SessionDocument::obstacle() const
{
    return d->current().obstacle;
}

const QJsonObject &SessionDocument::object() const
{
    return d->current().object;
}

QJsonValue SessionDocument::value(const json::Pointer &pointer) const
{
    return json::valueAt(object(), pointer);
}

void SessionDocument::setValue(const json::Pointer &pointer, const QJsonValue &value)
{
    Q_ASSERT(!obstacle());
    if (json::isSpelledAlike(this->value(pointer), value))
        return;
    d->edit(pointer, value);
    announce(pointer);
}

void SessionDocument::replaceValue(const json::Pointer &pointer, const QJsonValue &value)
{
    d->endMerge();
    setValue(pointer, value);
    d->endMerge();
}

void SessionDocument::setSubtyped(const json::Pointer &pointer, const Subtyped &value)
{
    Q_ASSERT(!obstacle());
    if (json::isSpelledAlike(this->value(pointer), value.object) && keptAside(pointer) == value.aside)
        return;
    d->endMerge();
    d->subtype(pointer, value);
    d->endMerge();
    announce(pointer);
}

QJsonObject SessionDocument::keptAside(const json::Pointer &pointer) const
{
    return d->current().aside.of(pointer);
}

void SessionDocument::setSource(const QByteArray &text)
{
    if (text == d->bytes())
        return;
    d->type(text);
    announce({});
}

void SessionDocument::endMerge()
{
    d->endMerge();
}

bool SessionDocument::canUndo() const
{
    return d->canUndo();
}

bool SessionDocument::canRedo() const
{
    return d->canRedo();
}

void SessionDocument::undo()
{
    if (!canUndo())
        return;
    d->move(-1);
    announce({});
}

void SessionDocument::redo()
{
    if (!canRedo())
        return;
    d->move(1);
    announce({});
}

bool SessionDocument::isModified() const
{
    return d->isModified();
}

void SessionDocument::markSaved()
{
    d->markSaved();
    announceModified();
}

bool SessionDocument::isRespelled() const
{
    return d->current().isRespelled;
}

quint64 SessionDocument::revision() const
{
    return d->revision;
}

} // namespace session
