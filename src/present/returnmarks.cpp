// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/returnmarks.h"

#include "present/documentcontroller.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace present {
namespace {

QString sentenceOf(const session::Comparison &comparison, const session::ComparedPlace &place)
{
    if (place.kind() == session::ComparisonKind::Dropped)
        return ReturnMarks::tr("Dropped: the response does not have it.");
    return ReturnMarks::tr("Changed: the response has %1.").arg(comparison.returnedText(place));
}

} // namespace

ReturnSentences returnSentences(const Examination &examination)
{
    ReturnSentences sentences;
    const session::Comparison *comparison = examination.comparison();
    if (!comparison)
        return sentences;
    for (const session::ComparedPlace &place : comparison->places()) {
        const session::ComparisonKind kind = place.kind();
        if (kind == session::ComparisonKind::Changed || kind == session::ComparisonKind::Dropped)
            sentences.insert(comparison->pointer(place).toString(), sentenceOf(*comparison, place));
    }
    return sentences;
}

ReturnMarks::ReturnMarks(DocumentController &document, QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_isBehind(document.lastExchange().has_value())
{
    connect(&document, &DocumentController::exchangeEnded, this, [this] {
        m_isBehind = true;
        follow();
    });
    connect(&document, &DocumentController::flightChanged, this, [this](bool isInFlight) {
        if (isInFlight)
            show({});
    });
    connect(&document.document(), &session::SessionDocument::loaded, this, [this] {
        m_isBehind = false;
        show({});
    });
}

void ReturnMarks::setFollowing(bool isFollowing)
{
    m_isFollowing = isFollowing;
    follow();
}

QString ReturnMarks::at(const json::Pointer &pointer) const
{
    return m_sentences.value(pointer.toString());
}

QString ReturnMarks::within(const json::Pointer &pointer) const
{
    const QString place = pointer.toString();
    if (const auto found = m_sentences.constFind(place); found != m_sentences.constEnd())
        return *found;
    const auto found = m_sentences.lowerBound(place + u'/');
    return found != m_sentences.constEnd() && found.key().startsWith(place + u'/') ? *found : QString();
}

void ReturnMarks::show(const ReturnSentences &sentences)
{
    m_teller.drop();
    if (sentences == m_sentences)
        return;
    m_sentences = sentences;
    Q_EMIT changed();
}

void ReturnMarks::follow()
{
    if (!m_isFollowing || !std::exchange(m_isBehind, false))
        return;
    m_teller.start(lastCase(m_document), &returnSentences,
                   [this](const ReturnSentences &sentences) { show(sentences); });
}

} // namespace present
