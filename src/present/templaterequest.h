// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "exchange/authorization.h"
#include "exchange/environment.h"
#include "present/requestdraft.h"
#include "session/placeholders.h"
#include "session/templatefile.h"

namespace present {

/// `target` with what a template says of it; what it leaves open stays.
exchange::Target targetOf(const session::TemplateTarget &own, exchange::Target target);

/// `headers` with those of the template: the first of a name takes the place of the row of that name, or leaves it out;
/// others are added. One without a value that stands for a drawn one is drawn as usual. What cannot be left out stays.
QList<HeaderRow> headersOf(const session::Template &content, QList<HeaderRow> headers);

/// True when both are the same but for values that are drawn anew after each submit.
bool sameButDrawn(const QList<HeaderRow> &one, const QList<HeaderRow> &other);

/// The headers of a template that headersOf() makes into `rows` over the program's own. Members that this version does
/// not know are those of `before`.
QList<session::TemplateHeader> templateHeaders(const QList<HeaderRow> &rows,
                                               const QList<session::TemplateHeader> &before);

/// What `target` has otherwise than `environment`; the path is always the one of the target, unless it is the usual.
session::TemplateTarget departures(const exchange::Target &target, const exchange::Environment &environment);

/// Who sends: as the template says, else as the environment has it.
exchange::Authorization authorizationOf(session::TemplateAuthorization choice,
                                        const exchange::Authorization &environments);

/// What a template keeps of who sends: a token is the environment's.
session::TemplateAuthorization templateAuthorization(exchange::Authorization::Kind kind);

/// What the placeholders stand for in a submit that begins now; GUIDs are random.
session::PlaceholderValues drawnNow(const core::Clock &clock, const QString &callRecordId,
                                    const QMap<QString, QString> &variables);

/// The session of the template, with its placeholders replaced where it has them on. The Error names the first that
/// cannot be.
core::Result<QByteArray> sessionOf(const session::Template &content, const session::PlaceholderValues &values);

/// As bodyOf(), of a session whose placeholders are drawn first. The Error names the first that cannot be.
core::Result<QByteArray> drawnBody(const RequestDraft &draft, const QByteArray &session,
                                   const session::PlaceholderValues &values);

/// The exchange of a request that cannot be made, so that nothing has left.
exchange::Exchange notLeft(const core::Error &error, const QString &environment);

/// The place of the placeholder for which `exchange` was never sent; empty when it ended otherwise.
std::optional<json::Pointer> placeOfPlaceholder(const exchange::Exchange &exchange);

/// The `id` of a session, for odataIdDefault(); empty when it is no text.
QString idOf(const QByteArray &session);

} // namespace present
