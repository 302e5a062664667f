// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/baseline.h"

#include "core/secret.h"
#include "json/scanner.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using session::Baseline;
using session::baselineText;
using session::readBaseline;

class BaselineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void path_standsBesideTheTemplate();
    void body_survives_data();
    void body_survives();
    void text_isCanonical();
    void refused_data();
    void refused();
    void secret_isRefused();
    void drawnPlaces_areThoseThatDiffer();
    void accepted_keepsWhatWasIgnored();
    void ignored_goesWithWhatIsBelow();
};

void BaselineTest::path_standsBesideTheTemplate()
{
    QCOMPARE(session::baselinePath(u"a/b.json"_s), u"a/b.baseline.json"_s);
    QCOMPARE(session::baselinePath(u"a.d/b"_s), u"a.d/b.baseline.json"_s);
    QCOMPARE(session::baselinePath(u"b.txt"_s), u"b.txt.baseline.json"_s);
    QVERIFY(session::isBaselinePath(session::baselinePath(u"b.json"_s)));
    QVERIFY(!session::isBaselinePath(u"b.json"_s));
}

void BaselineTest::body_survives_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("isObject");
    QTest::newRow("canonical") << "{\n    \"id\": \"1\"\n}\n"_ba << true;
    QTest::newRow("compact") << R"({"id":"1"})"_ba << false;
    QTest::newRow("digits") << R"({"a": 1.10, "b": 18446744073709551617})"_ba << false;
    QTest::newRow("twice") << R"({"a": 1, "a": 2})"_ba << false;
    QTest::newRow("lines") << "[\r\n1,\n\n2]"_ba << false;
    QTest::newRow("page") << "<html>\n"_ba << false;
    QTest::newRow("byte order mark") << "\xEF\xBB\xBF{}"_ba << false;
    QTest::newRow("nothing") << ""_ba << false;
}

void BaselineTest::body_survives()
{
    QFETCH(QByteArray, body);
    const Baseline baseline{body, {json::Pointer({u"a/b"_s, u"0"_s}), {}}, {{"later"_L1, QJsonArray{1}}}};
    const core::Result<QByteArray> text = baselineText(baseline);
    QVERIFY(text);
    QTEST(text->contains("\"response\": {"), "isObject");
    const core::Result<Baseline> read = readBaseline(*text);
    QVERIFY2(read, read ? "" : qPrintable(read.error().message));
    QCOMPARE(*read, baseline);
    QCOMPARE(baselineText(*read).value_or({}), *text);
}

void BaselineTest::text_isCanonical()
{
    const QByteArray text = R"({
    "ignored": [
        "/id"
    ],
    "response": {
        "id": "1"
    },
    "sessionComposerBaseline": 1
}
)"_ba;
    const core::Result<Baseline> read = readBaseline(text);
    QVERIFY(read);
    QCOMPARE(read->body, "{\n    \"id\": \"1\"\n}\n"_ba);
    QCOMPARE(read->ignored, QList<json::Pointer>{json::Pointer({u"id"_s})});
    QCOMPARE(baselineText(*read).value_or({}), text);
}

void BaselineTest::refused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("word");
    const auto row
        = [](const char *name, const QByteArray &text, const QString &word) { QTest::newRow(name) << text << word; };
    row("not JSON", "x", u"no baseline"_s);
    row("bare response", "{}", u"no baseline"_s);
    row("template", R"({"sessionComposerTemplate": 1, "session": {}})", u"no baseline"_s);
    row("newer", R"({"sessionComposerBaseline": 2, "response": {}})", u"format 2"_s);
    for (const char *format : {"0", "-1", "1.5", "\"1\"", "null"}) {
        row(format, R"({"response": {}, "sessionComposerBaseline": )" + QByteArray(format) + '}',
            u"/sessionComposerBaseline"_s);
    }
    row("no body", R"({"sessionComposerBaseline": 1})", u"neither"_s);
    row("two bodies", R"({"sessionComposerBaseline": 1, "response": {}, "source": []})", u"both"_s);
    row("source is a text", R"({"sessionComposerBaseline": 1, "source": "x"})", u"/source"_s);
    row("ignored is a text", R"({"sessionComposerBaseline": 1, "response": {}, "ignored": "/id"})", u"/ignored"_s);
    row("ignored is no pointer", R"({"sessionComposerBaseline": 1, "response": {}, "ignored": ["id"]})", u"/ignored"_s);
    row("ignored is a number", R"({"sessionComposerBaseline": 1, "response": {}, "ignored": [1]})", u"/ignored"_s);
    row("name twice", R"({"sessionComposerBaseline": 1, "response": {}, "a": 1, "a": 2})", u"line 1, column 56"_s);
}

