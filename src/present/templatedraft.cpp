// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/templatedraft.h"

#include "present/templaterequest.h"

#include <utility>

namespace present {

TemplateDraft::TemplateDraft(QObject *parent)
    : QObject(parent)
{
    connect(&m_headers, &HeaderTableModel::headersChanged, this, &TemplateDraft::noteChange);
}

void TemplateDraft::clear()
{
    const bool hadHeaders = std::exchange(m_isTemplate, false) && !m_saved.headers.isEmpty();
    m_content = {};
    m_saved = {};
    m_baseline.reset();
    m_isUnsaved = false;
    if (hadHeaders)
        m_headers.setRows(defaultHeaders());
    Q_EMIT loaded();
    Q_EMIT expectationChanged();
    noteChange();
}

void TemplateDraft::load(const session::Template &content)
{
    m_isTemplate = true;
    m_isUnsaved = false;
    m_content = content;
    m_content.body.clear();
    m_baseline.reset();
    m_loadedRows = headersOf(content, defaultHeaders());
    m_headers.setRows(m_loadedRows);
    m_saved = this->content({});
    Q_EMIT loaded();
    Q_EMIT expectationChanged();
    noteChange();
}

void TemplateDraft::makeTemplate(const QString &name)
{
    Q_ASSERT(!m_isTemplate);
    m_isTemplate = true;
    m_isUnsaved = true;
    m_content.name = name;
    Q_EMIT loaded();
    noteChange();
}

void TemplateDraft::makeBare()
{
    m_isTemplate = false;
    m_isUnsaved = false;
    m_content.name.clear();
    Q_EMIT loaded();
    noteChange();
}

session::Template TemplateDraft::content(const QByteArray &body) const
{
    session::Template content = m_content;
    content.headers = writtenHeaders();
    content.body = body;
    return content;
}

bool TemplateDraft::isModified() const
{
    return m_isUnsaved || (m_isTemplate && content({}) != m_saved);
}

void TemplateDraft::markSaved()
{
    m_saved = content({});
    m_isUnsaved = false;
    noteChange();
}

void TemplateDraft::markUnsaved()
{
    m_isUnsaved = true;
    noteChange();
}

void TemplateDraft::setExpectation(const session::Expectation &expectation)
{
    if (m_content.expectation == expectation)
        return;
    m_content.expectation = expectation;
    Q_EMIT expectationChanged();
    noteChange();
}

void TemplateDraft::setBaseline(const std::optional<session::Baseline> &baseline)
{
    if (m_baseline == baseline)
        return;
    m_baseline = baseline;
    Q_EMIT expectationChanged();
}

void TemplateDraft::setTexts(const QString &name, const QString &description, const QStringList &tags)
{
    m_content.name = name;
    m_content.description = description;
    m_content.tags = tags;
    noteChange();
}

void TemplateDraft::setTarget(const session::TemplateTarget &target)
{
    if (m_content.target == target)
        return;
    m_content.target = target;
    noteChange();
}

void TemplateDraft::setAuthorization(session::TemplateAuthorization authorization)
{
    if (m_content.authorization == authorization)
        return;
    m_content.authorization = authorization;
    noteChange();
}

void TemplateDraft::setPlaceholders(bool areOn)
{
    if (m_content.hasPlaceholders == areOn)
        return;
    m_content.hasPlaceholders = areOn;
    noteChange();
}

void TemplateDraft::noteChange()
{
    Q_EMIT changed();
    const bool isModified = this->isModified();
    if (std::exchange(m_wasModified, isModified) != isModified)
        Q_EMIT modifiedChanged(isModified);
}

/// The file's own while nobody edits them: they may have members that this version does not know.
QList<session::TemplateHeader> TemplateDraft::writtenHeaders() const
{
    return sameButDrawn(m_headers.rows(), m_loadedRows) ? m_content.headers
                                                        : templateHeaders(m_headers.rows(), m_content.headers);
}

QString ownTargetText(const TemplateDraft &draft)
{
    if (!draft.isTemplate())
        return {};
    QStringList parts;
    if (draft.target().version)
        parts += TemplateDraft::tr("version");
    if (draft.target().callRecordId)
        parts += TemplateDraft::tr("callRecordId");
    if (draft.target().path)
        parts += TemplateDraft::tr("path");
    if (draft.authorization() != session::TemplateAuthorization::FromEnvironment)
        parts += TemplateDraft::tr("authorization");
    return parts.isEmpty() ? QString() : TemplateDraft::tr("%1 of the template").arg(parts.join(u", "));
}

} // namespace present
