// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/templatefile.h"

#include "core/secret.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using session::readTemplate;
using session::Template;
using session::TemplateAuthorization;
using session::TemplateFile;
using session::templateText;

namespace {

Template fullTemplate()
{
    Template content;
    content.name = u"Set-up failure"_s;
    content.description = u"A call that never began."_s;
    content.tags = QStringList{u"pstn"_s, u"failure"_s};
    content.target.version = u"beta"_s;
    content.target.path = u"/sessions/$ref"_s;
    content.target.callRecordId = u"e523d2ed-2966-4b6b-925b-754a88034cc5"_s;
    content.target.others = QJsonObject{{"later"_L1, 1}};
    content.headers = {{u"Prefer"_s, u"return=minimal"_s, true, {}}, {u"Accept"_s, {}, false, {{"x"_L1, true}}}};
    content.authorization = TemplateAuthorization::Malformed;
    content.expectation.errorCode = u"badRequest"_s;
    content.hasPlaceholders = true;
    content.body = "{\n    \"id\": \"{{guid}}\"\n}\n";
    content.others = QJsonObject{{"later"_L1, QJsonArray{1, u"two"_s}}};
    return content;
}

} // namespace

class TemplateFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void bare_data();
    void bare();
    void roundTrip_everything();
    void empty_isTwoMembers();
    void body_survives_data();
    void body_survives();
    void change_isOneLine();
    void session_byHand_data();
    void session_byHand();
    void refused_data();
    void refused();
    void newer_isReadAsFarAsItGoes();
    void secret_isRefused_data();
    void secret_isRefused();
    void knownSecret_isRefused();
    void notUtf8_isRefused();
};

void TemplateFileTest::bare_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"", "{}", "{\"name\": \"x\"}", "[{\"sessionComposerTemplate\": 1}]", "not JSON",
                             "{\"a\": {\"sessionComposerTemplate\": 1}}", "{\"sessionComposerTemplate\": 1", "5"})
        QTest::newRow(text) << QByteArray(text);
}

void TemplateFileTest::bare()
{
    QFETCH(const QByteArray, text);
    const core::Result<TemplateFile> file = readTemplate(text);
    QVERIFY(file);
    QCOMPARE(file->kind, TemplateFile::Kind::Session);
    QCOMPARE(file->content.body, text);
}

void TemplateFileTest::roundTrip_everything()
{
    const Template content = fullTemplate();
    const core::Result<QByteArray> text = templateText(content);
    QVERIFY(text);
    const core::Result<TemplateFile> file = readTemplate(*text);
    QVERIFY2(file, qPrintable(file ? QString() : file.error().message));
    QCOMPARE(file->kind, TemplateFile::Kind::Template);
    QCOMPARE(file->format, 1);
    QVERIFY(file->content == content);
    QCOMPARE(*templateText(file->content), *text);
}

void TemplateFileTest::empty_isTwoMembers()
{
    Template content;
    content.body = "{\n}\n";
    QCOMPARE(*templateText(content),
             QByteArray("{\n    \"session\": {\n    },\n    \"sessionComposerTemplate\": 1\n}\n"));
}

void TemplateFileTest::body_survives_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("isSource");
    QTest::newRow("canonical") << QByteArray("{\n    \"a\": 1\n}\n") << false;
    QTest::newRow("nothing") << QByteArray() << true;
    QTest::newRow("one line") << QByteArray("{\"a\": 1}") << true;
    QTest::newRow("spelling") << QByteArray("{\n    \"a\": 1.10\n}\n") << true;
    QTest::newRow("2^64") << QByteArray("{\n    \"a\": 18446744073709551616\n}\n") << true;
    QTest::newRow("duplicate") << QByteArray("{\"a\": 1, \"a\": 2}\n") << true;
    QTest::newRow("lone surrogate") << QByteArray("{\"a\": \"\\ud800\"}\n") << true;
    QTest::newRow("not JSON") << QByteArray("not {JSON\n\n") << true;
    QTest::newRow("CR LF") << QByteArray("{\r\n\"a\": 1\r\n}\r\n") << true;
    QTest::newRow("CR") << QByteArray("{\r\"a\": 1\r}\r") << true;
    QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf{}\n\xef\xbb\xbf\n") << true;
    QTest::newRow("U+2028") << QByteArray("{\"a\": \"\xe2\x80\xa8\"}") << true;
    QTest::newRow("NUL") << QByteArray("{\"a\": \"x\0y\"}\n", 14) << true;
    QTest::newRow("astral") << QByteArray("{\"a\": \"\xf0\x9f\x98\x80\"}") << true;
    QTest::newRow("array") << QByteArray("[1]\n") << true;
    QTest::newRow("as deep as goes") << QByteArray("{\n    \"a\": " + QByteArray(1022, '[') + QByteArray(1022, ']')
                                                   + "\n}\n")
                                     << true;
}

