// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/rules.h"

#include "edm/builtinschema.h"
#include "session/bodyrows.h"
#include "session/findings.h"
#include "session/memberrows.h"
#include "sourcedir.h"
#include "json/scanner.h"

#include <QFile>
#include <QHash>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using session::Finding;
using session::Rule;
using session::RuleRow;

namespace {

QList<QByteArray> allBodies()
{
    QList<QByteArray> bodies;
    for (const FindingRow &row : memberRows)
        bodies += aroundMembers(row.json);
    for (const FindingRow &row : bodyRows)
        bodies += row.json;
    return bodies;
}

/// The places at which a rule is broken in some row, and those of them that are kept in another one.
struct Places
{
    QSet<json::Pointer> broken;
    QSet<json::Pointer> kept;
};

QHash<QString, Places> placesOfRules()
{
    QHash<QString, Places> places;
    QList<std::pair<json::Index, QList<Finding>>> judged;
    for (const QByteArray &body : allBodies()) {
        const json::Index index = json::scan(body);
        judged.append({index, session::findings(index, edm::builtinSchema(), edm::sessionTypeName)});
        for (const Finding &finding : judged.constLast().second)
            places[finding.rule].broken += finding.pointer;
    }
    for (auto rule = places.begin(); rule != places.end(); ++rule) {
        for (const auto &[index, findings] : std::as_const(judged)) {
            QSet<json::Pointer> here;
            for (const Finding &finding : findings) {
                if (finding.rule == rule.key())
                    here += finding.pointer;
            }
            for (const json::Pointer &pointer : std::as_const(rule->broken)) {
                if (index.isValid() && json::resolve(index, pointer) >= 0 && !here.contains(pointer))
                    rule->kept += pointer;
            }
        }
    }
    return places;
}

QString wordOf(session::Source source)
{
    switch (source) {
    case session::Source::Json:
        return u"JSON"_s;
    case session::Source::Csdl:
        return u"CSDL"_s;
    case session::Source::Documentation:
        return u"documentation"_s;
    case session::Source::OData:
        return u"OData"_s;
    case session::Source::Conflict:
        return u"conflict"_s;
    }
    Q_UNREACHABLE();
}

QByteArray rulesDocument()
{
    QString text = uR"(# The findings

Written by the test `session.rules` from the table in `src/session/rules.cpp`; run it with `SC_UPDATE_DOCS=1` to write it
anew. `session-composer-cli validate` prints these names.

A finding advises and stops nothing. It has a place, a weight, a sentence, and a source: RFC 8259 (*JSON*), the schema
(*CSDL*), OData 4.01 with Microsoft's guidelines on top (*OData*), the *documentation*, or a *conflict* of the last with
the schema. Where there is one plain mend (`+0300`, `0,5`, a member in another case, a missing `#`), the finding offers
it as a **fix**: beside the sentence at the field, in the menu of the field's state (Ctrl+Space), in the drawer
(Ctrl+F8), and with Alt+F8. A fix changes nothing but its place, and Undo takes it back; the one that asks for a header
ticks it in *Request headers*. F8 and Shift+F8 go from finding to finding.

Inside what an open type adds to a declared one nothing weighs more than a warning: a service may know it better. The
sandbox at `/v1.0/` and `/beta/` answers 400 to what is marked *refused*.

| rule | weight | source | sandbox | what it says |
|---|---|---|---|---|
)"_s;
    for (int number = 0; number < session::ruleCount(); ++number) {
        const RuleRow &row = session::rowOf(static_cast<Rule>(number));
        const bool isRefused = session::isRefused({{}, row.severity, row.id, {}, row.source});
        text += u"| `%1` | %2 | %3 | %4 | %5 |\n"_s.arg(row.id, session::severityName(row.severity), wordOf(row.source),
                                                        isRefused ? u"refused"_s : QString(),
                                                        QString::fromUtf8(row.about));
    }
    return text.toUtf8();
}

} // namespace

class RulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void rule_hasRowsBothWays_data();
    void rule_hasRowsBothWays();
    void rows_areEnough();
    void findingsDocument_isCurrent();
};

void RulesTest::rule_hasRowsBothWays_data()
{
    QTest::addColumn<QString>("id");
    for (int number = 0; number < session::ruleCount(); ++number) {
        const RuleRow &row = session::rowOf(static_cast<Rule>(number));
        if (row.rule != Rule::MoreFindings) // which takes 100,000 members, and has a test of its own
            QTest::newRow(row.id.data()) << QString(row.id);
    }
}

void RulesTest::rule_hasRowsBothWays()
{
    QFETCH(const QString, id);
    static const QHash<QString, Places> places = placesOfRules();
    QVERIFY2(!places.value(id).broken.isEmpty(), "No row breaks the rule.");
    QVERIFY2(!places.value(id).kept.isEmpty(), "No row keeps the rule at a place where another one breaks it.");
}

void RulesTest::rows_areEnough()
{
    QVERIFY(allBodies().size() >= 150);
}

void RulesTest::findingsDocument_isCurrent()
{
    QFile file(QStringLiteral(SC_SOURCE_DIR "/docs/findings.md"));
    const QByteArray expected = rulesDocument();
    if (qEnvironmentVariableIsSet("SC_UPDATE_DOCS")) {
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(expected), expected.size());
        return;
    }
    QVERIFY2(file.open(QIODevice::ReadOnly), "docs/findings.md is missing: run this test with SC_UPDATE_DOCS=1.");
    QVERIFY2(file.readAll() == expected, "docs/findings.md is stale: run this test with SC_UPDATE_DOCS=1.");
}

QTEST_GUILESS_MAIN(RulesTest)
#include "tst_rules.moc"
