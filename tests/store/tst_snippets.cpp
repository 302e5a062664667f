// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/snippets.h"

#include "edm/builtinschema.h"
#include "session/findings.h"
#include "sourcedir.h"
#include "store/gallery.h"
#include "json/scanner.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using store::Snippet;

class SnippetsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = std::make_unique<QTemporaryDir>();
    }
    void gallery_isItsFiles_andSound();
    void own_areSavedAndListed();
    void own_thatAreNoObjects_areLeftOut();
    void save_refusesNames_data();
    void save_refusesNames();
    void save_neverReplaces();

private:
    QString path(const QString &name) const { return m_folder->filePath(u"snippets/"_s + name); }
    store::Snippets snippets() const { return {m_folder->filePath(u"snippets"_s), m_files}; }
    QList<Snippet> own() const
    {
        QList<Snippet> own = snippets().all();
        own.removeIf([](const Snippet &snippet) { return snippet.origin == Snippet::Origin::Gallery; });
        return own;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    store::LocalFiles m_files;
};

void SnippetsTest::gallery_isItsFiles_andSound()
{
    QStringList files;
    QSet<QString> names;
    QSet<QString> types;
    const QList<store::GalleryItem> items = store::gallerySnippets();
    for (const store::GalleryItem &item : items) {
        files += item.id.mid(item.id.indexOf(u'/') + 1) + u".json"_s;
        names += item.name;
        QFile file(QStringLiteral(SC_SOURCE_DIR "/resources/gallery/") + item.id + u".json"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(item.bytes(), file.readAll());
    }
    files.sort();
    QCOMPARE(QDir(QStringLiteral(SC_SOURCE_DIR "/resources/gallery/snippets")).entryList(QDir::Files, QDir::Name),
             files);
    QCOMPARE(names.size(), items.size());
    const QList<Snippet> all = snippets().all();
    QCOMPARE(all.size(), items.size());
    QVERIFY(all.size() >= 10);
    const edm::Schema &schema = edm::builtinSchema();
    for (const Snippet &snippet : all) {
        const QString type = edm::typeNameOf(snippet.value.value("@odata.type"_L1).toString());
        types += edm::shortName(type);
        const QByteArray text = QJsonDocument(snippet.value).toJson();
        const QList<session::Finding> found = session::findings(json::scan(text), schema, type);
        for (const session::Finding &finding : found)
            QFAIL(qPrintable(snippet.name + finding.pointer.toString() + u": "_s + finding.message));
    }
    for (const QString &type :
         {u"participantEndpoint"_s, u"serviceEndpoint"_s, u"clientUserAgent"_s, u"serviceUserAgent"_s, u"deviceInfo"_s,
          u"networkInfo"_s, u"mediaStream"_s, u"media"_s, u"segment"_s, u"failureInfo"_s})
        QVERIFY2(types.contains(type), qPrintable(type));
}

void SnippetsTest::own_areSavedAndListed()
{
    QVERIFY(own().isEmpty());
    const QJsonObject value{{u"@odata.type"_s, u"#x"_s}, {u"a"_s, 1.5}};
    QVERIFY(snippets().save(u"zwei & drei"_s, value));
    QVERIFY(snippets().save(u"eins"_s, {}));
    QCOMPARE(own().size(), 2);
    QCOMPARE(own().at(0).name, u"eins"_s);
    QCOMPARE(own().at(1).name, u"zwei & drei"_s);
    QCOMPARE(own().at(1).value, value);
    QVERIFY(QFile::exists(path(u"zwei & drei.json"_s)));
}

void SnippetsTest::own_thatAreNoObjects_areLeftOut()
{
    QVERIFY(snippets().save(u"good"_s, {}));
    const std::pair<QString, QByteArray> odd[] = {{u"list.json"_s, "[1]"},
                                                  {u"broken.json"_s, "{"},
                                                  {u"twice.json"_s, R"({"a":1,"a":2})"},
                                                  {u"large.json"_s, R"({"a":18446744073709551616})"},
                                                  {u"latin1.json"_s, "{\"a\":\"\xe4\"}"},
                                                  {u"note.txt"_s, "{}"}};
    for (const auto &[name, bytes] : odd) {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
    QCOMPARE(own().size(), 1);
    QCOMPARE(own().constFirst().name, u"good"_s);
}

void SnippetsTest::save_refusesNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("empty") << QString();
    QTest::newRow("slash") << u"a/b"_s;
    QTest::newRow("out of the folder") << u"../outside"_s;
    QTest::newRow("dot") << u".hidden"_s;
    QTest::newRow("NUL") << QString(QChar::Null);
    QTest::newRow("251 bytes") << QString(251, u'a');
}

void SnippetsTest::save_refusesNames()
{
    QFETCH(const QString, name);
    const core::Status saved = snippets().save(name, {});
    QVERIFY(!saved);
    QCOMPARE(saved.error().code, core::Error::Code::Input);
    QVERIFY(own().isEmpty());
}

void SnippetsTest::save_neverReplaces()
{
    QVERIFY(snippets().save(u"mine"_s, {{u"a"_s, 1}}));
    QVERIFY(!snippets().save(u"mine"_s, {{u"a"_s, 2}}));
    QCOMPARE(own().constFirst().value, (QJsonObject{{u"a"_s, 1}}));
    QVERIFY(snippets().save(QString(250, u'a'), {}));
}

QTEST_GUILESS_MAIN(SnippetsTest)
#include "tst_snippets.moc"
