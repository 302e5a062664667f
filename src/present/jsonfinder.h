// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/latest.h"
#include "json/index.h"

#include <QList>
#include <QObject>
#include <QString>

namespace present {

/// Steps through what a search finds in a JSON text, round its ends. A large text is searched off the GUI thread.
class JsonFinder : public QObject
{
    Q_OBJECT

public:
    explicit JsonFinder(QObject *parent = nullptr);

    /// Another text: the search is done again in it, without a step.
    void setIndex(const json::Index &index);

    /// Searches as searchJson() and steps to the first match at or after the node `from`. An empty text ends the
    /// search.
    void find(const QString &text, Qt::CaseSensitivity caseSensitivity, qsizetype from);

    /// Steps to the match after or before the node `from`.
    void findNext(qsizetype from);
    void findPrevious(qsizetype from);

    /// In words for people: `3 of 17`, `17 found`, `Not found`, `Searching…`; empty without a search.
    QString status() const;

Q_SIGNALS:
    /// A step came to this value node.
    void found(qsizetype node);
    /// status() may have changed.
    void statusChanged();

private:
    void search();
    void take(const QList<qsizetype> &matches);
    void goTo(qsizetype match);

    json::Index m_index;
    QString m_text;
    Qt::CaseSensitivity m_caseSensitivity = Qt::CaseInsensitive;
    QList<qsizetype> m_matches;
    qsizetype m_current = -1; ///< Of the matches.
    qsizetype m_from = -1; ///< From where the step goes that waits for the search; -1 for none.
    bool m_isSearching = false;
    Latest<QList<qsizetype>> m_searcher;
};

} // namespace present
