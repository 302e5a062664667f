// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/bodypipeline.h"

#include "core/workers.h"
#include "edm/builtinschema.h"

#include <utility>

namespace present {

BodyPipeline::BodyPipeline(session::SessionDocument &document, std::shared_ptr<const edm::Schema> schema)
    : m_document(document)
    , m_schema(std::move(schema))
{
    connect(&document, &session::SessionDocument::changed, this, &BodyPipeline::follow);
    connect(&document, &session::SessionDocument::sourceTyped, this, &BodyPipeline::follow);
    follow();
}

void BodyPipeline::setSource(const QByteArray &text)
{
    if (text.size() <= smallBody)
        m_document.setSource(text);
    else
        m_document.setUnreadSource(text);
}

void BodyPipeline::setNewMembers(session::NewMembers newMembers)
{
    if (newMembers == m_newMembers)
        return;
    m_newMembers = newMembers;
    follow();
}

void BodyPipeline::setSchema(std::shared_ptr<const edm::Schema> schema)
{
    m_schema = std::move(schema);
    follow();
}

bool BodyPipeline::hasBytes() const
{
    return m_document.hasBytes() || m_document.lastSize() <= smallBody;
}

void BodyPipeline::follow()
{
    m_areFindingsCurrent = false;
    m_judge.drop();
    m_speller.drop();
    if (m_document.isSettled() && (m_document.isMade() || m_document.lastSize() <= smallBody)) {
        m_maker.drop();
        judge();
        return;
    }
    const session::BodyState state = m_document.state();
    m_maker.start([state, before = m_document.spelled()] { return session::made(state, before); },
                  [this, number = state.number](const session::Reading &reading) { take(number, reading); });
}

void BodyPipeline::take(quint64 number, const session::Reading &reading)
{
    const bool wasSettled = m_document.isSettled();
    m_document.take(number, reading);
    if (!wasSettled)
        return; // The document has told that it changed, and all went on from there.
    Q_EMIT made();
    judge();
}

void BodyPipeline::judge()
{
    const auto judge
        = [index = m_document.index(), schema = m_schema, newMembers = m_newMembers, before = m_judgement.findings] {
              Judgement judgement;
              judgement.findings = session::findings(index, *schema, edm::sessionTypeName, newMembers);
              judgement.isNews = judgement.findings != before;
              if (judgement.isNews)
                  judgement.places = FindingsIndex(judgement.findings);
              return judgement;
          };
    if (m_document.lastSize() <= smallBody && m_schema->elementCount() <= smallSchema) {
        show(judge());
        return;
    }
    m_judge.start(judge, [this](const Judgement &judgement) {
        show(judgement);
        lookWhetherCanonical();
    });
}

void BodyPipeline::show(const Judgement &judgement)
{
    m_areFindingsCurrent = true;
    if (!judgement.isNews)
        return;
    core::disposeInWorkers(std::exchange(m_judgement, judgement));
    Q_EMIT findingsChanged();
}

// The next form edit will have to know; by then it shall be known.
void BodyPipeline::lookWhetherCanonical()
{
    const session::BodyState state = m_document.state();
    if (!state.text || !state.isRead || state.isCanonical)
        return;
    m_speller.start([state] { return session::isCanonical(state); },
                    [this, number = state.number](bool isCanonical) { m_document.noteCanonical(number, isCanonical); });
}

} // namespace present
