// SPDX-License-Identifier: GPL-3.0-or-later
#include "edm/csdlreader.h"

#include <QBuffer>
#include <QTest>

using namespace Qt::StringLiterals;

// Before the raw strings, at which moc of Qt 6.4 loses its way.
class CsdlReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void structuredType_everyAttribute();
    void property_everyAttribute_data();
    void property_everyAttribute();
    void enumType_values_data();
    void enumType_values();
    void aliases_areResolved();
    void typeDefinition_isReplaced();
    void annotations_inPlace();
    void annotations_fromOutside();
    void annotations_inPlaceWins();
    void unknownElements_areSkipped();
    void faults_nameThePlace_data();
    void faults_nameThePlace();
    void entityBomb_isRefused();
    void manyTypes_areRead();
};

namespace {

core::Result<edm::Schema> read(const QByteArray &document)
{
    QBuffer buffer;
    buffer.setData(document);
    if (!buffer.open(QIODevice::ReadOnly))
        qFatal("A buffer opens always.");
    return edm::readCsdl(buffer);
}

/// A document whose schema `n`, alias `a`, holds `content`.
QByteArray document(const QByteArray &content, const QByteArray &more = {})
{
    return R"(<?xml version="1.0"?>
<x:Edmx xmlns:x="http://docs.oasis-open.org/odata/ns/edmx" xmlns="http://docs.oasis-open.org/odata/ns/edm" Version="4.0">
<x:Reference Uri="core"><x:Include Namespace="Org.OData.Core.V1" Alias="Core"/></x:Reference>
<x:DataServices><Schema Namespace="n.s" Alias="a">)"
        + content + "</Schema>" + more + "</x:DataServices></x:Edmx>";
}

edm::Schema schemaOf(const QByteArray &content, const QByteArray &more = {})
{
    const core::Result<edm::Schema> schema = read(document(content, more));
    if (!schema)
        qWarning("%s", qPrintable(schema.error().message)); // fails the test
    return schema.value_or(edm::Schema());
}

constexpr char deprecated[] = R"(<Annotation Term="Core.Revisions"><Collection>
    <Record><PropertyValue Property="Kind" EnumMember="Core.RevisionKind/Added"/>
        <PropertyValue Property="Version" String="v0"/></Record>
    <Record><PropertyValue Property="Date" Date="2023-11-06"/><PropertyValue Property="Description" String="why"/>
        <PropertyValue Property="Kind"><EnumMember>Org.OData.Core.V1.RevisionKind/Deprecated</EnumMember></PropertyValue>
        <PropertyValue Property="RemovalDate" Date="2026-11-06"/><PropertyValue Property="Version" String="v1"/></Record>
    </Collection></Annotation>)";

const edm::Deprecation expectedDeprecation{u"v1"_s, u"2023-11-06"_s, u"2026-11-06"_s, u"why"_s};

} // namespace

void CsdlReaderTest::structuredType_everyAttribute()
{
    const edm::Schema schema = schemaOf(R"(
        <EntityType Name="e" Abstract="true"><Key><PropertyRef Name="id"/><PropertyRef Name="no"/></Key></EntityType>
        <ComplexType Name="c" BaseType="n.s.b" OpenType="true"/>
        <ComplexType Name="d" Abstract="false" OpenType="false"/>)");
    QCOMPARE(schema.structuredTypes().size(), 3);
    edm::StructuredType entity;
    entity.kind = edm::StructuredType::Kind::Entity;
    entity.name = u"n.s.e"_s;
    entity.isAbstract = true;
    entity.keys = {u"id"_s, u"no"_s};
    QCOMPARE(*schema.structuredTypes().at(0), entity);
    edm::StructuredType complex;
    complex.name = u"n.s.c"_s;
    complex.baseType = u"n.s.b"_s;
    complex.isOpen = true;
    QCOMPARE(*schema.structuredTypes().at(1), complex);
    edm::StructuredType closed;
    closed.name = u"n.s.d"_s;
    QCOMPARE(*schema.structuredTypes().at(2), closed);
}

