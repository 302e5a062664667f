// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/errortarget.h"

#include "edm/builtinschema.h"
#include "json/scanner.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

class ErrorTargetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void pointer_data();
    void pointer();
    void notJson_isDeclaredOrNothing();
};

static const QByteArray sent = R"({"@odata.type":"x","id":"1","modalities":["audio"],"a.b":1,"own~/":2,
    "caller":{"@odata.type":"y","userAgent":{"headerValue":"z"}},"segments":[{"id":"s","media":[{"label":"l"}]}]})";

void ErrorTargetTest::pointer_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("found"); // "-" for none
    const auto row = [](const QString &target, const QString &found) {
        QTest::newRow(qPrintable(target.isEmpty() ? u"nothing"_s : target)) << target << found;
    };
    row(u"/caller/userAgent"_s, u"/caller/userAgent"_s);
    row(u"#/caller/userAgent"_s, u"/caller/userAgent"_s);
    row(u"caller/userAgent"_s, u"/caller/userAgent"_s);
    row(u" caller.userAgent.headerValue "_s, u"/caller/userAgent/headerValue"_s);
    row(u"$.caller.userAgent"_s, u"/caller/userAgent"_s);
    row(u"$['caller']['userAgent']"_s, u"/caller/userAgent"_s);
    row(u"session.caller"_s, u"/caller"_s);
    row(u"session/modalities/0"_s, u"/modalities/0"_s);
    row(u"Caller.UserAgent"_s, u"/caller/userAgent"_s);
    row(u"Session.Modalities"_s, u"/modalities"_s);
    row(u"modalities[0]"_s, u"/modalities/0"_s);
    row(u"segments[0].media[0].label"_s, u"/segments/0/media/0/label"_s);
    row(u"/segments/0/media/0"_s, u"/segments/0/media/0"_s);
    row(u"caller.@odata.type"_s, u"/caller/@odata.type"_s);
    row(u"@odata.type"_s, u"/@odata.type"_s);
    row(u"/own~0~1"_s, u"/own~0~1"_s);
    row(u"/a.b"_s, u"/a.b"_s);
    row(u"startDateTime"_s, u"/startDateTime"_s);
    row(u"StartDateTime"_s, u"/startDateTime"_s);
    row(u"failureInfo.stage"_s, u"/failureInfo/stage"_s);
    row(u"session.failureInfo.stage"_s, u"/failureInfo/stage"_s);
    row(u"segments[3].failureInfo"_s, u"/segments/3/failureInfo"_s);
    row(u"callee.userAgent.platform"_s, u"/callee/userAgent/platform"_s);
    row(u""_s, u"-"_s);
    row(u"/"_s, u"-"_s);
    row(u"$"_s, u"-"_s);
    row(u"request"_s, u"-"_s);
    row(u"session"_s, u"-"_s);
    row(u"Authorization"_s, u"-"_s);
    row(u"0"_s, u"-"_s);
    row(u"callRecords('e5')"_s, u"-"_s);
    row(u"/~"_s, u"-"_s);
    row(u"x.y.id"_s, u"-"_s);
}

void ErrorTargetTest::pointer()
{
    QFETCH(const QString, target);
    const auto found = session::pointerOfTarget(target, json::scan(sent), edm::builtinSchema(), edm::sessionTypeName);
    QTEST(found ? found->toString() : u"-"_s, "found");
}

void ErrorTargetTest::notJson_isDeclaredOrNothing()
{
    const json::Index broken = json::scan("{");
    const auto at = [&broken](const QString &target) {
        return session::pointerOfTarget(target, broken, edm::builtinSchema(), edm::sessionTypeName);
    };
    QCOMPARE(at(u"modalities"_s)->toString(), u"/modalities"_s);
    QVERIFY(!at(u"a.b"_s));
}

QTEST_GUILESS_MAIN(ErrorTargetTest)
#include "tst_errortarget.moc"
