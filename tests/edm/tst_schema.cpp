// SPDX-License-Identifier: GPL-3.0-or-later
#include "edm/schema.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

edm::Property property(const QString &name, const QString &type)
{
    edm::Property made;
    made.name = name;
    made.type.name = type;
    return made;
}

edm::StructuredType complexType(const QString &name, const QString &baseType,
                                const QList<edm::Property> &properties = {})
{
    edm::StructuredType made;
    made.name = name;
    made.baseType = baseType;
    made.properties = properties;
    return made;
}

/// root ─> animal <─ dog <─ puppy; cat derives from animal as well; thing stands above all of them and above stone.
edm::Schema zoo()
{
    edm::Schema schema;
    schema.add(complexType(u"z.puppy"_s, u"z.dog"_s, {property(u"age"_s, u"z.age"_s)}));
    schema.add(complexType(u"z.root"_s, {}, {property(u"pet"_s, u"z.animal"_s), property(u"text"_s, u"Edm.String"_s)}));
    schema.add(complexType(u"z.thing"_s, {}, {property(u"id"_s, u"Edm.String"_s)}));
    schema.add(complexType(u"z.animal"_s, u"z.thing"_s, {property(u"owner"_s, u"z.root"_s)}));
    edm::StructuredType dog = complexType(u"z.dog"_s, u"z.animal"_s, {property(u"id"_s, u"Edm.Int32"_s)});
    dog.isOpen = true;
    schema.add(dog);
    schema.add(complexType(u"z.cat"_s, u"z.animal"_s));
    schema.add(complexType(u"z.stone"_s, u"z.thing"_s, {property(u"kind"_s, u"z.stoneKind"_s)}));
    schema.add(edm::EnumType{u"z.age"_s, false, {{u"young"_s, 0, {}}}, {}});
    schema.add(edm::EnumType{u"z.stoneKind"_s, false, {}, {}});
    return schema;
}

/// Three types that are each other's base.
edm::Schema circle()
{
    edm::Schema schema;
    schema.add(complexType(u"c.one"_s, u"c.two"_s, {property(u"a"_s, u"c.one"_s)}));
    schema.add(complexType(u"c.two"_s, u"c.three"_s, {property(u"b"_s, u"Edm.String"_s)}));
    schema.add(complexType(u"c.three"_s, u"c.one"_s, {property(u"c"_s, u"Edm.String"_s)}));
    schema.add(complexType(u"c.self"_s, u"c.self"_s));
    return schema;
}

QStringList names(const QList<const edm::StructuredType *> &types)
{
    QStringList list;
    for (const edm::StructuredType *type : types)
        list.append(type->name);
    return list;
}

QStringList names(const QList<const edm::Property *> &properties)
{
    QStringList list;
    for (const edm::Property *entry : properties)
        list.append(entry->name);
    return list;
}

} // namespace

class SchemaTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void add_sameName_takesThePlace();
    void lookUp_unknown_isNull();
    void allProperties_baseTypesComeFirst();
    void property_derived_hidesTheBase();
    void isA_data();
    void isA();
    void withDerivedTypes_isInTheOrderOfTheDocument();
    void isOpen_isInherited();
    void reachable_baseType_bringsNoStrangers();
    void circle_everyFunction_ends();
    void longLineage_everyFunction_ends();
    void enumType_sentinel();
    void names_areCut_data();
    void names_areCut();
};

void SchemaTest::add_sameName_takesThePlace()
{
    edm::Schema schema = zoo();
    schema.add(complexType(u"z.root"_s, u"z.thing"_s));
    QCOMPARE(schema.structuredTypes().size(), 7);
    QCOMPARE(schema.structuredTypes().at(1)->name, u"z.root"_s);
    QCOMPARE(schema.structuredType(u"z.root"_s)->baseType, u"z.thing"_s);
    QCOMPARE(schema.elementCount(), 7 + 2 + 5 + 1);
    QCOMPARE(schema.enumTypes().size(), 2);
    QCOMPARE(schema.enumTypes().constFirst(), schema.enumType(u"z.age"_s));
    QCOMPARE(names(schema.withDerivedTypes(u"z.thing"_s)).count(u"z.root"_s), 1);
    schema.add(complexType(u"z.cat"_s, u"z.stone"_s));
    QVERIFY(!names(schema.withDerivedTypes(u"z.animal"_s)).contains(u"z.cat"_s));
    QVERIFY(names(schema.withDerivedTypes(u"z.stone"_s)).contains(u"z.cat"_s));
}

