// SPDX-License-Identifier: GPL-3.0-or-later
#include "edm/lexical.h"
#include "sourcedir.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using edm::Judgement;

namespace {

constexpr qsizetype unset = -2; ///< Rows that are not invalid have no place.

} // namespace

class LexicalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void judge_everyType_data();
    void judge_everyType();
    void judgeInteger_anyBounds();
    void judge_testCasesOfOData_data();
    void judge_testCasesOfOData();
};

void LexicalTest::judge_everyType_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("text");
    QTest::addColumn<Judgement::Verdict>("verdict");
    QTest::addColumn<qsizetype>("position");
    const auto good = [](const char *type, const QString &text) {
        QTest::addRow("%s %s", type, qPrintable(text))
            << QLatin1String(type).toString() << text << Judgement::Verdict::Valid << unset;
    };
    const auto odd = [](const char *type, const QString &text) {
        QTest::addRow("%s %s", type, qPrintable(text))
            << QLatin1String(type).toString() << text << Judgement::Verdict::Note << unset;
    };
    const auto bad = [](const char *type, const QString &text, qsizetype position) {
        QTest::addRow("%s %s", type, qPrintable(text))
            << QLatin1String(type).toString() << text << Judgement::Verdict::Invalid << position;
    };
    good("Edm.String", u" any\n𝄞"_s);
    good("Edm.Stream", u"unknown types are not judged"_s);
    good("microsoft.graph.identity", u"nor are others"_s);
    good("Edm.Boolean", u"true"_s);
    good("Edm.Boolean", u"false"_s);
    odd("Edm.Boolean", u"tRUe"_s);
    bad("Edm.Boolean", u"1"_s, -1);
    bad("Edm.Boolean", u"true "_s, -1);
    bad("Edm.Boolean", {}, -1);
    good("Edm.Byte", u"0"_s);
    good("Edm.Byte", u"255"_s);
    bad("Edm.Byte", u"256"_s, -1);
    bad("Edm.Byte", u"-1"_s, 0);
    bad("Edm.Byte", u"+1"_s, 0);
    bad("Edm.Byte", u"0001"_s, 3);
    good("Edm.SByte", u"-128"_s);
    good("Edm.SByte", u"+127"_s);
    bad("Edm.SByte", u"128"_s, -1);
    bad("Edm.SByte", u"-129"_s, -1);
    good("Edm.Int16", u"-32768"_s);
    good("Edm.Int16", u"32767"_s);
    bad("Edm.Int16", u"32768"_s, -1);
    bad("Edm.Int16", u"-32769"_s, -1);
    good("Edm.Int32", u"-2147483648"_s);
    good("Edm.Int32", u"2147483647"_s);
    good("Edm.Int32", u"-0"_s);
    good("Edm.Int32", u"0000000007"_s);
    bad("Edm.Int32", u"00000000007"_s, 10);
    bad("Edm.Int32", u"-00000000007"_s, 11);
    bad("Edm.Int32", u"4294967295"_s, -1);
    bad("Edm.Int32", u"2147483648"_s, -1);
    bad("Edm.Int32", u"-2147483649"_s, -1);
    bad("Edm.Int32", {}, 0);
    bad("Edm.Int32", u"-"_s, 1);
    bad("Edm.Int32", u"1.0"_s, 1);
    bad("Edm.Int32", u"1e3"_s, 1);
    bad("Edm.Int32", u"0x10"_s, 1);
    bad("Edm.Int32", u"1 000"_s, 1);
    bad("Edm.Int32", u" 1"_s, 0);
    bad("Edm.Int32", u"--1"_s, 1);
    bad("Edm.Int32", u"١"_s, 0);
    good("Edm.Int64", u"9223372036854775807"_s);
    good("Edm.Int64", u"-9223372036854775808"_s);
    bad("Edm.Int64", u"9223372036854775808"_s, -1);
    bad("Edm.Int64", u"-9223372036854775809"_s, -1);
    bad("Edm.Int64", u"18446744073709551616"_s, -1);
    bad("Edm.Int64", u"9223372036854775807L"_s, 19);
    for (const char *type : {"Edm.Decimal", "Edm.Double", "Edm.Single"}) {
        good(type, u"0"_s);
        good(type, u"-0.0"_s);
        good(type, u"+42"_s);
        good(type, u"3.14"_s);
        good(type, u"1e-101"_s);
        good(type, u"1.5E+3"_s.toLower());
        good(type, u"INF"_s);
        good(type, u"-INF"_s);
        good(type, u"NaN"_s);
        bad(type, {}, 0);
        bad(type, u"42."_s, 3);
        bad(type, u".1"_s, 0);
        bad(type, u"1e"_s, 2);
        bad(type, u"1e+"_s, 3);
        bad(type, u"1e2.5"_s, 3);
        bad(type, u"-0.314e1e2"_s, 8);
        bad(type, u"+INF"_s, 1);
        bad(type, u"inf"_s, 0);
        bad(type, u"nan"_s, 0);
        bad(type, u"1,5"_s, 1);
        bad(type, u"0x1p3"_s, 1);
        bad(type, u"1 "_s, 1);
    }
    good("Edm.Single", u"3.4028234e38"_s);
    odd("Edm.Single", u"3.5e38"_s);
    odd("Edm.Single", u"-1e39"_s);
    good("Edm.Double", u"-1e39"_s);
    odd("Edm.Double", u"1e400"_s);
    good("Edm.Decimal", u"1e400"_s);
    good("Edm.Guid", u"34101743-1743-3410-4317-103443171034"_s);
    good("Edm.Guid", u"ABCDEF67-89AB-cdef-0123-456789abcdef"_s);
    bad("Edm.Guid", {}, 0);
    bad("Edm.Guid", u"{01234567-89ab-cdef-0123-456789abcdef}"_s, 0);
    bad("Edm.Guid", u"0123456789abcdef0123456789abcdef"_s, 8);
    bad("Edm.Guid", u"01234567-89ab-cdef-0123-456789abcde"_s, 35);
    bad("Edm.Guid", u"01234567-89ab-cdef-0123-456789abcdef0"_s, 36);
    bad("Edm.Guid", u"01234g67-89ab-cdef-0123-456789abcdef"_s, 5);
    bad("Edm.Guid", u"01234@67-89ab-cdef-0123-456789abcdef"_s, 5);
    good("Edm.Date", u"2020-02-29"_s);
    odd("Edm.Date", u"2021-02-29"_s);
    bad("Edm.Date", u"2020-02"_s, 7);
    bad("Edm.Date", u"2020-02-29Z"_s, 10);
    good("Edm.TimeOfDay", u"23:59"_s);
    good("Edm.TimeOfDay", u"23:59:59.123456789012"_s);
    bad("Edm.TimeOfDay", u"24:00"_s, 1);
    bad("Edm.TimeOfDay", u"23:59Z"_s, 5);
    good("Edm.DateTimeOffset", u"2020-01-01T00:00:00Z"_s);
    bad("Edm.DateTimeOffset", u"2020-01-01"_s, 10);
    good("Edm.Duration", u"PT1S"_s);
    bad("Edm.Duration", u"P1Y"_s, 2);
}

