// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/html.h"

#include "core/identity.h"
#include "core/redaction.h"
#include "report/facts.h"
#include "report/htmlstyle.h"
#include "report/htmltext.h"
#include "report/stretches.h"
#include "report/wiretext.h"

#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace report {
namespace {

using session::ComparisonKind;

constexpr qsizetype longestBody = 256 * 1024; // characters; a browser still scrolls it
constexpr int mostDifferences = 500; // rows

QString section(const QString &title, const QString &content)
{
    return content.isEmpty() ? QString() : element(u"h2"_s, title) + content;
}

QString statusOf(const Evidence &evidence)
{
    const std::optional<exchange::Response> &response = evidence.exchange.response;
    if (!response)
        return u"No response"_s;
    return QString::number(response->status) + u' ' + core::redactedEvidence(textOf(response->reason));
}

/// A sign and words, so that the colour says nothing alone.
QString judgement(const Evidence &evidence)
{
    const QString text = (evidence.isAsExpected ? u"✓ "_s : u"✗ "_s) + evidence.outcome;
    return element(u"span"_s, text, evidence.isAsExpected ? "good"_L1 : "bad"_L1);
}

QString headOf(const Evidence &evidence)
{
    const exchange::Request &request = evidence.exchange.request;
    const QString line = QString::fromLatin1(request.method) + u' ' + QString::fromLatin1(request.url.toEncoded());
    return element(u"h1"_s, statusOf(evidence)) + "<p>"_L1 + judgement(evidence) + "</p>\n"_L1
        + element(u"p"_s, core::redactedEvidence(line), "wire line"_L1);
}

QString wordsOf(const TestersWords &words)
{
    QString content;
    if (!words.verdict.isEmpty())
        content += element(u"p"_s, u"Verdict of the tester: "_s + core::redactedEvidence(words.verdict), "verdict"_L1);
    if (!words.note.isEmpty())
        content += element(u"p"_s, core::redactedEvidence(words.note), "note"_L1);
    return content.isEmpty() ? content : "<div class=\"words\">\n"_L1 + content + "</div>\n"_L1;
}

bool isInHead(const QString &name)
{
    return name == "Request"_L1 || name == "Status"_L1 || name == "Outcome"_L1 || name == "Verdict of the tester"_L1;
}

QString factsTable(const Evidence &evidence)
{
    QList<Fact> facts = allFactsOf(evidence);
    facts.removeIf([](const Fact &fact) { return isInHead(fact.name); });
    if (evidence.exchange.error)
        facts.prepend({u"No whole response"_s, wordOf(evidence.exchange.error->code)});
    QString rows;
    for (const Fact &fact : std::as_const(facts))
        rows += "<tr>"_L1 + rowHead(fact.name) + cell(fact.value, "wire"_L1) + "</tr>\n"_L1;
    return table("facts"_L1, {}, rows);
}

QString stateText(const CheckedFact &check)
{
    switch (check.state) {
    case CheckedFact::State::Met:
        return element(u"span"_s, u"✓ met"_s, "good"_L1);
    case CheckedFact::State::NotMet:
        return check.counts ? element(u"span"_s, u"✗ not met"_s, "bad"_L1) : u"✗ not met, does not count"_s;
    case CheckedFact::State::NotApplicable:
        return u"not applicable"_s;
    }
    Q_UNREACHABLE();
}

QString checksTable(const QList<CheckedFact> &checks)
{
    QString rows;
    for (const CheckedFact &check : checks) {
        if (check.state == CheckedFact::State::NotApplicable)
            continue;
        rows += "<tr>"_L1 + rowHead(check.title, "check"_L1) + R"(<td class="state">)"_L1 + stateText(check)
            + "</td>"_L1 + cell(core::redactedEvidence(check.expected)) + "<td>"_L1
            + escaped(core::redactedEvidence(check.found));
        if (!check.reason.isEmpty())
            rows += element(u"p"_s, core::redactedEvidence(check.reason), "quiet"_L1);
        rows += "</td></tr>\n"_L1;
    }
    return rows.isEmpty() ? rows : table("checks"_L1, {u"Check"_s, u"Result"_s, u"Expected"_s, u"Found"_s}, rows);
}

QString kindText(ComparisonKind kind)
{
    return kind == ComparisonKind::OtherText ? u"same, other text"_s : QString(session::kindName(kind));
}

QString countsOf(const session::Comparison &comparison)
{
    QStringList counts;
    for (const ComparisonKind kind : session::comparisonKinds) {
        if (const qsizetype count = comparison.count(kind))
            counts += QString::number(count) + u' ' + kindText(kind);
    }
    return element(u"p"_s,
                   counts.isEmpty() ? u"Nothing was sent and nothing came back."_s : QString(counts.join(u" · "_s)));
}

QString comparisonTable(const session::Comparison &comparison)
{
    QString rows;
    int count = 0;
    for (const session::ComparedPlace &place : comparison.places()) {
        if (place.kind() == ComparisonKind::Same || ++count > mostDifferences)
            continue;
        const bool isBad = place.kind() == ComparisonKind::Changed || place.kind() == ComparisonKind::Dropped;
        rows += "<tr>"_L1 + rowHead(core::redactedEvidence(comparison.pointer(place).toString()), "wire place"_L1)
            + cell(kindText(place.kind()), isBad ? "kind bad"_L1 : "kind"_L1)
            + cell(place.sent < 0 ? QString() : core::redactedEvidence(comparison.sentText(place)), "wire"_L1)
            + cell(place.returned < 0 ? QString() : core::redactedEvidence(comparison.returnedText(place)), "wire"_L1)
            + "</tr>\n"_L1;
    }
    QString content = countsOf(comparison);
    if (!rows.isEmpty())
        content += table("comparison"_L1, {u"Place"_s, u"Kind"_s, u"Sent"_s, u"Returned"_s}, rows);
    if (count > mostDifferences)
        content += element(u"p"_s, u"The first %1 of %2 differences."_s.arg(mostDifferences).arg(count), "quiet"_L1);
    return content;
}

QString wordOf(Stretch::Kind kind, bool hasTls)
{
    switch (kind) {
    case Stretch::Kind::Blocked:
        return u"waiting for its turn"_s;
    case Stretch::Kind::Connect:
        return u"connecting, DNS and TLS included"_s;
    case Stretch::Kind::Send:
        return hasTls ? u"sending"_s : u"sending, connecting included where it was new"_s;
    case Stretch::Kind::Wait:
        return u"waiting for the response"_s;
    case Stretch::Kind::Receive:
        return u"receiving"_s;
    }
    Q_UNREACHABLE();
}

QString milliseconds(std::chrono::microseconds span)
{
    return QString::number(double(span.count()) / 1000, 'f', 3) + " ms"_L1;
}

QString timingTable(const exchange::Timing &timing)
{
    const QList<Stretch> stretches = stretchesOf(timing);
    QString rows;
    for (const Stretch &stretch : stretches) {
        const double whole = double(std::max<qint64>(1, stretches.constLast().end.count()));
        const QString bar = uR"(<svg viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">)"
                            R"(<rect x="%1" width="%2" height="10"/></svg>)"_s
                                .arg(qRound(1000 * double(stretch.begin.count()) / whole))
                                .arg(std::max(2, qRound(1000 * double(stretch.length().count()) / whole)));
        rows += "<tr>"_L1 + rowHead(wordOf(stretch.kind, timing.encrypted.has_value()))
            + cell(milliseconds(stretch.begin), "number"_L1) + cell(milliseconds(stretch.length()), "number"_L1)
            + R"(<td class="bar">)"_L1 + bar + "</td></tr>\n"_L1;
    }
    return rows.isEmpty() ? rows : table("timing"_L1, {u"Stretch"_s, u"After"_s, u"Took"_s, u"In all"_s}, rows);
}

