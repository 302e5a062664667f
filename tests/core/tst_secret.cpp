// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secret.h"

#include <QRegularExpression>
#include <QTest>

#include <sstream>
#include <type_traits>

using namespace Qt::StringLiterals;
using core::Secret;

template<typename T>
concept Streamable = requires(std::ostream &stream, const T &value)
{
    stream << value;
};
template<typename T>
concept Debuggable = requires(QDebug debug, const T &value)
{
    debug << value;
};

class SecretTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void type_cannotBePrintedOrOpened();
    void copies_areEqual();
    void short_isNotMasked();
    void masked_everyOccurrence();
};

void SecretTest::type_cannotBePrintedOrOpened()
{
    static_assert(!Streamable<Secret> && !Debuggable<Secret>);
    static_assert(!std::is_default_constructible_v<core::SecretKey>);
    static_assert(!std::is_convertible_v<Secret, QByteArray>);
    QVERIFY(Secret().isEmpty());
    QCOMPARE(Secret("four").size(), 4);
}

void SecretTest::copies_areEqual()
{
    const Secret one("token-one");
    const Secret same = one;
    QVERIFY(one == same);
    QVERIFY(one == Secret("token-one"));
    QVERIFY(!(one == Secret("token-two")));
    QVERIFY(!(one == Secret()));
    QVERIFY(Secret() == Secret());
}

void SecretTest::short_isNotMasked()
{
    const Secret tiny("abc");
    QCOMPARE(Secret::masked("abcabc"), "abcabc"_ba);
}

void SecretTest::masked_everyOccurrence()
{
    const Secret secret("p4ss w0rd");
    QCOMPARE(Secret::masked("p4ss w0rd, p4ss%20w0rd"), "***, ***"_ba);
}

QTEST_GUILESS_MAIN(SecretTest)
#include "tst_secret.moc"