void LexicalTest::judge_everyType()
{
    QFETCH(const QString, type);
    QFETCH(const QString, text);
    QFETCH(const Judgement::Verdict, verdict);
    QFETCH(const qsizetype, position);
    const Judgement judgement = edm::judge(type, text);
    QCOMPARE(judgement.verdict, verdict);
    QCOMPARE(judgement.reason.isEmpty(), verdict == Judgement::Verdict::Valid);
    QCOMPARE(judgement.position, position == unset ? -1 : position);
}

void LexicalTest::judgeInteger_anyBounds()
{
    QCOMPARE(edm::judgeInteger(u"99", "0"_L1, "99"_L1), Judgement());
    const Judgement outside = edm::judgeInteger(u"100", "0"_L1, "99"_L1);
    QCOMPARE(outside.verdict, Judgement::Verdict::Invalid);
    QVERIFY2(outside.reason.contains("0 to 99"_L1), qPrintable(outside.reason));
    QCOMPARE(edm::judgeInteger(u"-5", "-5"_L1, "99"_L1), Judgement());
    QCOMPARE(edm::judgeInteger(u"-6", "-5"_L1, "99"_L1).verdict, Judgement::Verdict::Invalid);
}

void LexicalTest::judge_testCasesOfOData_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isValid");
    QTest::addColumn<int>("position");
    QFile file(QStringLiteral(SC_SOURCE_DIR "/../shared/graph/odata-lexical-vectors.json"));
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("The vectors are not there.");
    const QHash<QString, QString> types{
        {u"booleanValue"_s, u"Edm.Boolean"_s},
        {u"dateTimeOffsetValue"_s, u"Edm.DateTimeOffset"_s},
        {u"decimalValue"_s, u"Edm.Decimal"_s},
        {u"doubleValue"_s, u"Edm.Double"_s},
        {u"singleValue"_s, u"Edm.Single"_s},
        {u"durationValue"_s, u"Edm.Duration"_s},
        {u"guid"_s, u"Edm.Guid"_s},
        {u"guidValue"_s, u"Edm.Guid"_s},
        {u"int32Value"_s, u"Edm.Int32"_s},
        {u"int64Value"_s, u"Edm.Int64"_s},
    };
    const QJsonArray vectors = QJsonDocument::fromJson(file.readAll()).array();
    QVERIFY(vectors.size() >= 70);
    for (qsizetype number = 0; number < vectors.size(); ++number) {
        const QJsonObject vector = vectors.at(number).toObject();
        const QString rule = vector.value("rule"_L1).toString();
        if (rule == "enumValue"_L1)
            continue; // enumerations are judged by their members, not by a rule of letters
        QVERIFY2(types.contains(rule), qPrintable(rule));
        QTest::addRow("%d %s", static_cast<int>(number), qPrintable(vector.value("name"_L1).toString()))
            << types.value(rule) << vector.value("input"_L1).toString() << vector.value("valid"_L1).toBool()
            << vector.value("failAt"_L1).toInt(-1);
    }
}

void LexicalTest::judge_testCasesOfOData()
{
    QFETCH(const QString, type);
    QFETCH(const QString, text);
    QFETCH(const bool, isValid);
    QFETCH(const int, position);
    const Judgement judgement = edm::judge(type, text);
    QCOMPARE(judgement.verdict != Judgement::Verdict::Invalid, isValid);
    if (position >= 0)
        QCOMPARE(judgement.position, position);
}

QTEST_GUILESS_MAIN(LexicalTest)
#include "tst_lexical.moc"
