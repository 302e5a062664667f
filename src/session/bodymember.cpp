// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/bodymember.h"

#include "json/edit.h"
#include "json/fidelity.h"
#include "json/scanner.h"
#include "json/utf8.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace session {
namespace {

using core::Error;
using core::Result;

/// The node of a member of the envelope, or -1.
qsizetype rootMember(const json::Index &whole, QLatin1String name)
{
    return whole.member(0, QString(name));
}

/// The lines of a source, joined; read from the index, since QJsonDocument swallows a byte order mark.
std::optional<QByteArray> sourceText(const json::Index &whole, qsizetype node)
{
    QByteArray text;
    if (whole.at(node).kind != json::Kind::Array)
        return std::nullopt;
    for (qsizetype line = whole.firstChild(node); line >= 0; line = whole.nextChild(node, line)) {
        if (whole.at(line).kind != json::Kind::String)
            return std::nullopt;
        text += whole.string(line).toUtf8();
    }
    return text;
}

/// `text` with the value `node` blanked out: a 0 and blanks, so that all other places stay where they are.
QByteArray without(QByteArray text, const json::Node &node)
{
    for (qsizetype at = node.begin; at < node.end; ++at) {
        if (text.at(at) != '\n' && text.at(at) != '\r')
            text[at] = ' ';
    }
    text[qsizetype(node.begin)] = '0';
    return text;
}

/// The text as lines that keep their ends, so that joining them gives it back.
QJsonArray linesOf(const QByteArray &text)
{
    QJsonArray lines;
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype feed = text.indexOf('\n', at);
        const qsizetype end = feed < 0 ? text.size() : feed + 1;
        lines.append(json::fromUtf8(QByteArrayView(text).sliced(at, end - at)));
        at = end;
    }
    return lines;
}

/// The object whose canonical text `body` is; empty when it is none.
std::optional<QJsonObject> canonicalObject(const QByteArray &body)
{
    const json::Index index = json::scan(body);
    if (!index.isValid() || !json::losses(index, 1).isEmpty())
        return std::nullopt;
    const QJsonObject object = QJsonDocument::fromJson(body).object();
    return json::canonical(object) == body ? std::optional(object) : std::nullopt;
}

} // namespace

Result<QByteArray> bodyIn(const json::Index &whole, QLatin1String name)
{
    const qsizetype object = rootMember(whole, name);
    const qsizetype source = rootMember(whole, sourceKey);
    if ((object < 0) == (source < 0)) {
        const QString text = QCoreApplication::translate(
            "session", "The file has to have either a member %1 or a member source. This one has %2.");
        return Error{Error::Code::Input,
                     text.arg(name,
                              object < 0 ? QCoreApplication::translate("session", "neither")
                                         : QCoreApplication::translate("session", "both")),
                     {}};
    }
    if (object >= 0)
        return canonicalWhereHeld(whole.raw(object).toByteArray());
    if (std::optional<QByteArray> text = sourceText(whole, source))
        return *std::move(text);
    return unreadableMember(u'/' + sourceKey);
}

Result<QJsonObject> envelopeOf(const json::Index &whole, QLatin1String name)
{
    const qsizetype object = rootMember(whole, name);
    const qsizetype body = object >= 0 ? object : rootMember(whole, sourceKey);
    const QByteArray text = body >= 0 ? without(whole.text(), whole.at(body)) : whole.text();
    const QList<json::LossAt> losses = json::losses(json::scan(text), 1);
    if (!losses.isEmpty()) {
        const json::Fault &fault = losses.constFirst().fault;
        const QString sentence = QCoreApplication::translate(
            "session", "The file cannot be read without changing it, at line %1, column %2: %3.");
        return Error{
            Error::Code::Input,
            sentence.arg(QString::number(fault.position.line), QString::number(fault.position.column), fault.reason),
            {}};
    }
    QJsonObject envelope = QJsonDocument::fromJson(text).object();
    envelope.remove(object >= 0 ? name : sourceKey);
    return envelope;
}

QByteArray fileText(QJsonObject envelope, QLatin1String name, const QByteArray &body)
{
    if (const std::optional<QJsonObject> object = canonicalObject(body)) {
        envelope.insert(name, *object);
        QByteArray text = json::canonical(envelope);
        if (json::losses(json::scan(text), 1).isEmpty()) // else it was nested too deeply for one level more
            return text;
        envelope.remove(name);
    }
    envelope.insert(sourceKey, linesOf(body));
    return json::canonical(envelope);
}

QByteArray canonicalWhereHeld(const QByteArray &body)
{
    const json::Index index = json::scan(body);
    const bool isHeld = index.isValid() && json::losses(index, 1).isEmpty();
    return isHeld ? json::canonical(QJsonDocument::fromJson(body).object()) : body;
}

Error unreadableMember(const QString &pointer)
{
    const QString text = QCoreApplication::translate(
        "session", "%1 of the file cannot be read. Its format is described in docs/template-format.md.");
    return {Error::Code::Input, text.arg(pointer), {}};
}

} // namespace session
