// SPDX-License-Identifier: GPL-3.0-or-later
#include "edm/builtinschema.h"

#include "edm/csdlreader.h"
#include "edm/fieldsdocument.h"
#include "edm/schemadiff.h"
#include "sourcedir.h"

#include <QFile>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QString session()
{
    return edm::sessionTypeName.toString();
}

QString sharedFile(QLatin1String name)
{
    return QStringLiteral(SC_SOURCE_DIR "/../shared/graph/") + name;
}

/// Every description of the schema, by its target.
QList<std::pair<QString, QString>> descriptions(const edm::Schema &schema)
{
    QList<std::pair<QString, QString>> list;
    for (const edm::StructuredType *type : schema.structuredTypes()) {
        list.append({type->name, type->description});
        for (const edm::Property &property : type->properties) {
            list.append({type->name + u'/' + property.name, property.description});
            if (property.deprecation)
                list.append({type->name + u'/' + property.name, property.deprecation->description});
        }
    }
    for (const edm::EnumType *type : schema.enumTypes())
        list.append({type->name, type->description});
    return list;
}

} // namespace

class BuiltinSchemaTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void session_isWhole();
    void traps_areAsInTheService();
    void references_areAllThere();
    void descriptions_areThere();
    void schema_differsNowhereFromTheService();
    void descriptions_areOurs();
    void fieldsDocument_isCurrent();
    void parsing_isQuick();
};

void BuiltinSchemaTest::session_isWhole()
{
    const edm::Schema &schema = edm::builtinSchema();
    QCOMPARE(&schema, &edm::builtinSchema()); // read once
    QStringList names;
    for (const edm::Property *property : schema.allProperties(session()))
        names.append(property->name);
    const QStringList expected{u"id"_s,     u"startDateTime"_s, u"endDateTime"_s, u"modalities"_s, u"caller"_s,
                               u"callee"_s, u"failureInfo"_s,   u"isTest"_s,      u"segments"_s};
    QCOMPARE(names, expected);
    QCOMPARE(schema.structuredType(u"microsoft.graph.entity"_s)->keys, QStringList{u"id"_s});
}

void BuiltinSchemaTest::traps_areAsInTheService()
{
    const edm::Schema &schema = edm::builtinSchema();
    const QString records = u"microsoft.graph.callRecords."_s;
    QVERIFY(schema.structuredType(records + u"userAgent"_s)->isAbstract);
    QVERIFY(!schema.structuredType(records + u"endpoint"_s)->isAbstract);
    QVERIFY(schema.isOpen(records + u"feedbackTokenSet"_s));
    QVERIFY(schema.isOpen(records + u"userIdentity"_s));
    QVERIFY(!schema.isOpen(session()));
    QVERIFY(schema.property(records + u"deviceInfo"_s, u"cpuInsufficentEventRatio"));
    QCOMPARE(schema.enumType(records + u"modality"_s)->member(u"unknown"), nullptr);
    QCOMPARE(schema.enumType(records + u"mediaStreamDirection"_s)->sentinel(), nullptr);
    const edm::EnumType *family = schema.enumType(records + u"productFamily"_s);
    QVERIFY(family->isAboveSentinel(*family->member(u"azureCommunicationServices")));
    QCOMPARE(schema.property(records + u"participantEndpoint"_s, u"identity")->deprecation->removalDate,
             u"2026-11-06"_s);
}

void BuiltinSchemaTest::references_areAllThere()
{
    const edm::Schema &schema = edm::builtinSchema();
    const auto isKnown = [&schema](const QString &name) {
        return name.isEmpty() || name.startsWith("Edm."_L1) || schema.structuredType(name) || schema.enumType(name);
    };
    for (const edm::StructuredType *type : schema.structuredTypes()) {
        QVERIFY2(isKnown(type->baseType), qPrintable(type->baseType));
        for (const edm::Property &property : type->properties)
            QVERIFY2(isKnown(property.type.name), qPrintable(property.type.name));
    }
}

void BuiltinSchemaTest::descriptions_areThere()
{
    QSet<QString> seen;
    for (const auto &[target, text] : descriptions(edm::builtinSchema())) {
        QVERIFY2(text.size() >= 8 && text.endsWith(u'.') && text == text.simplified(), qPrintable(target));
        QVERIFY2(text.size() <= 200, qPrintable(target)); // a help card, not a page
        seen.insert(text);
    }
    QVERIFY(seen.size() > 150);
}

void BuiltinSchemaTest::schema_differsNowhereFromTheService()
{
    QFile file(sharedFile("callrecords.csdl.xml"_L1));
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("The schema of the service is not there.");
    const core::Result<edm::Schema> service = edm::readCsdl(file);
    QVERIFY(service);
    const edm::Schema &ours = edm::builtinSchema();
    QVERIFY(service->reachableFrom(session()).size() > 40);
    const QList<edm::Difference> differences = edm::differences(ours, *service, session());
    for (const edm::Difference &difference : differences)
        QFAIL(qPrintable(difference.type + u'/' + difference.member));
}

void BuiltinSchemaTest::descriptions_areOurs()
{
    QFile facts(sharedFile("FACTS.md"_L1));
    QFile csdl(sharedFile("callrecords.csdl.xml"_L1));
    if (!facts.open(QIODevice::ReadOnly) || !csdl.open(QIODevice::ReadOnly))
        QSKIP("The texts to compare with are not there.");
    const QString foreign = QString::fromUtf8(facts.readAll() + csdl.readAll());
    for (const auto &[target, text] : descriptions(edm::builtinSchema()))
        QVERIFY2(!foreign.contains(text, Qt::CaseInsensitive), qPrintable(target));
}

void BuiltinSchemaTest::fieldsDocument_isCurrent()
{
    QFile file(QStringLiteral(SC_SOURCE_DIR "/docs/fields.md"));
    const QByteArray expected = fieldsDocument(edm::builtinSchema(), session()).toUtf8();
    if (qEnvironmentVariableIsSet("SC_UPDATE_DOCS")) {
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(expected), expected.size());
        return;
    }
    QVERIFY2(file.open(QIODevice::ReadOnly), "docs/fields.md is missing: run this test with SC_UPDATE_DOCS=1.");
    QVERIFY2(file.readAll() == expected, "docs/fields.md is stale: run this test with SC_UPDATE_DOCS=1.");
}

void BuiltinSchemaTest::parsing_isQuick()
{
    // A measurement, not a verdict: the machine may be busy. The window reads the schema before its first paint.
    QBENCHMARK
    {
        QFile file(u":/schema/callrecords.csdl.xml"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(edm::readCsdl(file));
    }
}

QTEST_GUILESS_MAIN(BuiltinSchemaTest)
#include "tst_builtinschema.moc"
