// SPDX-License-Identifier: GPL-3.0-or-later
#include "edm/schemadiff.h"

#include "edm/builtinschema.h"
#include "edm/csdlreader.h"

#include <QBuffer>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

edm::Schema schemaOf(const QByteArray &elements)
{
    QByteArray document = "<edmx:Edmx Version=\"4.0\" xmlns:edmx=\"http://docs.oasis-open.org/odata/ns/edmx\">"
                          "<edmx:DataServices><Schema Namespace=\"n\" Alias=\"self\" "
                          "xmlns=\"http://docs.oasis-open.org/odata/ns/edm\">"
        + elements + "</Schema></edmx:DataServices></edmx:Edmx>";
    QBuffer buffer(&document);
    buffer.open(QIODevice::ReadOnly);
    const core::Result<edm::Schema> schema = edm::readCsdl(buffer);
    if (!schema)
        qFatal("%s", qPrintable(schema.error().message));
    return *schema;
}

/// `n.root/a Type Edm.String -> Edm.Int32`, one difference a line.
QStringList linesOf(const QList<edm::Difference> &differences)
{
    static constexpr const char *aspects[]
        = {"Presence", "Kind",     "BaseType",   "Abstract",    "Open",  "Key",        "Flags",
           "Type",     "Nullable", "Navigation", "Containment", "Value", "Deprecation"};
    QStringList lines;
    for (const edm::Difference &difference : differences) {
        const QString place
            = difference.member.isEmpty() ? difference.type : difference.type + u'/' + difference.member;
        lines += QStringList{place, QLatin1String(aspects[static_cast<int>(difference.aspect)]), difference.before,
                             u"->"_s, difference.after}
                     .join(u' ')
                     .simplified();
    }
    return lines;
}

// A root with a property of the type n.t, and n.t itself.
QByteArray rooted(const QByteArray &type)
{
    return "<EntityType Name=\"root\"><Property Name=\"t\" Type=\"self.t\"/></EntityType>" + type;
}

QByteArray withProperty(const QByteArray &attributes, const QByteArray &inner = {})
{
    return "<EntityType Name=\"root\"><Property Name=\"a\" " + attributes + ">" + inner + "</Property></EntityType>";
}

QByteArray deprecatedOn(const QByteArray &day)
{
    return "<Annotation Term=\"Org.OData.Core.V1.Revisions\"><Collection><Record>"
           "<PropertyValue Property=\"Kind\" EnumMember=\"Org.OData.Core.V1.RevisionKind/Deprecated\"/>"
           "<PropertyValue Property=\"RemovalDate\" Date=\""
        + day + "\"/></Record></Collection></Annotation>";
}

} // namespace

class SchemaDiffTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void rows_data();
    void rows();
    void itself_isTheSame();
};

