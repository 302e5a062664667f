// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sessiondocument.h"

#include "session/bodyhistory.h"
#include "json/edit.h"

#include <QJsonArray>

#include <numeric>
#include <utility>

namespace session {
namespace {

/// What is kept aside when `value` was set at `pointer` of `state`.
KeptAside asideAfter(const BodyState &state, const json::Pointer &pointer, const QJsonValue &value)
{
    KeptAside aside = state.aside;
    aside.follow(pointer, value);
    if (!value.isUndefined() || pointer.isRoot())
        return aside;
    const QJsonValue parent = json::valueAt(state.object, pointer.parent());
    if (parent.isArray()) { // the items behind the one that goes close up
        QList<qsizetype> origins(parent.toArray().size());
        std::iota(origins.begin(), origins.end(), 0);
        origins.removeOne(pointer.last().toLongLong());
        aside.followItems(pointer.parent(), origins);
    }
    return aside;
}

} // namespace

SessionDocument::SessionDocument(QObject *parent)
    : QObject(parent)
    , m_history(std::make_unique<BodyHistory>())
{ }

SessionDocument::~SessionDocument() = default;

/// Tells what came of an edit. Everything is in place before the first signal.
void SessionDocument::announce(const json::Pointer &where)
{
    m_isChangeDue = false;
    m_history->settle();
    Q_EMIT changed(where);
    announceModified();
    Q_EMIT undoChanged();
}

void SessionDocument::announceModified()
{
    const bool isNow = isModified();
    if (std::exchange(m_wasModified, isNow) != isNow)
        Q_EMIT modifiedChanged(isNow);
}

void SessionDocument::load(const QByteArray &text)
{
    m_history->reset(text);
    announce({});
    Q_EMIT loaded();
}

void SessionDocument::recover(const QByteArray &saved, const QByteArray &text, const KeptAside &aside)
{
    m_history->reset(saved);
    if (text != saved || aside != KeptAside()) {
        m_history->restore(text, aside);
        m_history->endMerge();
    }
    announce({});
    Q_EMIT loaded();
}

QByteArray SessionDocument::bytes() const
{
    return m_history->bytes();
}

const json::Index &SessionDocument::index() const
{
    return m_history->index();
}

const BodyState &SessionDocument::read() const
{
    m_history->settle();
    return m_history->current();
}

const std::optional<json::Fault> &SessionDocument::obstacle() const
{
    return read().obstacle;
}

const QJsonObject &SessionDocument::object() const
{
    return read().object;
}

QJsonValue SessionDocument::value(const json::Pointer &pointer) const
{
    return json::valueAt(object(), pointer);
}

void SessionDocument::setValue(const json::Pointer &pointer, const QJsonValue &value)
{
    settle();
    Q_ASSERT(!obstacle());
    if (json::isSpelledAlike(this->value(pointer), value))
        return;
    m_history->edit(pointer, value, asideAfter(read(), pointer, value));
    announce(pointer);
}

void SessionDocument::replaceValue(const json::Pointer &pointer, const QJsonValue &value)
{
    m_history->endMerge();
    setValue(pointer, value);
    m_history->endMerge();
}

void SessionDocument::replace(const json::Pointer &pointer, const QJsonValue &value, const KeptAside &aside)
{
    settle();
    Q_ASSERT(!obstacle());
    if (json::isSpelledAlike(this->value(pointer), value) && read().aside == aside)
        return;
    m_history->endMerge();
    m_history->edit(pointer, value, aside);
    m_history->endMerge();
    announce(pointer);
}

void SessionDocument::setSubtyped(const json::Pointer &pointer, const Subtyped &value)
{
    KeptAside aside = asideAfter(read(), pointer, value.object);
    aside.set(pointer, value.aside);
    replace(pointer, value.object, aside);
}

void SessionDocument::replaceItems(const json::Pointer &pointer, const QJsonArray &items,
                                   const QList<qsizetype> &origins)
{
    Q_ASSERT(items.size() == origins.size());
    KeptAside aside = read().aside;
    aside.followItems(pointer, origins);
    replace(pointer, items, aside);
}

void SessionDocument::replaceAlike(const QJsonObject &session)
{
    replace({}, session, read().aside);
}

QJsonObject SessionDocument::keptAside(const json::Pointer &pointer) const
{
    return read().aside.of(pointer);
}

void SessionDocument::setSource(const QByteArray &text)
{
    if (text == m_history->bytes())
        return;
    m_history->type(text);
    announce({});
}

void SessionDocument::setUnreadSource(const QByteArray &text)
{
    if (text == m_history->bytes())
        return;
    m_history->type(text);
    m_isChangeDue = true;
    Q_EMIT sourceTyped();
    announceModified();
    Q_EMIT undoChanged();
}

bool SessionDocument::isSettled() const
{
    return !m_isChangeDue;
}

void SessionDocument::settle()
{
    if (m_isChangeDue)
        announce({});
}

BodyState SessionDocument::state() const
{
    return m_history->current();
}

json::Spelled SessionDocument::spelled() const
{
    return m_history->spelled();
}

bool SessionDocument::take(quint64 number, const Reading &reading)
{
    const bool isTaken = m_history->take(number, reading);
    if (isTaken)
        settle();
    return isTaken;
}

void SessionDocument::noteCanonical(quint64 number, bool isCanonical)
{
    m_history->noteCanonical(number, isCanonical);
}

bool SessionDocument::hasBytes() const
{
    return m_history->hasBytes();
}

bool SessionDocument::isMade() const
{
    return m_history->hasBytes() && m_history->hasIndex();
}

qsizetype SessionDocument::lastSize() const
{
    return m_history->lastSize();
}

void SessionDocument::endMerge()
{
    m_history->endMerge();
}

bool SessionDocument::canUndo() const
{
    return m_history->canUndo();
}

bool SessionDocument::canRedo() const
{
    return m_history->canRedo();
}

void SessionDocument::undo()
{
    if (!canUndo())
        return;
    m_history->move(-1);
    announce({});
}

void SessionDocument::redo()
{
    if (!canRedo())
        return;
    m_history->move(1);
    announce({});
}

bool SessionDocument::isModified() const
{
    return m_history->isModified();
}

void SessionDocument::markSaved()
{
    settle();
    m_history->markSaved();
    announceModified();
}

bool SessionDocument::isRespelled() const
{
    return m_history->current().isRespelled;
}

quint64 SessionDocument::revision() const
{
    return m_history->revision();
}

} // namespace session
