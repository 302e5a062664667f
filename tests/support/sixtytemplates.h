// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/templatefile.h"

#include <QList>
#include <QString>

namespace support {

/// A template of a team's library, and what a regression run has to say of it.
struct LibraryTemplate
{
    QString path; ///< Below the folder of the library.
    session::Template content;
    bool isPlanted = false; ///< It expects what no right service does.
    bool isStored = true; ///< The service takes the session.
    bool wantsAllBack = false; ///< It expects that what was sent comes back.
};

/// Sixty templates in four folders: calls of four kinds that are to come back as sent, some of which only a 201 is
/// expected, some with placeholders, eight that are to be refused, and six with a planted fault.
QList<LibraryTemplate> sixtyTemplates();

} // namespace support
