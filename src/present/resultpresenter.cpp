// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/resultpresenter.h"

#include "edm/builtinschema.h"
#include "present/documentcontroller.h"
#include "json/scanner.h"

#include <utility>

namespace present {
namespace {

// Together; comparing so much takes a few milliseconds.
constexpr qsizetype smallBodies = 256 * 1024;

Result absent(const QString &sentence)
{
    return {{}, sentence};
}

bool isSuccess(const exchange::Response &response)
{
    return response.status >= 200 && response.status < 300;
}

} // namespace

Result resultOf(const exchange::Exchange &exchange, const edm::Schema &schema)
{
    if (!exchange.response || exchange.error)
        return absent(ResultPresenter::tr("No whole response came, so there is nothing to compare. The line above says "
                                          "what happened."));
    const exchange::Response &response = *exchange.response;
    if (!isSuccess(response))
        return absent(ResultPresenter::tr("The service did not take the session, so none came back to compare. Body "
                                          "and Error show what it said."));
    if (response.body.isEmpty())
        return absent(ResultPresenter::tr("The response has no body, so there is nothing to compare."));
    const json::Index sent = json::scan(exchange.request.body);
    const json::Index returned = json::scan(response.body);
    if (!sent.isValid())
        return absent(ResultPresenter::tr("What was sent is not JSON, so its values cannot be compared."));
    if (!returned.isValid())
        return absent(ResultPresenter::tr("What came back is not JSON, so its values cannot be compared."));
    return {session::compare(sent, returned, schema, edm::sessionTypeName), {}};
}

ResultPresenter::ResultPresenter(DocumentController &document, QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_absence(tr("Submit to see here what became of each value that was sent."))
{
    connect(&document, &DocumentController::exchangeEnded, this, [this] {
        m_isBehind = true;
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
    return m_absence.isEmpty() ? m_model.summary() : m_absence;
}

void ResultPresenter::follow()
{
    if (!m_isFollowing || !std::exchange(m_isBehind, false))
        return;
    const exchange::Exchange exchange = *m_document.lastExchange();
    const auto show = [this](const Result &result) {
        m_absence = result.absence;
        m_model.setComparison(result.comparison);
        Q_EMIT changed();
    };
    const qsizetype returned = exchange.response ? exchange.response->body.size() : 0;
    const edm::Schema *schema = &m_document.schema();
    if (exchange.request.body.size() + returned <= smallBodies) {
        m_comparer.drop();
        show(resultOf(exchange, *schema));
        return;
    }
    m_comparer.start([exchange, schema] { return resultOf(exchange, *schema); }, show);
}

} // namespace present