void CsdlReaderTest::property_everyAttribute_data()
{
    QTest::addColumn<QByteArray>("xml");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("flags"); // Collection, Nullable, navigation, contained
    QTest::newRow("plain") << R"(<Property Name="p" Type="Edm.Int32"/>)"_ba << u"Edm.Int32"_s << u"N"_s;
    QTest::newRow("nullable") << R"(<Property Name="p" Type="n.s.t" Nullable="true"/>)"_ba << u"n.s.t"_s << u"N"_s;
    QTest::newRow("not nullable") << R"(<Property Name="p" Type="n.s.t" Nullable="false"/>)"_ba << u"n.s.t"_s << u""_s;
    QTest::newRow("collection") << R"(<Property Name="p" Type='Collection(Edm.String)'/>)"_ba << u"Edm.String"_s
                                << u"CN"_s;
    QTest::newRow("items not nullable") << R"(<Property Name="p" Type='Collection(a.t)' Nullable="false"/>)"_ba
                                        << u"n.s.t"_s << u"C"_s;
    QTest::newRow("navigation") << R"(<NavigationProperty Name="p" Type="n.s.t"/>)"_ba << u"n.s.t"_s << u"Nn"_s;
    QTest::newRow("contained") << R"(<NavigationProperty Name="p" Type='Collection(n.s.t)' ContainsTarget="true"/>)"_ba
                               << u"n.s.t"_s << u"CNnc"_s;
    QTest::newRow("facets") << R"(<Property Name="p" Type="Edm.Decimal" Scale="variable"/>)"_ba << u"Edm.Decimal"_s
                            << u"N"_s;
}

void CsdlReaderTest::property_everyAttribute()
{
    QFETCH(const QByteArray, xml);
    QFETCH(const QString, type);
    QFETCH(const QString, flags);
    const edm::Schema schema = schemaOf("<EntityType Name='t'>" + xml + "</EntityType>");
    const edm::Property *property = schema.property(u"n.s.t"_s, u"p");
    QVERIFY(property);
    QCOMPARE(property->type.name, type);
    QCOMPARE(property->type.isCollection, flags.contains(u'C'));
    QCOMPARE(property->isNullable, flags.contains(u'N'));
    QCOMPARE(property->isNavigation, flags.contains(u'n'));
    QCOMPARE(property->containsTarget, flags.contains(u'c'));
}

void CsdlReaderTest::enumType_values_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<QList<qint64>>("values");
    QTest::newRow("explicit") << R"(<Member Name="a" Value="7"/><Member Name="b" Value="-3"/>)"_ba
                              << QList<qint64>{7, -3};
    QTest::newRow("implicit") << R"(<Member Name="a"/><Member Name="b"/><Member Name="c"/>)"_ba
                              << QList<qint64>{0, 1, 2};
    QTest::newRow("after an explicit one")
        << R"(<Member Name="a" Value="4"/><Member Name="b"/>)"_ba << QList<qint64>{4, 5};
    QTest::newRow("greatest") << R"(<Member Name="a" Value="9223372036854775807"/>)"_ba
                              << QList<qint64>{std::numeric_limits<qint64>::max()};
    QTest::newRow("none") << QByteArray() << QList<qint64>();
}

void CsdlReaderTest::enumType_values()
{
    QFETCH(const QByteArray, members);
    const edm::Schema schema
        = schemaOf("<EnumType Name='e' IsFlags='true' UnderlyingType='Edm.Int64'>" + members + "</EnumType>");
    const edm::EnumType *type = schema.enumType(u"n.s.e"_s);
    QVERIFY(type);
    QVERIFY(type->isFlags);
    QList<qint64> values;
    for (const edm::EnumMember &member : type->members)
        values.append(member.value);
    QTEST(values, "values");
}

void CsdlReaderTest::aliases_areResolved()
{
    // Of a schema further down, of one with a dotted name, and of a name that only looks like an alias.
    const edm::Schema schema
        = schemaOf(R"(<ComplexType Name="t" BaseType="later.b">
            <Property Name="own" Type="a.t"/><Property Name="far" Type='Collection(later.b)'/>
            <Property Name="full" Type="n.later.b"/></ComplexType>)",
                   R"(<Schema Namespace="n.later" Alias="later"><ComplexType Name="b"/></Schema>)");
    QCOMPARE(schema.structuredType(u"n.s.t"_s)->baseType, u"n.later.b"_s);
    QCOMPARE(schema.property(u"n.s.t"_s, u"own")->type.name, u"n.s.t"_s);
    QCOMPARE(schema.property(u"n.s.t"_s, u"far")->type.name, u"n.later.b"_s);
    QCOMPARE(schema.property(u"n.s.t"_s, u"full")->type.name, u"n.later.b"_s);
    QVERIFY(schema.structuredType(u"n.later.b"_s));
}

void CsdlReaderTest::typeDefinition_isReplaced()
{
    const edm::Schema schema = schemaOf(R"(
        <ComplexType Name="t"><Property Name="p" Type='Collection(a.length)'/></ComplexType>
        <TypeDefinition Name="length" UnderlyingType="Edm.Int32"/>)");
    const edm::TypeReference expected{u"Edm.Int32"_s, true};
    QCOMPARE(schema.property(u"n.s.t"_s, u"p")->type, expected);
}

