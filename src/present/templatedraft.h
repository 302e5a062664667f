// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/headertablemodel.h"
#include "session/baseline.h"
#include "session/templatefile.h"

#include <QObject>

namespace present {

/// All of an open document that is not its session: the headers, what is expected of the response, and, where it is a
/// template, what its file keeps beside these. A document that is no template has headers and expectation as well; they
/// are no part of its file.
class TemplateDraft : public QObject
{
    Q_OBJECT

public:
    explicit TemplateDraft(QObject *parent = nullptr);

    /// True when the document is a template, and not a bare session.
    bool isTemplate() const { return m_isTemplate; }

    /// Makes the document a bare session. Headers and target stay those of the tester, unless they came with a
    /// template.
    void clear();

    /// Makes the document the template `content`, as its file has it; the body is for others.
    void load(const session::Template &content);

    /// Makes a template called `name` out of a bare session, with the headers, expectation and target of now. It is
    /// unsaved.
    void makeTemplate(const QString &name);

    /// Takes makeTemplate() back.
    void makeBare();

    /// What the file would keep, with `body` as the session. Headers that are the program's own are left out.
    session::Template content(const QByteArray &body) const;

    /// True when the document is a template and content() is not what was loaded or last marked as saved.
    bool isModified() const;
    void markSaved();

    /// Makes isModified() true until the next markSaved() or load: what was loaded is not what the file holds.
    void markUnsaved();

    HeaderTableModel &headers() { return m_headers; }
    const HeaderTableModel &headers() const { return m_headers; }

    /// What is expected of the response to this document; nothing of the tester's own after a load of a bare session.
    const session::Expectation &expectation() const { return m_content.expectation; }
    void setExpectation(const session::Expectation &expectation);

    /// The response that was accepted before, by which the next is judged. It is no part of the file, and goes when
    /// another document is loaded.
    const std::optional<session::Baseline> &baseline() const { return m_baseline; }
    void setBaseline(const std::optional<session::Baseline> &baseline);

    /// Texts for people. Of a bare session empty.
    const QString &name() const { return m_content.name; }
    const QString &description() const { return m_content.description; }
    const QStringList &tags() const { return m_content.tags; }
    void setTexts(const QString &name, const QString &description, const QStringList &tags);

    /// Where the request goes; what is absent comes from the environment.
    const session::TemplateTarget &target() const { return m_content.target; }
    void setTarget(const session::TemplateTarget &target);

    session::TemplateAuthorization authorization() const { return m_content.authorization; }
    void setAuthorization(session::TemplateAuthorization authorization);

    /// True when placeholders are replaced at the submit. Only a template can have that.
    bool hasPlaceholders() const { return m_isTemplate && m_content.hasPlaceholders; }
    void setPlaceholders(bool areOn);

Q_SIGNALS:
    /// Another document, or one that became a template.
    void loaded();

    /// Something other than headers and expectation, of which this tells too.
    void changed();

    /// The expectation or the baseline.
    void expectationChanged();

    void modifiedChanged(bool isModified);

private:
    void noteChange();
    QList<session::TemplateHeader> writtenHeaders() const;

    HeaderTableModel m_headers;
    session::Template m_content; ///< Without a body; its headers are those of the file.
    session::Template m_saved;
    std::optional<session::Baseline> m_baseline;
    QList<HeaderRow> m_loadedRows; ///< What the headers of the file were made into.
    bool m_isTemplate = false;
    bool m_isUnsaved = false;
    bool m_wasModified = false; ///< As last told.
};

/// What of the target a template says by itself, in words for people: "version, callRecordId of the template". Empty
/// when all comes from the environment.
QString ownTargetText(const TemplateDraft &draft);

} // namespace present
