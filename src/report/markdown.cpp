// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/markdown.h"

#include "core/redaction.h"
#include "report/facts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace report {
namespace {

// Trackers take some 32,000 characters of a description; two bodies have to fit.
constexpr qsizetype longestBody = 16 * 1024;

qsizetype longestRun(const QString &text, QChar wanted)
{
    qsizetype longest = 0;
    qsizetype run = 0;
    for (const QChar character : text) {
        run = character == wanted ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    return longest;
}

/// CommonMark §4.5: a fence is only closed by one that is at least as long.
QString markdownBlock(const QString &text)
{
    const QString fence(std::max(qsizetype(3), longestRun(text, u'`') + 1), u'`');
    return fence + u"text\n"_s + text + u'\n' + fence + u'\n';
}

/// Jira has two kinds of block and no escape in either. Text that names both goes in base64.
QString jiraBlock(const QString &text)
{
    for (const QString &name : {u"noformat"_s, u"code"_s}) {
        if (!text.contains(u'{' + name, Qt::CaseInsensitive))
            return u'{' + name + u"}\n"_s + text + u"\n{"_s + name + u"}\n"_s;
    }
    return u"(in base64)\n{noformat}\n"_s + QString::fromLatin1(text.toUtf8().toBase64()) + u"\n{noformat}\n"_s;
}

class Ticket
{
public:
    explicit Ticket(Markup markup)
        : m_markup(markup)
    { }

    void add(const QString &title, const QString &text)
    {
        const bool isJira = m_markup == Markup::Jira;
        if (!m_text.isEmpty())
            m_text += u'\n';
        m_text
            += (isJira ? u"h4. "_s : u"#### "_s) + title + u"\n\n"_s + (isJira ? jiraBlock(text) : markdownBlock(text));
    }

    void addBody(const QString &title, const QByteArray &body)
    {
        if (body.isEmpty())
            return;
        ShownBody shown = shownBody(body);
        const qsizetype length = shown.text.size();
        QString heading = title + (shown.isBase64 ? u", in base64"_s : QString());
        if (length > longestBody) {
            qsizetype cut = longestBody;
            if (shown.text.at(cut).isLowSurrogate())
                --cut;
            shown.text.truncate(cut);
            heading += u", the first %1 of %2 characters"_s.arg(cut).arg(length);
        }
        add(heading, shown.text);
    }

    QString text() const { return m_text; }

private:
    Markup m_markup;
    QString m_text;
};

QString factLines(const Evidence &evidence)
{
    QStringList lines;
    const QList<Fact> facts = allFactsOf(evidence);
    lines.reserve(facts.size());
    for (const Fact &fact : facts)
        lines += fact.name + u": "_s + fact.value;
    return lines.join(u'\n');
}

QStringList unmetChecks(const Evidence &evidence)
{
    QStringList lines;
    for (const CheckedFact &check : evidence.checks) {
        if (check.state == CheckedFact::State::NotMet)
            lines += oneLine(core::redactedEvidence(u"%1: expected %2, found %3. %4"_s.arg(check.title, check.expected,
                                                                                           check.found, check.reason)))
                         .trimmed();
    }
    return lines;
}

} // namespace

QString ticketText(const Evidence &evidence, Markup markup)
{
    Ticket ticket(markup);
    ticket.add(u"Exchange"_s, factLines(evidence));
    if (!evidence.words.note.isEmpty())
        ticket.add(u"Note of the tester"_s, core::redactedEvidence(evidence.words.note));
    if (const QStringList checks = unmetChecks(evidence); !checks.isEmpty())
        ticket.add(u"Checks that are not met"_s, checks.join(u'\n'));
    if (evidence.comparison) {
        const QStringList differences = differencesOf(*evidence.comparison);
        ticket.add(u"What became of the values that were sent"_s,
                   differences.isEmpty() ? u"all the same"_s : differences.join(u'\n'));
    }
    ticket.addBody(u"Request body"_s, evidence.exchange.request.body);
    if (evidence.exchange.response)
        ticket.addBody(u"Response body"_s, evidence.exchange.response->body);
    return ticket.text();
}

} // namespace report
