// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/typechoice.h"

#include "edm/builtinschema.h"

#include <QTest>

using namespace Qt::StringLiterals;
using session::TypeStyle;

class TypeChoiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void typeChoices_declaredType_areItAndItsDerived();
    void typeText_style_decidesTheHash_data();
    void typeText_style_decidesTheHash();
    void resolvedTypeName_text_isTheSchemasName_data();
    void resolvedTypeName_text_isTheSchemasName();
    void resolvedTypeName_exactName_winsOverCase();
};

void TypeChoiceTest::typeChoices_declaredType_areItAndItsDerived()
{
    const QString ns = u"microsoft.graph.callRecords."_s;
    const QStringList endpoints{ns + u"endpoint"_s, ns + u"participantEndpoint"_s, ns + u"serviceEndpoint"_s};
    QStringList choices = session::typeChoices(edm::builtinSchema(), ns + u"endpoint"_s);
    choices.sort();
    QCOMPARE(choices, endpoints);
    QCOMPARE(session::typeChoices(edm::builtinSchema(), ns + u"failureInfo"_s), QStringList{ns + u"failureInfo"_s});
    QVERIFY(session::typeChoices(edm::builtinSchema(), u"not.there"_s).isEmpty());
}

void TypeChoiceTest::typeText_style_decidesTheHash_data()
{
    QTest::addColumn<TypeStyle>("style");
    QTest::addColumn<bool>("isRoot");
    QTest::addColumn<QString>("expected");
    QTest::newRow("everywhere, root") << TypeStyle::HashEverywhere << true << u"#a.b"_s;
    QTest::newRow("everywhere, nested") << TypeStyle::HashEverywhere << false << u"#a.b"_s;
    QTest::newRow("as documented, root") << TypeStyle::AsDocumented << true << u"#a.b"_s;
    QTest::newRow("as documented, nested") << TypeStyle::AsDocumented << false << u"a.b"_s;
}

void TypeChoiceTest::typeText_style_decidesTheHash()
{
    QFETCH(const TypeStyle, style);
    QFETCH(const bool, isRoot);
    QTEST(session::typeText(u"a.b"_s, style, isRoot), "expected");
}

void TypeChoiceTest::resolvedTypeName_text_isTheSchemasName_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const QString name = u"microsoft.graph.callRecords.session"_s;
    QTest::newRow("hash") << u"#microsoft.graph.callRecords.session"_s << name;
    QTest::newRow("bare") << name << name;
    QTest::newRow("absolute") << u"https://h/v1.0/$metadata#microsoft.graph.callRecords.session"_s << name;
    QTest::newRow("other case") << u"#microsoft.graph.callrecords.Session"_s << name;
    QTest::newRow("enumeration") << u"#microsoft.graph.callRecords.modality"_s << QString();
    QTest::newRow("short") << u"session"_s << QString();
    QTest::newRow("empty") << u""_s << QString();
    QTest::newRow("hash only") << u"#"_s << QString();
}

void TypeChoiceTest::resolvedTypeName_text_isTheSchemasName()
{
    QFETCH(const QString, text);
    QTEST(session::resolvedTypeName(edm::builtinSchema(), text), "expected");
}

void TypeChoiceTest::resolvedTypeName_exactName_winsOverCase()
{
    edm::Schema schema;
    for (const QString &name : {u"n.THING"_s, u"n.thing"_s}) {
        edm::StructuredType type;
        type.name = name;
        schema.add(type);
    }
    QCOMPARE(session::resolvedTypeName(schema, u"#n.thing"_s), u"n.thing"_s);
    QCOMPARE(session::resolvedTypeName(schema, u"#n.Thing"_s), u"n.THING"_s);
}

QTEST_GUILESS_MAIN(TypeChoiceTest)
#include "tst_typechoice.moc"
