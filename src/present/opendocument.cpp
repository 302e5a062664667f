// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/opendocument.h"

namespace present {

OpenDocument::OpenDocument(const Services &services, QObject *parent)
    : QObject(parent)
    , m_controller({services.schema, services.client})
    , m_file(m_controller.document(), m_controller.draft(), services.files, services.prompter)
    , m_evidence(m_controller, m_file, services.history)
    , m_baseline(m_controller, m_file, services.files)
    , m_readBack({m_controller, services.environments, services.client})
{
    connect(&m_file, &DocumentFile::nameChanged, this, &OpenDocument::titleChanged);
    connect(&m_controller.document(), &session::SessionDocument::modifiedChanged, this, &OpenDocument::titleChanged);
}

void OpenDocument::cancel()
{
    m_controller.cancel();
    m_readBack.stop();
}

bool OpenDocument::isUntouched() const
{
    return m_file.path().isEmpty() && !isModified() && !m_controller.isInFlight() && !m_controller.lastExchange();
}

} // namespace present