void SchemaDiffTest::rows_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const QByteArray &before, const QByteArray &after,
                        const QStringList &expected) { QTest::newRow(name) << before << after << expected; };
    const QByteArray text = withProperty("Type=\"Edm.String\"");

    row("property added", "<EntityType Name=\"root\"/>", text, {u"n.root/a Presence -> Edm.String"_s});
    row("property removed", text, "<EntityType Name=\"root\"/>", {u"n.root/a Presence Edm.String ->"_s});
    row("property in another place", text + "<ComplexType Name=\"other\"/>", "<ComplexType Name=\"other\"/>" + text,
        {});
    row("property in another case", text,
        "<EntityType Name=\"root\"><Property Name=\"A\" Type=\"Edm.String\"/></EntityType>",
        {u"n.root/a Presence Edm.String ->"_s, u"n.root/A Presence -> Edm.String"_s});
    row("type of a property", text, withProperty("Type=\"Edm.Int32\""), {u"n.root/a Type Edm.String -> Edm.Int32"_s});
    row("collection", text, withProperty("Type=\"Collection(Edm.String)\""),
        {u"n.root/a Type Edm.String -> Collection(Edm.String)"_s});
    row("nullability", text, withProperty("Type=\"Edm.String\" Nullable=\"false\""),
        {u"n.root/a Nullable true -> false"_s});
    row("two facts of one property", text, withProperty("Type=\"Edm.Guid\" Nullable=\"false\""),
        {u"n.root/a Type Edm.String -> Edm.Guid"_s, u"n.root/a Nullable true -> false"_s});
    row("deprecated", text, withProperty("Type=\"Edm.String\"", deprecatedOn("2026-11-06")),
        {u"n.root/a Deprecation -> Deprecated 2026-11-06"_s});
    row("deprecated for another day", withProperty("Type=\"Edm.String\"", deprecatedOn("2026-11-06")),
        withProperty("Type=\"Edm.String\"", deprecatedOn("2027-01-01")),
        {u"n.root/a Deprecation Deprecated 2026-11-06 -> Deprecated 2027-01-01"_s});
    row("navigation", "<EntityType Name=\"root\"><Property Name=\"a\" Type=\"self.root\"/></EntityType>",
        "<EntityType Name=\"root\"><NavigationProperty Name=\"a\" Type=\"self.root\" "
        "ContainsTarget=\"true\"/></EntityType>",
        {u"n.root/a Navigation false -> true"_s, u"n.root/a Containment false -> true"_s});
    row("description only", text,
        withProperty("Type=\"Edm.String\"", "<Annotation Term=\"Org.OData.Core.V1.Description\" String=\"words\"/>"),
        {});

    row("type added", text,
        "<EntityType Name=\"root\"><Property Name=\"a\" Type=\"Edm.String\"/></EntityType>"
        "<ComplexType Name=\"sub\" BaseType=\"self.root\"><Property Name=\"x\" Type=\"Edm.String\"/></ComplexType>",
        {u"n.sub Presence -> ComplexType"_s});
    row("type removed", rooted("<ComplexType Name=\"t\"><Property Name=\"x\" Type=\"Edm.String\"/></ComplexType>"),
        rooted({}), {u"n.t Presence ComplexType ->"_s});
    row("type out of reach", text, text + "<ComplexType Name=\"stranger\"/>", {});
    row("base type", rooted("<ComplexType Name=\"t\"/>"),
        rooted("<ComplexType Name=\"t\" BaseType=\"self.b\"/><ComplexType Name=\"b\"/>"),
        {u"n.t BaseType -> n.b"_s, u"n.b Presence -> ComplexType"_s});
    row("abstract and open", rooted("<ComplexType Name=\"t\"/>"),
        rooted("<ComplexType Name=\"t\" Abstract=\"true\" OpenType=\"true\"/>"),
        {u"n.t Abstract false -> true"_s, u"n.t Open false -> true"_s});
    row("key", "<EntityType Name=\"root\"/>",
        "<EntityType Name=\"root\"><Key><PropertyRef Name=\"a\"/></Key></EntityType>", {u"n.root Key -> a"_s});
    row("entity and complex",
        rooted("<ComplexType Name=\"t\"><Property Name=\"x\" Type=\"Edm.String\"/></ComplexType>"),
        rooted("<EntityType Name=\"t\"/>"),
        {u"n.t Kind ComplexType -> EntityType"_s, u"n.t/x Presence Edm.String ->"_s});
    row("type turned enumeration",
        rooted("<ComplexType Name=\"t\" OpenType=\"true\"><Property Name=\"x\" Type=\"Edm.String\"/></ComplexType>"),
        rooted("<EnumType Name=\"t\"><Member Name=\"x\" Value=\"0\"/></EnumType>"),
        {u"n.t Kind ComplexType -> EnumType"_s});
    row("enumeration turned type", rooted("<EnumType Name=\"t\"><Member Name=\"x\" Value=\"0\"/></EnumType>"),
        rooted("<ComplexType Name=\"t\"/>"), {u"n.t Kind EnumType -> ComplexType"_s});

    const QByteArray three = "<Member Name=\"a\" Value=\"0\"/><Member Name=\"b\" Value=\"1\"/>";
    row("members", rooted("<EnumType Name=\"t\">" + three + "</EnumType>"),
        rooted("<EnumType Name=\"t\"><Member Name=\"b\" Value=\"7\"/><Member Name=\"c\" Value=\"2\"/></EnumType>"),
        {u"n.t/a Presence 0 ->"_s, u"n.t/b Value 1 -> 7"_s, u"n.t/c Presence -> 2"_s});
    row("flags", rooted("<EnumType Name=\"t\">" + three + "</EnumType>"),
        rooted("<EnumType Name=\"t\" IsFlags=\"true\">" + three + "</EnumType>"), {u"n.t Flags false -> true"_s});

    row("no root", "<EntityType Name=\"other\"/>", "<EntityType Name=\"another\"/>", {});
    row("root added", "<EntityType Name=\"other\"/>", "<EntityType Name=\"root\"/>",
        {u"n.root Presence -> EntityType"_s});
    row("circle of base types", rooted("<ComplexType Name=\"t\"/>"),
        rooted("<ComplexType Name=\"t\" BaseType=\"self.u\"/><ComplexType Name=\"u\" BaseType=\"self.t\"/>"),
        {u"n.t BaseType -> n.u"_s, u"n.u Presence -> ComplexType"_s});
}

void SchemaDiffTest::rows()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    QFETCH(const QStringList, expected);
    const QList<edm::Difference> found = edm::differences(schemaOf(before), schemaOf(after), u"n.root"_s);
    QCOMPARE(linesOf(found), expected);
    for (const edm::Difference &difference : found) {
        QVERIFY(!difference.isAddition() || !difference.isRemoval());
        QCOMPARE(difference.isAddition() || difference.isRemoval(),
                 difference.aspect == edm::Difference::Aspect::Presence);
    }
}

void SchemaDiffTest::itself_isTheSame()
{
    const edm::Schema copy = edm::builtinSchema();
    QCOMPARE(edm::differences(edm::builtinSchema(), copy, edm::sessionTypeName), {});
}

QTEST_GUILESS_MAIN(SchemaDiffTest)
#include "tst_schemadiff.moc"
