// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/jsonfinder.h"

#include "present/bodypipeline.h"
#include "present/jsonsearch.h"

#include <algorithm>

namespace present {

JsonFinder::JsonFinder(QObject *parent)
    : QObject(parent)
{ }

void JsonFinder::setIndex(const json::Index &index)
{
    m_index = index;
    m_from = -1;
    search();
}

void JsonFinder::find(const QString &text, Qt::CaseSensitivity caseSensitivity, qsizetype from)
{
    m_text = text;
    m_caseSensitivity = caseSensitivity;
    m_from = std::max<qsizetype>(from, 0);
    search();
}

void JsonFinder::search()
{
    m_matches.clear();
    m_current = -1;
    m_searcher.drop();
    m_isSearching = false;
    if (m_text.isEmpty() || m_index.text().size() <= BodyPipeline::smallBody) {
        take(searchJson(m_index, m_text, m_caseSensitivity));
        return;
    }
    m_isSearching = true;
    m_searcher.start([index = m_index, text = m_text, how = m_caseSensitivity] { return searchJson(index, text, how); },
                     [this](const QList<qsizetype> &matches) { take(matches); });
    Q_EMIT statusChanged();
}

void JsonFinder::take(const QList<qsizetype> &matches)
{
    m_isSearching = false;
    m_matches = matches;
    if (m_from >= 0 && !m_matches.isEmpty()) {
        const auto at = std::lower_bound(m_matches.cbegin(), m_matches.cend(), m_from);
        goTo(at == m_matches.cend() ? 0 : at - m_matches.cbegin());
    }
    m_from = -1;
    Q_EMIT statusChanged();
}

void JsonFinder::findNext(qsizetype from)
{
    if (m_matches.isEmpty())
        return;
    const auto at = std::upper_bound(m_matches.cbegin(), m_matches.cend(), from);
    goTo(at == m_matches.cend() ? 0 : at - m_matches.cbegin());
}

void JsonFinder::findPrevious(qsizetype from)
{
    if (m_matches.isEmpty())
        return;
    const auto at = std::lower_bound(m_matches.cbegin(), m_matches.cend(), from);
    goTo((at == m_matches.cbegin() ? m_matches.size() : at - m_matches.cbegin()) - 1);
}

void JsonFinder::goTo(qsizetype match)
{
    m_current = match;
    Q_EMIT found(m_matches.at(match));
    Q_EMIT statusChanged();
}

QString JsonFinder::status() const
{
    if (m_text.isEmpty())
        return {};
    if (m_isSearching)
        return tr("Searching\u2026");
    if (m_matches.isEmpty())
        return tr("Not found");
    return m_current < 0 ? tr("%1 found").arg(m_matches.size())
                         : tr("%1 of %2").arg(m_current + 1).arg(m_matches.size());
}

} // namespace present
