// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/body/bodylines.h"
#include "present/body/bytesearch.h"

#include <QFutureWatcher>
#include <QObject>
#include <QTimer>

namespace present {

/// Reads one body for display: finds its rows, finds out whether it can be indented, and searches it, all in small
/// steps between other events. Whether a large body is JSON is judged in a thread of its own. A new body takes the
/// place of the one before, whatever was still going on.
class BodyReader : public QObject
{
    Q_OBJECT

public:
    /// The most bytes that one step goes through; at most widestRow more.
    static constexpr qint64 sliceBytes = 128 * 1024;

    explicit BodyReader(QObject *parent = nullptr);
    ~BodyReader() override;

    /// Takes a body. The rows of its first step are there on return. The same bytes again change nothing.
    void setBody(const QByteArray &body);
    const QByteArray &body() const { return m_lines.bytes(); }

    /// Wishes the body, and each later one, indented, as far as it is JSON. Not before that is known.
    void setIndented(bool indented);
    bool wantsIndented() const { return m_wantsIndented; }

    /// True when the rows are indented now.
    bool isIndented() const { return m_lines.form() == BodyForm::Indented; }

    /// True when the body is known to be JSON.
    bool canIndent() const { return m_check == Check::Json; }

    /// Why the body cannot be indented, a sentence for people with line and column; empty when it can.
    QString reason() const { return m_reason; }

    const BodyLines &lines() const { return m_lines; }

    /// Searches for `text`; an empty one ends the search. The first step is done on return.
    void setSearch(const QString &text, Qt::CaseSensitivity caseSensitivity);
    const ByteSearch &search() const { return m_search; }

    /// True while there is work left for later steps, or the judgement about JSON is still to come.
    bool isBusy() const { return m_timer.isActive() || m_check == Check::Running; }

    /// The most bytes that a step went through so far.
    qint64 largestStep() const { return m_largestStep; }

Q_SIGNALS:
    /// Another body was set. Comes first; linesReset() and the others follow.
    void bodyChanged();
    /// The rows are others: a new body, or the other form. lines() has the first ones.
    void linesReset();
    /// More rows are known.
    void linesGrew();
    /// canIndent() or reason() changed.
    void indentableChanged();
    /// More of the body was searched, or there is another search.
    void searchAdvanced();

private:
    enum class Check { Running, Json, NotJson };

    void startCheck();
    void takeCheck();
    void judge(const std::optional<json::Fault> &fault);
    void setLines(const QByteArray &body, BodyForm form);
    void step();

    BodyLines m_lines;
    ByteSearch m_search;
    QString m_searchText;
    Qt::CaseSensitivity m_searchCase = Qt::CaseInsensitive;
    QTimer m_timer;
    QFutureWatcher<std::optional<json::Fault>> m_watcher;
    QByteArray m_checked; ///< The body that the thread judges; another than body() when a newer one came.
    Check m_check = Check::NotJson;
    QString m_reason;
    bool m_wantsIndented = false;
    qint64 m_largestStep = 0;
};

} // namespace present