void CsdlReaderTest::annotations_inPlace()
{
    const edm::Schema schema = schemaOf(R"(
        <ComplexType Name="t"><Annotation Term="Org.OData.Core.V1.Description" String="of t"/>)"
                                        + QByteArray(deprecated) + R"(
            <Property Name="p" Type="Edm.String"><Annotation Term="Core.Description"><String>of p</String></Annotation>
                <Annotation Term="Core.LongDescription" String="more"/><Annotation Term="Core.Computed" Bool="true"/>)"
                                        + deprecated + R"(</Property>
            <Property Name="q" Type="Edm.String"><Annotation Term="Core.Description" Qualifier="tablet" String="no"/>
                <Annotation Term="other.Description" String="no"/></Property></ComplexType>
        <EnumType Name="e"><Annotation Term="Core.Description" String="of e"/>
            <Member Name="m"><Annotation Term="Core.Description" String="of m"/></Member></EnumType>)");
    const edm::StructuredType *type = schema.structuredType(u"n.s.t"_s);
    QCOMPARE(type->description, u"of t"_s);
    QCOMPARE(type->deprecation, std::optional(expectedDeprecation));
    QCOMPARE(schema.property(type->name, u"p")->description, u"of p\n\nmore"_s);
    QCOMPARE(schema.property(type->name, u"p")->deprecation, std::optional(expectedDeprecation));
    QCOMPARE(schema.property(type->name, u"q")->description, QString());
    QCOMPARE(schema.property(type->name, u"q")->deprecation, std::optional<edm::Deprecation>());
    QCOMPARE(schema.enumType(u"n.s.e"_s)->description, u"of e"_s);
    QCOMPARE(schema.enumType(u"n.s.e"_s)->members.constFirst().description, u"of m"_s);
}

void CsdlReaderTest::annotations_fromOutside()
{
    const QByteArray description = R"(<Annotation Term="Core.Description" String="outside"/></Annotations>)";
    const edm::Schema schema = schemaOf(
        R"(<ComplexType Name="t"><Property Name="p" Type="Edm.String"/></ComplexType>
        <EnumType Name="e"><Member Name="m"/></EnumType>
        <Annotations Target="a.t">)"
            + description + "<Annotations Target='n.s.t/p'>" + deprecated + "</Annotations>"
            + "<Annotations Target='n.s.t/p'>" + description + "<Annotations Target='a.e'>" + description
            + "<Annotations Target='a.nothing/p'>" + description,
        "<Schema Namespace='n.o'><Annotations Target='a.e/m'>" + description + "</Schema>");
    QCOMPARE(schema.structuredType(u"n.s.t"_s)->description, u"outside"_s);
    QCOMPARE(schema.property(u"n.s.t"_s, u"p")->description, u"outside"_s); // two blocks for one target add up
    QCOMPARE(schema.property(u"n.s.t"_s, u"p")->deprecation, std::optional(expectedDeprecation));
    QCOMPARE(schema.enumType(u"n.s.e"_s)->description, u"outside"_s);
    QCOMPARE(schema.enumType(u"n.s.e"_s)->member(u"m")->description, u"outside"_s);
}

void CsdlReaderTest::annotations_inPlaceWins()
{
    const edm::Schema schema
        = schemaOf(R"(<ComplexType Name="t"><Annotation Term="Core.Description" String="in place"/></ComplexType>
        <Annotations Target="a.t"><Annotation Term="Core.Description" String="outside"/></Annotations>)");
    QCOMPARE(schema.structuredType(u"n.s.t"_s)->description, u"in place"_s);
}

void CsdlReaderTest::unknownElements_areSkipped()
{
    const edm::Schema schema
        = schemaOf(R"(<Function Name="f"><ReturnType Type="Edm.String"/><Property Name="no"/></Function>
        <EntityContainer Name="c"><EntitySet Name="s" EntityType="a.t"/></EntityContainer>
        <ComplexType Name="t"><v:Property xmlns:v="urn:vendor" Name="no"/><Future><Property Name="no"/></Future>
            <Property Name="p" Type="Edm.String"><Future/></Property></ComplexType>
        <EnumType Name="e"><Future/><Member Name="m"><Future/></Member></EnumType>)",
                   "<Future><Schema Namespace='no'/></Future>");
    QCOMPARE(schema.structuredTypes().size(), 1);
    QCOMPARE(schema.allProperties(u"n.s.t"_s).size(), 1);
    QCOMPARE(schema.enumType(u"n.s.e"_s)->members.size(), 1);
}

