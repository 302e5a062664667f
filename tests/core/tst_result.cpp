// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;

class ResultTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void value_isHeld();
    void error_isHeld();
    void andThen_firstErrorWins();
    void assignment_changesTheKind();
};

static Result<int> half(int number)
{
    if (number % 2 != 0)
        return Error{Error::Code::Input, u"odd: %1"_s.arg(number), {}};
    return number / 2;
}

void ResultTest::value_isHeld()
{
    const Result<QString> result(u"text"_s);
    QVERIFY(result.has_value());
    QVERIFY(result);
    QCOMPARE(*result, u"text"_s);
    QCOMPARE(result->size(), 4);
    QCOMPARE(result.value_or(u"other"_s), u"text"_s);
    QVERIFY(core::ok());
}

void ResultTest::error_isHeld()
{
    const Result<int> result = half(3);
    QVERIFY(!result);
    QCOMPARE(result.error().message, u"odd: 3"_s);
    QCOMPARE(result.value_or(7), 7);
}

void ResultTest::andThen_firstErrorWins()
{
    QCOMPARE(half(8).and_then(half).value(), 2);
    QCOMPARE(half(6).and_then(half).error().message, u"odd: 3"_s);
    QCOMPARE(half(5).and_then(half).error().message, u"odd: 5"_s);
}

void ResultTest::assignment_changesTheKind()
{
    Result<QString> result(u"long enough to live on the heap"_s);
    result = Error{Error::Code::File, u"gone"_s, {}};
    QCOMPARE(result.error().code, Error::Code::File);
    result = u"back"_s;
    QCOMPARE(result.value(), u"back"_s);
}

QTEST_GUILESS_MAIN(ResultTest)
#include "tst_result.moc"
