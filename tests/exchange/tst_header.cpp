// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/header.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

class HeaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void valueOf_firstOfTheName_withoutCase();
    void toLines_keepsOrderAndRepeats();
};

void HeaderTest::valueOf_firstOfTheName_withoutCase()
{
    const exchange::HeaderList headers{{"X-A", "1"}, {"x-a", "2"}, {"Empty", ""}};
    QCOMPARE(exchange::valueOf(headers, "x-A"), std::optional("1"_ba));
    QCOMPARE(exchange::valueOf(headers, "empty"), std::optional(""_ba));
    QCOMPARE(exchange::valueOf(headers, "missing"), std::nullopt);
}

void HeaderTest::toLines_keepsOrderAndRepeats()
{
    QCOMPARE(exchange::toLines({{"B", "1"}, {"a", "2"}, {"B", "3"}}), "B: 1\na: 2\nB: 3\n"_ba);
    QCOMPARE(exchange::toLines({}), QByteArray());
}

QTEST_GUILESS_MAIN(HeaderTest)
#include "tst_header.moc"
