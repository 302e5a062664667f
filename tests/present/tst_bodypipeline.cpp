// SPDX-License-Identifier: GPL-3.0-or-later
// What is made of a large body off the GUI thread: the newest wins, and nothing old passes for new.
#include "core/workers.h"
#include "present/bodypipeline.h"

#include "edm/builtinschema.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using present::BodyPipeline;
using session::SessionDocument;

namespace {

json::Pointer at(const QString &path)
{
    return json::Pointer::fromPath(path);
}

/// A body above the limit with one finding, at isTest, in the words of the given type.
QByteArray largeBody(const QByteArray &isTest)
{
    return R"({"isTest":)" + isTest + R"(,"x":")" + QByteArray(BodyPipeline::smallBody, 'x') + R"("})";
}

} // namespace

class BodyPipelineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void smallBody_isMadeAndJudgedAtOnce();
    void load_isJudgedLater();
    void edit_isMadeLater();
    void work_leavesThePoolOfQtAlone();
    void edits_newestWins();
    void source_isInTheBytesAtOnce_andReadLater();
    void source_newestWins();
    void source_settledByHand_isNotToldTwice();
    void edit_thatMakesSmall_isJudgedAtOnce();
    void newMembers_areJudgedAnew();
    void close_dropsAll();
    void firstEdit_knowsTheSpelling();

private:
    bool hasFindingAt(const QString &path) const { return m_pipeline->places().at(at(path)) != nullptr; }

    std::unique_ptr<SessionDocument> m_document;
    std::unique_ptr<BodyPipeline> m_pipeline;
};

void BodyPipelineTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_document = std::make_unique<SessionDocument>();
    m_pipeline = std::make_unique<BodyPipeline>(*m_document, edm::sharedBuiltinSchema());
}

void BodyPipelineTest::cleanup()
{
    m_pipeline.reset();
    m_document.reset();
    core::workers().waitForDone();
}

void BodyPipelineTest::smallBody_isMadeAndJudgedAtOnce()
{
    QSignalSpy made(m_pipeline.get(), &BodyPipeline::made);
    m_pipeline->setSource(R"({"isTest":"no"})");
    QVERIFY(m_pipeline->areFindingsCurrent());
    QVERIFY(hasFindingAt(u"isTest"_s));
    m_document->setValue(at(u"isTest"_s), false);
    QVERIFY(m_pipeline->hasBytes());
    QVERIFY(m_pipeline->areFindingsCurrent());
    QVERIFY(!hasFindingAt(u"isTest"_s));
    QCOMPARE(made.size(), 0);
}

void BodyPipelineTest::load_isJudgedLater()
{
    m_document->load(R"({"isTest":1})");
    QVERIFY(hasFindingAt(u"isTest"_s));
    QSignalSpy found(m_pipeline.get(), &BodyPipeline::findingsChanged);
    m_document->load(largeBody("false"));
    QVERIFY(m_pipeline->hasBytes());
    QVERIFY(!m_pipeline->areFindingsCurrent());
    QVERIFY(found.wait());
    QVERIFY(m_pipeline->areFindingsCurrent());
    QVERIFY(!hasFindingAt(u"isTest"_s));
}

void BodyPipelineTest::edit_isMadeLater()
{
    m_document->load(largeBody("false"));
    QTRY_VERIFY(m_pipeline->areFindingsCurrent());
    QSignalSpy made(m_pipeline.get(), &BodyPipeline::made);
    m_document->setValue(at(u"isTest"_s), u"no"_s);
    QVERIFY(!m_pipeline->hasBytes());
    QVERIFY(!m_pipeline->areFindingsCurrent());
    QVERIFY(made.wait());
    QVERIFY(m_document->isMade());
    QVERIFY(m_document->bytes().contains(R"("isTest": "no")"));
    QTRY_VERIFY(m_pipeline->areFindingsCurrent());
    QVERIFY(hasFindingAt(u"isTest"_s));
}

void BodyPipelineTest::work_leavesThePoolOfQtAlone()
{
    QSemaphore go;
    core::workers().setMaxThreadCount(1);
    core::workers().start([&go] { go.acquire(); });
    m_document->load(largeBody("false"));
    m_pipeline->setSource(largeBody("true"));
    QCOMPARE(QThreadPool::globalInstance()->activeThreadCount(), 0);
    QVERIFY(!m_pipeline->areFindingsCurrent()); // all of it stands behind the one who waits
    go.release();
    QTRY_VERIFY(m_pipeline->areFindingsCurrent());
    core::workers().setMaxThreadCount(QThread::idealThreadCount());
}

