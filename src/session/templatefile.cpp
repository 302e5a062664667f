// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/templatefile.h"

#include "session/templatemembers.h"
#include "session/templatesecrets.h"
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

constexpr QLatin1String sessionKey("session");
constexpr QLatin1String sourceKey("source");

Error unreadable(const QString &pointer)
{
    const QString text = QCoreApplication::translate(
        "session", "%1 of the template cannot be read. Its format is described in docs/template-format.md.");
    return {Error::Code::Input, text.arg(pointer), {}};
}

/// The node of a member of the envelope, or -1.
qsizetype rootMember(const json::Index &whole, QLatin1String name)
{
    return whole.member(0, QString(name));
}

/// The session of a template as text: canonical where a QJsonObject holds it, else as it stands there.
QByteArray sessionText(const json::Index &whole, qsizetype node)
{
    const QByteArray raw = whole.raw(node).toByteArray();
    const json::Index index = json::scan(raw);
    return json::losses(index, 1).isEmpty() ? json::canonical(QJsonDocument::fromJson(raw).object()) : raw;
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

/// The body of a template, from `session` or `source`; it has exactly one of them.
Result<QByteArray> bodyIn(const json::Index &whole)
{
    const qsizetype session = rootMember(whole, sessionKey);
    const qsizetype source = rootMember(whole, sourceKey);
    if ((session < 0) == (source < 0)) {
        const QString text = QCoreApplication::translate(
            "session", "A template has either a member session or a member source. This one has %1.");
        return Error{Error::Code::Input,
                     text.arg(session < 0 ? QCoreApplication::translate("session", "neither")
                                          : QCoreApplication::translate("session", "both")),
                     {}};
    }
    if (session >= 0)
        return sessionText(whole, session);
    if (std::optional<QByteArray> text = sourceText(whole, source))
        return *std::move(text);
    return unreadable(u'/' + sourceKey);
}

/// The envelope without its body. An Error tells what a QJsonObject would not hold of it.
Result<QJsonObject> envelopeOf(const json::Index &whole)
{
    const qsizetype session = rootMember(whole, sessionKey);
    const qsizetype source = rootMember(whole, sourceKey);
    const qsizetype body = session >= 0 ? session : source;
    const QByteArray text = body >= 0 ? without(whole.text(), whole.at(body)) : whole.text();
    const QList<json::LossAt> losses = json::losses(json::scan(text), 1);
    if (!losses.isEmpty()) {
        const json::Fault &fault = losses.constFirst().fault;
        const QString sentence = QCoreApplication::translate(
            "session", "The template cannot be read without changing it, at line %1, column %2: %3.");
        return Error{
            Error::Code::Input,
            sentence.arg(QString::number(fault.position.line), QString::number(fault.position.column), fault.reason),
            {}};
    }
    QJsonObject envelope = QJsonDocument::fromJson(text).object();
    envelope.remove(session >= 0 ? sessionKey : sourceKey);
    return envelope;
}

/// What a template of a format to come lets us see: its session, if it has one as ours do.
TemplateFile newerTemplate(const json::Index &whole, int format)
{
    TemplateFile file{TemplateFile::Kind::Newer, {}, format};
    file.content.body = bodyIn(whole).value_or(whole.text());
    const qsizetype name = rootMember(whole, "name"_L1);
    if (name >= 0 && whole.at(name).kind == json::Kind::String)
        file.content.name = whole.string(name);
    return file;
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

/// The session of a body that `session` gives back byte for byte; empty when only `source` does.
std::optional<QJsonObject> canonicalSession(const QByteArray &body)
{
    const json::Index index = json::scan(body);
    if (!index.isValid() || !json::losses(index, 1).isEmpty())
        return std::nullopt;
    const QJsonObject object = QJsonDocument::fromJson(body).object();
    return json::canonical(object) == body ? std::optional(object) : std::nullopt;
}

} // namespace

Result<TemplateFile> readTemplate(const QByteArray &text)
{
    const json::Index whole = json::scan(text);
    const bool isObject = whole.isValid() && whole.at(0).kind == json::Kind::Object;
    const qsizetype mark = isObject ? rootMember(whole, templateMark) : -1;
    if (mark < 0) {
        TemplateFile bare;
        bare.content.body = text;
        return bare;
    }
    const int format = whole.raw(mark).toByteArray().toInt();
    if (format < 1 || whole.at(mark).kind != json::Kind::Number)
        return unreadable(u'/' + templateMark);
    if (format > templateFormat)
        return newerTemplate(whole, format);
    Result<QJsonObject> envelope = envelopeOf(whole);
    if (!envelope)
        return envelope.error();
    Result<QByteArray> body = bodyIn(whole);
    if (!body)
        return body.error();
    TemplateFile file{TemplateFile::Kind::Template, {}, format};
    file.content.body = std::move(body).value();
    file.content.others = std::move(envelope).value();
    file.content.others.remove(templateMark);
    if (const std::optional<QString> pointer = takeMembers(file.content))
        return unreadable(*pointer);
    return file;
}

Result<QByteArray> templateText(const Template &content)
{
    if (!QUtf8StringView(content.body).isValidUtf8()) {
        const QString sentence = QCoreApplication::translate(
            "session", "The session is not UTF-8 text, and a template can hold nothing else. Save it as a session.");
        return Error{Error::Code::Input, sentence, {}};
    }
    if (const std::optional<json::Pointer> place = secretIn(content)) {
        const QString sentence = QCoreApplication::translate(
            "session",
            "There is a token, password or key at %1. A template is made to be shared, so it was not saved. Remove it; "
            "tokens belong into the environment, which keeps them in memory.");
        return Error{Error::Code::Refused, sentence.arg(place->toString()), {}};
    }
    QJsonObject envelope = content.others;
    envelope.insert(templateMark, templateFormat);
    insertMembers(content, envelope);
    const std::optional<QJsonObject> session = canonicalSession(content.body);
    if (session) {
        envelope.insert(sessionKey, *session);
        QByteArray text = json::canonical(envelope);
        if (json::losses(json::scan(text), 1).isEmpty()) // else it was nested too deeply for one level more
            return text;
        envelope.remove(sessionKey);
    }
    envelope.insert(sourceKey, linesOf(content.body));
    return json::canonical(envelope);
}

} // namespace session
