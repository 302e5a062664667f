// SPDX-License-Identifier: GPL-3.0-or-later
#include "edm/csdlreader.h"

#include "edm/csdldraft.h"

#include <QCoreApplication>
#include <QXmlStreamReader>

namespace edm {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1String edmNamespace("http://docs.oasis-open.org/odata/ns/edm");
constexpr QLatin1String edmxNamespace("http://docs.oasis-open.org/odata/ns/edmx");
constexpr QLatin1String descriptionTerm("Org.OData.Core.V1.Description");
constexpr QLatin1String longDescriptionTerm("Org.OData.Core.V1.LongDescription");
constexpr QLatin1String revisionsTerm("Org.OData.Core.V1.Revisions");

/// One pass over the document, into a draft.
class Reader
{
public:
    explicit Reader(QIODevice &device)
        : m_xml(&device)
    { }

    core::Result<Schema> read();

private:
    void readEdmx();
    void readReference();
    void readDataServices();
    void readSchema();
    void readStructuredType(StructuredType::Kind kind);
    void readKey(StructuredType &type);
    void readProperty(StructuredType &type, bool isNavigation);
    void readEnumType();
    void readMember(EnumType &type);
    void readTypeDefinition();
    void readAnnotations();
    void readAnnotation(Remarks &remarks);
    QString readTextValue(const QString &ownAttribute);
    std::optional<Deprecation> readRevisions();
    std::optional<Deprecation> readRevision();
    void readOnlyAnnotations(Remarks &remarks);
    void addAlias(const QString &alias, const QString &name);

    bool isEdm(QLatin1String name) const { return m_xml.name() == name && m_xml.namespaceUri() == edmNamespace; }
    bool isEdmx(QLatin1String name) const { return m_xml.name() == name && m_xml.namespaceUri() == edmxNamespace; }
    QString attribute(QLatin1String name) const { return m_xml.attributes().value(name).toString(); }
    QString required(QLatin1String name);
    bool flag(QLatin1String name, bool fallback);
    void fail(const QString &reason);

    QString qualified(const QString &name) const { return m_namespace + u'.' + name; }
    core::Error error() const;

