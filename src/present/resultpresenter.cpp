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

} // namespace

Result resultOf(const Examination &examination)
{
    Result result;
    result.isReadBack = examination.earlier().has_value();
    if (const session::Comparison *comparison = examination.comparison())
        result.comparison = *comparison;
    else
        result.absence = absenceOf(examination);
    result.checks = checksOf(examination);
    result.guide = guideOf(examination);
    return result;
}

ResultPresenter::ResultPresenter(DocumentController &document, QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_absence(tr("Submit to see here what became of each value that was sent."))
    , m_isBehind(document.lastExchange().has_value())
{
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

QString ResultPresenter::summary() const
{
    const QString compared
        = m_isReadBack ? tr("Read back and compared with what was sent: %1.") : tr("%1."); // as one sentence each
    const QString told = m_absence.isEmpty() ? compared.arg(m_comparison.summary()) : m_absence;
    return m_checks.rowCount() == 0 ? told : tr("%1 Checks: %2.").arg(told, m_checks.summary());
}

QString ResultPresenter::guideText() const
{
    QStringList paragraphs{m_guide.happened, m_guide.why, m_guide.next};
    paragraphs.removeAll(QString());
    return paragraphs.join(u"\n"_s);
}

void ResultPresenter::show(const Result &result)
{
    m_absence = result.absence;
    m_isReadBack = result.isReadBack;
    m_guide = result.guide;
    m_comparison.setComparison(result.comparison);
    m_checks.setChecks(result.checks);
    QList<FactRow> rows;
    rows.reserve(m_guide.places.size());
    for (const NamedPlace &place : std::as_const(m_guide.places))
        rows += FactRow{place.pointer.toString(), place.message.isEmpty() ? place.code : place.message};
    m_places.setRows(rows);
    Q_EMIT changed();
}

void ResultPresenter::follow()
{
    if (!m_isFollowing || !std::exchange(m_isBehind, false))
        return;
    m_teller.start(lastCase(m_document), &resultOf, [this](const Result &result) { show(result); });
}

} // namespace present