void TemplateFileTest::body_survives()
{
    QFETCH(const QByteArray, body);
    QFETCH(const bool, isSource);
    Template content;
    content.body = body;
    const core::Result<QByteArray> text = templateText(content);
    QVERIFY(text);
    QCOMPARE(text->contains("\"source\""), isSource);
    const core::Result<TemplateFile> file = readTemplate(*text);
    QVERIFY2(file, qPrintable(file ? QString() : file.error().message));
    QCOMPARE(file->content.body, body);
}

void TemplateFileTest::change_isOneLine()
{
    Template before;
    before.tags = QStringList{u"a"_s, u"b"_s};
    before.body = "first\nsecond\nthird";
    Template after = before;
    after.body = "first\nchanged\nthird";
    QVERIFY(templateText(before)->contains(R"("second\n",)")); // each line of the body is one of the file
    const QList<QByteArray> left = templateText(before)->split('\n');
    const QList<QByteArray> right = templateText(after)->split('\n');
    QCOMPARE(left.size(), right.size());
    qsizetype changes = 0;
    for (qsizetype i = 0; i < left.size(); ++i)
        changes += left.at(i) != right.at(i);
    QCOMPARE(changes, 1);
}

void TemplateFileTest::session_byHand_data()
{
    QTest::addColumn<QByteArray>("session");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("one line") << QByteArray("{\"b\": 1, \"a\": 1.0}")
                              << QByteArray("{\n    \"a\": 1,\n    \"b\": 1\n}\n");
    QTest::newRow("2^64 as it stands") << QByteArray("{\"a\":  18446744073709551616}")
                                       << QByteArray("{\"a\":  18446744073709551616}");
    QTest::newRow("duplicate as it stands")
        << QByteArray("{\"a\": 1,\n \"a\": 2}") << QByteArray("{\"a\": 1,\n \"a\": 2}");
    QTest::newRow("no object") << QByteArray("5") << QByteArray("5");
    QTest::newRow("null") << QByteArray("null") << QByteArray("null");
}

void TemplateFileTest::session_byHand()
{
    QFETCH(const QByteArray, session);
    QFETCH(const QByteArray, body);
    const core::Result<TemplateFile> file
        = readTemplate("{\"session\": " + session + ", \"sessionComposerTemplate\": 1, \"name\": \"n\"}");
    QVERIFY2(file, qPrintable(file ? QString() : file.error().message));
    QCOMPARE(file->content.body, body);
    QCOMPARE(file->content.name, u"n"_s);
}

void TemplateFileTest::refused_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<QString>("place");
    const auto row
        = [](const char *members, const QString &place) { QTest::newRow(members) << QByteArray(members) << place; };
    row(R"("name": 5, "session": {})", u"/name"_s);
    row(R"("description": null, "session": {})", u"/description"_s);
    row(R"("tags": "a", "session": {})", u"/tags"_s);
    row(R"("tags": ["a", 5], "session": {})", u"/tags"_s);
    row(R"("target": [], "session": {})", u"/target"_s);
    row(R"("target": {"version": 1}, "session": {})", u"/target"_s);
    row(R"("target": {"path": "/elsewhere"}, "session": {})", u"/target"_s);
    row(R"("headers": {}, "session": {})", u"/headers"_s);
    row(R"("headers": [{"value": "x"}], "session": {})", u"/headers"_s);
    row(R"("headers": [{"name": ""}], "session": {})", u"/headers"_s);
    row(R"("headers": [{"name": "a", "value": 1}], "session": {})", u"/headers"_s);
    row(R"("headers": [{"name": "a", "isSent": "no"}], "session": {})", u"/headers"_s);
    row(R"("authorization": "token", "session": {})", u"/authorization"_s);
    row(R"("expectation": {"status": 5}, "session": {})", u"/expectation"_s);
    row(R"("expectation": [], "session": {})", u"/expectation"_s);
    row(R"("placeholders": 1, "session": {})", u"/placeholders"_s);
    row(R"("source": "text")", u"/source"_s);
    row(R"("source": ["a", 1])", u"/source"_s);
    row(R"("name": "x")", u"neither"_s);
    row(R"("session": {}, "source": [])", u"both"_s);
    row(R"("name": "x", "session": {}, "name": "y")", u"line 1"_s);
    row("\"session\": {\n},\n\"later\": 18446744073709551616", u"line 3, column 10"_s);
    row(R"("session": {}, "session": {})", u"line 1"_s);
}

