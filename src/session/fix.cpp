// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/fix.h"

#include "session/valuejudge.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace session {

namespace {

QByteArray replaced(const json::Index &body, qsizetype node, const QByteArray &text)
{
    const json::Node &place = body.at(node);
    QByteArray fixed = body.text();
    return fixed.replace(qsizetype(place.begin), qsizetype(place.end - place.begin), text);
}

/// The text with `@odata.type` in the object `node`: in its place, or as the first member, set as the next one is.
QByteArray withType(const json::Index &body, qsizetype node, const QByteArray &type)
{
    const qsizetype present = body.member(node, u"@odata.type");
    if (present >= 0)
        return replaced(body, present, type);
    const qsizetype inside = qsizetype(body.at(node).begin) + 1;
    const qsizetype first = qsizetype(body.at(body.firstChild(node)).begin);
    QByteArray fixed = body.text();
    const QByteArray blank = fixed.sliced(inside, first - inside);
    return fixed.insert(inside, blank + "\"@odata.type\": " + type + ',' + (blank.isEmpty() ? " "_ba : QByteArray()));
}

} // namespace

std::optional<QByteArray> fixedText(const json::Index &body, const Finding &finding)
{
    Q_ASSERT(finding.fix);
    const Fix &fix = *finding.fix;
    const qsizetype node = body.isValid() ? json::resolve(body, finding.pointer) : -1;
    if (node < 0)
        return std::nullopt;
    switch (fix.kind) {
    case Fix::Kind::Value:
        return replaced(body, node, fix.text);
    case Fix::Kind::Name:
        return replaced(body, node - 1, fix.text); // the node of the name stands before that of its value
    case Fix::Kind::Type:
        return withType(body, json::resolve(body, finding.pointer.parent()), fix.text);
    case Fix::Kind::Preference:
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

QString fixSentence(const Fix &fix)
{
    const QString shown = shownText(fix.text);
    switch (fix.kind) {
    case Fix::Kind::Value:
        return QCoreApplication::translate("session", "Write %1").arg(shown);
    case Fix::Kind::Name:
        return QCoreApplication::translate("session", "Rename to %1").arg(shown);
    case Fix::Kind::Type:
        return QCoreApplication::translate("session", "Choose the type %1").arg(shown);
    case Fix::Kind::Preference:
        return QCoreApplication::translate("session", "Send the header Prefer: %1").arg(shown);
    }
    Q_UNREACHABLE();
}

} // namespace session
