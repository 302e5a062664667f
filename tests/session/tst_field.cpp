// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/field.h"

#include "edm/builtinschema.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using session::FieldState;
using session::Shape;

class FieldTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void shapeOf_type_isItsJsonType_data();
    void shapeOf_type_isItsJsonType();
    void stateOf_value_isOneOfFive_data();
    void stateOf_value_isOneOfFive();
    void valueForState_everyShape_comesBackAsThatState();
    void valueForState_notSent_isUndefined();
    void formProperty_path_isFoundInTheFamily_data();
    void formProperty_path_isFoundInTheFamily();
};

void FieldTest::shapeOf_type_isItsJsonType_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isCollection");
    QTest::addColumn<Shape>("expected");
    QTest::newRow("string") << u"Edm.String"_s << false << Shape::Text;
    QTest::newRow("time") << u"Edm.DateTimeOffset"_s << false << Shape::Text;
    QTest::newRow("duration") << u"Edm.Duration"_s << false << Shape::Text;
    QTest::newRow("guid") << u"Edm.Guid"_s << false << Shape::Text;
    QTest::newRow("boolean") << u"Edm.Boolean"_s << false << Shape::Boolean;
    QTest::newRow("byte") << u"Edm.Byte"_s << false << Shape::Number;
    QTest::newRow("sbyte") << u"Edm.SByte"_s << false << Shape::Number;
    QTest::newRow("int16") << u"Edm.Int16"_s << false << Shape::Number;
    QTest::newRow("int32") << u"Edm.Int32"_s << false << Shape::Number;
    QTest::newRow("int64") << u"Edm.Int64"_s << false << Shape::Number;
    QTest::newRow("single") << u"Edm.Single"_s << false << Shape::Number;
    QTest::newRow("double") << u"Edm.Double"_s << false << Shape::Number;
    QTest::newRow("decimal") << u"Edm.Decimal"_s << false << Shape::Number;
    QTest::newRow("enumeration") << u"microsoft.graph.callRecords.failureStage"_s << false << Shape::Text;
    QTest::newRow("complex") << u"microsoft.graph.callRecords.endpoint"_s << false << Shape::Object;
    QTest::newRow("entity") << u"microsoft.graph.callRecords.segment"_s << false << Shape::Object;
    QTest::newRow("unknown") << u"not.there"_s << false << Shape::Text;
    QTest::newRow("texts") << u"Edm.String"_s << true << Shape::Array;
    QTest::newRow("enumerations") << u"microsoft.graph.callRecords.modality"_s << true << Shape::Array;
    QTest::newRow("objects") << u"microsoft.graph.callRecords.segment"_s << true << Shape::Array;
}

void FieldTest::shapeOf_type_isItsJsonType()
{
    QFETCH(const QString, name);
    QFETCH(const bool, isCollection);
    QTEST(session::shapeOf({name, isCollection}, edm::builtinSchema()), "expected");
}

void FieldTest::stateOf_value_isOneOfFive_data()
{
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<Shape>("shape");
    QTest::addColumn<FieldState>("expected");
    const QJsonArray items{1};
    const QJsonObject members{{u"a"_s, 1}};
    QTest::newRow("absent") << QJsonValue(QJsonValue::Undefined) << Shape::Text << FieldState::NotSent;
    QTest::newRow("null text") << QJsonValue() << Shape::Text << FieldState::Null;
    QTest::newRow("null array") << QJsonValue() << Shape::Array << FieldState::Null;
    QTest::newRow("empty text") << QJsonValue(u""_s) << Shape::Text << FieldState::Empty;
    QTest::newRow("null QString") << QJsonValue(QString()) << Shape::Text << FieldState::Empty;
    QTest::newRow("text") << QJsonValue(u"x"_s) << Shape::Text << FieldState::Value;
    QTest::newRow("blank") << QJsonValue(u" "_s) << Shape::Text << FieldState::Value;
    QTest::newRow("number in text") << QJsonValue(5) << Shape::Text << FieldState::OtherJson;
    QTest::newRow("array in text") << QJsonValue(QJsonArray()) << Shape::Text << FieldState::OtherJson;
    QTest::newRow("empty number") << QJsonValue(u""_s) << Shape::Number << FieldState::Empty;
    QTest::newRow("zero") << QJsonValue(0) << Shape::Number << FieldState::Value;
    QTest::newRow("text in number") << QJsonValue(u"5"_s) << Shape::Number << FieldState::OtherJson;
    QTest::newRow("empty boolean") << QJsonValue(u""_s) << Shape::Boolean << FieldState::Empty;
    QTest::newRow("false") << QJsonValue(false) << Shape::Boolean << FieldState::Value;
    QTest::newRow("yes") << QJsonValue(u"yes"_s) << Shape::Boolean << FieldState::OtherJson;
    QTest::newRow("number in boolean") << QJsonValue(0) << Shape::Boolean << FieldState::OtherJson;
    QTest::newRow("empty object") << QJsonValue(QJsonObject()) << Shape::Object << FieldState::Empty;
    QTest::newRow("object") << QJsonValue(members) << Shape::Object << FieldState::Value;
    QTest::newRow("array as object") << QJsonValue(QJsonArray()) << Shape::Object << FieldState::OtherJson;
    QTest::newRow("text as object") << QJsonValue(u""_s) << Shape::Object << FieldState::OtherJson;
    QTest::newRow("empty array") << QJsonValue(QJsonArray()) << Shape::Array << FieldState::Empty;
    QTest::newRow("array") << QJsonValue(items) << Shape::Array << FieldState::Value;
    QTest::newRow("object as array") << QJsonValue(QJsonObject()) << Shape::Array << FieldState::OtherJson;
}

