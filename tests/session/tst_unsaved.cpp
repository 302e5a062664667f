// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secret.h"
#include "session/sessiondocument.h"
#include "session/unsaved.h"
#include "session/withoutsecrets.h"
#include "json/edit.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QByteArray jwt = "eyJhbGciOiJub25lIn0.eyJyb2xlcyI6W119.c2lnbmF0dXJl";

session::Unsaved sample()
{
    session::Unsaved unsaved{
        u"/srv/a b.json"_s, u"call"_s, u"00ff"_s, "\xEF\xBB\xBF{\r\n\"a\": 1.0}\n\n", {}, {}, true};
    session::Template beside;
    beside.target.callRecordId = u"7 \u00e4"_s;
    unsaved.beside = session::uncheckedTemplateText(beside);
    unsaved.aside.set(json::Pointer({u"caller"_s}), {{u"name"_s, u"kept"_s}});
    unsaved.aside.set(json::Pointer({u"segments"_s, u"3"_s, u"a/b"_s}), {{u"x"_s, QJsonValue::Null}});
    return unsaved;
}

} // namespace

/// What a crash would take, on its way into the journal and back.
class TestUnsaved : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void journal_isReadBackWhole()
    {
        const core::Result<session::Unsaved> back = session::readJournal(session::journalBytes(sample()));
        QVERIFY(back);
        QCOMPARE(*back, sample());
    }

    void journal_cutAnywhere_isDamaged()
    {
        const QByteArray whole = session::journalBytes(sample());
        for (qsizetype size = 0; size < whole.size(); ++size)
            QVERIFY2(!session::readJournal(whole.first(size)), qPrintable(QString::number(size)));
    }

    void journal_otherText_isDamaged()
    {
        QByteArray bytes = session::journalBytes(sample());
        bytes.back() = ' ';
        const core::Result<session::Unsaved> back = session::readJournal(bytes);
        QVERIFY(!back);
        QCOMPARE(back.error().code, core::Error::Code::Input);
    }

    void journal_besideThatIsNoTemplate_isDamaged()
    {
        session::Unsaved unsaved = sample();
        unsaved.beside = "{}";
        QVERIFY(!session::readJournal(session::journalBytes(unsaved)));
    }

    void secrets_areMasked_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("expected");

        const QByteArray canonical = json::canonical({{u"id"_s, QString::fromLatin1(jwt)}, {u"n"_s, 1}});
        QTest::newRow("canonical") << canonical << json::canonical({{u"id"_s, u"***"_s}, {u"n"_s, 1}});
        QTest::newRow("by its name") << json::canonical({{u"client_secret"_s, u"abc"_s}})
                                     << json::canonical({{u"client_secret"_s, u"***"_s}});
        QTest::newRow("in a list") << json::canonical({{u"a"_s, QJsonArray{QString::fromLatin1(jwt), 2}}})
                                   << json::canonical({{u"a"_s, QJsonArray{u"***"_s, 2}}});
        QTest::newRow("not JSON") << "token: " + jwt + "\n{" << QByteArray("token: ***\n{");
        QTest::newRow("as typed") << "{\"id\":\"" + jwt + "\"}" << QByteArray("{\"id\":\"***\"}");
        QTest::newRow("none") << QByteArray("{\"a\":1.0}\r\n") << QByteArray("{\"a\":1.0}\r\n");
    }

    void secrets_areMasked()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, expected);
        QCOMPARE(session::withoutSecrets(text), expected);
    }

    void livingSecret_isMaskedWhateverItsShape()
    {
        const core::Secret secret(QByteArray("plain-looking-word"));
        const QByteArray text = json::canonical({{u"plain-looking-word"_s, u"x plain-looking-word"_s}});
        QVERIFY(!session::withoutSecrets(text).contains("plain-looking-word"));
    }

    void templateSecrets_areMasked()
    {
        session::Template content;
        content.name = u"a"_s;
        content.headers = {{u"Authorization"_s, u"whatever"_s, true, {}}, {u"X-Plain"_s, u"kept"_s, true, {}}};
        content.body = json::canonical({{u"id"_s, QString::fromLatin1(jwt)}});
        const QByteArray text = session::templateTextWithoutSecrets(content);
        QVERIFY(!text.contains(jwt));
        QVERIFY(!text.contains("whatever"));
        const core::Result<session::TemplateFile> file = session::readTemplate(text);
        QVERIFY(file);
        QCOMPARE(file->kind, session::TemplateFile::Kind::Template);
        QCOMPARE(file->content.headers.constLast().value, u"kept"_s);
        QCOMPARE(file->content.body, json::canonical({{u"id"_s, u"***"_s}}));
    }

    void keptAside_isMasked()
    {
        session::KeptAside aside;
        aside.set(json::Pointer({u"caller"_s}), {{u"id"_s, QString::fromLatin1(jwt)}, {u"name"_s, u"n"_s}});
        const QJsonObject expected{{u"id"_s, u"***"_s}, {u"name"_s, u"n"_s}};
        QCOMPARE(session::withoutSecrets(aside).of(json::Pointer({u"caller"_s})), expected);
    }

    void recover_isModifiedAndOneUndoAway_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("a form's") << json::canonical({{u"segments"_s, QJsonArray{QJsonObject()}}});
        QTest::newRow("typed") << QByteArray("{\"segments\":[{}]}");
        QTest::newRow("not JSON") << QByteArray("{\"segments\":");
    }

    void recover_isModifiedAndOneUndoAway()
    {
        QFETCH(QByteArray, text);
        session::SessionDocument document;
        document.recover("{\"id\":\"saved\"}", text, {});
        QCOMPARE(document.bytes(), text);
        QVERIFY(document.isModified());
        document.undo();
        QCOMPARE(document.bytes(), "{\"id\":\"saved\"}");
        QVERIFY(!document.isModified());
        QVERIFY(!document.canUndo());
    }

    void recover_bringsWhatIsAside()
    {
        const json::Pointer item({u"segments"_s, u"0"_s});
        session::KeptAside aside;
        aside.set(item, {{u"name"_s, u"kept"_s}});
        session::SessionDocument document;
        document.recover("{}", json::canonical({{u"segments"_s, QJsonArray{QJsonObject()}}}), aside);
        QCOMPARE(document.keptAside(item).value(u"name"_s), u"kept"_s);
    }

    void recover_savedText_isUnmodified()
    {
        session::SessionDocument document;
        document.recover("{ }", "{ }", {});
        QVERIFY(!document.isModified());
        QVERIFY(!document.canUndo());
    }
};

QTEST_GUILESS_MAIN(TestUnsaved)
#include "tst_unsaved.moc"