void SchemaTest::lookUp_unknown_isNull()
{
    const edm::Schema schema = zoo();
    QCOMPARE(schema.structuredType(u"z.age"_s), nullptr);
    QCOMPARE(schema.structuredType(u"z.Root"_s), nullptr); // names are case-sensitive
    QCOMPARE(schema.enumType(u"z.root"_s), nullptr);
    QCOMPARE(schema.property(u"z.root"_s, u"Pet"), nullptr);
    QCOMPARE(schema.property(u"nothing"_s, u"pet"), nullptr);
    QVERIFY(schema.allProperties(u"nothing"_s).isEmpty());
    QVERIFY(schema.withDerivedTypes(u"nothing"_s).isEmpty());
    QVERIFY(schema.reachableFrom(u"nothing"_s).isEmpty());
    QVERIFY(!schema.isOpen(u"nothing"_s));
}

void SchemaTest::allProperties_baseTypesComeFirst()
{
    const QStringList expected{u"id"_s, u"owner"_s, u"id"_s, u"age"_s};
    QCOMPARE(names(zoo().allProperties(u"z.puppy"_s)), expected);
}

void SchemaTest::property_derived_hidesTheBase()
{
    const edm::Schema schema = zoo();
    QCOMPARE(schema.property(u"z.puppy"_s, u"id")->type.name, u"Edm.Int32"_s);
    QCOMPARE(schema.property(u"z.cat"_s, u"id")->type.name, u"Edm.String"_s);
    QCOMPARE(schema.property(u"z.cat"_s, u"owner")->type.name, u"z.root"_s);
    QVERIFY(schema.property(u"z.cat"_s, u"id")->type.isPrimitive());
    QVERIFY(!schema.property(u"z.cat"_s, u"owner")->type.isPrimitive());
}

void SchemaTest::isA_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("ancestor");
    QTest::addColumn<bool>("expected");
    QTest::newRow("itself") << u"z.dog"_s << u"z.dog"_s << true;
    QTest::newRow("base") << u"z.dog"_s << u"z.animal"_s << true;
    QTest::newRow("base of base") << u"z.puppy"_s << u"z.thing"_s << true;
    QTest::newRow("derived") << u"z.animal"_s << u"z.dog"_s << false;
    QTest::newRow("sibling") << u"z.cat"_s << u"z.dog"_s << false;
    QTest::newRow("base outside of the schema") << u"y.other"_s << u"z.dog"_s << false;
}

void SchemaTest::isA()
{
    QFETCH(const QString, type);
    QFETCH(const QString, ancestor);
    QTEST(zoo().isA(type, ancestor), "expected");
}

void SchemaTest::withDerivedTypes_isInTheOrderOfTheDocument()
{
    const QStringList expected{u"z.puppy"_s, u"z.animal"_s, u"z.dog"_s, u"z.cat"_s};
    QCOMPARE(names(zoo().withDerivedTypes(u"z.animal"_s)), expected);
}

void SchemaTest::isOpen_isInherited()
{
    const edm::Schema schema = zoo();
    QVERIFY(schema.isOpen(u"z.dog"_s));
    QVERIFY(schema.isOpen(u"z.puppy"_s));
    QVERIFY(!schema.isOpen(u"z.animal"_s));
}

void SchemaTest::reachable_baseType_bringsNoStrangers()
{
    QStringList reached = zoo().reachableFrom(u"z.root"_s);
    QCOMPARE(reached.constFirst(), u"z.root"_s);
    QCOMPARE(reached.removeDuplicates(), 0);
    reached.sort();
    const QStringList expected{u"z.age"_s,   u"z.animal"_s, u"z.cat"_s,  u"z.dog"_s,
                               u"z.puppy"_s, u"z.root"_s,   u"z.thing"_s}; // thing is a base, stone is none of ours
    QCOMPARE(reached, expected);
}

