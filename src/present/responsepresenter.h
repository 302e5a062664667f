// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/exchange.h"
#include "graph/errorbody.h"
#include "present/examiner.h"
#include "present/timing.h"
#include "present/verdict.h"
#include "json/index.h"

#include <QObject>

#include <optional>

namespace present {

class DocumentController;

/// One row of a small table for people: what, and its value.
struct FactRow
{
    QString name;
    QString value;

    bool operator==(const FactRow &) const = default;
};

/// An exchange as the response side shows it.
struct ResponseFacts
{
    Verdict verdict;
    QString status; ///< `201 Created`, or the Error's sentence when no response came.
    QString outcome; ///< In words: "as expected", "not as expected", "no whole response".
    QString note; ///< The verdict's reasons, and what the body tells about itself; may be empty.
    QString elapsed; ///< `12 ms`
    QString size; ///< `755 bytes`
    QString requestId;
    QByteArray body; ///< The exact bytes.
    QString remarks; ///< What there is to know about them (present/bodyremarks.h); may be empty.
    QByteArray headers; ///< One `Name: value` a line.
    QByteArray sent; ///< Request line, headers, empty line, body: frozen at the submit.
    qsizetype sentBodySize = 0; ///< How many bytes at the end of `sent` are the body.
    QList<FactRow> error; ///< Code, message, target, details and inner errors of an OData error; empty without one.
    QList<FactRow> timing; ///< Moments, TLS facts, and that no proxy was asked.
    QList<TimingSpan> spans; ///< The same moments as stretches.
    json::Index index; ///< Of the body.
};

/// Makes a ResponseFacts of an exchange. Scans the body: for a large one, off the GUI thread.
ResponseFacts responseFactsOf(const Examination &examination);

/// Follows the exchanges of a document and keeps the facts of the last one.
class ResponsePresenter : public QObject
{
    Q_OBJECT

public:
    /// `document` is borrowed and outlives the presenter.
    explicit ResponsePresenter(DocumentController &document, QObject *parent = nullptr);

    /// The last exchange as it is shown; empty before the first.
    const std::optional<ResponseFacts> &facts() const { return m_facts; }

    /// "2 edits since" when the document has moved on; empty otherwise.
    QString editsSince() const;

Q_SIGNALS:
    void changed();

private:
    void take();

    DocumentController &m_document;
    std::optional<ResponseFacts> m_facts;
    Examiner<ResponseFacts> m_reader;
};

} // namespace present
