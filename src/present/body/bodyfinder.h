// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/body/bodyreader.h"

namespace present {

/// Steps through the matches of a search that may still be going on: a step that cannot be decided yet is done as soon
/// as it can. Steps wrap around at the ends of the body.
class BodyFinder : public QObject
{
    Q_OBJECT

public:
    /// Borrows `reader`, which must outlive this.
    explicit BodyFinder(BodyReader *reader, QObject *parent = nullptr);

    /// Searches for `text` and steps to the first match at or after the byte `from`. An empty text ends the search.
    void find(const QString &text, Qt::CaseSensitivity caseSensitivity, qint64 from);

    /// Steps to the first match that begins at or after `from`.
    void findNext(qint64 from);

    /// Steps to the last match that begins before `before`.
    void findPrevious(qint64 before);

    /// The match that the last step came to, from 0; -1 when there is none.
    qsizetype current() const { return m_current; }

    /// In words for people: `3 of 17`, `17 found`, `Not found`, with `…` while the search goes on; empty without a
    /// search.
    QString status() const;

Q_SIGNALS:
    /// A step came to a match: `length` bytes from `offset` on.
    void found(qint64 offset, qint64 length);
    /// status() may have changed.
    void statusChanged();

private:
    enum class Step { None, Next, Previous };

    void begin(Step step, qint64 from);
    void proceed();
    qsizetype target() const;

    BodyReader *m_reader;
    Step m_step = Step::None;
    qint64 m_from = 0;
    qsizetype m_current = -1;
};

} // namespace present
