// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/curlimport.h"

#include "report/curloptions.h"
#include "report/shellwords.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace report {
namespace {

using core::Error;
using core::Result;
using core::Status;

QString tr(const char *text)
{
    return QCoreApplication::translate("report::CurlImport", text);
}

Error unusable(const QString &sentence)
{
    return {Error::Code::Input, sentence, {}};
}

bool isCurl(const ShellCommand &command)
{
    const QByteArray &word = command.constFirst().text;
    return word == "curl" || word.endsWith("/curl") || word == "curl.exe";
}

/// Reads the words of one curl command into its requests.
class CommandReader
{
public:
    CommandReader(const QByteArray &script, const ShellCommand &command, const BodyReader &readBody)
        : m_script(script)
        , m_words(command)
        , m_readBody(readBody)
    { }

    Result<QList<ForeignRequest>> read();

private:
    Status readWord(const ShellWord &word);
    Status readLetters(const ShellWord &word);
    Status apply(const CurlOption &option, const QByteArray &shown, const ShellWord &value);
    Status setUrl(const ShellWord &word);
    Status addHeader(const ShellWord &word);
    Status addData(const CurlOption &option, const ShellWord &word);
    Result<QByteArray> dataOf(CurlAction action, const QByteArray &text);
    Status valueFor(const CurlOption &option, const QByteArray &shown);
    Status refuseExpansion(const ShellWord &word) const;
    void finishRequest();
    void setHeader(const QByteArray &name, const QByteArray &value);

