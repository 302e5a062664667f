// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/bodyhistory.h"

#include "core/workers.h"
#include "json/edit.h"
#include "json/scanner.h"

#include <utility>

namespace session {

namespace {

/// What the texts of the undo steps may hold together. A step of the form shares nearly all of its object with the next
/// one, but one of Source is a whole text: the oldest steps go first, the latest one always stays.
constexpr qint64 mostUndoBytes = 256ll * 1024 * 1024;

} // namespace

BodyHistory::BodyHistory()
{
    reset(json::canonical({}));
}

void BodyHistory::reset(const QByteArray &text)
{
    BodyState state;
    state.number = ++m_numbers;
    state.text = text;
    state.isRead = false;
    m_steps = {state};
    m_at = 0;
    m_isMerging = false;
    m_spelled = {};
    forgetMade();
    setBytes(text);
    settle();
    m_saved = current();
}

void BodyHistory::edit(const json::Pointer &pointer, const QJsonValue &value, const KeptAside &aside)
{
    if (current().text)
        m_steps[m_at].isCanonical = isCanonical(current());
    const BodyState &before = current();
    BodyState next;
    next.number = ++m_numbers;
    next.object
        = value.isUndefined() ? json::without(before.object, pointer) : json::withValue(before.object, pointer, value);
    next.isRespelled = before.text ? !*before.isCanonical : before.isRespelled;
    next.aside = aside;
    push(std::move(next), pointer);
    if (surelyDiffersAt(pointer))
        m_isModified = true;
}

void BodyHistory::type(const QByteArray &text)
{
    BodyState next;
    next.number = ++m_numbers;
    next.text = text;
    next.isRead = false;
    next.aside = current().aside;
    push(std::move(next), {});
    core::disposeInWorkers(std::exchange(m_spelled, {})); // What will be read shares nothing with it.
    setBytes(text);
}

void BodyHistory::restore(const QByteArray &text, const KeptAside &aside)
{
    const Reading reading = session::read(text);
    if (!reading.obstacle && json::canonical(reading.object) == text) {
        edit({}, reading.object, aside);
        return;
    }
    type(text);
    m_steps[m_at].aside = aside;
    read(reading);
}

/// Makes `next` the current state, by an edit at `pointer` (empty: Source), merged into the current step where it may
/// be.
void BodyHistory::push(BodyState next, const std::optional<json::Pointer> &pointer)
{
    keepSpelled();
    const bool merges = m_isMerging && m_mergePointer == pointer && !canRedo();
    m_steps.remove(m_at + 1, m_steps.size() - m_at - 1);
    if (merges)
        core::disposeInWorkers(m_steps.takeLast());
    m_steps.append(std::move(next));
    m_at = m_steps.size() - 1;
    m_isMerging = true;
    m_mergePointer = pointer;
    boundUndo();
    forgetMade();
    ++m_revision;
}

void BodyHistory::move(qsizetype steps)
{
    keepSpelled();
    m_at += steps;
    m_isMerging = false;
    forgetMade();
    if (current().text)
        setBytes(*current().text);
    ++m_revision;
}

void BodyHistory::markSaved()
{
    m_isMerging = false;
    m_saved = current();
    m_saved.isRespelled = false;
    m_steps.replace(m_at, m_saved);
    if (!m_saved.text) {
        m_saved.text = bytes(); // which were made to save them
        m_saved.isCanonical = true;
    }
    m_isModified = false;
}

void BodyHistory::settle()
{
    if (!current().isRead)
        read(session::read(*current().text));
}

void BodyHistory::read(const Reading &reading)
{
    BodyState state = current();
    state.isRead = true;
    state.obstacle = reading.obstacle;
    state.object = reading.object;
    if (!state.obstacle)
        state.aside.follow({}, state.object);
    m_steps.replace(m_at, state);
    m_index = reading.index;
}

bool BodyHistory::take(quint64 number, const Reading &reading)
{
    if (number != current().number)
        return false;
    if (!current().isRead)
        read(reading);
    setBytes(reading.index.text());
    m_index = reading.index;
    return true;
}

void BodyHistory::noteCanonical(quint64 number, bool isCanonical)
{
    if (number == current().number)
        m_steps[m_at].isCanonical = isCanonical;
    if (number == m_saved.number)
        m_saved.isCanonical = isCanonical;
}

const QByteArray &BodyHistory::bytes()
{
    if (!m_bytes)
        setBytes(bytesOf(current(), m_spelled));
    return *m_bytes;
}

void BodyHistory::setBytes(const QByteArray &bytes)
{
    m_bytes = bytes;
    m_lastSize = bytes.size();
}

const json::Index &BodyHistory::index()
{
    settle();
    if (!m_index)
        m_index = json::scan(bytes());
    return *m_index;
}

bool BodyHistory::isModified()
{
    if (!m_isModified)
        m_isModified = current().number != m_saved.number && !isAsSaved();
    return *m_isModified;
}

/// Whether the bytes are the saved ones; spares the spelling of a whole session.
bool BodyHistory::isAsSaved()
{
    if (current().text)
        return *current().text == *m_saved.text;
    if (m_saved.obstacle || !json::isSpelledAlike(current().object, m_saved.object))
        return false;
    m_saved.isCanonical = isCanonical(m_saved);
    return *m_saved.isCanonical;
}

/// True when the value at `pointer` alone tells that the body is not the saved one.
bool BodyHistory::surelyDiffersAt(const json::Pointer &pointer) const
{
    return !m_saved.obstacle
        && !json::isSpelledAlike(json::valueAt(current().object, pointer), json::valueAt(m_saved.object, pointer));
}

/// Keeps what was made of the current state, before another comes, when it is canonical.
void BodyHistory::keepSpelled()
{
    const BodyState &state = current();
    if (m_index && (!state.text || state.isCanonical.value_or(false)))
        m_spelled = {state.object, *m_index};
}

void BodyHistory::forgetMade()
{
    m_bytes.reset();
    m_index.reset();
    m_isModified.reset();
}

void BodyHistory::boundUndo()
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

} // namespace session
