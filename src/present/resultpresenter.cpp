// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/resultpresenter.h"

#include "present/documentcontroller.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace present {
namespace {

// Why there is nothing to compare.
QString absenceOf(const Examination &examination)
{
    if (!examination.response())
        return ResultPresenter::tr("No whole response came, so there is nothing to compare.");
    if (examination.exchange().request.method == "GET" && !examination.earlier())
        return ResultPresenter::tr("This request only asked: nothing was sent with it that could be compared.");
    if (!examination.isSuccess() && examination.earlier())
        return ResultPresenter::tr("The session could not be read, so there is nothing to compare.");
    if (!examination.isSuccess())
        return ResultPresenter::tr("The service did not take the session, so none came back to compare.");
    if (examination.response()->body.isEmpty())
        return ResultPresenter::tr("The response has no body, so there is nothing to compare.");
    if (examination.earlier() && examination.earlier()->isSearch)
        return ResultPresenter::tr("These are sessions of the call record, among which the one that was sent is looked "
                                   "for.");
    if (!examination.hasSession())
        return ResultPresenter::tr("What came back is no session, so its values cannot be compared.");
    return ResultPresenter::tr("What was sent is no session, so its values cannot be compared.");
}

void addBaseline(Result &result, const Examination &examination)
{
    const std::optional<session::Baseline> &baseline = examination.baseline();
    result.hasBaseline = baseline.has_value();
    if (!baseline)
        return;
    const session::Comparison *comparison = examination.baselineComparison();
    if (!comparison) {
        result.baselineAbsence = examination.response()
            ? ResultPresenter::tr("The response or the baseline is no JSON, so only their texts can be compared, which "
                                  "is the check “As in the baseline”.")
            : ResultPresenter::tr("No whole response came, so there is nothing to compare.");
        return;
    }
    result.withBaseline = comparison->filtered([&](const session::ComparedPlace &place) {
        const bool isKept
            = place.kind() == session::ComparisonKind::Same || place.kind() == session::ComparisonKind::OtherText;
        return isKept || !session::isIgnored(*baseline, comparison->pointer(place));
    });
    result.ignored = comparison->places().size() - result.withBaseline.places().size();
}

} // namespace

Result resultOf(const Examination &examination)
{
    Result result;
    result.isReadBack = examination.earlier().has_value();
    if (const session::Comparison *comparison = examination.comparison())
        result.comparison = *comparison;
    else
        result.absence = absenceOf(examination);
    addBaseline(result, examination);
    result.checks = checksOf(examination);
    result.guide = guideOf(examination);
    return result;
}

ResultPresenter::ResultPresenter(DocumentController &document, QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_isBehind(document.lastExchange().has_value())
{
    m_result.absence = tr("Submit to see here what became of each value that was sent.");
    connect(&document, &DocumentController::exchangeEnded, this, [this] {
        m_isBehind = true;
        follow();
    });
    connect(&document, &DocumentController::expectationChanged, this, [this] {
        m_isBehind = m_document.lastExchange().has_value();
        follow();
    });
}

void ResultPresenter::setFollowing(bool isFollowing)
{
    m_isFollowing = isFollowing;
    follow();
}

Against ResultPresenter::against() const
{
    return m_result.hasBaseline ? m_against : Against::Sent;
}

void ResultPresenter::setAgainst(Against against)
{
    if (m_against == against)
        return;
    m_against = against;
    showComparison();
    Q_EMIT changed();
}

const QString &ResultPresenter::absence() const
{
    return against() == Against::Baseline ? m_result.baselineAbsence : m_result.absence;
}

QString ResultPresenter::comparedText() const
{
    const QString summary = m_comparison.summary();
    if (against() == Against::Sent)
        return m_result.isReadBack ? tr("Read back and compared with what was sent: %1.").arg(summary)
                                   : tr("%1.").arg(summary); // as one sentence each
    return m_result.ignored == 0
        ? tr("Compared with the baseline: %1.").arg(summary)
        : tr("Compared with the baseline: %1; %2 more may differ.").arg(summary, QString::number(m_result.ignored));
}

QString ResultPresenter::summary() const
{
    const QString told = absence().isEmpty() ? comparedText() : absence();
    return m_checks.rowCount() == 0 ? told : tr("%1 Checks: %2.").arg(told, m_checks.summary());
}

QString ResultPresenter::guideText() const
{
    QStringList paragraphs{m_result.guide.happened, m_result.guide.why, m_result.guide.next};
    paragraphs.removeAll(QString());
    return paragraphs.join(u"\n"_s);
}

void ResultPresenter::show(const Result &result)
{
    m_result = result;
    showComparison();
    m_checks.setChecks(result.checks);
    QList<FactRow> rows;
    rows.reserve(m_result.guide.places.size());
    for (const NamedPlace &place : std::as_const(m_result.guide.places))
        rows += FactRow{place.pointer.toString(), place.message.isEmpty() ? place.code : place.message};
    m_places.setRows(rows);
    Q_EMIT changed();
}

void ResultPresenter::showComparison()
{
    const bool isBaseline = against() == Against::Baseline;
    m_comparison.setFirstName(isBaseline ? tr("Baseline") : tr("Sent"));
    m_comparison.setComparison(isBaseline ? m_result.withBaseline : m_result.comparison);
}

void ResultPresenter::follow()
{
    if (!m_isFollowing || !std::exchange(m_isBehind, false))
        return;
    m_teller.start(lastCase(m_document), &resultOf, [this](const Result &result) { show(result); });
}

} // namespace present
