// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bodynotice.h"

#include "app/noticebar.h"
#include "session/sessiondocument.h"

namespace app {

BodyNotice::BodyNotice(session::SessionDocument &document, const QString &obstacle, NoticeBar *bar)
    : QObject(bar)
    , m_document(document)
    , m_obstacle(obstacle)
    , m_bar(bar)
{
    connect(bar, &NoticeBar::actionRequested, this, &BodyNotice::follow);
    connect(&document, &session::SessionDocument::changed, this, &BodyNotice::show);
    show();
}

void BodyNotice::show()
{
    if (const std::optional<json::Fault> &obstacle = m_document.obstacle()) {
        m_bar->showNotice(m_obstacle.arg(obstacle->reason, QString::number(obstacle->position.line),
                                         QString::number(obstacle->position.column)),
                          tr("Go to Source"));
    } else if (m_document.isRespelled()) {
        m_bar->showNotice(tr("The first edit here wrote the text anew: members in order, usual spacing and "
                             "number spellings. No value changed but yours."),
                          tr("Undo"));
    } else {
        m_bar->hide();
    }
}

void BodyNotice::follow()
{
    if (m_document.obstacle())
        Q_EMIT sourceRequested();
    else
        m_document.undo();
}

} // namespace app
