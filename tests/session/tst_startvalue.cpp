// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/startvalue.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

/// What is new begins right, and ends even where a schema demands objects inside of objects without end.
class StartValueTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void endlessTypes_end_data();
    void endlessTypes_end();
};

namespace {

/// A type that demands `count` objects of itself.
edm::Schema demanding(int count)
{
    edm::StructuredType type;
    type.name = u"odd.node"_s;
    for (int i = 0; i < count; ++i)
        type.properties += edm::Property{u"n%1"_s.arg(i), {type.name, false}, false, false, false, {}, {}};
    edm::Schema schema;
    schema.add(type);
    return schema;
}

/// How many objects in `value` have more than their type.
int begun(const QJsonObject &value)
{
    int count = value.size() > 1 ? 1 : 0;
    for (const QJsonValue &member : value)
        count += begun(member.toObject());
    return count;
}

} // namespace

void StartValueTest::endlessTypes_end_data()
{
    QTest::addColumn<int>("demanded");
    QTest::addColumn<int>("objects");
    QTest::newRow("nothing inside") << 0 << 0;
    QTest::newRow("one in another: 8 deep") << 1 << 8;
    QTest::newRow("two in each: 8 deep") << 2 << 255;
    QTest::newRow("four in each: 1,000 in all") << 4 << 1000;
}

void StartValueTest::endlessTypes_end()
{
    QFETCH(const int, demanded);
    QFETCH(const int, objects);
    const QJsonValue value
        = session::startValue(demanding(demanded), {u"odd.node"_s, false}, session::TypeStyle::HashEverywhere, {});
    QCOMPARE(value.toObject().value("@odata.type"_L1).toString(), u"#odd.node"_s);
    QCOMPARE(begun(value.toObject()), objects);
}

QTEST_MAIN(StartValueTest)
#include "tst_startvalue.moc"
