// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/baselinecontroller.h"

#include "present/documentcontroller.h"
#include "present/documentfile.h"
#include "session/baseline.h"
#include "store/baselinefile.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace present {
namespace {

/// A few of the places, and how many more there are.
QString ignoredText(const QList<json::Pointer> &ignored)
{
    constexpr qsizetype mostListed = 6;
    if (ignored.isEmpty())
        return BaselineController::tr("Nothing of it may differ.");
    QStringList places;
    places.reserve(mostListed);
    for (const json::Pointer &place : ignored.first(std::min(ignored.size(), mostListed)))
        places += place.isRoot() ? BaselineController::tr("everything") : place.toString();
    const qsizetype more = ignored.size() - places.size();
    const QString list = places.join(", "_L1);
    return more == 0 ? BaselineController::tr("These may differ: %1.").arg(list)
                     : BaselineController::tr("These may differ: %1 and %2 more.").arg(list, QString::number(more));
}

} // namespace

BaselineController::BaselineController(DocumentController &document, DocumentFile &file, const store::Files &files,
                                       QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_file(file)
    , m_files(files)
{
    // With another template or session the draft has let go of the baseline.
    connect(&document.draft(), &TemplateDraft::loaded, this, [this] { m_path.clear(); });
    connect(&file, &DocumentFile::nameChanged, this, &BaselineController::follow);
    connect(&document, &DocumentController::exchangeEnded, this, &BaselineController::changed);
    connect(&document, &DocumentController::flightChanged, this, [this](bool isInFlight) {
        if (isInFlight)
            read();
    });
}

QString BaselineController::path() const
{
    return m_document.draft().isTemplate() && !m_file.path().isEmpty() ? session::baselinePath(m_file.path())
                                                                       : QString();
}

bool BaselineController::canAccept() const
{
    const std::optional<exchange::Exchange> &last = m_document.lastExchange();
    return !path().isEmpty() && last && last->hasWholeResponse() && last->request.method == "POST";
}

bool BaselineController::canRemove() const
{
    return m_document.draft().baseline() || !m_problem.isEmpty();
}

QString BaselineController::text() const
{
    if (path().isEmpty())
        return tr("A baseline is a response that you accepted; later ones are compared with it. It lies beside a "
                  "template: save this as one first.");
    const QString place = QDir::toNativeSeparators(path());
    if (!m_problem.isEmpty())
        return tr("%1 cannot be used, so nothing is compared with it: %2").arg(place, m_problem);
    if (!m_document.draft().baseline())
        return tr("There is none yet. Submit, and accept the response: it is kept as %1, and later ones are compared "
                  "with it.")
            .arg(place);
    const QDateTime saved = QFileInfo(path()).lastModified().toTimeZone(m_document.timeZone());
    return tr("%1, saved %2. %3")
        .arg(place, saved.toString(u"yyyy-MM-dd HH:mm"_s), ignoredText(m_document.draft().baseline()->ignored));
}

void BaselineController::accept()
{
    if (!canAccept())
        return;
    read(); // what somebody else ignores by now stays ignored
    core::Status saved = core::Error{core::Error::Code::Input, m_problem, {}};
    if (m_problem.isEmpty()) {
        const session::Template content = m_document.draft().content(m_document.document().bytes());
        saved = store::saveBaselineBeside(m_file.path(),
                                          session::acceptedBaseline(content, m_document.lastExchange()->response->body,
                                                                    m_document.draft().baseline()),
                                          m_files);
    }
    if (!saved) {
        Q_EMIT refused(tr("The response was not accepted as baseline: %1").arg(saved.error().message));
        return;
    }
    read();
    Q_EMIT told(tr("The response is the baseline now: later ones are compared with it."));
}

void BaselineController::remove()
{
    if (!canRemove())
        return;
    if (const core::Status moved = store::trashBaselineBeside(m_file.path()); !moved) {
        Q_EMIT refused(moved.error().message);
        return;
    }
    read();
    Q_EMIT told(tr("The baseline is in the trash: nothing is compared with it any more."));
}

void BaselineController::follow()
{
    if (m_file.path() == m_path || path().isEmpty()) {
        Q_EMIT changed();
        return;
    }
    read();
}

void BaselineController::read()
{
    m_problem.clear();
    m_path = m_file.path();
    std::optional<session::Baseline> baseline;
    if (!path().isEmpty()) {
        if (const auto found = store::readBaselineBeside(m_path, m_files))
            baseline = *found;
        else
            m_problem = found.error().message;
    }
    m_document.draft().setBaseline(baseline);
    Q_EMIT changed();
}

} // namespace present
