// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edm/schema.h"
#include "present/findingsindex.h"
#include "present/latest.h"
#include "session/findings.h"
#include "session/sessiondocument.h"

#include <QObject>

#include <memory>

namespace present {

/// Makes what costs time with a large body off the GUI thread, while a tester goes on typing: the bytes of what a form
/// edited, the object of what was typed in Source, their index, and then the findings. The newest body wins; what was
/// made of an older one is dropped. With a small one all is there at once. Who cannot wait asks the document, which
/// then makes it itself.
class BodyPipeline : public QObject
{
    Q_OBJECT

public:
    /// Up to here scanning, judging and digesting take a millisecond or two, and showing them at once is calmer.
    static constexpr qsizetype smallBody = 256 * 1024;

    /// Up to here a schema is got ready to judge by in as little; that of all of Microsoft Graph has about as much.
    static constexpr qsizetype smallSchema = 40'000;

    /// Follows `document`, which is borrowed and outlives this, and judges it by `schema`.
    BodyPipeline(session::SessionDocument &document, std::shared_ptr<const edm::Schema> schema);

    /// Judges the body anew by another schema.
    void setSchema(std::shared_ptr<const edm::Schema> schema);

    /// Replaces the body by what was typed in Source. A large text is in the bytes of the document at once; its
    /// changed() follows when it has been read.
    void setSource(const QByteArray &text);

    /// Judges the body anew when this changes how.
    void setNewMembers(session::NewMembers newMembers);

    /// True when the bytes of the document are there, or will be in no time; else made() will say so.
    bool hasBytes() const;

    /// The findings about the body, in its order; a moment behind a large one.
    const QList<session::Finding> &findings() const { return m_judgement.findings; }

    /// Where they are.
    const FindingsIndex &places() const { return m_judgement.places; }

    /// True when the findings are about the body as it is now.
    bool areFindingsCurrent() const { return m_areFindingsCurrent; }

Q_SIGNALS:
    /// The bytes of the body are there, some time after its changed().
    void made();
    /// The findings are others.
    void findingsChanged();

private:
    struct Judgement
    {
        QList<session::Finding> findings;
        FindingsIndex places; ///< Of these very findings.
        bool isNews = true; ///< They are others than before.
    };

    void follow();
    void take(quint64 number, const session::Reading &reading);
    void judge();
    void show(const Judgement &judgement);
    void lookWhetherCanonical();

    session::SessionDocument &m_document;
    std::shared_ptr<const edm::Schema> m_schema;
    session::NewMembers m_newMembers = session::NewMembers::NotAnnounced;
    Judgement m_judgement;
    bool m_areFindingsCurrent = false;
    Latest<session::Reading> m_maker;
    Latest<Judgement> m_judge;
    Latest<bool> m_speller;
};

} // namespace present
