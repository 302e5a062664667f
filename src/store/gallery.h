// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/templatefile.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace store {

/// A template that comes with the program, to begin with, or a part of a session.
struct GalleryItem
{
    QLatin1String id; ///< `documented-example`; stable.
    QString name; ///< For people, translated.
    QString description; ///< One sentence for people, translated.

    /// The file, byte for byte as it lies in resources/gallery: a template, or a bare session.
    QByteArray text() const;

    /// What it holds, under the translated name and description.
    session::Template content() const;

    /// The text of the session alone.
    QByteArray bytes() const { return content().body; }
};

/// All of them, in the order in which they are offered. The first is what the window starts with: the request of the
/// specification, untouched.
QList<GalleryItem> gallery();

/// The snippets that come with the program: objects for a place inside of a session, each with its `@odata.type`.
QList<GalleryItem> gallerySnippets();

} // namespace store
