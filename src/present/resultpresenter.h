// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/exchange.h"
#include "present/comparisonmodel.h"
#include "present/latest.h"

#include <QObject>

namespace present {

class DocumentController;

/// A comparison of what went out with what came back, or why there is none.
struct Result
{
    session::Comparison comparison;
    QString absence; ///< Why there is nothing to compare: a sentence for people; empty when there is.
};

/// Compares the bodies of an exchange by the rules of docs/compare.md. Only sessions are compared: not a reference that
/// `$ref` sent, not the response to a request that failed, not text that is no JSON.
Result resultOf(const exchange::Exchange &exchange, const edm::Schema &schema);

/// Follows the exchanges of a document and compares what the last one sent with what came back; large bodies off the
/// GUI thread.
class ResultPresenter : public QObject
{
    Q_OBJECT

public:
    /// `document` is borrowed and outlives the presenter.
    explicit ResultPresenter(DocumentController &document, QObject *parent = nullptr);

    /// Whether each exchange is compared as it ends, or only when this is set again, as when the pane shows.
    void setFollowing(bool isFollowing);

    /// What became of each value of the exchange that was last compared.
    ComparisonModel &model() { return m_model; }

    /// Why there are no rows; empty when a comparison is there.
    const QString &absence() const { return m_absence; }

    /// "1 changed, 2 dropped, 9 same", or the absence.
    QString summary() const;

Q_SIGNALS:
    /// Another exchange has ended and was compared.
    void changed();

private:
    void follow();

    DocumentController &m_document;
    ComparisonModel m_model;
    QString m_absence;
    bool m_isFollowing = false;
    bool m_isBehind = false;
    Latest<Result> m_comparer;
};

} // namespace present