void CsdlReaderTest::faults_nameThePlace_data()
{
    QTest::addColumn<QByteArray>("xml");
    QTest::addColumn<QString>("expected"); // part of the message
    QTest::newRow("empty") << QByteArray() << u"line 1, column 1:"_s;
    QTest::newRow("not XML") << "{}"_ba << u"line 1, column "_s;
    QTest::newRow("other root") << "<a>\n<b/></a>"_ba << u"line 1, column 4: The element edmx:Edmx"_s;
    QTest::newRow("other version") << "<Edmx xmlns='http://schemas.microsoft.com/ado/2007/06/edmx'/>"_ba
                                   << u"edmx:Edmx"_s;
    QTest::newRow("no schema") << "<Edmx xmlns='http://docs.oasis-open.org/odata/ns/edmx'/>"_ba << u"Schema"_s;
    QTest::newRow("cut off") << document("<ComplexType Name='t'>").chopped(60) << u"line 4, column "_s;
    QTest::newRow("text after the root") << document({}) + "x" << u"line 4, column "_s;
    QTest::newRow("type without name") << document("\n  <ComplexType/>")
                                       << u"line 5, column 17: The element ComplexType needs the attribute Name."_s;
    QTest::newRow("property without type") << document("\n<ComplexType Name='t'>\n<Property Name='p'/>")
                                           << u"line 6, column 21: The element Property needs the attribute Type."_s;
    QTest::newRow("member without name") << document("<EnumType Name='e'><Member/>")
                                         << u"Member needs the attribute Name."_s;
    QTest::newRow("flag") << document("\n<ComplexType Name='t' Abstract='yes'/>")
                          << u"line 5, column 39: The attribute Abstract must be true or false."_s;
    QTest::newRow("value") << document("\n<EnumType Name='e'><Member Name='m' Value='1.5'/>")
                           << u"line 5, column 50: The member m needs"_s;
    QTest::newRow("value beyond 64 bits")
        << document("<EnumType Name='e'><Member Name='m' Value='9223372036854775808'/>") << u"The member m needs"_s;
    QTest::newRow("implicit value beyond 64 bits")
        << document("<EnumType Name='e'><Member Name='l' Value='9223372036854775807'/><Member Name='m'/>")
        << u"The member m needs"_s;
}

void CsdlReaderTest::faults_nameThePlace()
{
    QFETCH(const QByteArray, xml);
    QFETCH(const QString, expected);
    const core::Result<edm::Schema> schema = read(xml);
    QVERIFY(!schema);
    QCOMPARE(schema.error().code, core::Error::Code::Input);
    QVERIFY2(schema.error().message.contains(expected), qPrintable(schema.error().message));
}

void CsdlReaderTest::entityBomb_isRefused()
{
    QByteArray types = "<!DOCTYPE x [<!ENTITY e0 \"boom\">";
    for (int level = 1; level <= 30; ++level) {
        const QByteArray below = "&e" + QByteArray::number(level - 1) + ';';
        types += "<!ENTITY e" + QByteArray::number(level) + " \"" + below + below + "\">";
    }
    QByteArray bomb
        = document("<ComplexType Name='t'><Annotation Term='Core.Description' String='&e30;'/></ComplexType>");
    bomb.replace("<x:Edmx", QByteArray(types + "]><x:Edmx"));
    const core::Result<edm::Schema> schema = read(bomb);
    QVERIFY(!schema);
    QCOMPARE(schema.error().code, core::Error::Code::Input);
}

void CsdlReaderTest::manyTypes_areRead()
{
    QByteArray content;
    constexpr int count = 4'000; // about as long as the whole of a service, 8 MB
    for (int number = 0; number < count; ++number) {
        const QByteArray digits = QByteArray::number(number);
        content += "<EntityType Name='t" + digits + "' BaseType='a.t" + QByteArray::number(number / 2) + "'>";
        for (int at = 0; at < 20; ++at)
            content += "<Property Name='property" + QByteArray::number(at) + "' Type='Collection(a.t" + digits
                + ")'><Annotation Term='Core.Description' String='x'/></Property>";
        content += "</EntityType>\n";
    }
    const edm::Schema schema = schemaOf(content);
    QCOMPARE(schema.structuredTypes().size(), count);
    QCOMPARE(schema.withDerivedTypes(u"n.s.t1"_s).size(), count - 1); // t0 is its own base
    // A leaf leads up to t0, whose properties are of its own type, from which all derive.
    QCOMPARE(schema.reachableFrom(u"n.s.t3999"_s).size(), count);
}

QTEST_GUILESS_MAIN(CsdlReaderTest)
#include "tst_csdlreader.moc"
