// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/gallery.h"

#include "edm/builtinschema.h"
#include "session/findings.h"
#include "json/fidelity.h"
#include "json/scanner.h"

#include <QDir>
#include <QFile>
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
    void validExample_hasNoFindings();

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
        QCOMPARE(bytes, read(QStringLiteral(SC_SOURCE_DIR "/resources/gallery/") + item.id + u".json"_s));
        const json::Index index = json::scan(bytes);
        QVERIFY2(index.isValid(), item.id.data());
        QVERIFY2(json::losses(index).isEmpty(), item.id.data());
        QVERIFY(!item.name.isEmpty() && item.description.endsWith(u'.'));
        names.insert(item.name);
    }
    QCOMPARE(names.size(), items.size());
    QCOMPARE(items.constLast().bytes(), "{}\n"_ba);
}

void GalleryTest::everyFile_isAnItem()
{
    QStringList ids;
    for (const store::GalleryItem &item : store::gallery())
        ids.append(item.id + ".json"_L1);
    ids.sort();
    QCOMPARE(QDir(QStringLiteral(SC_SOURCE_DIR "/resources/gallery")).entryList(QDir::Files, QDir::Name), ids);
}

void GalleryTest::validExample_hasNoFindings()
{
    const store::GalleryItem item = store::gallery().at(1);
    QCOMPARE(item.id, "peer-to-peer-audio"_L1);
    const QList<session::Finding> findings
        = session::findings(json::scan(item.bytes()), edm::builtinSchema(), QString(edm::sessionTypeName));
    for (const session::Finding &finding : findings)
        QFAIL(qPrintable(finding.pointer.toString() + u": "_s + finding.message));
}

QTEST_GUILESS_MAIN(GalleryTest)
#include "tst_gallery.moc"