/// True when some character looks like another, or like nothing.
bool hidesSomething(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    const QByteArrayList lines = bytes.split('\n');
    return std::any_of(lines.cbegin(), lines.cend(), [](QByteArray line) {
        line.replace('\t', ' ');
        return !isVisible(line.endsWith('\r') ? line.chopped(1) : line);
    });
}

QString remark(const QString &text)
{
    return element(u"p"_s, text, "quiet"_L1);
}

QString bodyOf(const QString &name, const QByteArray &body, const QString &file)
{
    if (body.isEmpty())
        return element(u"h3"_s, name) + remark(u"There is none."_s);
    ShownBody shown = shownBody(body);
    QString content
        = element(u"h3"_s, name + u", %1 bytes"_s.arg(body.size()) + (shown.isBase64 ? u", in base64"_s : u""_s));
    const QString whole = file.isEmpty() ? QString() : u" All bytes are in “%1” beside this page."_s.arg(file);
    if (shown.isBase64)
        content += remark(u"It is not UTF-8 text."_s + whole);
    else if (shown.text.toUtf8() != body)
        content += remark(u"*** stands where a secret was masked."_s);
    else if (hidesSomething(shown.text.left(longestBody)))
        content += remark(u"It has characters that cannot be seen, or that look like others."_s + whole);
    const qsizetype length = shown.text.size();
    if (length > longestBody) {
        shown.text.truncate(longestBody - (shown.text.at(longestBody).isLowSurrogate() ? 1 : 0));
        content += remark(u"The first %1 of %2 characters."_s.arg(shown.text.size()).arg(length) + whole);
    }
    return content + preformatted(shown.text, name);
}

