// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/evidence.h"

#include "core/redaction.h"
#include "present/checks.h"
#include "present/timelinegeometry.h"
#include "present/verdict.h"
#include "report/evidencefiles.h"
#include "report/timelinesvg.h"
#include "store/ziparchive.h"
#include "json/scanner.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace present {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("present::Evidence", text);
}

report::CheckedFact::State stateOf(CheckState state)
{
    switch (state) {
    case CheckState::Met:
        return report::CheckedFact::State::Met;
    case CheckState::NotMet:
        return report::CheckedFact::State::NotMet;
    case CheckState::NotApplicable:
        return report::CheckedFact::State::NotApplicable;
    }
    Q_UNREACHABLE();
}

/// The outcome in English, whatever the language of the window.
QString wordsOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::AsExpected:
        return u"as expected"_s;
    case Outcome::OtherResponse:
        return u"not as expected"_s;
    case Outcome::Timeout:
    case Outcome::Network:
    case Outcome::Limit:
        return u"no whole response"_s;
    case Outcome::Cancelled:
        return u"cancelled"_s;
    case Outcome::Refused:
        return u"not sent"_s;
    }
    Q_UNREACHABLE();
}

report::CheckedFact factOf(const Check &check)
{
    report::CheckedFact fact;
    fact.title = QString::fromUtf8(rowOf(check.id).title);
    if (!check.subject.isEmpty())
        fact.title += u' ' + check.subject;
    fact.state = stateOf(check.state);
    fact.counts = check.counts;
    fact.expected = check.expected;
    fact.found = check.found;
    fact.reason = check.reason;
    return fact;
}

/// The session that is the root of `text`; `name` is the picture's own in its page.
report::EvidencePicture pictureOf(const QString &title, const json::Index &text, const QString &name)
{
    const QByteArray svg = report::timelineSvg(sessionPicture(text), name);
    return {title, core::redactedEvidence(QString::fromUtf8(svg))};
}

QList<report::EvidencePicture> timelinesOf(const Examination &examination)
{
    const exchange::Exchange &exchange = examination.exchange();
    const QString name = u"t-"_s + exchange.id.toString(QUuid::WithoutBraces);
    QList<report::EvidencePicture> pictures;
    const json::Index sent = json::scan(examination.earlier() ? examination.earlier()->sent : exchange.request.body);
    if (sent.isValid() && sent.at(0).kind == json::Kind::Object)
        pictures += pictureOf(u"Timeline of the session that was sent"_s, sent, name + "-sent"_L1);
    if (examination.hasSession())
        pictures += pictureOf(u"Timeline of the session that came back"_s, examination.body(), name + "-returned"_L1);
    return pictures;
}

} // namespace

report::Evidence evidenceOf(const Examination &examination, const report::TestersWords &words)
{
    report::Evidence evidence;
    evidence.exchange = examination.exchange();
    const Outcome outcome = judge(examination).outcome;
    evidence.isAsExpected = outcome == Outcome::AsExpected;
    evidence.outcome = wordsOf(outcome);
    const QList<Check> checks = checksOf(examination);
    for (const Check &check : checks)
        evidence.checks += factOf(check);
    if (const session::Comparison *comparison = examination.comparison())
        evidence.comparison = *comparison;
    evidence.timelines = timelinesOf(examination);
    evidence.words = words;
    return evidence;
}

report::Evidence evidenceOf(const store::HistoryEntry &entry, const edm::Schema &schema)
{
    const store::HistoryRow &row = entry.row;
    report::Evidence evidence = evidenceOf(Examination(entry.exchange, {}, &schema), testersWords(row));
    if (!row.isEnded)
        evidence.outcome = u"sent, result unknown"_s;
    evidence.isMasked = row.isMasked;
    return evidence;
}

report::TestersWords testersWords(const store::HistoryRow &row)
{
    return {row.build, row.templateName, row.verdict, row.note, row.tag};
}

core::Status refuseSecretWords(const QList<report::Evidence> &evidence)
{
    QList<report::ExportedFile> places;
    for (const report::Evidence &one : evidence) {
        const report::TestersWords &words = one.words;
        places << report::ExportedFile{tr("Note"), words.note.toUtf8()}
               << report::ExportedFile{tr("Verdict"), words.verdict.toUtf8()}
               << report::ExportedFile{tr("Tag"), words.tag.toUtf8()}
               << report::ExportedFile{tr("Build"), words.build.toUtf8()};
    }
    return report::refuseSecrets(places);
}

core::Result<QByteArray> evidenceArchive(const QList<report::Evidence> &evidence)
{
    if (const core::Status status = refuseSecretWords(evidence); !status)
        return status.error();
    const QList<report::ExportedFile> parts = report::evidenceFiles(evidence);
    if (const core::Status status = report::refuseSecrets(parts); !status)
        return status.error();
    QList<store::ZipEntry> entries;
    entries.reserve(parts.size());
    for (const report::ExportedFile &part : parts)
        entries.append({part.name, part.bytes});
    return store::zipArchive(entries);
}

core::Result<QByteArray> clearedReport(const QByteArray &report, const QString &name)
{
    if (const core::Status status = report::refuseSecrets({{name, report}}); !status)
        return status.error();
    return report;
}

} // namespace present
