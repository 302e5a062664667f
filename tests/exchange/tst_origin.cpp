// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/origin.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using exchange::Origin;

class OriginTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void of_url_data();
    void of_url();
    void isLoopback_data();
    void isLoopback();
};

void OriginTest::of_url_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("origin"); // empty: none
    QTest::newRow("default port") << u"https://graph.microsoft.com/v1.0"_s << u"https://graph.microsoft.com"_s;
    QTest::newRow("written default port") << u"HTTPS://Graph.Microsoft.com:443/"_s << u"https://graph.microsoft.com"_s;
    QTest::newRow("other port") << u"http://127.0.0.1:8080/x"_s << u"http://127.0.0.1:8080"_s;
    QTest::newRow("ipv6") << u"http://[::1]:80/"_s << u"http://[::1]"_s;
    QTest::newRow("trailing dot is another host") << u"https://a.example./"_s << u"https://a.example."_s;
    QTest::newRow("idn in ascii") << u"https://b\u00fccher.example/"_s << u"https://xn--bcher-kva.example"_s;
    QTest::newRow("userinfo does not count") << u"https://a.example@b.example/"_s << u"https://b.example"_s;
    QTest::newRow("file") << u"file:///etc/passwd"_s << QString();
    QTest::newRow("no host") << u"https:///path"_s << QString();
    QTest::newRow("relative") << u"graph.microsoft.com"_s << QString();
}

void OriginTest::of_url()
{
    QFETCH(const QString, url);
    QFETCH(const QString, origin);
    const Origin found = Origin::of(QUrl(url));
    QCOMPARE(found.isValid(), !origin.isEmpty());
    if (found.isValid())
        QCOMPARE(found.toString(), origin);
}

void OriginTest::isLoopback_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("expected");
    QTest::newRow("127.0.0.1") << u"127.0.0.1"_s << true;
    QTest::newRow("127.255.0.9") << u"127.255.0.9"_s << true;
    QTest::newRow("::1") << u"[::1]"_s << true;
    QTest::newRow("localhost") << u"LOCALHOST"_s << true;
    QTest::newRow("localhost with a dot") << u"localhost."_s << false;
    QTest::newRow("sub-domain") << u"a.localhost"_s << false;
    QTest::newRow("looks like it") << u"127.0.0.1.example"_s << false;
    QTest::newRow("128") << u"128.0.0.1"_s << false;
    QTest::newRow("any") << u"0.0.0.0"_s << false;
    QTest::newRow("other") << u"graph.microsoft.com"_s << false;
}

void OriginTest::isLoopback()
{
    QFETCH(const QString, host);
    QTEST(Origin::of(QUrl(u"http://"_s + host + u"/"_s)).isLoopback(), "expected");
}

QTEST_GUILESS_MAIN(OriginTest)
#include "tst_origin.moc"