void FieldTest::stateOf_value_isOneOfFive()
{
    QFETCH(const QJsonValue, value);
    QFETCH(const Shape, shape);
    QTEST(session::stateOf(value, shape), "expected");
}

void FieldTest::valueForState_everyShape_comesBackAsThatState()
{
    for (const Shape shape : {Shape::Text, Shape::Number, Shape::Boolean, Shape::Object, Shape::Array}) {
        for (const FieldState state : {FieldState::NotSent, FieldState::Null, FieldState::Empty})
            QCOMPARE(session::stateOf(session::valueForState(state, shape), shape), state);
    }
}

void FieldTest::valueForState_notSent_isUndefined()
{
    QVERIFY(session::valueForState(FieldState::NotSent, Shape::Text).isUndefined());
    QVERIFY(session::valueForState(FieldState::Null, Shape::Text).isNull());
    QCOMPARE(session::valueForState(FieldState::Empty, Shape::Boolean), QJsonValue(u""_s));
    QCOMPARE(session::valueForState(FieldState::Empty, Shape::Array), QJsonValue(QJsonArray()));
}

void FieldTest::formProperty_path_isFoundInTheFamily_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("expected"); // type of the property, or empty
    const QString ns = u"microsoft.graph.callRecords."_s;
    QTest::newRow("own") << ns + u"session"_s << u"isTest"_s << u"Edm.Boolean"_s;
    QTest::newRow("of the base") << ns + u"session"_s << u"id"_s << u"Edm.String"_s;
    QTest::newRow("of a derived type") << ns + u"endpoint"_s << u"name"_s << u"Edm.String"_s;
    QTest::newRow("deep") << ns + u"endpoint"_s << u"associatedIdentity/id"_s << u"Edm.String"_s;
    QTest::newRow("derived below derived") << ns + u"endpoint"_s << u"userAgent/platform"_s << ns + u"clientPlatform"_s;
    QTest::newRow("other derived") << ns + u"userAgent"_s << u"role"_s << ns + u"serviceRole"_s;
    QTest::newRow("navigation") << ns + u"session"_s << u"segments"_s << ns + u"segment"_s;
    QTest::newRow("no such property") << ns + u"session"_s << u"nope"_s << QString();
    QTest::newRow("below a text") << ns + u"session"_s << u"id/x"_s << QString();
    QTest::newRow("other case") << ns + u"session"_s << u"istest"_s << QString();
    QTest::newRow("type annotation") << ns + u"session"_s << u"@odata.type"_s << QString();
    QTest::newRow("unknown type") << u"not.there"_s << u"id"_s << QString();
}

void FieldTest::formProperty_path_isFoundInTheFamily()
{
    QFETCH(const QString, type);
    QFETCH(const QString, path);
    const edm::Property *property = session::formProperty(edm::builtinSchema(), type, path);
    QTEST(property ? property->type.name : QString(), "expected");
}

QTEST_GUILESS_MAIN(FieldTest)
#include "tst_field.moc"
