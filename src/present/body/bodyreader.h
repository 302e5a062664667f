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

    /// Wishes this body and each later one in this form. Indented is what is known to be JSON, else it is Raw; and what
    /// is no text is Hex until a form is wished for that very body.
    void setForm(BodyForm form);

    /// The form that the rows have now.
    BodyForm form() const { return m_lines.form(); }

    /// True when the body is known to be JSON.
    bool canIndent() const { return m_check == Check::Json; }

    /// Why the body cannot be indented, a sentence for people with line and column; empty when it can.
    QString reason() const { return m_reason; }

    const BodyLines &lines() const { return m_lines; }

    /// Searches for `text`, in the form Hex also for the bytes that it spells (octetsOf()); an empty one ends the
    /// search. The first step is done on return.
    void setSearch(const QString &text, Qt::CaseSensitivity caseSensitivity);
    const ByteSearch &search() const { return m_search; }

    /// True while there is work left for later steps, or the judgement about JSON is still to come.
    bool isBusy() const { return m_timer.isActive() || m_check == Check::Running; }

    /// The most bytes that a step went through so far.
    qint64 largestStep() const { return m_largestStep; }

Q_SIGNALS:
    /// Another body was set. Comes first; linesReset() and the others follow.
    void bodyChanged();
    /// The rows are others: a new body, or another form. lines() has the first ones.
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
    void chooseForm();
    BodyForm possibleForm() const;
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
    BodyForm m_wanted = BodyForm::Raw;
    bool m_isOctets = false; ///< No text, and no form was wished for it yet.
    qint64 m_largestStep = 0;
};

} // namespace present
