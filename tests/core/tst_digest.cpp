// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/digest.h"

#include <QTest>

using namespace Qt::StringLiterals;

class DigestTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sha256_isHexadecimal();
};

// FIPS 180-4, the example of one block, and nothing at all.
void DigestTest::sha256_isHexadecimal()
{
    QCOMPARE(core::sha256("abc"), u"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"_s);
    QCOMPARE(core::sha256({}), u"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"_s);
}

QTEST_GUILESS_MAIN(DigestTest)
#include "tst_digest.moc"
