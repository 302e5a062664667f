// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/postmanimport.h"

#include "json/scanner.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QRegularExpression>

#include <utility>

using namespace Qt::StringLiterals;

namespace report {
namespace {

using core::Error;
using core::Result;

/// Folders in folders that are still followed.
constexpr int deepestFolder = 64;

/// Variables that Postman draws by itself, and our placeholder for each.
constexpr struct
{
    const char *theirs;
    const char *ours;
} drawn[] = {{"$guid", "guid"}, {"$randomUUID", "guid"}, {"$isoTimestamp", "now"}};

QString tr(const char *text)
{
    return QCoreApplication::translate("report::PostmanImport", text);
}

const QRegularExpression &variable()
{
    static const QRegularExpression shape(u"\\{\\{([^{}]*)\\}\\}"_s);
    return shape;
}

/// What a variable of Postman is called among our placeholders.
QString placeholderFor(const QString &name)
{
    for (const auto &row : drawn) {
        if (name == QLatin1String(row.theirs))
            return QLatin1String(row.ours);
    }
    return "env:"_L1 + name;
}

/// Reads a collection; items are turned into templates in their order.
class CollectionReader
{
public:
    explicit CollectionReader(const QJsonObject &collection);

    Result<Import> read(const QJsonArray &items);

private:
    core::Status readItems(const QJsonArray &items, const QString &folder, bool isAuthorized, int depth);
    core::Status readRequest(const QJsonObject &request, const QString &name, bool isAuthorized);
    QString urlOf(const QJsonValue &url) const;
    QString resolved(QString text) const;
    static void takeHeaders(const QJsonArray &headers, ForeignRequest &request);
    static bool takeBody(const QJsonObject &body, ForeignRequest &request);

