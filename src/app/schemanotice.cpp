// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/schemanotice.h"

#include "app/noticebar.h"
#include "present/schemacontroller.h"

namespace app {

SchemaNotice::SchemaNotice(present::SchemaController &schemas, NoticeBar *bar)
    : QObject(bar)
    , m_schemas(schemas)
    , m_bar(bar)
{
    bar->setPane(tr("Schema"));
    connect(bar, &NoticeBar::actionRequested, this, &SchemaNotice::follow);
    connect(&schemas, &present::SchemaController::progressChanged, this, &SchemaNotice::show);
    connect(&schemas, &present::SchemaController::schemaChanged, this, &SchemaNotice::show);
}

void SchemaNotice::show()
{
    if (!m_schemas.progress().isEmpty())
        m_bar->showNotice(m_schemas.progress(), tr("Cancel"));
    else if (!m_schemas.isBuiltIn())
        m_bar->showNotice(m_schemas.summary(), tr("Use the Built-in"));
    else
        m_bar->hide();
}

void SchemaNotice::follow()
{
    if (m_schemas.progress().isEmpty())
        m_schemas.useBuiltIn();
    else
        m_schemas.cancel();
}

} // namespace app
