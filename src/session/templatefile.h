// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "session/expectation.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace session {

/// The root member by which a template is known, and the number of the format that this version reads and writes
/// (docs/template-format.md).
inline constexpr QLatin1String templateMark("sessionComposerTemplate");
inline constexpr int templateFormat = 1;

/// Where the request of a template goes. What is absent comes from the environment.
struct TemplateTarget
{
    std::optional<QString> version; ///< `v1.0`, `beta`, …
    std::optional<QString> path; ///< `/sessions`, `/sessions/$ref` or `/sessions/$ref @odata.id`, as the box has it.
    std::optional<QString> callRecordId;
    QJsonObject others; ///< Members that this version does not know.

    bool operator==(const TemplateTarget &) const = default;
};

/// One header that a template sends beside or in place of the program's own.
struct TemplateHeader
{
    QString name;
    QString value;
    bool isSent = true; ///< False: the header of this name is left out.
    QJsonObject others; ///< Members that this version does not know.

    bool operator==(const TemplateHeader &) const = default;
};

/// Who a template says that sends.
enum class TemplateAuthorization {
    FromEnvironment,
    None, ///< No Authorization header.
    Malformed, ///< A text that is no token, to see what the service says.
};

/// A template: a session with all that is needed to send it again and to judge what comes back. It holds no secret.
struct Template
{
    QString name;
    QString description;
    QStringList tags;
    TemplateTarget target;
    QList<TemplateHeader> headers;
    TemplateAuthorization authorization = TemplateAuthorization::FromEnvironment;
    Expectation expectation;
    bool hasPlaceholders = false; ///< session/placeholders.h are replaced at the submit.
    QByteArray body; ///< The exact text that Form and Source show, before placeholders.
    QJsonObject others; ///< Members of the envelope that this version does not know; they are written back.

    bool operator==(const Template &) const = default;
};

/// What a file holds.
struct TemplateFile
{
    enum class Kind {
        Session, ///< No template: `content.body` is the file's text, whatever it is, and is saved as it was.
        Template,
        Newer, ///< A template of a format to come: `content` is what could be read, and must not be written back.
    };

    Kind kind = Kind::Session;
    Template content;
    int format = 0; ///< The number in the file; 0 for a bare session.

    bool operator==(const TemplateFile &) const = default;
};

/// Reads a file. A JSON object with the root member templateMark is a template, anything else a bare session.
/// Error::Code::Input: it is a template but a member that is known cannot be read, or does not survive being read, such
/// as a name that stands twice; the message names the member's pointer or the place.
core::Result<TemplateFile> readTemplate(const QByteArray &text);

/// The canonical text of a template: json::canonical(), one item of a list a line, so that a change of one value is a
/// change of one line. Where the body is the canonical text of an object it stands as `session`, else line by line as
/// `source`; readTemplate() gives the very same body back. Error::Code::Input: the body is not UTF-8.
/// Error::Code::Refused: a known secret, or what has the shape of one (core::redactedEvidence(), and any value of the
/// headers that carry credentials); the message names the place.
core::Result<QByteArray> templateText(const Template &content);

/// The same of a template whose body is UTF-8, whatever secrets are in it: for who masks them.
QByteArray uncheckedTemplateText(const Template &content);

} // namespace session