QString headersOf(const QString &name, const QString &firstLine, const exchange::HeaderList &headers)
{
    QString text = firstLine;
    for (const exchange::Header &header : headers)
        text += u'\n' + textOf(header.name) + u": "_s + shownValue(header);
    return element(u"h3"_s, name) + preformatted(text, name);
}

QString requestOf(const Evidence &evidence)
{
    const exchange::Request &request = evidence.exchange.request;
    const QByteArray target = request.url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::RemoveFragment);
    const QString line = core::redactedEvidence(QString::fromLatin1(request.method + ' ' + target + " HTTP/1.1"));
    return headersOf(u"Head of the request"_s, line, request.headers)
        + bodyOf(u"Body of the request"_s, request.body, evidence.requestFile);
}

QString responseOf(const Evidence &evidence)
{
    const std::optional<exchange::Response> &response = evidence.exchange.response;
    if (!response)
        return remark(u"None came."_s);
    QString content;
    if (!response->isComplete)
        content += remark(u"It was cut off: the body is what came of it."_s);
    return content + headersOf(u"Head of the response"_s, statusOf(evidence), response->headers)
        + bodyOf(u"Body of the response"_s, response->body, evidence.responseFile);
}

QString article(const Evidence &evidence)
{
    QString text = "<article>\n"_L1 + headOf(evidence) + wordsOf(evidence.words);
    if (evidence.isMasked)
        text += remark(u"A secret stood in it and was kept as ***: these are not the exact bytes."_s);
    text += factsTable(evidence) + section(u"Checks"_s, checksTable(evidence.checks));
    text += section(u"What became of the values that were sent"_s,
                    evidence.comparison ? comparisonTable(*evidence.comparison)
                                        : remark(u"One of the two bodies is no session, so nothing is compared."_s));
    for (const EvidencePicture &picture : evidence.timelines)
        text += section(picture.title, "<figure>\n"_L1 + picture.svg + "\n</figure>\n"_L1);
    return text + section(u"Timing"_s, timingTable(evidence.exchange.timing))
        + section(u"What was sent"_s, requestOf(evidence)) + section(u"What came"_s, responseOf(evidence))
        + "</article>\n"_L1;
}

QString overview(const QList<Evidence> &evidence)
{
    if (evidence.size() < 2)
        return {};
    QString rows;
    int number = 0;
    for (const Evidence &one : evidence) {
        rows += "<tr>"_L1 + rowHead(QString::number(++number)) + cell(startOf(one.exchange), "wire"_L1)
            + cell(statusOf(one)) + "<td>"_L1 + judgement(one) + "</td></tr>\n"_L1;
    }
    return element(u"h1"_s, u"%1 exchanges"_s.arg(evidence.size()))
        + table("overview"_L1, {u"No."_s, u"Started"_s, u"Status"_s, u"Outcome"_s}, rows);
}

QString policy()
{
    const QByteArray hash = QCryptographicHash::hash(htmlStyle, QCryptographicHash::Sha256).toBase64();
    return u"default-src 'none'; style-src 'sha256-%1'; base-uri 'none'; form-action 'none'"_s.arg(
        QString::fromLatin1(hash));
}

} // namespace

QByteArray htmlPage(const QList<Evidence> &evidence)
{
    const QString title
        = evidence.size() == 1 ? statusOf(evidence.constFirst()) : u"%1 exchanges"_s.arg(evidence.size());
    QString page = "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                   "<meta http-equiv=\"Content-Security-Policy\" content=\""_L1
        + policy()
        + "\">\n<meta name=\"referrer\" content=\"no-referrer\">\n"
          "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"_L1
        + element(u"title"_s, u"Evidence: "_s + title) + "<style>"_L1 + QString::fromLatin1(htmlStyle)
        + "</style>\n</head>\n<body>\n<main>\n"_L1 + overview(evidence);
    for (const Evidence &one : evidence)
        page += article(one);
    page += "</main>\n<footer>\n"_L1
        + remark(u"Written by %1 %2. Tokens and other credentials are shown as ***."_s.arg(core::applicationName,
                                                                                           core::applicationVersion()))
        + "</footer>\n</body>\n</html>\n"_L1;
    return page.toUtf8();
}

} // namespace report
