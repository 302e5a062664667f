// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "exchange/authorization.h"
#include "present/requestdraft.h"
#include "session/placeholders.h"
#include "session/templatefile.h"

namespace present {

/// `target` with what the template says of it; what it leaves open stays.
exchange::Target targetOf(const session::Template &content, exchange::Target target);

/// `headers` with those of the template: the first of a name takes the place of the row of that name, or leaves it out;
/// others are added. One without a value that stands for a drawn one is drawn as usual. What cannot be left out stays.
QList<HeaderRow> headersOf(const session::Template &content, QList<HeaderRow> headers);

/// Who sends: as the template says, else as the environment has it.
exchange::Authorization authorizationOf(const session::Template &content, const exchange::Authorization &environments);

/// What the placeholders stand for in a submit that begins now; GUIDs are random.
session::PlaceholderValues drawnNow(const core::Clock &clock, const QString &callRecordId,
                                    const QMap<QString, QString> &variables);

/// The session of the template, with its placeholders replaced where it has them on. The Error names the first that
/// cannot be.
core::Result<QByteArray> sessionOf(const session::Template &content, const session::PlaceholderValues &values);

/// The `id` of a session, for odataIdDefault(); empty when it is no text.
QString idOf(const QByteArray &session);

} // namespace present
