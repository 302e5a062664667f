// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/templatefile.h"

#include "session/bodymember.h"
#include "session/templatemembers.h"
#include "session/templatesecrets.h"
#include "json/scanner.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace session {
namespace {

using core::Error;
using core::Result;

constexpr QLatin1String sessionKey("session");

/// What a template of a format to come lets us see: its session, if it has one as ours do.
TemplateFile newerTemplate(const json::Index &whole, int format)
{
    TemplateFile file{TemplateFile::Kind::Newer, {}, format};
    file.content.body = bodyIn(whole, sessionKey).value_or(whole.text());
    const qsizetype name = whole.member(0, u"name");
    if (name >= 0 && whole.at(name).kind == json::Kind::String)
        file.content.name = whole.string(name);
    return file;
}

} // namespace

Result<TemplateFile> readTemplate(const QByteArray &text)
{
    const json::Index whole = json::scan(text);
    const bool isObject = whole.isValid() && whole.at(0).kind == json::Kind::Object;
    const qsizetype mark = isObject ? whole.member(0, QString(templateMark)) : -1;
    if (mark < 0) {
        TemplateFile bare;
        bare.content.body = text;
        return bare;
    }
    const int format = whole.raw(mark).toByteArray().toInt();
    if (format < 1 || whole.at(mark).kind != json::Kind::Number)
        return unreadableMember(u'/' + templateMark);
    if (format > templateFormat)
        return newerTemplate(whole, format);
    Result<QJsonObject> envelope = envelopeOf(whole, sessionKey);
    if (!envelope)
        return envelope.error();
    Result<QByteArray> body = bodyIn(whole, sessionKey);
    if (!body)
        return body.error();
    TemplateFile file{TemplateFile::Kind::Template, {}, format};
    file.content.body = std::move(body).value();
    file.content.others = std::move(envelope).value();
    file.content.others.remove(templateMark);
    if (const std::optional<QString> pointer = takeMembers(file.content))
        return unreadableMember(*pointer);
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
    return uncheckedTemplateText(content);
}

QByteArray uncheckedTemplateText(const Template &content)
{
    QJsonObject envelope = content.others;
    envelope.insert(templateMark, templateFormat);
    insertMembers(content, envelope);
    return fileText(std::move(envelope), sessionKey, content.body);
}

} // namespace session
