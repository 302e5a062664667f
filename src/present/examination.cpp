// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/examination.h"

#include "edm/builtinschema.h"
#include "session/findings.h"
#include "json/scanner.h"

using namespace Qt::StringLiterals;

namespace present {
namespace {

// Preferences may have blanks around `=`, and parameters (RFC 7240 §2).
bool askedForNoBody(const exchange::Request &request)
{
    if (request.url.path(QUrl::FullyDecoded).endsWith("/$ref"_L1))
        return true;
    const QByteArray prefer = exchange::valueOf(request.headers, "Prefer").value_or(QByteArray());
    for (const QByteArray &preference : prefer.split(',')) {
        if (preference.split(';').constFirst().toLower().replace(' ', "").trimmed() == "return=minimal")
            return true;
    }
    return false;
}

bool isObject(const json::Index &index)
{
    return index.isValid() && index.at(0).kind == json::Kind::Object;
}

} // namespace

Examination::Examination(exchange::Exchange exchange, session::Expectation expectation, const edm::Schema *schema,
                         std::optional<Earlier> earlier)
    : m_exchange(std::move(exchange))
    , m_expectation(std::move(expectation))
    , m_schema(schema)
    , m_earlier(std::move(earlier))
{
    if (m_earlier) {
        session::Expectation ofValues;
        ofValues.members = m_expectation.members;
        ofValues.counts = m_expectation.counts;
        m_expectation = ofValues;
    }
}

const exchange::Response *Examination::response() const
{
    return m_exchange.hasWholeResponse() ? &*m_exchange.response : nullptr;
}

bool Examination::isSuccess() const
{
    return response() && response()->status >= 200 && response()->status <= 299;
}

bool Examination::hasExpectedStatus() const
{
    if (!response())
        return false;
    const int status = response()->status;
    if (!m_expectation.statuses.isEmpty())
        return m_expectation.statuses.contains(status);
    return isSuccess() && (status != 204 || askedForNoBody(m_exchange.request));
}

const json::Index &Examination::body() const
{
    if (!m_body)
        m_body = response() ? json::scan(response()->body) : json::Index();
    return *m_body;
}

bool Examination::hasSession() const
{
    return isSuccess() && !(m_earlier && m_earlier->isSearch) && isObject(body()) && body().member(0, u"error") < 0;
}

const session::Comparison *Examination::comparison() const
{
    if (!m_comparison)
        m_comparison = compared();
    return m_comparison->sent().isValid() ? &*m_comparison : nullptr;
}

session::Comparison Examination::compared() const
{
    if (!m_schema || !hasSession())
        return {};
    const json::Index sent = json::scan(m_earlier ? m_earlier->sent : m_exchange.request.body);
    if (!isObject(sent) || sent.member(0, u"@odata.id") >= 0) // a reference to a session is none
        return {};
    return session::compare(sent, body(), *m_schema, edm::sessionTypeName);
}

void Examination::setBaseline(session::Baseline baseline)
{
    m_baseline = std::move(baseline);
    m_baselineComparison.reset();
}

const session::Comparison *Examination::baselineComparison() const
{
    if (!m_baselineComparison)
        m_baselineComparison = comparedWithBaseline();
    return m_baselineComparison->sent().isValid() ? &*m_baselineComparison : nullptr;
}

session::Comparison Examination::comparedWithBaseline() const
{
    if (!m_schema || !m_baseline || !body().isValid())
        return {};
    const json::Index accepted = json::scan(m_baseline->body);
    if (!accepted.isValid())
        return {};
    return session::compare(accepted, body(), *m_schema, hasSession() ? edm::sessionTypeName : QString());
}

const QList<session::Finding> &Examination::findings() const
{
    if (!m_findings) {
        m_findings = m_schema && hasSession()
            ? session::findings(body(), *m_schema, edm::sessionTypeName, session::NewMembers::Announced)
            : QList<session::Finding>();
    }
    return *m_findings;
}

} // namespace present
