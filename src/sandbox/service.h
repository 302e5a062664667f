// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "sandbox/answer.h"
#include "sandbox/httphead.h"
#include "sandbox/httpresponse.h"
#include "sandbox/poster.h"
#include "sandbox/sessionstore.h"

namespace sandbox {

/// A response and how it goes out.
struct Reply
{
    HttpResponse response;
    Delivery delivery = Delivery::Whole;
    std::optional<quint64> endedSerial; ///< As in Settings::Turn.
};

/// The stand-in for Graph without its wire: a request in, a response out. Lives in one thread.
class Service
{
public:
    /// `settings` and `clock` must outlive it.
    Service(const SessionStore::Limits &limits, Settings &settings, const core::Clock &clock);

    /// The response to a whole request. Checks in this order: Host (421), browser's origin (403), path (404), method
    /// (405); what comes after depends on the route.
    Reply reply(const HttpRequest &request);

    /// The response to what could not be read, with Graph's error body.
    HttpResponse faultResponse(const HttpFault &fault) const;

private:
    Answer answer(const HttpRequest &request);
    Answer read(const HttpRequest &request, const Route &route, const QByteArray &root) const;
    Answer list(const HttpRequest &request, const Route &route, const QByteArray &root) const;
    HttpResponse dressed(const Answer &answer, const QByteArray &clientRequestId) const;

    SessionStore m_store;
    Poster m_poster;
    const core::Clock &m_clock;
};

} // namespace sandbox
