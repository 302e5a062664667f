// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/junit.h"

#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using report::junitDocument;
using report::TestCase;
using report::TestSuite;

namespace {

TestCase failed(const QString &message, const QString &text = {})
{
    return {u"a.json"_s, u"calls"_s, TestCase::Result::Failed, u"otherResponse"_s, message, text, 1500us};
}

/// The attributes and the text of the first element `name`, as a reader has them; empty when it is no XML.
std::optional<std::pair<QXmlStreamAttributes, QString>> read(const QByteArray &xml, const QString &name)
{
    QXmlStreamReader reader(xml);
    std::optional<std::pair<QXmlStreamAttributes, QString>> found;
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement || reader.name() != name || found)
            continue;
        const QXmlStreamAttributes attributes = reader.attributes();
        found.emplace(attributes, reader.readElementText(QXmlStreamReader::IncludeChildElements));
    }
    return reader.hasError() ? std::nullopt : found;
}

} // namespace

class JunitTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void document_isAsItStands();
    void counts_areOfTheResults();
    void anyText_survivesOrIsReplaced_data();
    void anyText_survivesOrIsReplaced();
};

void JunitTest::document_isAsItStands()
{
    TestSuite suite{u"submit"_s, std::chrono::system_clock::time_point(1'500'000'000'999ms), {}};
    suite.cases = {{u"b.json"_s, u"."_s, TestCase::Result::Passed, {}, {}, {}, 2s}, failed(u"400"_s, u"Status"_s)};
    QCOMPARE(junitDocument(suite),
             R"(<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
  <testsuite name="submit" package="" id="0" hostname="localhost" timestamp="2017-07-14T02:40:00" tests="2" failures="1" errors="0" skipped="0" time="2.001500">
    <properties/>
    <testcase name="b.json" classname="." time="2.000000"/>
    <testcase name="a.json" classname="calls" time="0.001500">
      <failure message="400" type="otherResponse">Status</failure>
    </testcase>
    <system-out></system-out>
    <system-err></system-err>
  </testsuite>
</testsuites>
)"_ba);
}

void JunitTest::counts_areOfTheResults()
{
    using Result = TestCase::Result;
    TestSuite suite;
    for (const Result result : {Result::Passed, Result::Failed, Result::Error, Result::Error, Result::Skipped,
                                Result::Skipped, Result::Skipped}) {
        TestCase test;
        test.result = result;
        suite.cases += test;
    }
    const QByteArray xml = junitDocument(suite);
    const QXmlStreamAttributes counts = read(xml, u"testsuite"_s)->first;
    QCOMPARE(counts.value("tests"_L1), u"7");
    QCOMPARE(counts.value("failures"_L1), u"1");
    QCOMPARE(counts.value("errors"_L1), u"2");
    QCOMPARE(counts.value("skipped"_L1), u"3");
    QCOMPARE(xml.count("<failure "), 1);
    QCOMPARE(xml.count("<error "), 2);
    QCOMPARE(xml.count("<skipped/>"), 3);
}

void JunitTest::anyText_survivesOrIsReplaced_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("come");
    const auto same = [](const char *name, const QString &text) { QTest::newRow(name) << text << text; };
    same("markup", u"<a b=\"c\" d='e'>&amp;</failure>]]><![CDATA["_s);
    same("line ends and tabs", u"a\tb\nc\r\nd\re  f "_s);
    same("beyond the basic plane", u"\U0001F4DE é 通話"_s);
    same("not characters, and yet allowed", u"\uFDD0\uE000"_s);
    QTest::newRow("control characters") << QString(u"a\0b\x1B[31mc\x7F"_s) << u"a\uFFFDb\uFFFD[31mc\uFFFD"_s;
    QTest::newRow("C1 control characters") << u"\u0085\u009B"_s << u"\uFFFD\uFFFD"_s;
    QTest::newRow("lone surrogates") << QString(QChar(0xD83D)) + u'x' + QChar(0xDC00) << u"\uFFFDx\uFFFD"_s;
    QTest::newRow("FFFE") << QString(QChar(0xFFFE)) + QChar(0xFFFF) << u"\uFFFD\uFFFD"_s;
}

void JunitTest::anyText_survivesOrIsReplaced()
{
    QFETCH(QString, text);
    QFETCH(QString, come);
    TestSuite suite{text, {}, {failed(text, text)}};
    suite.cases[0].name = text;
    const QByteArray xml = junitDocument(suite);
    const auto failure = read(xml, u"failure"_s);
    QVERIFY2(failure, xml.constData());
    QCOMPARE(failure->first.value("message"_L1).toString(), come);
    QCOMPARE(failure->second, come);
    QCOMPARE(read(xml, u"testcase"_s)->first.value("name"_L1).toString(), come);
    QCOMPARE(read(xml, u"testsuite"_s)->first.value("name"_L1).toString(), come);
}

QTEST_GUILESS_MAIN(JunitTest)
#include "tst_junit.moc"
