// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/memorysecretstore.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using core::Secret;

class MemorySecretStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void nothingPut_isEmptyAndNoError();
    void put_isGivenBackForItsEnvironmentOnly();
    void putTwice_keepsTheSecond();
    void remove_forgets();
};

void MemorySecretStoreTest::nothingPut_isEmptyAndNoError()
{
    store::MemorySecretStore secrets;
    QVERIFY(secrets.get(u"Sandbox"_s));
    QVERIFY(secrets.get(u"Sandbox"_s)->isEmpty());
    QVERIFY(secrets.remove(u"Sandbox"_s));
}

void MemorySecretStoreTest::put_isGivenBackForItsEnvironmentOnly()
{
    store::MemorySecretStore secrets;
    const Secret secret("canary-7f3a90"_ba);
    QVERIFY(secrets.put(u"Team"_s, secret));
    QVERIFY(*secrets.get(u"Team"_s) == secret);
    QVERIFY(secrets.get(u"team"_s)->isEmpty());
}

void MemorySecretStoreTest::putTwice_keepsTheSecond()
{
    store::MemorySecretStore secrets;
    QVERIFY(secrets.put(u"Team"_s, Secret("first-canary"_ba)));
    QVERIFY(secrets.put(u"Team"_s, Secret("second-canary"_ba)));
    QVERIFY(*secrets.get(u"Team"_s) == Secret("second-canary"_ba));
}

void MemorySecretStoreTest::remove_forgets()
{
    store::MemorySecretStore secrets;
    QVERIFY(secrets.put(u"Team"_s, Secret("gone-canary"_ba)));
    QVERIFY(secrets.remove(u"Team"_s));
    QVERIFY(secrets.get(u"Team"_s)->isEmpty());
    QVERIFY(!Secret::isIn("gone-canary"_ba)); // the last copy went, and with it the secret
}

QTEST_GUILESS_MAIN(MemorySecretStoreTest)
#include "tst_memorysecretstore.moc"