    QMap<QString, QString> m_variables;
    bool m_isAuthorized;
    Import m_import;
};

CollectionReader::CollectionReader(const QJsonObject &collection)
    : m_isAuthorized(collection.value("auth"_L1).isObject())
{
    const QJsonArray variables = collection.value("variable"_L1).toArray();
    for (const auto &one : variables) {
        if (one["type"_L1].toString() != "secret"_L1)
            m_variables.insert(one["key"_L1].toString(), one["value"_L1].toString());
    }
}

Result<Import> CollectionReader::read(const QJsonArray &items)
{
    if (core::Status status = readItems(items, {}, m_isAuthorized, 0); !status)
        return status.error();
    if (m_import.templates.isEmpty())
        return Error{Error::Code::Input,
                     tr("The collection has no request that posts a session: POST to "
                        ".../VERSION/communications/callRecords/ID/sessions with a raw body."),
                     {}};
    return std::move(m_import);
}

core::Status CollectionReader::readItems(const QJsonArray &items, const QString &folder, bool isAuthorized, int depth)
{
    if (depth > deepestFolder)
        return Error{Error::Code::Input, tr("The folders of the collection are nested more than 64 deep."), {}};
    for (const auto &item : items) {
        const QString name = item["name"_L1].toString();
        const QString path = folder.isEmpty() ? name : folder + " / "_L1 + name;
        const QJsonValue request = item["request"_L1];
        const bool isKnown = isAuthorized || item["auth"_L1].isObject();
        if (item["item"_L1].isArray()) {
            if (core::Status status = readItems(item["item"_L1].toArray(), path, isKnown, depth + 1); !status)
                return status;
        } else if (request.isObject()) {
            if (core::Status status = readRequest(request.toObject(), path, isKnown); !status)
                return status;
        } else {
            ++m_import.skipped; // a request as a text is a GET
        }
    }
    return core::ok();
}

core::Status CollectionReader::readRequest(const QJsonObject &request, const QString &name, bool isAuthorized)
{
    ForeignRequest foreign;
    foreign.name = name;
    foreign.method = request.value("method"_L1).toString().toUtf8();
    foreign.url = urlOf(request.value("url"_L1));
    takeHeaders(request.value("header"_L1).toArray(), foreign);
    if (!takeBody(request.value("body"_L1).toObject(), foreign) || !postsSession(foreign)) {
        ++m_import.skipped;
        return core::ok();
    }
    const QJsonValue auth = request.value("auth"_L1);
    if (auth.isObject() || (auth.isUndefined() && isAuthorized))
        foreign.notices += tr("The authorization was left out. The token belongs into the environment.");
    const bool hasPlaceholders = variable().match(QString::fromUtf8(foreign.body)).hasMatch();
    Result<ImportedTemplate> imported = templateOf(foreign);
    if (!imported)
        return imported.error();
    imported->content.hasPlaceholders = hasPlaceholders;
    m_import.templates += std::move(imported).value();
    return core::ok();
}

/// The URL of a request, which is a text or an object with the text as `raw` and the values of its `:names`.
QString CollectionReader::urlOf(const QJsonValue &url) const
{
    QString text = url.isString() ? url.toString() : url["raw"_L1].toString();
    const QJsonArray segments = url["variable"_L1].toArray();
    for (const auto &one : segments) {
        const QString key = QRegularExpression::escape(one["key"_L1].toString());
        if (!key.isEmpty())
            text.replace(QRegularExpression("/:"_L1 + key + "(?=[/?#]|$)"_L1), u'/' + one["value"_L1].toString());
    }
    return resolved(text);
}

/// `text` with the variables that the collection knows; one is looked up in another's value up to eight times.
QString CollectionReader::resolved(QString text) const
{
    for (int round = 0; round < 8; ++round) {
        QString next;
        qsizetype from = 0;
        for (auto match = variable().globalMatch(text); match.hasNext();) {
            const QRegularExpressionMatch found = match.next();
            next += text.sliced(from, found.capturedStart() - from)
                + m_variables.value(found.captured(1), found.captured());
            from = found.capturedEnd();
        }
        next += text.sliced(from);
        if (next == text || next.size() > 8192)
            break;
        text = next;
    }
    return text;
}

void CollectionReader::takeHeaders(const QJsonArray &headers, ForeignRequest &request)
{
    for (const auto &header : headers) {
        const QString name = header["key"_L1].toString();
        const QString value = header["value"_L1].toString();
        if (header["disabled"_L1].toBool() || name.isEmpty())
            continue;
        if (variable().match(name + value).hasMatch() && !isCredentialName(name.toUtf8()))
            request.notices
                += tr("The header “%1” was left out: it holds a variable, and templates replace those in the "
                      "session only.")
                       .arg(name);
        else
            request.headers += exchange::Header{name.toUtf8(), value.toUtf8()};
    }
}

/// Takes a raw body, or that there is none. False when it is of another kind.
bool CollectionReader::takeBody(const QJsonObject &body, ForeignRequest &request)
{
    if (body.isEmpty() || body.value("disabled"_L1).toBool())
        return true;
    if (body.value("mode"_L1).toString() != "raw"_L1)
        return false;
    const bool isJson = body.value("options"_L1)["raw"_L1]["language"_L1].toString() == "json"_L1;
    if (!exchange::valueOf(request.headers, "Content-Type"))
        request.headers += exchange::Header{"Content-Type", isJson ? "application/json" : "text/plain"};
    const QString raw = body.value("raw"_L1).toString();
    QString text;
    QStringList names;
    qsizetype from = 0;
    for (auto match = variable().globalMatch(raw); match.hasNext();) {
        const QRegularExpressionMatch found = match.next();
        const QString placeholder = placeholderFor(found.captured(1));
        text += raw.sliced(from, found.capturedStart() - from) + "{{"_L1 + placeholder + "}}"_L1;
        from = found.capturedEnd();
        if (placeholder.startsWith("env:"_L1))
            names += found.captured(1);
    }
    request.body = (text + raw.sliced(from)).toUtf8();
    names.removeDuplicates();
    if (!names.isEmpty())
        request.notices += tr("The body has variables: %1. Give the environment variables of these names.")
                               .arg(names.join(", "_L1));
    if (!names.isEmpty() && !json::scan(request.body).isValid())
        request.notices
            += tr("A variable stands outside of a JSON string. Placeholders are replaced in strings only, so "
                  "the session is sent as it stands.");
    return true;
}

} // namespace

bool looksLikePostman(const QByteArray &text)
{
    const json::Index index = json::scan(text);
    return index.isValid() && index.at(0).kind == json::Kind::Object && index.member(0, u"info") >= 0
        && index.member(0, u"item") >= 0;
}

Result<Import> importPostman(const QByteArray &text)
{
    const QJsonObject collection = QJsonDocument::fromJson(text).object();
    const QString schema = collection.value("info"_L1)["schema"_L1].toString();
    if (!schema.contains("/collection/v2.1."_L1))
        return Error{Error::Code::Input,
                     tr("This is no collection of Postman in the format 2.1. Export it anew as “Collection v2.1” and "
                        "import that."),
                     {}};
    return CollectionReader(collection).read(collection.value("item"_L1).toArray());
}

} // namespace report
