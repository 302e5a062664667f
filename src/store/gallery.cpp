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
    {QLatin1String("group-screen-sharing"), QT_TRANSLATE_NOOP("store", "Group call with screen sharing"),
     QT_TRANSLATE_NOOP(
         "store", "One participant's session with the conference: audio, video and screen sharing, with all streams.")},
    {QLatin1String("pstn-leg"), QT_TRANSLATE_NOOP("store", "PSTN leg"),
     QT_TRANSLATE_NOOP("store", "A person calls a phone number through a mediation server.")},
    {QLatin1String("failed-set-up"), QT_TRANSLATE_NOOP("store", "Failed call set-up"),
     QT_TRANSLATE_NOOP("store",
                       "Nobody answered: failure information in session and segment, and media without streams.")},
    {QLatin1String("mid-call-drop"), QT_TRANSLATE_NOOP("store", "Mid-call drop"),
     QT_TRANSLATE_NOOP("store", "The first segment goes well; in the second one the network of the caller is gone.")},
    {QLatin1String("service-endpoint"), QT_TRANSLATE_NOOP("store", "Call to a service"),
     QT_TRANSLATE_NOOP(
         "store", "The callee is no person but voicemail: a service endpoint, which has nothing but its user agent.")},
    {QLatin1String("refused-no-start"), QT_TRANSLATE_NOOP("store", "Refused: no start"),
     QT_TRANSLATE_NOOP(
         "store",
         "The start, which may not be missing, is: a service that checks by the schema answers 400 and names it.")},
    {QLatin1String("empty-session"), QT_TRANSLATE_NOOP("store", "Empty session"),
     QT_TRANSLATE_NOOP("store", "An object without members, to build a session from nothing.")},
};

constexpr Row snippetRows[] = {
    {QLatin1String("snippets/endpoint-teams-person"), QT_TRANSLATE_NOOP("store", "Person on Teams"),
     QT_TRANSLATE_NOOP("store", "A participant with a client.")},
    {QLatin1String("snippets/endpoint-phone"), QT_TRANSLATE_NOOP("store", "Phone"),
     QT_TRANSLATE_NOOP("store", "A participant behind a mediation server.")},
    {QLatin1String("snippets/endpoint-conference"), QT_TRANSLATE_NOOP("store", "Conference service"),
     QT_TRANSLATE_NOOP("store", "The service that mixes a group call.")},
    {QLatin1String("snippets/useragent-teams-windows"), QT_TRANSLATE_NOOP("store", "Teams on Windows"),
     QT_TRANSLATE_NOOP("store", "A client.")},
    {QLatin1String("snippets/useragent-skype-android"), QT_TRANSLATE_NOOP("store", "Skype for Business on Android"),
     QT_TRANSLATE_NOOP("store", "A client of earlier days.")},
    {QLatin1String("snippets/useragent-mediation-server"), QT_TRANSLATE_NOOP("store", "Mediation server"),
     QT_TRANSLATE_NOOP("store", "The service between network and telephone.")},
    {QLatin1String("snippets/failure-no-answer"), QT_TRANSLATE_NOOP("store", "Nobody answered"),
     QT_TRANSLATE_NOOP("store", "A call that failed while it was set up.")},
    {QLatin1String("snippets/device-headset"), QT_TRANSLATE_NOOP("store", "Headset"),
     QT_TRANSLATE_NOOP("store", "Devices that did well.")},
    {QLatin1String("snippets/device-faulty"), QT_TRANSLATE_NOOP("store", "Faulty microphone"),
     QT_TRANSLATE_NOOP("store", "Devices with howling, clipping and glitches.")},
    {QLatin1String("snippets/network-wifi"), QT_TRANSLATE_NOOP("store", "Wi-Fi, 5 GHz"),
     QT_TRANSLATE_NOOP("store", "A wireless network with its radio.")},
    {QLatin1String("snippets/network-wired-traced"), QT_TRANSLATE_NOOP("store", "Wired, with trace"),
     QT_TRANSLATE_NOOP("store", "A cable over TCP with three hops traced.")},
    {QLatin1String("snippets/stream-audio"), QT_TRANSLATE_NOOP("store", "Audio stream"),
     QT_TRANSLATE_NOOP("store", "From caller to callee, without loss.")},
    {QLatin1String("snippets/stream-audio-lossy"), QT_TRANSLATE_NOOP("store", "Lossy audio stream"),
     QT_TRANSLATE_NOOP("store", "From callee to caller, late and with loss.")},
    {QLatin1String("snippets/stream-video"), QT_TRANSLATE_NOOP("store", "Video stream"),
     QT_TRANSLATE_NOOP("store", "From caller to callee, H.264.")},
    {QLatin1String("snippets/media-audio"), QT_TRANSLATE_NOOP("store", "Audio media"),
     QT_TRANSLATE_NOOP("store", "Networks, devices and a stream each way.")},
    {QLatin1String("snippets/media-screen-sharing"), QT_TRANSLATE_NOOP("store", "Screen sharing media"),
     QT_TRANSLATE_NOOP("store", "One video stream of low frame rate.")},
    {QLatin1String("snippets/segment-audio"), QT_TRANSLATE_NOOP("store", "Audio segment"),
     QT_TRANSLATE_NOOP("store", "With its own id and times, and audio media.")},
};

template<std::size_t count> QList<GalleryItem> itemsOf(const Row (&table)[count])
{
    QList<GalleryItem> items;
    items.reserve(count);
    for (const Row &row : table) {
        items.append({row.id, QCoreApplication::translate("store", row.name),
                      QCoreApplication::translate("store", row.description)});
    }
    return items;
}

} // namespace

QByteArray GalleryItem::text() const
{
    QFile file(":/gallery/"_L1 + id + ".json"_L1);
    const bool isOpen = file.open(QIODevice::ReadOnly);
    Q_ASSERT(isOpen);
    return isOpen ? file.readAll() : QByteArray();
}

session::Template GalleryItem::content() const
{
    const core::Result<session::TemplateFile> file = session::readTemplate(text());
    Q_ASSERT(file);
    session::Template content = file ? file->content : session::Template();
    content.name = name;
    content.description = description;
    return content;
}

QList<GalleryItem> gallery()
{
    return itemsOf(rows);
}

QList<GalleryItem> gallerySnippets()
{
    return itemsOf(snippetRows);
}

} // namespace store