    const QByteArray &m_script;
    const ShellCommand &m_words;
    const BodyReader &m_readBody;
    qsizetype m_at = 1; ///< The word that is read next.
    bool m_areOptionsOver = false;
    QList<ForeignRequest> m_requests;
    ForeignRequest m_request;
    bool m_hasData = false;
    bool m_isJson = false;
};

Result<QList<ForeignRequest>> CommandReader::read()
{
    while (m_at < m_words.size()) {
        if (Status status = readWord(m_words.at(m_at++)); !status)
            return status.error();
    }
    finishRequest();
    return m_requests;
}

Status CommandReader::readWord(const ShellWord &word)
{
    const QByteArray &text = word.text;
    if (m_areOptionsOver || !text.startsWith('-') || text.size() < 2)
        return setUrl(word);
    if (text == "--") {
        m_areOptionsOver = true;
        return core::ok();
    }
    if (!text.startsWith("--"))
        return readLetters(word);
    const CurlOption *const option = curlOption(QByteArrayView(text).sliced(2));
    if (!option) {
        static const QRegularExpression shape(u"\\A--[a-z0-9.-]{1,24}\\z"_s); // else it may hold more than a name
        const QString name = QString::fromUtf8(text);
        return unusable(shape.match(name).hasMatch()
                            ? tr("The option %1 of curl is not known here. Take it out and import again.").arg(name)
                            : tr("An option of curl is not known here: word %1 of the command. Take it out and import "
                                 "again.")
                                  .arg(m_at));
    }
    return option->hasValue ? valueFor(*option, text) : apply(*option, text, {});
}

/// `-sSX POST`, `-XPOST`: the first letter that takes a value takes the rest of the word, or the next word.
Status CommandReader::readLetters(const ShellWord &word)
{
    for (qsizetype i = 1; i < word.text.size(); ++i) {
        const char letter = word.text.at(i);
        const QByteArray shown = QByteArray("-") + (letter > ' ' && letter < '\x7F' ? letter : '?');
        const CurlOption *const option = curlOption(letter);
        if (!option)
            return unusable(tr("The option %1 of curl is not known here. Take it out and import again.")
                                .arg(QString::fromLatin1(shown)));
        if (!option->hasValue) {
            if (Status status = apply(*option, shown, {}); !status)
                return status;
            continue;
        }
        if (i + 1 == word.text.size())
            return valueFor(*option, shown);
        return apply(*option, shown, {word.text.sliced(i + 1), word.expansion});
    }
    return core::ok();
}

Status CommandReader::valueFor(const CurlOption &option, const QByteArray &shown)
{
    if (m_at >= m_words.size())
        return unusable(tr("The option %1 of curl has no value.").arg(QString::fromLatin1(shown)));
    return apply(option, shown, m_words.at(m_at++));
}

Status CommandReader::apply(const CurlOption &option, const QByteArray &shown, const ShellWord &value)
{
    switch (option.action) {
    case CurlAction::Nothing:
        return core::ok();
    case CurlAction::Method:
        m_request.method = value.text;
        return refuseExpansion(value);
    case CurlAction::Url:
        return setUrl(value);
    case CurlAction::Header:
        return addHeader(value);
    case CurlAction::UserAgent:
        return addHeader({"User-Agent: " + value.text, value.expansion});
    case CurlAction::Referer:
        return addHeader({"Referer: " + value.text, value.expansion});
    case CurlAction::Data:
    case CurlAction::DataRaw:
    case CurlAction::DataBinary:
    case CurlAction::Json:
        return addData(option, value);
    case CurlAction::Credential:
        m_request.notices += tr("The credential of the option %1 was left out. The token belongs into the environment.")
                                 .arg(QString::fromLatin1(shown));
        return core::ok();
    case CurlAction::Next:
        finishRequest();
        return core::ok();
    case CurlAction::OtherRequest:
        break;
    }
    return unusable(tr("The option %1 of curl makes a request that posts no JSON, or reads what is not in the command. "
                       "Take it out and import again.")
                        .arg(QString::fromLatin1(shown)));
}

Status CommandReader::refuseExpansion(const ShellWord &word) const
{
    if (!word.expansion)
        return core::ok();
    return unusable(tr("A variable of the shell stands at %1, and its value is not in the command. Put the value there "
                       "and import again.")
                        .arg(scriptPlace(m_script, *word.expansion)));
}

Status CommandReader::setUrl(const ShellWord &word)
{
    if (!m_request.url.isEmpty())
        return unusable(tr("The command has two URLs, or a word without quotes. Import one request at a time, or part "
                           "them by --next."));
    m_request.url = QString::fromUtf8(word.text);
    // The host is left out, so that its variable does no harm: "$BASE/v1.0/…".
    static const QRegularExpression hostOnly(uR"(\A"?\$(\w+|\{\w+\})/[^$]*\z)"_s);
    return hostOnly.match(m_request.url).hasMatch() ? core::ok() : refuseExpansion(word);
}

Status CommandReader::addHeader(const ShellWord &word)
{
    const QByteArray &text = word.text;
    if (text.startsWith('@'))
        return unusable(tr("The command reads headers from a file. Put them into the command and import again."));
    const qsizetype colon = text.indexOf(':');
    const QByteArray name = (colon < 0 ? text : text.first(colon)).trimmed();
    if (colon < 0) { // curl(1): "X-Custom;" sends the field without a value, and a text without either nothing
        if (name.size() > 1 && name.endsWith(';'))
            m_request.headers += exchange::Header{name.chopped(1), {}};
        return refuseExpansion(word);
    }
    const QByteArray value = text.sliced(colon + 1).trimmed();
    if (value.isEmpty()) {
        m_request.withoutHeaders += QString::fromUtf8(name);
        return refuseExpansion(word);
    }
    m_request.headers += exchange::Header{name, value};
    return isCredentialName(name) ? core::ok() : refuseExpansion(word);
}

Status CommandReader::addData(const CurlOption &option, const ShellWord &word)
{
    if (Status status = refuseExpansion(word); !status)
        return status;
    const Result<QByteArray> data = dataOf(option.action, word.text);
    if (!data)
        return data.error();
    if (m_hasData && option.action != CurlAction::Json)
        m_request.body += '&';
    m_request.body += *data;
    m_hasData = true;
    m_isJson = m_isJson || option.action == CurlAction::Json;
    return core::ok();
}

Result<QByteArray> CommandReader::dataOf(CurlAction action, const QByteArray &text)
{
    if (action == CurlAction::DataRaw || !text.startsWith('@'))
        return text;
    const QString name = QString::fromUtf8(text.sliced(1));
    if (name == "-"_L1)
        return unusable(tr("The command reads its body from standard input, which is not in it. Write the body into a "
                           "file, name that behind the @ and import again."));
    Result<QByteArray> bytes = m_readBody(name);
    if (!bytes)
        return bytes.error();
    m_request.notices += tr("The body was read from a file that the command names. The template has it now.");
    if (action != CurlAction::Data)
        return bytes;
    QByteArray stripped = std::move(bytes).value();
    return stripped.replace("\r", "").replace("\n", "").replace(QByteArrayView("\0", 1), "");
}

void CommandReader::setHeader(const QByteArray &name, const QByteArray &value)
{
    const bool isTakenAway = m_request.withoutHeaders.contains(QString::fromLatin1(name), Qt::CaseInsensitive);
    if (!isTakenAway && !exchange::valueOf(m_request.headers, name))
        m_request.headers += exchange::Header{name, value};
}

/// Adds what curl does of its own accord.
void CommandReader::finishRequest()
{
    if (m_request.method.isEmpty())
        m_request.method = m_hasData ? "POST" : "GET";
    if (m_hasData)
        setHeader("Content-Type", m_isJson ? "application/json" : "application/x-www-form-urlencoded");
    setHeader("Accept", m_isJson ? "application/json" : "*/*");
    m_request.name = tr("Imported from cURL");
    m_requests += std::exchange(m_request, {});
    m_hasData = false;
    m_isJson = false;
}

} // namespace

bool looksLikeCurl(QByteArrayView text)
{
    static const QRegularExpression shape(u"(^|[;&|]|\\n)[ \\t$>]*(\\S*/)?curl(\\.exe)?[ \\t\\\\^]"_s);
    return shape.match(QString::fromUtf8(text.first(std::min(text.size(), qsizetype(65536))))).hasMatch();
}

Result<Import> importCurl(const QByteArray &script, const BodyReader &readBody)
{
    const Result<QList<ShellCommand>> commands = shellCommands(script);
    if (!commands)
        return commands.error();
    Import import;
    for (ShellCommand command : *commands) {
        while (command.size() > 1 && (command.constFirst().text == "$" || command.constFirst().text == ">"))
            command.removeFirst(); // the prompt was copied, too
        if (!isCurl(command)) {
            ++import.skipped;
            continue;
        }
        const Result<QList<ForeignRequest>> requests = CommandReader(script, command, readBody).read();
        if (!requests)
            return requests.error();
        for (const ForeignRequest &request : *requests) {
            if (!postsSession(request)) {
                ++import.skipped;
                continue;
            }
            Result<ImportedTemplate> imported = templateOf(request);
            if (!imported)
                return imported.error();
            import.templates += std::move(imported).value();
        }
    }
    if (import.templates.isEmpty())
        return unusable(tr("There is no curl command that posts a session: POST to "
                           ".../VERSION/communications/callRecords/ID/sessions."));
    return import;
}

} // namespace report