void BaselineTest::refused()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, word);
    const core::Result<Baseline> read = readBaseline(text);
    QVERIFY(!read);
    QCOMPARE(read.error().code, core::Error::Code::Input);
    QVERIFY2(read.error().message.contains(word), qPrintable(read.error().message));
}

void BaselineTest::secret_isRefused()
{
    const core::Secret secret("correct horse battery staple"_ba);
    for (const QByteArray &body : {R"({"access_token": "abcdef"})"_ba, R"({"a": "correct horse battery staple"})"_ba}) {
        const core::Result<QByteArray> text = baselineText({body, {}, {}});
        QVERIFY(!text);
        QCOMPARE(text.error().code, core::Error::Code::Refused);
    }
    QCOMPARE(baselineText({"\xFF"_ba, {}, {}}).error().code, core::Error::Code::Input);
}

void BaselineTest::drawnPlaces_areThoseThatDiffer()
{
    session::Template content;
    content.hasPlaceholders = true;
    content.body = R"({"a": "x{{guid}}", "b": [{"{{now}}": 1}], "c": "{{", "id": "{{guid}}"})";
    const json::Index response
        = json::scan(R"({"@odata.context": "x", "@odata.type": "#y", "id": "1", "c@odata.count": 1})"_ba);
    const auto texts = [&] {
        QStringList found;
        const QList<json::Pointer> places = session::drawnPlaces(content, response);
        for (const json::Pointer &place : places)
            found += place.toString();
        return found.join(u' ');
    };
    QCOMPARE(texts(), u"/id /@odata.context /a /b/0"_s);
    content.hasPlaceholders = false;
    QCOMPARE(texts(), u"/id /@odata.context"_s);
    const json::Index error
        = json::scan(R"({"error": {"innerError": {"date": "x", "request-id": "y", "code": "z"}}})"_ba);
    QCOMPARE(session::drawnPlaces(content, error).size(), 3);
    QCOMPARE(session::drawnPlaces(content, error).constLast().toString(), u"/error/innerError/request-id"_s);
    QCOMPARE(session::drawnPlaces(content, json::scan("x"_ba)), QList<json::Pointer>{json::Pointer({u"id"_s})});
}

void BaselineTest::accepted_keepsWhatWasIgnored()
{
    const session::Template content;
    const Baseline first = session::acceptedBaseline(content, R"({"id":"1","a":1.0})"_ba, std::nullopt);
    QCOMPARE(first.body, "{\n    \"a\": 1,\n    \"id\": \"1\"\n}\n"_ba);
    QCOMPARE(first.ignored, QList<json::Pointer>{json::Pointer({u"id"_s})});
    const Baseline before{"x"_ba, {json::Pointer({u"b"_s})}, {{"later"_L1, 1}}};
    const Baseline next = session::acceptedBaseline(content, R"({"a":18446744073709551616})"_ba, before);
    QCOMPARE(next.body, R"({"a":18446744073709551616})"_ba);
    QCOMPARE(next.ignored, before.ignored);
    QCOMPARE(next.others, before.others);
}

void BaselineTest::ignored_goesWithWhatIsBelow()
{
    const Baseline baseline{{}, {json::Pointer({u"a"_s})}, {}};
    QVERIFY(session::isIgnored(baseline, json::Pointer({u"a"_s})));
    QVERIFY(session::isIgnored(baseline, json::Pointer({u"a"_s, u"0"_s})));
    QVERIFY(!session::isIgnored(baseline, json::Pointer({u"ab"_s})));
    QVERIFY(!session::isIgnored(baseline, {}));
}

QTEST_GUILESS_MAIN(BaselineTest)
#include "tst_baseline.moc"
