// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/bodystate.h"

#include "json/edit.h"
#include "json/fidelity.h"
#include "json/scanner.h"

#include <QJsonDocument>

namespace session {

namespace {

/// Why a QJsonObject cannot hold the indexed text, or empty.
std::optional<json::Fault> obstacleOf(const json::Index &index)
{
    if (!index.isValid())
        return index.fault();
    const QList<json::LossAt> losses = json::losses(index, 1);
    return losses.isEmpty() ? std::nullopt : std::optional(losses.constFirst().fault);
}

} // namespace

Reading read(const QByteArray &text)
{
    Reading reading;
    reading.index = json::scan(text);
    reading.obstacle = obstacleOf(reading.index);
    if (reading.obstacle)
        return reading;
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (error.error == QJsonParseError::NoError && document.isObject())
        reading.object = document.object();
    else // A limit of QJsonDocument that json::losses() does not know: the text stays the truth all the same.
        reading.obstacle = json::Fault{error.offset, json::positionAt(text, error.offset), error.errorString()};
    return reading;
}

Reading made(const BodyState &state, const json::Spelled &before)
{
    if (!state.isRead)
        return read(*state.text);
    return {json::scan(bytesOf(state, before)), state.obstacle, state.object};
}

QByteArray bytesOf(const BodyState &state, const json::Spelled &before)
{
    return state.text ? *state.text : json::respelled(before, state.object);
}

bool isCanonical(const BodyState &state)
{
    Q_ASSERT(state.text && state.isRead);
    if (state.obstacle)
        return false;
    return state.isCanonical ? *state.isCanonical : *state.text == json::canonical(state.object);
}

} // namespace session
