// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/postmanimport.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QString address = u"https://h/v1.0/communications/callRecords/i/sessions"_s;

QByteArray collection(const QByteArray &items, const QByteArray &more = {})
{
    return R"({"info":{"schema":"https://schema.getpostman.com/json/collection/v2.1.0/collection.json"},"item":[)"
        + items + ']' + more + '}';
}

QByteArray request(const QJsonObject &changes)
{
    QJsonObject request{{u"method"_s, u"POST"_s},
                        {u"url"_s, address},
                        {u"body"_s, QJsonObject{{u"mode"_s, u"raw"_s}, {u"raw"_s, u"{}"_s}}}};
    for (auto change = changes.begin(); change != changes.end(); ++change)
        request.insert(change.key(), *change);
    return QJsonDocument(QJsonObject{{u"name"_s, u"One"_s}, {u"request"_s, request}}).toJson();
}

QJsonObject rawBody(const QString &text)
{
    return {{u"body"_s, QJsonObject{{u"mode"_s, u"raw"_s}, {u"raw"_s, text}}}};
}

} // namespace

class PostmanImportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void folders_areFollowed();
    void url_isTextOrObject_data();
    void url_isTextOrObject();
    void variables_becomePlaceholders_data();
    void variables_becomePlaceholders();
    void headers_switchedOff_areLeftOut();
    void credential_isDropped_data();
    void credential_isDropped();
    void refused_data();
    void refused();
};

void PostmanImportTest::folders_areFollowed()
{
    const QByteArray get = R"({"name":"Get","request":{"method":"GET","url":"https://h/"}})";
    const QByteArray folder = R"({"name":"Calls","item":[)" + request({}) + ',' + get + "]}";
    const core::Result<report::Import> import
        = report::importPostman(collection(folder + ',' + request({}) + R"(,{"request":"https://h/"})"));
    QVERIFY2(import, qPrintable(import ? QString() : import.error().message));
    QCOMPARE(import->templates.size(), 2);
    QCOMPARE(import->templates.at(0).content.name, u"Calls / One"_s);
    QCOMPARE(import->templates.at(1).content.name, u"One"_s);
    QCOMPARE(import->skipped, 2);
}

void PostmanImportTest::url_isTextOrObject_data()
{
    QTest::addColumn<QJsonValue>("url");
    QTest::addColumn<QString>("id");
    QTest::newRow("text") << QJsonValue(address) << u"i"_s;
    QTest::newRow("object") << QJsonValue(QJsonObject{{u"raw"_s, address}}) << u"i"_s;
    QTest::newRow("variable of the path") << QJsonValue(
        QJsonObject{{u"raw"_s, u"{{base}}/v1.0/communications/callRecords/:rec/sessions"_s},
                    {u"variable"_s, QJsonArray{QJsonObject{{u"key"_s, u"rec"_s}, {u"value"_s, u"r1"_s}}}}})
                                          << u"r1"_s;
    QTest::newRow("variable of the collection")
        << QJsonValue(u"{{base}}/v1.0/communications/callRecords/{{record}}/sessions"_s) << u"c1"_s;
    QTest::newRow("unknown variable") << QJsonValue(u"{{base}}/v1.0/communications/callRecords/{{none}}/sessions"_s)
                                      << QString();
    QTest::newRow("secret variable") << QJsonValue(u"{{base}}/v1.0/communications/callRecords/{{hidden}}/sessions"_s)
                                     << QString();
}

void PostmanImportTest::url_isTextOrObject()
{
    QFETCH(QJsonValue, url);
    const QByteArray variables = R"(,"variable":[{"key":"record","value":"c1"},
        {"key":"hidden","value":"canary","type":"secret"},{"key":"loop","value":"{{loop}}x"}])";
    const core::Result<report::Import> import
        = report::importPostman(collection(request({{u"url"_s, url}}), variables));
    QVERIFY2(import, qPrintable(import ? QString() : import.error().message));
    QTEST(import->templates.constFirst().content.target.callRecordId.value_or(QString()), "id");
}

void PostmanImportTest::variables_becomePlaceholders_data()
{
    QTest::addColumn<QString>("raw");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("areOn");
    QTest::addColumn<int>("notices");
    QTest::newRow("none") << uR"({"a": 1.10})"_s << R"({"a": 1.10})"_ba << false << 0;
    QTest::newRow("of an environment") << uR"({"a":"x{{b c}}"})"_s << R"({"a":"x{{env:b c}}"})"_ba << true << 1;
    QTest::newRow("drawn") << uR"({"a":"{{$guid}}","b":"{{$isoTimestamp}}"})"_s
                           << R"({"a":"{{guid}}","b":"{{now}}"})"_ba << true << 0;
    QTest::newRow("outside of a string") << uR"({"a":{{b}}})"_s << R"({"a":{{env:b}}})"_ba << true << 2;
}

