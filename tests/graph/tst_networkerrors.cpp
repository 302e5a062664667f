// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/networkerrors.h"

#include <QMetaEnum>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

class NetworkErrorsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void everyError_hasItsSentences();
    void reach_isSaid();
    void isHarmless_data();
    void isHarmless();
};

void NetworkErrorsTest::everyError_hasItsSentences()
{
    const QMetaEnum errors = QMetaEnum::fromType<QNetworkReply::NetworkError>();
    QVERIFY(errors.keyCount() > 30);
    QStringList seen;
    for (int i = 0; i < errors.keyCount(); ++i) {
        const auto error = static_cast<QNetworkReply::NetworkError>(errors.value(i));
        if (error == QNetworkReply::NoError)
            continue;
        const QString text = QString::fromUtf8(graph::networkErrorText(error));
        QVERIFY2(text.count(u". "_s) >= 1 && text.endsWith(u'.'), errors.key(i)); // What happened, and what to do.
        QVERIFY2(!seen.contains(text), errors.key(i));
        seen.append(text);
        const core::Error told = graph::networkError(error, graph::Reach::Unknown, u"detail"_s);
        QVERIFY(told.message.startsWith(text));
        QCOMPARE(told.detail, QString::fromLatin1(errors.key(i)) + u": detail"_s);
    }
    QCOMPARE(graph::networkErrorText(QNetworkReply::NoError), nullptr);
}

void NetworkErrorsTest::reach_isSaid()
{
    const auto message = [](graph::Reach reach) {
        return graph::networkError(QNetworkReply::RemoteHostClosedError, reach, {}).message;
    };
    QVERIFY(message(graph::Reach::NotSent).endsWith(u"Nothing was sent."_s));
    QVERIFY(message(graph::Reach::Unknown).contains(u"sent once, its result is unknown"_s));
    QVERIFY(message(graph::Reach::Answered).contains(u"sent once"_s));
    QVERIFY(message(graph::Reach::Harmless).contains(u"can be tried again"_s));
}

void NetworkErrorsTest::isHarmless_data()
{
    QTest::addColumn<QNetworkReply::NetworkError>("error");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("harmless");
    QTest::addColumn<bool>("isChunked");
    QTest::newRow("none") << QNetworkReply::NoError << 201 << true << false;
    QTest::newRow("404") << QNetworkReply::ContentNotFoundError << 404 << true << false;
    QTest::newRow("400") << QNetworkReply::ProtocolInvalidOperationError << 400 << true << false;
    QTest::newRow("407") << QNetworkReply::ProxyAuthenticationRequiredError << 407 << true << false;
    QTest::newRow("503") << QNetworkReply::ServiceUnavailableError << 503 << true << false;
    QTest::newRow("307") << QNetworkReply::ContentReSendError << 307 << true << false;
    QTest::newRow("308") << QNetworkReply::ContentReSendError << 308 << true << false;
    QTest::newRow("308 in chunks") << QNetworkReply::ContentReSendError << 308 << true << true;
    QTest::newRow("201 until the connection ends") << QNetworkReply::ContentReSendError << 201 << true << false;
    QTest::newRow("dropped in the chunks of a 201") << QNetworkReply::ContentReSendError << 201 << false << true;
    QTest::newRow("closed in a 500") << QNetworkReply::RemoteHostClosedError << 500 << false << false;
    QTest::newRow("protocol in a 500") << QNetworkReply::ProtocolFailure << 500 << false << false;
    QTest::newRow("302 with a content error") << QNetworkReply::ContentNotFoundError << 302 << false << false;
    QTest::newRow("407 error with a 401") << QNetworkReply::ProxyAuthenticationRequiredError << 401 << false << false;
    QTest::newRow("400 error with a 201") << QNetworkReply::ProtocolInvalidOperationError << 201 << false << false;
}

void NetworkErrorsTest::isHarmless()
{
    QFETCH(const QNetworkReply::NetworkError, error);
    QFETCH(const int, status);
    QFETCH(const bool, isChunked);
    const exchange::HeaderList headers
        = isChunked ? exchange::HeaderList{{"transfer-encoding", "chunked"}} : exchange::HeaderList();
    QTEST(graph::isHarmless(error, {status, {}, headers, {}, true}), "harmless");
}

QTEST_GUILESS_MAIN(NetworkErrorsTest)
#include "tst_networkerrors.moc"
