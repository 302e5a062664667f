// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/foreignrequest.h"

#include "core/redaction.h"
#include "exchange/target.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace report {
namespace {

/// What is done with a header field of a request from elsewhere.
enum class Fate {
    Credential, ///< Left out: the environment has the token.
    Ours, ///< Left out: the program writes it itself.
};

struct FieldRule
{
    const char *part; ///< Of the name, in lower case.
    bool isWhole; ///< The name is just that.
    Fate fate;
};

constexpr FieldRule fieldRules[] = {
    {"authorization", false, Fate::Credential},
    {"cookie", false, Fate::Credential},
    {"token", false, Fate::Credential},
    {"secret", false, Fate::Credential},
    {"password", false, Fate::Credential},
    {"credential", false, Fate::Credential},
    {"api-key", false, Fate::Credential},
    {"apikey", false, Fate::Credential},
    {"subscription-key", false, Fate::Credential},
    {"-auth", false, Fate::Credential},
    {"host", true, Fate::Ours},
    {"content-length", true, Fate::Ours},
    {"connection", true, Fate::Ours},
    {"transfer-encoding", true, Fate::Ours},
    {"accept-encoding", true, Fate::Ours},
    {"expect", true, Fate::Ours},
};

/// What the program adds to a template that says nothing of it, though the request did not have it.
constexpr const char *addedByUs[] = {"Content-Type", "Accept", "client-request-id"};

/// What cannot be left out (docs/template-format.md).
constexpr const char *alwaysSent[] = {"User-Agent", "Accept-Language"};

QString tr(const char *text)
{
    return QCoreApplication::translate("report::ForeignRequest", text);
}

const FieldRule *ruleFor(const QByteArray &name)
{
    const QByteArray lower = name.toLower();
    const auto *const rule = std::find_if(std::begin(fieldRules), std::end(fieldRules), [&lower](const FieldRule &row) {
        return row.isWhole ? lower == row.part : lower.contains(row.part);
    });
    return rule == std::end(fieldRules) ? nullptr : rule;
}

bool isSame(const QString &name, const char *other)
{
    return name.compare(QLatin1String(other), Qt::CaseInsensitive) == 0;
}

bool isSecret(const QString &text)
{
    return core::redactedEvidence(text) != text;
}

/// The parts of a URL that posts a session.
QRegularExpressionMatch matched(const QString &url)
{
    static const QRegularExpression shape(
        u"\\A(?<root>(?:[A-Za-z][A-Za-z0-9+.-]*://)?[^?#]*?)/(?<version>[^/?#]+)/communications/callRecords/"
        u"(?<id>[^/?#]+)/sessions(?<ref>/(?:\\$|%24)ref)?(?<rest>[?#].*)?\\z"_s,
        QRegularExpression::DotMatchesEverythingOption);
    return shape.match(url);
}

QString decoded(const QString &segment)
{
    return QUrl::fromPercentEncoding(segment.toUtf8());
}

void takeTarget(const ForeignRequest &request, ImportedTemplate &imported)
{
    const QRegularExpressionMatch parts = matched(request.url);
    session::TemplateTarget &target = imported.content.target;
    target.version = decoded(parts.captured(u"version"));
    if (const QString id = decoded(parts.captured(u"id")); !id.contains("{{"_L1))
        target.callRecordId = id;
    else
        imported.notices += tr("The call record is a variable there. The environment says which one it is.");
    target.path = QString(exchange::pathText(parts.captured(u"ref").isEmpty() ? exchange::PathChoice::Sessions
                                                                              : exchange::PathChoice::Ref));
    if (parts.captured(u"root").contains(u'@'))
        imported.notices += tr("A user name in the URL was left out. The token belongs into the environment.");
    if (!parts.captured(u"rest").isEmpty())
        imported.notices += tr("What stood behind the path of the URL was left out: a template has no query.");
}

void takeHeader(const exchange::Header &header, ImportedTemplate &imported)
{
    const QString name = QString::fromUtf8(header.name);
    const QString value = QString::fromUtf8(header.value);
    const FieldRule *const rule = ruleFor(header.name);
    if ((rule && rule->fate == Fate::Credential) || isSecret(name + ": "_L1 + value))
        imported.notices
            += tr("The credential in the header “%1” was left out. The token belongs into the environment.")
                   .arg(core::redactedEvidence(name));
    else if (rule)
        imported.notices += tr("The header “%1” was left out: the program writes it itself.").arg(name);
    else
        imported.content.headers += session::TemplateHeader{name, value, true, {}};
}

void takeAway(const ForeignRequest &request, ImportedTemplate &imported)
{
    const auto isThere = [&imported](const char *name) {
        return std::any_of(imported.content.headers.cbegin(), imported.content.headers.cend(),
                           [name](const session::TemplateHeader &header) { return isSame(header.name, name); });
    };
    for (const char *name : addedByUs) {
        if (!isThere(name))
            imported.content.headers += session::TemplateHeader{QString::fromLatin1(name), {}, false, {}};
    }
    for (const QString &name : request.withoutHeaders) {
        if (std::any_of(std::begin(alwaysSent), std::end(alwaysSent),
                        [&name](const char *always) { return isSame(name, always); }))
            imported.notices += tr("The header “%1” cannot be left out, as was asked for there.").arg(name);
    }
}

} // namespace

bool isCredentialName(const QByteArray &name)
{
    const FieldRule *const rule = ruleFor(name);
    return rule && rule->fate == Fate::Credential;
}

bool postsSession(const ForeignRequest &request)
{
    return request.method == "POST" && matched(request.url).hasMatch();
}

core::Result<ImportedTemplate> templateOf(const ForeignRequest &request)
{
    Q_ASSERT(postsSession(request));
    ImportedTemplate imported;
    imported.notices = request.notices;
    imported.content.name = request.name;
    imported.content.body = request.body;
    takeTarget(request, imported);
    for (const exchange::Header &header : request.headers)
        takeHeader(header, imported);
    takeAway(request, imported);
    imported.notices.removeDuplicates();
    // Refuses what is no UTF-8, and a secret that stands in the body or anywhere else.
    const core::Result<QByteArray> text = session::templateText(imported.content);
    return text ? core::Result<ImportedTemplate>(imported) : text.error();
}

} // namespace report