    QXmlStreamReader m_xml;
    QString m_namespace; ///< Of the Schema element being read.
    CsdlDraft m_draft;
};

core::Result<Schema> Reader::read()
{
    if (m_xml.readNextStartElement()) {
        if (isEdmx("Edmx"_L1))
            readEdmx();
        else
            fail(QCoreApplication::translate("edm", "The element edmx:Edmx of OData 4.0 is expected, not %1.")
                     .arg(m_xml.qualifiedName()));
    }
    while (!m_xml.atEnd()) // what follows the root must be well-formed as well
        m_xml.readNext();
    if (!m_xml.hasError() && m_namespace.isEmpty())
        fail(QCoreApplication::translate("edm", "An element Schema is expected in edmx:DataServices."));
    if (m_xml.hasError())
        return error();
    return m_draft.schema();
}

void Reader::readEdmx()
{
    while (m_xml.readNextStartElement()) {
        if (isEdmx("Reference"_L1))
            readReference();
        else if (isEdmx("DataServices"_L1))
            readDataServices();
        else
            m_xml.skipCurrentElement();
    }
}

void Reader::readReference()
{
    while (m_xml.readNextStartElement()) {
        if (isEdmx("Include"_L1))
            addAlias(attribute("Alias"_L1), attribute("Namespace"_L1));
        m_xml.skipCurrentElement();
    }
}

void Reader::readDataServices()
{
    while (m_xml.readNextStartElement()) {
        if (isEdm("Schema"_L1))
            readSchema();
        else
            m_xml.skipCurrentElement();
    }
}

void Reader::readSchema()
{
    m_namespace = required("Namespace"_L1);
    addAlias(attribute("Alias"_L1), m_namespace);
    while (m_xml.readNextStartElement()) {
        if (isEdm("EntityType"_L1))
            readStructuredType(StructuredType::Kind::Entity);
        else if (isEdm("ComplexType"_L1))
            readStructuredType(StructuredType::Kind::Complex);
        else if (isEdm("EnumType"_L1))
            readEnumType();
        else if (isEdm("TypeDefinition"_L1))
            readTypeDefinition();
        else if (isEdm("Annotations"_L1))
            readAnnotations();
        else
            m_xml.skipCurrentElement();
    }
}

void Reader::readStructuredType(StructuredType::Kind kind)
{
    StructuredType type;
    type.kind = kind;
    type.name = qualified(required("Name"_L1));
    type.baseType = attribute("BaseType"_L1);
    type.isAbstract = flag("Abstract"_L1, false);
    type.isOpen = flag("OpenType"_L1, false);
    Remarks remarks;
    while (m_xml.readNextStartElement()) {
        if (isEdm("Key"_L1))
            readKey(type);
        else if (isEdm("Property"_L1))
            readProperty(type, false);
        else if (isEdm("NavigationProperty"_L1))
            readProperty(type, true);
        else if (isEdm("Annotation"_L1))
            readAnnotation(remarks);
        else
            m_xml.skipCurrentElement();
    }
    type.description = remarks.text();
    type.deprecation = remarks.deprecation;
    m_draft.structured.append(std::move(type));
}

void Reader::readKey(StructuredType &type)
{
    while (m_xml.readNextStartElement()) {
        if (isEdm("PropertyRef"_L1))
            type.keys.append(required("Name"_L1));
        m_xml.skipCurrentElement();
    }
}

void Reader::readProperty(StructuredType &type, bool isNavigation)
{
    constexpr QLatin1String collectionStart("Collection(");
    Property property;
    property.isNavigation = isNavigation;
    property.name = required("Name"_L1);
    property.type.name = required("Type"_L1);
    property.type.isCollection = property.type.name.startsWith(collectionStart) && property.type.name.endsWith(u')');
    if (property.type.isCollection)
        property.type.name = property.type.name.sliced(collectionStart.size()).chopped(1);
    property.isNullable = flag("Nullable"_L1, true);
    property.containsTarget = flag("ContainsTarget"_L1, false);
    Remarks remarks;
    readOnlyAnnotations(remarks);
    property.description = remarks.text();
    property.deprecation = remarks.deprecation;
    type.properties.append(std::move(property));
}

void Reader::readEnumType()
{
    EnumType type;
    type.name = qualified(required("Name"_L1));
    type.isFlags = flag("IsFlags"_L1, false);
    Remarks remarks;
    while (m_xml.readNextStartElement()) {
        if (isEdm("Member"_L1))
            readMember(type);
        else if (isEdm("Annotation"_L1))
            readAnnotation(remarks);
        else
            m_xml.skipCurrentElement();
    }
    type.description = remarks.text();
    m_draft.enums.append(std::move(type));
}

void Reader::readMember(EnumType &type)
{
    EnumMember member;
    member.name = required("Name"_L1);
    bool isNumber = true;
    if (m_xml.attributes().hasAttribute("Value"_L1))
        member.value = m_xml.attributes().value("Value"_L1).toLongLong(&isNumber);
    else if (!type.members.isEmpty()) // without values they count from 0 (CSDL XML 4.01 §10.3)
        isNumber = !qAddOverflow(type.members.constLast().value, qint64(1), &member.value);
    if (!isNumber)
        fail(QCoreApplication::translate("edm", "The member %1 needs a whole number of 64 bits as its value.")
                 .arg(member.name));
    Remarks remarks;
    readOnlyAnnotations(remarks);
    member.description = remarks.text();
    type.members.append(std::move(member));
}

void Reader::readTypeDefinition()
{
    const QString name = qualified(required("Name"_L1));
    m_draft.definitions.insert(name, required("UnderlyingType"_L1));
    m_xml.skipCurrentElement();
}

void Reader::readAnnotations()
{
    const QString target = required("Target"_L1);
    Remarks remarks = m_draft.remarks.value(target);
    readOnlyAnnotations(remarks);
    m_draft.remarks.insert(target, remarks);
}

/// Reads the children of an element of which only the annotations count, up to its end.
void Reader::readOnlyAnnotations(Remarks &remarks)
{
    while (m_xml.readNextStartElement()) {
        if (isEdm("Annotation"_L1))
            readAnnotation(remarks);
        else
            m_xml.skipCurrentElement();
    }
}

void Reader::readAnnotation(Remarks &remarks)
{
    const QString term = m_draft.resolved(required("Term"_L1));
    const bool isForAll
        = !m_xml.attributes().hasAttribute("Qualifier"_L1); // a qualified one speaks to some clients only
    if (isForAll && term == descriptionTerm)
        remarks.description = readTextValue(u"Term"_s);
    else if (isForAll && term == longDescriptionTerm)
        remarks.longDescription = readTextValue(u"Term"_s);
    else if (isForAll && term == revisionsTerm)
        remarks.deprecation = readRevisions();
    else
        m_xml.skipCurrentElement();
}

/// The constant that an element carries, as the attribute beside `ownAttribute` or as the text of its child element:
/// `String="…"`, `Date="…"`, `<EnumMember>…</EnumMember>` (CSDL XML 4.01 §14.3). Reads up to the end of the element.
QString Reader::readTextValue(const QString &ownAttribute)
{
    QString value;
    const QXmlStreamAttributes attributes = m_xml.attributes();
    for (const QXmlStreamAttribute &candidate : attributes) {
        if (candidate.name() != ownAttribute && candidate.namespaceUri().isEmpty())
            value = candidate.value().toString();
    }
    while (m_xml.readNextStartElement()) {
        if (isEdm("Annotation"_L1))
            m_xml.skipCurrentElement();
        else
            value = m_xml.readElementText(QXmlStreamReader::SkipChildElements);
    }
    return value;
}

std::optional<Deprecation> Reader::readRevisions()
{
    std::optional<Deprecation> deprecation;
    while (m_xml.readNextStartElement()) {
        if (!isEdm("Collection"_L1)) {
            m_xml.skipCurrentElement();
            continue;
        }
        while (m_xml.readNextStartElement()) {
            if (!isEdm("Record"_L1))
                m_xml.skipCurrentElement();
            else if (std::optional<Deprecation> revision = readRevision())
                deprecation = std::move(revision);
        }
    }
    return deprecation;
}

/// A record of the Revisions term; empty unless its kind is Deprecated.
std::optional<Deprecation> Reader::readRevision()
{
    Deprecation deprecation;
    bool isDeprecated = false;
    while (m_xml.readNextStartElement()) {
        if (!isEdm("PropertyValue"_L1)) {
            m_xml.skipCurrentElement();
            continue;
        }
        const QString property = required("Property"_L1);
        const QString value = readTextValue(u"Property"_s);
        if (property == "Version"_L1)
            deprecation.version = value;
        else if (property == "Date"_L1)
            deprecation.date = value;
        else if (property == "RemovalDate"_L1)
            deprecation.removalDate = value;
        else if (property == "Description"_L1)
            deprecation.description = value;
        else if (property == "Kind"_L1)
            isDeprecated = value.trimmed().endsWith("/Deprecated"_L1);
    }
    return isDeprecated ? std::optional(deprecation) : std::nullopt;
}

void Reader::addAlias(const QString &alias, const QString &name)
{
    if (!alias.isEmpty())
        m_draft.aliases.insert(alias, name);
}

QString Reader::required(QLatin1String name)
{
    const QString value = attribute(name);
    if (value.isEmpty())
        fail(QCoreApplication::translate("edm", "The element %1 needs the attribute %2.").arg(m_xml.name(), name));
    return value;
}

bool Reader::flag(QLatin1String name, bool fallback)
{
    const QStringView value = m_xml.attributes().value(name);
    if (value.isNull() || value == "true"_L1 || value == "false"_L1)
        return value.isNull() ? fallback : value == "true"_L1;
    fail(QCoreApplication::translate("edm", "The attribute %1 must be true or false.").arg(name));
    return fallback;
}

/// Ends the reading: every loop stops at a raised error. The first one stays.
void Reader::fail(const QString &reason)
{
    if (!m_xml.hasError())
        m_xml.raiseError(reason);
}

core::Error Reader::error() const
{
    const QString message = QCoreApplication::translate("edm", "The schema cannot be used, line %1, column %2: %3")
                                .arg(m_xml.lineNumber())
                                .arg(m_xml.columnNumber() + 1)
                                .arg(m_xml.errorString());
    return {core::Error::Code::Input, message, m_xml.errorString()};
}

} // namespace

core::Result<Schema> readCsdl(QIODevice &device)
{
    return Reader(device).read();
}

} // namespace edm