void PostmanImportTest::variables_becomePlaceholders()
{
    QFETCH(QString, raw);
    const core::Result<report::Import> import = report::importPostman(collection(request(rawBody(raw))));
    QVERIFY2(import, qPrintable(import ? QString() : import.error().message));
    const report::ImportedTemplate imported = import->templates.constFirst();
    QTEST(imported.content.body, "body");
    QTEST(imported.content.hasPlaceholders, "areOn");
    QTEST(int(imported.notices.size()), "notices");
}

void PostmanImportTest::headers_switchedOff_areLeftOut()
{
    const QJsonArray headers{QJsonObject{{u"key"_s, u"A"_s}, {u"value"_s, u"1"_s}},
                             QJsonObject{{u"key"_s, u"B"_s}, {u"value"_s, u"2"_s}, {u"disabled"_s, true}}};
    const core::Result<report::Import> import = report::importPostman(collection(request({{u"header"_s, headers}})));
    QVERIFY(import);
    const QList<session::TemplateHeader> sent = import->templates.constFirst().content.headers;
    QCOMPARE(sent.size(), 4);
    QCOMPARE(sent.at(0), (session::TemplateHeader{u"A"_s, u"1"_s, true, {}}));
    QCOMPARE(sent.at(1), (session::TemplateHeader{u"Content-Type"_s, u"text/plain"_s, true, {}}));
    QVERIFY(!sent.at(2).isSent && !sent.at(3).isSent); // ours, that Postman does not know
}

void PostmanImportTest::credential_isDropped_data()
{
    QTest::addColumn<QJsonObject>("changes");
    QTest::addColumn<QByteArray>("more");
    const QJsonObject bearer{{u"type"_s, u"bearer"_s},
                             {u"bearer"_s, QJsonArray{QJsonObject{{u"key"_s, u"token"_s}, {u"value"_s, u"canary"_s}}}}};
    const auto header = [](const QString &name, const QString &value) {
        return QJsonObject{{u"header"_s, QJsonArray{QJsonObject{{u"key"_s, name}, {u"value"_s, value}}}}};
    };
    QTest::newRow("auth") << QJsonObject{{u"auth"_s, bearer}} << ""_ba;
    QTest::newRow("auth of the collection")
        << QJsonObject() << R"(,"auth":{"type":"bearer","bearer":[{"key":"token","value":"canary"}]})"_ba;
    QTest::newRow("header") << header(u"Authorization"_s, u"Bearer canary"_s) << ""_ba;
    QTest::newRow("header of a variable")
        << header(u"Authorization"_s, u"Bearer {{t}}"_s) << R"(,"variable":[{"key":"t","value":"canary"}])"_ba;
    QTest::newRow("another header of a variable")
        << header(u"X-Note"_s, u"{{t}}"_s) << R"(,"variable":[{"key":"t","value":"canary"}])"_ba;
    QTest::newRow("variable in the body")
        << rawBody(uR"({"a":"{{t}}"})"_s) << R"(,"variable":[{"key":"t","value":"canary"}])"_ba;
    QTest::newRow("query") << QJsonObject{{u"url"_s, QString(address + "?k=canary"_L1)}} << ""_ba;
    QTest::newRow("user") << QJsonObject{{u"url"_s, QString(address).replace("//h"_L1, "//me:canary@h"_L1)}} << ""_ba;
}

void PostmanImportTest::credential_isDropped()
{
    QFETCH(QJsonObject, changes);
    QFETCH(QByteArray, more);
    const core::Result<report::Import> import = report::importPostman(collection(request(changes), more));
    QVERIFY2(import, qPrintable(import ? QString() : import.error().message));
    const report::ImportedTemplate imported = import->templates.constFirst();
    QVERIFY(!imported.notices.isEmpty());
    const core::Result<QByteArray> text = session::templateText(imported.content);
    QVERIFY(text);
    const QByteArray all = *text + imported.notices.join(u' ').toUtf8();
    QVERIFY2(!all.contains("canary"), all.constData());
}

void PostmanImportTest::refused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("not JSON") << "{"_ba;
    QTest::newRow("format 2.0") << collection(request({})).replace("v2.1.0", "v2.0.0");
    QTest::newRow("empty") << collection({});
    QTest::newRow("body of a form") << collection(request({{u"body"_s, QJsonObject{{u"mode"_s, u"urlencoded"_s}}}}));
    QByteArray deep = request({});
    for (int i = 0; i < 70; ++i)
        deep = R"({"item":[)" + deep + "]}";
    QTest::newRow("too deep") << collection(deep);
    QTest::newRow("token in the body") << collection(request(rawBody(uR"({"client_secret":"canary"})"_s)));
}

void PostmanImportTest::refused()
{
    QFETCH(QByteArray, text);
    const core::Result<report::Import> import = report::importPostman(text);
    QVERIFY(!import);
    QVERIFY(!import.error().message.contains("canary"_L1));
}

QTEST_GUILESS_MAIN(PostmanImportTest)
#include "tst_postmanimport.moc"