void BodyPipelineTest::edits_newestWins()
{
    m_document->load(largeBody("false"));
    QTRY_VERIFY(m_pipeline->areFindingsCurrent());
    QSignalSpy made(m_pipeline.get(), &BodyPipeline::made);
    QSignalSpy found(m_pipeline.get(), &BodyPipeline::findingsChanged);
    for (const QString &typed : {u"n"_s, u"no"_s, u"non"_s, u"none"_s})
        m_document->setValue(at(u"isTest"_s), typed);
    m_document->setValue(at(u"isTest"_s), true);
    QTRY_VERIFY(m_pipeline->areFindingsCurrent());
    core::workers().waitForDone();
    QCoreApplication::processEvents();
    QCOMPARE(made.size(), 1);
    QVERIFY(m_document->bytes().contains(R"("isTest": true)"));
    QCOMPARE(found.size(), 0);
    QVERIFY(!hasFindingAt(u"isTest"_s));
}

void BodyPipelineTest::source_isInTheBytesAtOnce_andReadLater()
{
    QSignalSpy changed(m_document.get(), &SessionDocument::changed);
    m_pipeline->setSource(largeBody("\"no\""));
    QCOMPARE(m_document->bytes(), largeBody("\"no\""));
    QVERIFY(m_pipeline->hasBytes());
    QVERIFY(!m_pipeline->areFindingsCurrent());
    QCOMPARE(changed.size(), 0);
    QVERIFY(changed.wait());
    QVERIFY(m_document->isMade());
    QTRY_VERIFY(m_pipeline->areFindingsCurrent());
    QVERIFY(hasFindingAt(u"isTest"_s));
}

void BodyPipelineTest::source_newestWins()
{
    QSignalSpy changed(m_document.get(), &SessionDocument::changed);
    m_pipeline->setSource(largeBody("\"n"));
    m_pipeline->setSource(largeBody("\"no\""));
    m_pipeline->setSource(largeBody("false"));
    QTRY_VERIFY(m_pipeline->areFindingsCurrent());
    core::workers().waitForDone();
    QCoreApplication::processEvents();
    QCOMPARE(changed.size(), 1);
    QCOMPARE(m_document->bytes(), largeBody("false"));
    QCOMPARE(m_document->value(at(u"isTest"_s)), QJsonValue(false));
    QVERIFY(!hasFindingAt(u"isTest"_s));
}

void BodyPipelineTest::source_settledByHand_isNotToldTwice()
{
    QSignalSpy changed(m_document.get(), &SessionDocument::changed);
    m_pipeline->setSource(largeBody("\"no\""));
    m_document->settle();
    QTRY_VERIFY(m_pipeline->areFindingsCurrent());
    core::workers().waitForDone();
    QCoreApplication::processEvents();
    QCOMPARE(changed.size(), 1);
}

void BodyPipelineTest::edit_thatMakesSmall_isJudgedAtOnce()
{
    m_document->load(largeBody("\"no\""));
    QTRY_VERIFY(hasFindingAt(u"isTest"_s));
    m_document->load("{}");
    QVERIFY(m_pipeline->areFindingsCurrent());
    QVERIFY(!hasFindingAt(u"isTest"_s));
    core::workers().waitForDone();
    QCoreApplication::processEvents();
    QVERIFY(!hasFindingAt(u"isTest"_s));
}

void BodyPipelineTest::newMembers_areJudgedAnew()
{
    const QByteArray stage = R"({"failureInfo":{"stage":"unknown"},"modalities":["unknownFutureValue"],"x":")";
    m_document->load(stage + QByteArray(BodyPipeline::smallBody, 'x') + "\"}");
    QTRY_VERIFY(m_pipeline->areFindingsCurrent());
    m_pipeline->setNewMembers(session::NewMembers::Announced);
    QVERIFY(!m_pipeline->areFindingsCurrent());
    QTRY_VERIFY(m_pipeline->areFindingsCurrent());
    m_pipeline->setNewMembers(session::NewMembers::Announced);
    QVERIFY(m_pipeline->areFindingsCurrent());
}

void BodyPipelineTest::close_dropsAll()
{
    m_pipeline->setSource(largeBody("\"no\""));
    QSignalSpy changed(m_document.get(), &SessionDocument::changed);
    m_pipeline.reset();
    core::workers().waitForDone();
    QCoreApplication::processEvents();
    QCOMPARE(changed.size(), 0);
    QCOMPARE(m_document->bytes(), largeBody("\"no\""));
}

void BodyPipelineTest::firstEdit_knowsTheSpelling()
{
    const QByteArray loaded = largeBody("false");
    m_document->load(loaded);
    QTRY_VERIFY(m_document->state().isCanonical);
    QVERIFY(!*m_document->state().isCanonical);
    m_document->setValue(at(u"isTest"_s), true);
    QVERIFY(m_document->isRespelled());
    const QByteArray canonical = m_document->bytes();
    m_document->load(canonical);
    QTRY_VERIFY(m_document->state().isCanonical);
    QVERIFY(*m_document->state().isCanonical);
    m_document->setValue(at(u"isTest"_s), false);
    QVERIFY(!m_document->isRespelled());
}

QTEST_GUILESS_MAIN(BodyPipelineTest)
#include "tst_bodypipeline.moc"
