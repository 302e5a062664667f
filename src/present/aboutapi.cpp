// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/aboutapi.h"

#include <QCoreApplication>
#include <QStringList>

#include <iterator>

using namespace Qt::StringLiterals;

namespace present {
namespace {

// One paragraph a row.
constexpr const char *apiParagraphs[] = {
    QT_TRANSLATE_NOOP(
        "AboutApi",
        "Can a session really be added? Microsoft Graph documents one operation on the sessions of a call "
        "record: reading them. The service itself writes call records after a call, and keeps them for 30 days."),
    QT_TRANSLATE_NOOP(
        "AboutApi",
        "The schema does not forbid adding one, and generated client libraries offer it, but that is no proof "
        "that the service routes it. The page \u201cAdd sessions\u201d which this program follows is a generated "
        "draft: its scopes are left open and its path says /localtest. Aim at a stand-in of your team, or at the "
        "sandbox in this program; do not count on success at graph.microsoft.com."),
    QT_TRANSLATE_NOOP(
        "AboutApi",
        "One permission exists, CallRecords.Read.All. It is an application permission and covers reading only. "
        "There is no delegated permission, so a token of a signed-in person is refused, and Graph Explorer, which "
        "has only such tokens, cannot call this API."),
    QT_TRANSLATE_NOOP("AboutApi", "What normally comes back from the real service, and why:"),
    QT_TRANSLATE_NOOP(
        "AboutApi",
        "400  \u201cNo OData route exists\u201d: the path is not one that the service knows, for example the "
        "version localtest, or a body that its schema refuses."),
    QT_TRANSLATE_NOOP("AboutApi", "401  There is no token, or it has expired or is damaged."),
    QT_TRANSLATE_NOOP("AboutApi",
                      "403  Often with an empty message: the token lacks the role CallRecords.Read.All, or it is a "
                      "delegated one."),
    QT_TRANSLATE_NOOP("AboutApi",
                      "404  The call record is unknown, younger than about an hour, or older than 30 days. In the "
                      "clouds of China and some others callRecords do not exist at all."),
    QT_TRANSLATE_NOOP("AboutApi", "405 or 501  The service understood, and does not create sessions."),
    QT_TRANSLATE_NOOP("AboutApi",
                      "429  Too many requests. Retry-After says how long to wait. This program never sends a POST "
                      "again by itself."),
    QT_TRANSLATE_NOOP(
        "AboutApi",
        "Paths: /sessions creates a session. /sessions/$ref stands in the specification, but in OData it adds a "
        "reference to something that exists: its body is {\"@odata.id\": \u2026} and its answer 204 without a body. "
        "All three can be sent."),
    QT_TRANSLATE_NOOP(
        "AboutApi",
        "Times: the documentation says that they are always UTC, yet its example has +03:00. The same instant "
        "may come back in another spelling."),
};

} // namespace

QString aboutApi()
{
    QStringList paragraphs;
    paragraphs.reserve(static_cast<qsizetype>(std::size(apiParagraphs)));
    for (const char *paragraph : apiParagraphs)
        paragraphs += QCoreApplication::translate("AboutApi", paragraph);
    return paragraphs.join("\n\n"_L1);
}

QString aboutProgram()
{
    return QCoreApplication::translate(
               "AboutApi",
               "Session Composer %1\n\nComposes Microsoft Graph callRecords sessions, submits them, and "
               "shows exactly what went out and what came back.\n\nLicence: GPL-3.0-or-later. Built on "
               "Qt %2 and QScintilla.\n\nNo account, no telemetry: this program connects to the "
               "environment that you choose, and to nothing else.")
        .arg(QCoreApplication::applicationVersion(), QString::fromLatin1(qVersion()));
}

} // namespace present
