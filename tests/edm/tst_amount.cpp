// SPDX-License-Identifier: GPL-3.0-or-later
#include "edm/amount.h"

#include "edm/duration.h"

#include <QLocale>
#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 second = 10'000'000;

} // namespace

class AmountTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void amount_isExact_data();
    void amount_isExact();
    void amount_thatIsNone_saysWhy_data();
    void amount_thatIsNone_saysWhy();
    void durationLiteral_comesBack_data();
    void durationLiteral_comesBack();
};

void AmountTest::amount_isExact_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("ticks");
    const auto row = [](const char *name, const QString &text, qint64 ticks) { QTest::newRow(name) << text << ticks; };
    row("minutes", u"5m"_s, 300 * second);
    row("minutes as min", u"5 min"_s, 300 * second);
    row("hours and minutes", u"1h30m"_s, 5'400 * second);
    row("with blanks", u" 1 h  30 min "_s, 5'400 * second);
    row("a tick", u"0.0000001s"_s, 1);
    row("zeros behind", u"0.00000010000000000000s"_s, 1);
    row("milliseconds", u"250ms"_s, second / 4);
    row("a tick in milliseconds", u"0.0001ms"_s, 1);
    row("minutes and seconds", u"1m30s"_s, 90 * second);
    row("days", u"2d"_s, 172'800 * second);
    row("half an hour", u"0.5h"_s, 1'800 * second);
    row("part of a day", u"0.0000000005d"_s, 432);
    row("upper case", u"1H30M"_s, 5'400 * second);
    row("negative", u"-5m"_s, -300 * second);
    row("with a plus", u"+5m"_s, 300 * second);
    row("nothing", u"0s"_s, 0);
    row("ISO", u"PT5M"_s, 300 * second);
    row("ISO, all of it", u"P1DT2H3M4.005S"_s, 937'840'050'000);
    row("ISO, negative", u"-PT0.0000001S"_s, -1);
    row("ISO, lower case", u"pt5m"_s, 300 * second);
    row("ISO, bare", u"PT"_s, 0);
    row("greatest", u"922337203685.4775807s"_s, std::numeric_limits<qint64>::max());
}

void AmountTest::amount_isExact()
{
    QFETCH(const QString, text);
    for (const QString &name : {u"C"_s, u"de_DE"_s, u"ar_EG"_s}) {
        const QLocale before;
        QLocale::setDefault(QLocale(name));
        const core::Result<qint64> ticks = edm::amountTicks(text);
        QLocale::setDefault(before);
        QVERIFY2(ticks, ticks ? "" : qPrintable(ticks.error().message));
        QTEST(*ticks, "ticks");
    }
}

void AmountTest::amount_thatIsNone_saysWhy_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("word");
    const auto row
        = [](const char *name, const QString &text, const QString &word) { QTest::newRow(name) << text << word; };
    row("empty", {}, u"such as 5m"_s);
    row("blank", u" "_s, u"such as 5m"_s);
    row("sign only", u"-"_s, u"such as 5m"_s);
    row("two signs", u"--5m"_s, u"such as 5m"_s);
    row("no unit", u"5"_s, u"unit is expected after 5"_s);
    row("unknown unit", u"5y"_s, u"unit is expected after 5"_s);
    row("comma", u"0,5s"_s, u"unit is expected after 0"_s);
    row("no digit after the point", u"5.s"_s, u"decimal point"_s);
    row("words", u"a while"_s, u"such as 5m"_s);
    row("other digits", u"٥m"_s, u"such as 5m"_s);
    row("finer than a tick", u"0.00000001s"_s, u"100 ns"_s);
    row("finer than a tick in ms", u"0.00001ms"_s, u"100 ns"_s);
    row("a third of a day is none", u"0.333333333333333333d"_s, u"100 ns"_s);
    row("19 digits", u"0.0000000000000000001d"_s, u"100 ns"_s);
    row("too large", u"922337203685.4775808s"_s, u"too large"_s);
    row("too many digits", u"99999999999999999999s"_s, u"too large"_s);
    row("too large together", u"900000000000s900000000000s"_s, u"too large"_s);
    row("ISO with years", u"P1Y"_s, u"days at most"_s);
    row("ISO in disorder", u"PT1M1H"_s, u"in this order"_s);
    row("ISO with something behind", u"PT1M x"_s, u"expected"_s);
    row("ISO finer than a tick", u"PT0.00000001S"_s, u"100 ns"_s);
}

void AmountTest::amount_thatIsNone_saysWhy()
{
    QFETCH(const QString, text);
    QFETCH(const QString, word);
    const core::Result<qint64> ticks = edm::amountTicks(text);
    QVERIFY(!ticks);
    QVERIFY2(ticks.error().message.contains(word), qPrintable(ticks.error().message));
    QVERIFY(ticks.error().message.endsWith(u'.'));
}

void AmountTest::durationLiteral_comesBack_data()
{
    QTest::addColumn<qint64>("ticks");
    for (const qint64 ticks :
         std::initializer_list<qint64>{0, 1, -second, 937'840'050'001, std::numeric_limits<qint64>::max()})
        QTest::addRow("%lld", ticks) << ticks;
}

void AmountTest::durationLiteral_comesBack()
{
    QFETCH(const qint64, ticks);
    QCOMPARE(*edm::amountTicks(edm::durationLiteral(ticks)), ticks);
}

QTEST_GUILESS_MAIN(AmountTest)
#include "tst_amount.moc"
