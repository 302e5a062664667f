// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/statusset.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using session::StatusSet;

class StatusSetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void parse_data();
    void parse();
    void parse_refused_data();
    void parse_refused();
    void none_containsNothing();
};

void StatusSetTest::parse_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("written");
    QTest::addColumn<QList<int>>("inside");
    QTest::addColumn<QList<int>>("outside");
    const auto row
        = [](const QString &text, const QString &written, const QList<int> &inside, const QList<int> &outside) {
              QTest::newRow(qPrintable(text)) << text << written << inside << outside;
          };
    row(u"201"_s, u"201"_s, {201}, {200, 202, 2010});
    row(u" 201,204 "_s, u"201, 204"_s, {201, 204}, {202, 203});
    row(u"204, 201"_s, u"204, 201"_s, {201, 204}, {});
    row(u"4xx"_s, u"4xx"_s, {400, 499}, {399, 500});
    row(u"4XX, 201"_s, u"4xx, 201"_s, {404, 201}, {200});
    row(u"500-504"_s, u"500-504"_s, {500, 503, 504}, {499, 505});
    row(u"500 - 500"_s, u"500"_s, {500}, {501});
    row(u"200-299"_s, u"2xx"_s, {200, 299}, {300});
    row(u"100-999"_s, u"100-999"_s, {100, 999}, {99});
}

void StatusSetTest::parse()
{
    QFETCH(const QString, text);
    QFETCH(const QList<int>, inside);
    QFETCH(const QList<int>, outside);
    const core::Result<StatusSet> set = StatusSet::parse(text);
    QVERIFY(set);
    QTEST(set->toString(), "written");
    for (const int status : inside)
        QVERIFY2(set->contains(status), QByteArray::number(status).constData());
    for (const int status : outside)
        QVERIFY2(!set->contains(status), QByteArray::number(status).constData());
    QVERIFY(*StatusSet::parse(set->toString()) == *set);
}

void StatusSetTest::parse_refused_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("named");
    QTest::newRow("word") << u"ok"_s << u"“ok”"_s;
    QTest::newRow("two digits") << u"201, 20"_s << u"“20”"_s;
    QTest::newRow("four digits") << u"2010"_s << u"“2010”"_s;
    QTest::newRow("class of ten") << u"20x"_s << u"“20x”"_s;
    QTest::newRow("class zero") << u"0xx"_s << u"“0xx”"_s;
    QTest::newRow("backward range") << u"504-500"_s << u"“504-500”"_s;
    QTest::newRow("open range") << u"500-"_s << u"“500-”"_s;
    QTest::newRow("range of classes") << u"4xx-5xx"_s << u"“4xx-5xx”"_s;
    QTest::newRow("nothing between commas") << u"201,,204"_s << u"“”"_s;
    QTest::newRow("line end") << u"201\n"_s + u"0"_s << u"“201\n0”"_s;
    QTest::newRow("Arabic digits") << u"\u0662\u0660\u0661"_s << u"“\u0662\u0660\u0661”"_s;
}

void StatusSetTest::parse_refused()
{
    QFETCH(const QString, text);
    QFETCH(const QString, named);
    const core::Result<StatusSet> set = StatusSet::parse(text);
    QVERIFY(!set);
    QCOMPARE(set.error().code, core::Error::Code::Input);
    QVERIFY2(set.error().message.startsWith(named), qPrintable(set.error().message));
}

void StatusSetTest::none_containsNothing()
{
    QVERIFY(StatusSet().isEmpty());
    QVERIFY(!StatusSet().contains(201));
    QVERIFY(StatusSet::parse(u"  "_s)->isEmpty());
    QCOMPARE(StatusSet().toString(), QString());
}

QTEST_GUILESS_MAIN(StatusSetTest)
#include "tst_statusset.moc"
