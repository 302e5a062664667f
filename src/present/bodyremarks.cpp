// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/bodyremarks.h"

#include "present/body/plaintext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace present {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("present::BodyRemarks", text);
}

/// The value of the parameter `charset` (RFC 9110 §8.3.2), in lower case; empty when there is none.
QByteArray charsetOf(const exchange::Response &response)
{
    const QByteArray type = exchange::valueOf(response.headers, "Content-Type").value_or(QByteArray());
    const QList<QByteArray> parameters = type.split(';').mid(1);
    for (const QByteArray &parameter : parameters) {
        const qsizetype equals = parameter.indexOf('=');
        if (equals > 0 && parameter.left(equals).trimmed().toLower() == "charset")
            return parameter.mid(equals + 1).trimmed().replace('"', "").toLower();
    }
    return {};
}

/// Whether every second byte of the beginning is NUL, as in UTF-16 without a mark: at the even or the odd places.
bool alternatesWithNul(const QByteArray &body)
{
    const QByteArrayView start = QByteArrayView(body).first(std::min<qsizetype>(body.size(), 64) / 2 * 2);
    bool isEven = !start.isEmpty();
    bool isOdd = isEven;
    for (qsizetype at = 0; at < start.size(); at += 2) {
        isEven = isEven && start[at] == '\0' && start[at + 1] != '\0';
        isOdd = isOdd && start[at] != '\0' && start[at + 1] == '\0';
    }
    return isEven || isOdd;
}

bool isUtf16(const QByteArray &body)
{
    return body.startsWith("\xFF\xFE") || body.startsWith("\xFE\xFF") || alternatesWithNul(body);
}

QString ofPart(const exchange::Exchange &exchange)
{
    const exchange::Response &response = *exchange.response;
    if (response.isComplete && !exchange.error)
        return {};
    const QString size = QLocale::c().toString(response.body.size());
    if (exchange.error && exchange.error->code == core::Error::Code::Limit)
        return tr("Only the first %1 bytes were kept: the response is longer than the limit. They can be saved.")
            .arg(size);
    return tr("Only a part of the response came: these %1 bytes. They can be saved.").arg(size);
}

QString ofCompression(const exchange::Response &response)
{
    const QByteArray coding = exchange::valueOf(response.headers, "Content-Encoding").value_or(QByteArray()).trimmed();
    if (coding.isEmpty() || coding.toLower() == "identity")
        return {};
    return tr("Its Content-Encoding is %1, which was not asked for; the bytes are shown as they came.")
        .arg(QString::fromUtf8(coding));
}

/// What is wrong with the encoding. JSON is UTF-8 without a byte order mark (RFC 8259 §8.1).
QString ofEncoding(const exchange::Response &response)
{
    const QByteArray &body = response.body;
    if (isUtf16(body))
        return tr("This is UTF-16, but JSON is UTF-8 (RFC 8259 §8.1).");
    if (body.startsWith("\xEF\xBB\xBF"))
        return tr("A byte order mark stands before the text, where JSON must not have one (RFC 8259 §8.1).");
    const QByteArray charset = charsetOf(response);
    if (!charset.isEmpty() && charset != "utf-8" && charset != "utf8" && charset != "us-ascii")
        return tr("Its Content-Type says charset %1, but JSON is UTF-8; the bytes are read as UTF-8.")
            .arg(QString::fromUtf8(charset));
    if (isText(body) && !isUtf8(body))
        return tr("Not all of it is UTF-8: a byte that belongs to no character is shown by its number.");
    return {};
}

/// What it is when it is no JSON.
QString ofKind(const exchange::Exchange &exchange, const json::Index &body)
{
    const exchange::Response &response = *exchange.response;
    if (isHtmlPage(response))
        return tr(
            "This is an HTML page, as a proxy, a sign-in page or a web site answers. It is shown as text: nothing "
            "of it is opened or run.");
    if (!isText(response.body))
        return tr("This is no text, so it is shown in hexadecimal.");
    if (!body.fault() || !response.isComplete || exchange.error)
        return {}; // that a part is no JSON says nothing
    const json::Fault &fault = *body.fault();
    return tr("This is not JSON at %1:%2: %3. It is shown all the same.")
        .arg(QString::number(fault.position.line), QString::number(fault.position.column), fault.reason);
}

} // namespace

bool isHtmlPage(const exchange::Response &response)
{
    const QByteArray start = response.body.left(256).trimmed().toLower();
    return start.startsWith("<!doctype html") || start.startsWith("<html")
        || exchange::valueOf(response.headers, "Content-Type").value_or(QByteArray()).toLower().startsWith("text/html");
}

QString bodyRemarks(const exchange::Exchange &exchange, const json::Index &body)
{
    if (!exchange.response || exchange.response->body.isEmpty())
        return {};
    QStringList remarks{ofPart(exchange), ofCompression(*exchange.response), ofEncoding(*exchange.response)};
    const bool isExplained = !remarks.at(1).isEmpty() || !remarks.at(2).isEmpty();
    const QString kind = ofKind(exchange, body);
    if (!isExplained || isHtmlPage(*exchange.response) || !isText(exchange.response->body))
        remarks += kind; // else the fault only tells again what was said
    remarks.removeAll(QString());
    return remarks.join(u' ');
}

} // namespace present
