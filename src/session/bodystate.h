// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/keptaside.h"
#include "json/index.h"
#include "json/respell.h"

#include <QJsonObject>

#include <optional>

namespace session {

/// A body with all that is to be known of it.
struct Reading
{
    json::Index index; ///< Of the body's bytes, which it holds.
    std::optional<json::Fault> obstacle; ///< Why a QJsonObject cannot hold the body; empty when it can.
    QJsonObject object; ///< Empty while there is an obstacle.
};

/// One state of the body of a document. Copies share everything, and know nothing of the document: another thread may
/// read them.
struct BodyState
{
    quint64 number = 0; ///< Equal numbers mean equal bytes.
    std::optional<QByteArray>
        text; ///< The body where it is a text, loaded or typed; else it is the object's canonical text.
    bool isRead = true; ///< `obstacle` and `object` are known.
    std::optional<json::Fault> obstacle;
    QJsonObject object; ///< Empty while there is an obstacle.
    std::optional<bool> isCanonical; ///< Of a text, once somebody looked: it is the canonical one of its object.
    bool isRespelled = false;
    KeptAside aside;
};

/// Reads a text that may be anything.
Reading read(const QByteArray &text);

/// Makes all that is to be known of `state`: its bytes, their index, and what a text not read yet holds. Takes some
/// 30 ms a megabyte in the worst case; `before`, of a state that was edited since, spares most of it.
Reading made(const BodyState &state, const json::Spelled &before = {});

/// The bytes of `state`, with `before` as for made().
QByteArray bytesOf(const BodyState &state, const json::Spelled &before = {});

/// True when the text of `state`, which must have one and be read, is the canonical one of its object.
bool isCanonical(const BodyState &state);

} // namespace session
