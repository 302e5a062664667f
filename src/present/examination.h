// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edm/schema.h"
#include "exchange/exchange.h"
#include "session/baseline.h"
#include "session/compare.h"
#include "session/expectation.h"
#include "session/finding.h"
#include "json/index.h"

#include <optional>

namespace present {

/// The submit that a GET reads back.
struct Earlier
{
    QByteArray sent; ///< Its body.
    bool isSearch = false; ///< The GET is for the list of sessions, to find the one that the submit made.
};

/// An exchange and what is expected of it, with what checks want to know of both; found out when first asked for, since
/// a large body costs time. For one thread.
class Examination
{
public:
    /// `schema` is borrowed and outlives the examination. Without one nothing is compared or judged by it. With
    /// `earlier` the response is held against what that sent; of the expectation the members count then, since the rest
    /// is about the response to a submit.
    explicit Examination(exchange::Exchange exchange, session::Expectation expectation = {},
                         const edm::Schema *schema = nullptr, std::optional<Earlier> earlier = {});

    const exchange::Exchange &exchange() const { return m_exchange; }
    const session::Expectation &expectation() const { return m_expectation; }
    const edm::Schema *schema() const { return m_schema; }
    const std::optional<Earlier> &earlier() const { return m_earlier; }

    /// The response that came whole, whatever its status, or null.
    const exchange::Response *response() const;

    /// True when a whole response with a 2xx came.
    bool isSuccess() const;

    /// True when a whole response has one of the expected statuses. Without any, a 2xx is, but 204 only where the path
    /// is `$ref` or `Prefer: return=minimal` was sent (docs/command-line.md "Exit codes").
    bool hasExpectedStatus() const;

    /// The body of the whole response; without text when there is none.
    const json::Index &body() const;

    /// True when the response is a 2xx whose body is one JSON object without `error`, and no list was asked for.
    bool hasSession() const;

    /// What was sent against what came back; null when one of the two is no session.
    const session::Comparison *comparison() const;

    /// Adds the response that was accepted before, for the check against it.
    void setBaseline(session::Baseline baseline);
    const std::optional<session::Baseline> &baseline() const { return m_baseline; }

    /// The accepted response (as what was sent) against the one that came; null when there is no baseline, or one of
    /// the two is not JSON.
    const session::Comparison *baselineComparison() const;

    /// The findings about the session that came back; empty when there is none.
    const QList<session::Finding> &findings() const;

private:
    session::Comparison compared() const;
    session::Comparison comparedWithBaseline() const;

    exchange::Exchange m_exchange;
    session::Expectation m_expectation;
    const edm::Schema *m_schema;
    std::optional<session::Baseline> m_baseline;
    std::optional<Earlier> m_earlier;
    mutable std::optional<json::Index> m_body;
    mutable std::optional<session::Comparison> m_comparison;
    mutable std::optional<session::Comparison> m_baselineComparison;
    mutable std::optional<QList<session::Finding>> m_findings;
};

} // namespace present
