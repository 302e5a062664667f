// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace store {

/// A session that comes with the program, to begin with, or a part of one.
struct GalleryItem
{
    QLatin1String id; ///< `documented-example`; stable.
    QString name; ///< For people, translated.
    QString description; ///< One sentence for people, translated.

    /// The text of the session, byte for byte as it lies in resources/gallery.
    QByteArray bytes() const;
};

/// All of them, in the order in which they are offered. The first is what the window starts with: the request of the
/// specification, untouched.
QList<GalleryItem> gallery();

/// The snippets that come with the program: objects for a place inside of a session, each with its `@odata.type`.
QList<GalleryItem> gallerySnippets();

} // namespace store