void SchemaTest::circle_everyFunction_ends()
{
    const edm::Schema schema = circle();
    const QStringList expected{u"c"_s, u"b"_s, u"a"_s};
    QCOMPARE(names(schema.allProperties(u"c.one"_s)), expected);
    QCOMPARE(schema.property(u"c.one"_s, u"missing"), nullptr);
    QVERIFY(schema.isA(u"c.one"_s, u"c.three"_s));
    QVERIFY(!schema.isA(u"c.one"_s, u"c.self"_s));
    QVERIFY(!schema.isOpen(u"c.self"_s));
    QCOMPARE(schema.withDerivedTypes(u"c.two"_s).size(), 3);
    QCOMPARE(schema.reachableFrom(u"c.one"_s).size(), 3);
}

// Nothing is worth a look at 50,000 base types, and certainly not once for each of them.
void SchemaTest::longLineage_everyFunction_ends()
{
    constexpr int count = 50'000;
    edm::Schema schema;
    const auto name = [](int place) { return u"l.t%1"_s.arg(place); };
    for (int place = 0; place < count; ++place)
        schema.add(complexType(name(place), name(place + 1), {::property(u"p"_s, u"Edm.String"_s)}));
    QCOMPARE(schema.allProperties(name(0)).size(), 101);
    QVERIFY(schema.isA(name(0), name(101)));
    QVERIFY(!schema.isA(name(0), name(102)));
    QCOMPARE(schema.property(name(0), u"missing"), nullptr);
    QCOMPARE(schema.withDerivedTypes(name(count - 1)).size(), count);
    QCOMPARE(schema.reachableFrom(name(count - 1)).size(), count);
}

void SchemaTest::enumType_sentinel()
{
    const edm::EnumType evolvable{
        u"z.e"_s, false, {{u"old"_s, 0, {}}, {u"unknownFutureValue"_s, 4, {}}, {u"recent"_s, 5, {}}}, {}};
    const edm::EnumType fixed{u"z.f"_s, false, {{u"old"_s, 0, {}}, {u"recent"_s, 5, {}}}, {}};
    QCOMPARE(evolvable.sentinel(), evolvable.member(u"unknownFutureValue"));
    QVERIFY(evolvable.isAboveSentinel(*evolvable.member(u"recent")));
    QVERIFY(!evolvable.isAboveSentinel(*evolvable.member(u"old")));
    QVERIFY(!evolvable.isAboveSentinel(*evolvable.sentinel()));
    QCOMPARE(evolvable.member(u"Recent"), nullptr);
    QCOMPARE(fixed.sentinel(), nullptr);
    QVERIFY(!fixed.isAboveSentinel(*fixed.member(u"recent")));
}

void SchemaTest::names_areCut_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("afterDot");
    QTest::addColumn<QString>("afterHash");
    QTest::newRow("qualified") << u"a.b.c"_s << u"c"_s << u"a.b.c"_s;
    QTest::newRow("bare") << u"c"_s << u"c"_s << u"c"_s;
    QTest::newRow("empty") << QString() << QString() << QString();
    QTest::newRow("fragment") << u"#a.c"_s << u"c"_s << u"a.c"_s;
    QTest::newRow("absolute") << u"https://host/$metadata#a.c"_s << u"c"_s << u"a.c"_s;
    QTest::newRow("two fragments") << u"x#y#a.c"_s << u"c"_s << u"a.c"_s;
    QTest::newRow("only the mark") << u"#"_s << u"#"_s << QString();
}

void SchemaTest::names_areCut()
{
    QFETCH(const QString, name);
    QTEST(edm::shortName(name), "afterDot");
    QTEST(edm::typeNameOf(name), "afterHash");
}

QTEST_GUILESS_MAIN(SchemaTest)
#include "tst_schema.moc"
