// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/answer.h"
#include "sandbox/rehearsal.h"
#include "sandbox/router.h"

namespace json {
class Index;
}

namespace sandbox {

class SessionStore;
class Settings;

/// Answers the POSTs: token, rehearsal, media type, body, in this order.
class Poster
{
public:
    /// Both must outlive it.
    Poster(SessionStore &store, Settings &settings);

    /// The answer to a POST whose route is Sessions or References. `root` is the URL of the version, without a final
    /// slash: `http://127.0.0.1:41207/v1.0`. A POST that lacks the token it needs does not count for the rehearsal.
    Answer post(const HttpRequest &request, const Route &route, const QByteArray &root);

private:
    Answer rehearse(const Rehearsal &rehearsal, const HttpRequest &request, const Route &route, const QByteArray &root);
    Answer store(Rehearsal::Kind kind, const HttpRequest &request, const Route &route, const QByteArray &root);
    Answer keep(const json::Index &body, const HttpRequest &request, const Route &route, const QByteArray &root);

    SessionStore &m_store;
    Settings &m_settings;
};

} // namespace sandbox
