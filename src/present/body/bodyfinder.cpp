// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/body/bodyfinder.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace present {

namespace {

constexpr qsizetype undecided = -1;

} // namespace

BodyFinder::BodyFinder(BodyReader *reader, QObject *parent)
    : QObject(parent)
    , m_reader(reader)
{
    connect(reader, &BodyReader::searchAdvanced, this, &BodyFinder::proceed);
    connect(reader, &BodyReader::bodyChanged, this, [this] {
        m_step = Step::None;
        m_current = -1;
    });
}

void BodyFinder::find(const QString &text, Qt::CaseSensitivity caseSensitivity, qint64 from)
{
    m_step = text.isEmpty() ? Step::None : Step::Next;
    m_from = from;
    m_current = -1;
    m_reader->setSearch(text, caseSensitivity); // proceeds by searchAdvanced()
}

void BodyFinder::findNext(qint64 from)
{
    begin(Step::Next, from);
}

void BodyFinder::findPrevious(qint64 before)
{
    begin(Step::Previous, before);
}

void BodyFinder::begin(Step step, qint64 from)
{
    if (!m_reader->search().isActive())
        return;
    m_step = step;
    m_from = from;
    proceed();
}

void BodyFinder::proceed()
{
    const ByteSearch &search = m_reader->search();
    const qsizetype reached = m_step == Step::None ? undecided : target();
    if (reached != undecided) {
        m_step = Step::None;
        m_current = reached;
        const ByteSearch::Match match = search.match(reached);
        Q_EMIT found(match.offset, match.length);
    } else if (search.isComplete()) {
        m_step = Step::None; // there is nothing to step to
    }
    Q_EMIT statusChanged();
}

/// The number of the match that the step leads to, or undecided.
qsizetype BodyFinder::target() const
{
    const ByteSearch &search = m_reader->search();
    const qsizetype from = search.firstFrom(m_from);
    if (m_step == Step::Next) {
        if (from < search.count())
            return from;
        return search.isComplete() && search.count() > 0 ? 0 : undecided;
    }
    if (!search.isComplete() && (search.searchedTo() < m_from || from == 0))
        return undecided;
    return from > 0 ? from - 1 : search.count() - 1;
}

QString BodyFinder::status() const
{
    const ByteSearch &search = m_reader->search();
    if (!search.isActive())
        return QString();
    const QLocale locale;
    QString count = locale.toString(search.count());
    if (!search.isComplete())
        count += u'…';
    else if (search.isFull())
        count += u'+';
    if (m_current >= 0)
        return tr("%1 of %2").arg(locale.toString(m_current + 1), count);
    if (!search.isComplete())
        return tr("Searching… %1 found").arg(count);
    return search.count() == 0 ? tr("Not found") : tr("%1 found").arg(count);
}

} // namespace present
