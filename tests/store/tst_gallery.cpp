// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/gallery.h"

#include "edm/builtinschema.h"
#include "session/findings.h"
#include "sourcedir.h"
#include "json/fidelity.h"
#include "json/scanner.h"

#include <QDir>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

class GalleryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void first_isTheSpecificationsRequest();
    void everyItem_isItsFileAndAFormCanShowIt();
    void everyFile_isAnItem();
    void templates_areCanonicalAndSayWhatTheyAre();
    void findings_areWhatTheCaseIsAbout_data();
    void findings_areWhatTheCaseIsAbout();

private:
    static QByteArray read(const QString &path);
};

QByteArray GalleryTest::read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void GalleryTest::first_isTheSpecificationsRequest()
{
    const store::GalleryItem first = store::gallery().constFirst();
    QCOMPARE(first.id, "documented-example"_L1);
    QCOMPARE(first.bytes().size(), 684);
    QVERIFY(!first.bytes().contains('\r'));
    const QString original = QStringLiteral(SC_SOURCE_DIR "/../shared/graph/samples/08_specification_request.json");
    if (!QFile::exists(original))
        QSKIP("the specification's request is not beside the checkout");
    QCOMPARE(first.bytes(), read(original));
}

void GalleryTest::everyItem_isItsFileAndAFormCanShowIt()
{
    QSet<QString> names;
    const QList<store::GalleryItem> items = store::gallery();
    for (const store::GalleryItem &item : items) {
        const QByteArray bytes = item.bytes();
        QCOMPARE(item.text(), read(QStringLiteral(SC_SOURCE_DIR "/resources/gallery/") + item.id + u".json"_s));
        const json::Index index = json::scan(bytes);
        QVERIFY2(index.isValid(), item.id.data());
        QVERIFY2(json::losses(index).isEmpty(), item.id.data());
        QVERIFY(!item.name.isEmpty() && item.description.endsWith(u'.'));
        names.insert(item.name);
    }
    QCOMPARE(names.size(), items.size());
    QCOMPARE(items.constLast().bytes(), "{\n}\n"_ba);
}

void GalleryTest::everyFile_isAnItem()
{
    QStringList ids;
    for (const store::GalleryItem &item : store::gallery())
        ids.append(item.id + ".json"_L1);
    ids.sort();
    QCOMPARE(QDir(QStringLiteral(SC_SOURCE_DIR "/resources/gallery")).entryList(QDir::Files, QDir::Name), ids);
}

void GalleryTest::templates_areCanonicalAndSayWhatTheyAre()
{
    int templates = 0;
    const QList<store::GalleryItem> items = store::gallery();
    for (const store::GalleryItem &item : items) {
        const core::Result<session::TemplateFile> file = session::readTemplate(item.text());
        QVERIFY2(file, item.id.data());
        if (file->kind == session::TemplateFile::Kind::Session) {
            QCOMPARE(item.id, items.constFirst().id); // the request of the specification, as it is
            QCOMPARE(item.bytes(), item.text());
            continue;
        }
        ++templates;
        const core::Result<QByteArray> canonical = session::templateText(file->content);
        QVERIFY2(canonical, item.id.data());
        QCOMPARE(*canonical, item.text());
        QCOMPARE(file->content.name, item.name);
        QCOMPARE(file->content.description, item.description);
        QVERIFY2(!file->content.tags.isEmpty(), item.id.data());
        QCOMPARE(item.content(), file->content);
    }
    QVERIFY2(templates >= 7, "with the specification's request, at least eight cases");
}

void GalleryTest::findings_areWhatTheCaseIsAbout_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QStringList>("places");
    const QMap<QString, QStringList> wrong{
        {u"documented-example"_s, {u"/caller/userAgent/@odata.type"_s, u"/failureInfo/stage"_s, u"/modalities/0"_s}},
        {u"refused-no-start"_s, {u"/startDateTime"_s}},
        {u"empty-session"_s, {u"/endDateTime"_s, u"/modalities"_s, u"/startDateTime"_s}},
    };
    for (const store::GalleryItem &item : store::gallery())
        QTest::newRow(item.id.data()) << QString(item.id) << wrong.value(item.id);
}

void GalleryTest::findings_areWhatTheCaseIsAbout()
{
    QFETCH(QString, id);
    QFETCH(QStringList, places);
    for (const store::GalleryItem &item : store::gallery()) {
        if (item.id != id)
            continue;
        QStringList found;
        for (const session::Finding &finding :
             session::findings(json::scan(item.bytes()), edm::builtinSchema(), QString(edm::sessionTypeName))) {
            if (finding.severity != session::Severity::Note)
                found += finding.pointer.toString();
        }
        found.removeDuplicates();
        found.sort();
        QCOMPARE(found, places);
    }
}

QTEST_GUILESS_MAIN(GalleryTest)
#include "tst_gallery.moc"
