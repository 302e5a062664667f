// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/mend.h"

#include "edm/lexical.h"
#include "json/edit.h"
#include "json/scanner.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace session {

namespace {

/// A slip of the hand is short: longer text is not looked through for one, and a fix holds no copy of it.
constexpr qsizetype longestMended = 200;
constexpr qsizetype longestWrapped = 64 * 1024;

/// The time in the form that services write, as far as nothing has to be guessed: a missing offset or 24:00 stay.
QString mendedTime(const QString &text)
{
    static const QRegularExpression form(
        u"\\A\\s*(\\d{4}-\\d\\d-\\d\\d)[Tt\\s_]*(\\d\\d:\\d\\d(?::\\d\\d)?)(?:[.,](\\d+))?\\s*"
        u"(?:([Zz])|([-+\\x{2212}])(\\d\\d)(?::?(\\d\\d))?)\\s*\\z"_s);
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return text;
    QString mended = match.captured(1) + u'T' + match.captured(2);
    if (match.hasCaptured(3))
        mended += u'.' + match.captured(3);
    if (match.hasCaptured(4))
        return mended + u'Z';
    const QString minutes = match.captured(7);
    return mended + (match.captured(5) == u"+"_s ? u'+' : u'-') + match.captured(6) + u':'
        + (minutes.isEmpty() ? u"00"_s : minutes);
}

QString mendedDuration(const QString &text)
{
    QString mended = text.trimmed().toUpper().replace(u',', u'.');
    const bool isBare = mended == "P"_L1 || mended == "-P"_L1;
    if (isBare)
        mended += u'T';
    return mended.endsWith(u'T') ? mended + u"0S"_s : mended;
}

QString mendedLiteral(const QString &type, const QString &text)
{
    if (type == "Edm.DateTimeOffset"_L1)
        return mendedTime(text);
    return type == "Edm.Duration"_L1 ? mendedDuration(text) : text.trimmed();
}

bool isMember(const EnumFacts &enumeration, const QString &text)
{
    return enumeration.members.contains(text.toUtf8());
}

/// The members of a list such as `audio, video`; empty when one of them is none.
QJsonArray listedMembers(const EnumFacts &enumeration, const QString &text)
{
    QJsonArray members;
    const QStringList parts = text.split(u',');
    for (const QString &part : parts) {
        if (!isMember(enumeration, part.trimmed()))
            return {};
        members.append(part.trimmed());
    }
    return members;
}

bool isOfShape(json::Kind kind, Shape shape)
{
    switch (shape) {
    case Shape::Text:
        return kind == json::Kind::String;
    case Shape::Number:
        return kind == json::Kind::Number;
    case Shape::Boolean:
        return kind == json::Kind::True || kind == json::Kind::False;
    case Shape::Object:
        return kind == json::Kind::Object;
    case Shape::Array:
        return false;
    }
    Q_UNREACHABLE();
}

} // namespace

Fix textFix(const QString &text)
{
    return {Fix::Kind::Value, json::compact(text)};
}

std::optional<Fix> literalFix(const QString &type, const QString &text)
{
    if (text.size() > longestMended)
        return {};
    const QString mended = mendedLiteral(type, text);
    if (edm::judge(type, mended).verdict >= edm::judge(type, text).verdict)
        return {};
    return textFix(mended);
}

std::optional<Fix> guidFix(const QString &text)
{
    static const QRegularExpression form(
        u"\\A\\s*\\{?([0-9A-Fa-f]{8})-?([0-9A-Fa-f]{4})-?([0-9A-Fa-f]{4})-?([0-9A-Fa-f]{4})-?([0-9A-Fa-f]{12})\\}?\\s*\\z"_s);
    const QRegularExpressionMatch match = text.size() > longestMended ? QRegularExpressionMatch() : form.match(text);
    if (!match.hasMatch())
        return {};
    return textFix(match.capturedTexts().sliced(1).join(u'-'));
}

std::optional<Fix> memberFix(const EnumFacts &enumeration, const QString &text)
{
    if (text.size() > longestMended)
        return {};
    const QString meant = text.trimmed();
    bool isNumber = false;
    const qint64 number = meant.toLongLong(&isNumber);
    const edm::EnumType &type = *enumeration.type;
    for (const edm::EnumMember &member : type.members) {
        const bool isMeant = isNumber ? member.value == number : member.name.compare(meant, Qt::CaseInsensitive) == 0;
        if (isMeant && &member != type.sentinel())
            return textFix(member.name);
    }
    return {};
}

QByteArray numberMeant(const QString &text)
{
    if (text.size() > longestMended)
        return {};
    QByteArray meant = text.trimmed().toUtf8();
    if (meant.startsWith('+'))
        meant.remove(0, 1);
    static const QRegularExpression thousands(u"\\A-?[1-9]\\d{0,2},\\d{3}\\z"_s);
    if (thousands.match(QString::fromUtf8(meant)).hasMatch()) // or a decimal comma: nobody knows
        return {};
    if (meant.count(',') == 1 && !meant.contains('.'))
        meant.replace(',', '.');
    const qsizetype sign = meant.startsWith('-') ? 1 : 0;
    if (meant.sliced(sign).startsWith('.'))
        meant.insert(sign, '0');
    const json::Index read = json::scan(meant);
    const bool isNumber = read.isValid() && read.at(0).kind == json::Kind::Number;
    return isNumber ? meant : QByteArray();
}

std::optional<Fix> booleanFix(const QString &text)
{
    const QString meant = text.size() > longestMended ? QString() : text.trimmed().toLower();
    if (meant != "true"_L1 && meant != "false"_L1)
        return {};
    return Fix{Fix::Kind::Value, meant.toLatin1()};
}

std::optional<Fix> collectionFix(const json::Index &index, qsizetype node, const PropertyFacts &property)
{
    const QByteArrayView raw = index.raw(node);
    if (raw.size() > longestWrapped || !isOfShape(index.at(node).kind, property.shape))
        return {};
    if (property.enumeration && raw.contains(',')) {
        const QJsonArray members = listedMembers(*property.enumeration, index.string(node));
        if (!members.isEmpty())
            return Fix{Fix::Kind::Value, json::compact(members)};
    }
    return Fix{Fix::Kind::Value, '[' + raw.toByteArray() + ']'};
}

} // namespace session
