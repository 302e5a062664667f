// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/gallery.h"

#include <QCoreApplication>
#include <QFile>

using namespace Qt::StringLiterals;

namespace store {
namespace {

struct Row
{
    QLatin1String id;
    const char *name;
    const char *description;
};

constexpr Row rows[] = {
    {QLatin1String("documented-example"), QT_TRANSLATE_NOOP("store", "Documented example"),
     QT_TRANSLATE_NOOP("store", "The request of the specification, with its placeholders.")},
    {QLatin1String("peer-to-peer-audio"), QT_TRANSLATE_NOOP("store", "Peer-to-peer audio call"),
     QT_TRANSLATE_NOOP("store", "A valid session between two people, as the service itself records them.")},
    {QLatin1String("empty-session"), QT_TRANSLATE_NOOP("store", "Empty session"),
     QT_TRANSLATE_NOOP("store", "An object without members, to build a session from nothing.")},
};

} // namespace

QByteArray GalleryItem::bytes() const
{
    QFile file(":/gallery/"_L1 + id + ".json"_L1);
    const bool isOpen = file.open(QIODevice::ReadOnly);
    Q_ASSERT(isOpen);
    return isOpen ? file.readAll() : QByteArray();
}

QList<GalleryItem> gallery()
{
    QList<GalleryItem> items;
    items.reserve(std::size(rows));
    for (const Row &row : rows) {
        items.append({row.id, QCoreApplication::translate("store", row.name),
                      QCoreApplication::translate("store", row.description)});
    }
    return items;
}

} // namespace store
