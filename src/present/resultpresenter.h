// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/checksmodel.h"
#include "present/comparisonmodel.h"
#include "present/errorguide.h"
#include "present/examiner.h"
#include "present/facttablemodel.h"

#include <QObject>

namespace present {

class DocumentController;

/// What there is to tell about an exchange beyond its bytes.
struct Result
{
    session::Comparison comparison;
    QString absence; ///< Why there is nothing to compare: a sentence for people; empty when there is.
    session::Comparison withBaseline; ///< The accepted response against this one, without the places that may differ.
    QString baselineAbsence; ///< As `absence`.
    qsizetype ignored = 0; ///< How many places differ from the baseline and may.
    bool hasBaseline = false;
    bool isReadBack = false; ///< What was sent went with an earlier request.
    QList<Check> checks;
    Guide guide;
};

/// What a response is compared with.
enum class Against { Sent, Baseline };

/// Compares, checks and explains.
Result resultOf(const Examination &examination);

/// Follows the exchanges of a document and tells the Result of the last one; of large bodies off the GUI thread.
class ResultPresenter : public QObject
{
    Q_OBJECT

public:
    /// `document` is borrowed and outlives the presenter.
    explicit ResultPresenter(DocumentController &document, QObject *parent = nullptr);

    /// Whether each exchange is compared as it ends, or only when this is set again, as when the pane shows.
    void setFollowing(bool isFollowing);

    /// With what comparison() compares; what was sent as long as there is no baseline, whatever was chosen.
    Against against() const;
    void setAgainst(Against against);
    bool hasBaseline() const { return m_result.hasBaseline; }

    /// What became of each value of the exchange that was last told about.
    ComparisonModel &comparison() { return m_comparison; }
    ChecksModel &checks() { return m_checks; }

    /// The places that the service named, each with its words; their pointers are at the same rows of guide().places.
    FactTableModel &places() { return m_places; }

    /// Why the comparison has no rows; empty when there is one.
    const QString &absence() const;

    /// "1 changed, 2 dropped, 9 same. Checks: 1 not met, 9 met.", or the absence and the checks. Of a session that was
    /// read back it says so, and of a baseline how much is left out.
    QString summary() const;

    const Guide &guide() const { return m_result.guide; }

    /// What happened, why and what to do next, as paragraphs; empty when a session came.
    QString guideText() const;

Q_SIGNALS:
    /// Another exchange has ended and was compared, or something else is expected of it.
    void changed();

private:
    void follow();
    void show(const Result &result);
    void showComparison();
    QString comparedText() const;

    DocumentController &m_document;
    ComparisonModel m_comparison;
    ChecksModel m_checks;
    FactTableModel m_places;
    Result m_result; ///< As it is told.
    Against m_against = Against::Sent;
    bool m_isFollowing = false;
    bool m_isBehind = false;
    Examiner<Result> m_teller;
};

} // namespace present