void TemplateFileTest::refused()
{
    QFETCH(const QByteArray, members);
    QFETCH(const QString, place);
    const core::Result<TemplateFile> file = readTemplate("{\"sessionComposerTemplate\": 1, " + members + "}");
    QVERIFY(!file);
    QCOMPARE(file.error().code, core::Error::Code::Input);
    QVERIFY2(file.error().message.contains(place), qPrintable(file.error().message));
    for (const QByteArray number : {"0", "-1", "\"1\"", "1.5", "null"})
        QVERIFY(!readTemplate("{\"session\": {}, \"sessionComposerTemplate\": " + number + "}"));
}

void TemplateFileTest::newer_isReadAsFarAsItGoes()
{
    const core::Result<TemplateFile> file
        = readTemplate(R"({"sessionComposerTemplate": 2, "name": "n", "tags": {}, "session": {"a": 1}})");
    QVERIFY(file);
    QCOMPARE(file->kind, TemplateFile::Kind::Newer);
    QCOMPARE(file->format, 2);
    QCOMPARE(file->content.name, u"n"_s);
    QCOMPARE(file->content.body, QByteArray("{\n    \"a\": 1\n}\n"));
    const QByteArray other = R"({"sessionComposerTemplate": 3, "body": "elsewhere"})";
    QCOMPARE(readTemplate(other)->content.body, other);
}

void TemplateFileTest::secret_isRefused_data()
{
    QTest::addColumn<Template>("content");
    QTest::addColumn<QString>("place");
    const QString token = u"eyJhbGciOiJSUzI1NiJ9.eyJyb2xlcyI6WyJhIl19.c2ln"_s;
    const auto row = [](const char *name, auto &&change, const QString &place) {
        Template content = fullTemplate();
        change(content);
        QTest::newRow(name) << content << place;
    };
    row(
        "in the session", [&](Template &c) { c.body = "{\"a\": \"" + token.toUtf8() + "\"}"; }, u"/session"_s);
    row(
        "a client secret in the session", [](Template &c) { c.body = R"({"client_secret": "abc~123"})"; },
        u"/session"_s);
    row(
        "in the description", [&](Template &c) { c.description = u"use "_s + token; }, u"/description"_s);
    row(
        "bearer in the name", [](Template &c) { c.name = u"Bearer abcdefghijklmnopqrstuvwx"_s; }, u"/name"_s);
    row(
        "in a tag", [&](Template &c) { c.tags.append(token); }, u"/tags/2"_s);
    row(
        "Authorization",
        [](Template &c) {
            c.headers[0] = {u"authorization"_s, u"x"_s, true, {}};
        },
        u"/headers/0/value"_s);
    row(
        "Cookie",
        [](Template &c) {
            c.headers[1] = {u"Cookie"_s, u"x=y"_s, true, {}};
        },
        u"/headers/1/value"_s);
    row(
        "a bearer in another header", [](Template &c) { c.headers[0].value = u"Bearer abcdefghijklmnopqrstuvwx"_s; },
        u"/headers/0/value"_s);
    row(
        "by name, in a member of a later version",
        [](Template &c) {
            c.others = QJsonObject{{"deep"_L1, QJsonObject{{"client_secret"_L1, u"a"_s}}}};
        },
        u"/deep/client_secret"_s);
    row(
        "userinfo in a member of a later version",
        [](Template &c) {
            c.others = QJsonObject{{"base"_L1, u"https://me:pw@host/"_s}};
        },
        u"/base"_s);
    row(
        "expected value", [&](Template &c) { c.expectation.headers.insert(u"X"_s, token); },
        u"/expectation/headers/X"_s);
}

void TemplateFileTest::secret_isRefused()
{
    QFETCH(const Template, content);
    QFETCH(const QString, place);
    const core::Result<QByteArray> text = templateText(content);
    QVERIFY(!text);
    QCOMPARE(text.error().code, core::Error::Code::Refused);
    QVERIFY2(text.error().message.contains(place + u'.'), qPrintable(text.error().message));
}

void TemplateFileTest::knownSecret_isRefused()
{
    const core::Secret secret{QByteArray("opaque-canary-0815")};
    Template content = fullTemplate();
    QVERIFY(templateText(content));
    content.body = "{\"a\": \"" + QByteArray("opaque-canary-0815").toBase64() + "\"}";
    QVERIFY(!templateText(content));
}

void TemplateFileTest::notUtf8_isRefused()
{
    Template content;
    content.body = "{\"a\": \"\xff\"}";
    const core::Result<QByteArray> text = templateText(content);
    QVERIFY(!text);
    QCOMPARE(text.error().code, core::Error::Code::Input);
}

QTEST_GUILESS_MAIN(TemplateFileTest)
#include "tst_templatefile.moc"
