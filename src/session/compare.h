// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edm/schema.h"
#include "session/comparisonrules.h"
#include "json/index.h"
#include "json/pointer.h"

#include <QList>

#include <functional>

namespace session {

/// One place at which two texts were compared: a value without members or items, one that stands in one text only, or a
/// collection whose order changed.
struct ComparedPlace
{
    ComparisonRule rule = ComparisonRule::Identical;
    qsizetype sent = -1; ///< The value in the sent text; -1 when it was not sent.
    qsizetype returned = -1; ///< The value in the returned text; -1 when it did not come back.
    qsizetype step = -1; ///< For Comparison::pointer().

    ComparisonKind kind() const { return rowOf(rule).kind; }
};

/// Steps from containers into what they hold: a place costs 16 bytes until somebody wants its pointer.
class Trail
{
public:
    /// Adds the step from `parent` (-1: the root) to the member whose name node is `name`; returns its number.
    qsizetype intoMember(qsizetype parent, qsizetype name);

    /// The same to the item at `position`.
    qsizetype intoItem(qsizetype parent, qsizetype position);

    /// The pointer at the end of the steps up to `step` in their text.
    json::Pointer pointer(const json::Index &index, qsizetype step) const;

private:
    struct Step
    {
        qsizetype parent = -1;
        qsizetype token = 0; ///< The name node, or ~position.
    };

    QList<Step> m_steps;
};

/// What became of each value of a text that was sent: by place, in the order of that text, then what was added in the
/// order of the returned one. Cheap to copy.
class Comparison
{
public:
    Comparison() = default;

    /// For compare().
    Comparison(json::Index sent, json::Index returned, QList<ComparedPlace> places, Trail sentTrail,
               Trail returnedTrail);

    const json::Index &sent() const { return m_sent; }
    const json::Index &returned() const { return m_returned; }
    const QList<ComparedPlace> &places() const { return m_places; }

    /// Where it stands in the sent text or, of what was added, in the returned one. A name that stands more than once
    /// has one pointer.
    json::Pointer pointer(const ComparedPlace &place) const;

    /// The values for people, on one line and shortened as shownValue() does, yet a short array or object as it stands;
    /// empty when there is none.
    QString sentText(const ComparedPlace &place) const;
    QString returnedText(const ComparedPlace &place) const;

    qsizetype count(ComparisonKind kind) const;

    /// The same texts with those places only that `isWanted` wants.
    Comparison filtered(const std::function<bool(const ComparedPlace &)> &isWanted) const;

    /// True when nothing was changed or dropped.
    bool isKept() const;

private:
    json::Index m_sent;
    json::Index m_returned;
    QList<ComparedPlace> m_places;
    Trail m_sentTrail;
    Trail m_returnedTrail;
};

/// Compares two valid texts by the rules of docs/compare.md; `typeName` is the declared type of both roots. Nothing is
/// rounded, and no value is left out: a container that stands in both texts is told by what it holds.
Comparison compare(const json::Index &sent, const json::Index &returned, const edm::Schema &schema,
                   const QString &typeName);

} // namespace session
