// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/placeholdernotice.h"

#include "app/noticebar.h"
#include "present/documentcontroller.h"
#include "present/templaterequest.h"

namespace app {

PlaceholderNotice::PlaceholderNotice(present::DocumentController &document, NoticeBar *bar)
    : QObject(bar)
    , m_document(document)
    , m_bar(bar)
{
    bar->setPane(tr("Placeholder"));
    connect(bar, &NoticeBar::actionRequested, this, [this] { Q_EMIT placeChosen(m_place); });
    connect(&document, &present::DocumentController::exchangeEnded, this, &PlaceholderNotice::show);
    connect(&document.draft(), &present::TemplateDraft::loaded, bar, &QWidget::hide);
}

void PlaceholderNotice::show()
{
    const exchange::Exchange &last = *m_document.lastExchange();
    const std::optional<json::Pointer> place = present::placeOfPlaceholder(last);
    if (!place)
        return m_bar->hide();
    m_place = *place;
    m_bar->showNotice(last.error->message, tr("Go There"));
}

} // namespace app
