// SPDX-License-Identifier: GPL-3.0-or-later
// A text that was typed and is read later: its bytes are the body at once, and nothing told is ever about older ones.
#include "session/sessiondocument.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using json::Pointer;
using session::SessionDocument;

namespace {

Pointer at(const QString &path)
{
    return Pointer::fromPath(path);
}

const QByteArray typed = "{ \"id\": \"typed\", \"n\": 1.0 }";

} // namespace

class UnreadSourceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_document.reset(); }
    void typing_isInTheBytesAtOnce();
    void take_tellsTheChangeOnce();
    void take_ofAnOlderBody_doesNothing();
    void asking_isAnsweredByTheNewText();
    void edit_goesIntoWhatWasTyped();
    void undoAndRedo_giveBothBodies();
    void typing_mergesWithTyping();
    void save_readsFirst();
    void modified_isTrueUntilTypedBack();
    void made_ofAnEdit_givesItsBytes();
    void canonical_ofAnOlderBody_isNotBelieved();

private:
    std::unique_ptr<SessionDocument> m_document;
};

void UnreadSourceTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_document = std::make_unique<SessionDocument>();
    m_document->load("{}");
}

void UnreadSourceTest::typing_isInTheBytesAtOnce()
{
    QSignalSpy changed(m_document.get(), &SessionDocument::changed);
    QSignalSpy sourceTyped(m_document.get(), &SessionDocument::sourceTyped);
    QSignalSpy modified(m_document.get(), &SessionDocument::modifiedChanged);
    m_document->setUnreadSource(typed);
    QCOMPARE(m_document->bytes(), typed);
    QVERIFY(m_document->hasBytes());
    QVERIFY(!m_document->isMade());
    QVERIFY(!m_document->isSettled());
    QCOMPARE(m_document->revision(), 1u);
    QCOMPARE(sourceTyped.size(), 1);
    QCOMPARE(modified.size(), 1);
    QCOMPARE(changed.size(), 0);
    m_document->setUnreadSource(typed);
    QCOMPARE(sourceTyped.size(), 1);
}

void UnreadSourceTest::take_tellsTheChangeOnce()
{
    m_document->setUnreadSource(typed);
    QSignalSpy changed(m_document.get(), &SessionDocument::changed);
    const session::BodyState state = m_document->state();
    QVERIFY(m_document->take(state.number, session::made(state)));
    QCOMPARE(changed.size(), 1);
    QVERIFY(m_document->isSettled());
    QVERIFY(m_document->isMade());
    QCOMPARE(m_document->value(at(u"id"_s)), QJsonValue(u"typed"_s));
    m_document->settle();
    QCOMPARE(changed.size(), 1);
}

void UnreadSourceTest::take_ofAnOlderBody_doesNothing()
{
    m_document->setUnreadSource(typed);
    const session::BodyState state = m_document->state();
    m_document->setUnreadSource("[");
    QSignalSpy changed(m_document.get(), &SessionDocument::changed);
    QVERIFY(!m_document->take(state.number, session::made(state)));
    QCOMPARE(changed.size(), 0);
    QCOMPARE(m_document->bytes(), "["_ba);
    QVERIFY(m_document->obstacle());
}

void UnreadSourceTest::asking_isAnsweredByTheNewText()
{
    m_document->setUnreadSource(typed);
    QSignalSpy changed(m_document.get(), &SessionDocument::changed);
    QCOMPARE(m_document->object().size(), 2);
    QCOMPARE(m_document->index().text(), typed);
    QCOMPARE(changed.size(), 0);
    m_document->settle();
    QCOMPARE(changed.size(), 1);
    m_document->setUnreadSource("[1");
    QVERIFY(m_document->obstacle());
    QVERIFY(m_document->object().isEmpty());
}

void UnreadSourceTest::edit_goesIntoWhatWasTyped()
{
    m_document->setUnreadSource(typed);
    QSignalSpy changed(m_document.get(), &SessionDocument::changed);
    m_document->setValue(at(u"id"_s), u"edited"_s);
    QCOMPARE(changed.size(), 2);
    QCOMPARE(m_document->bytes(), "{\n    \"id\": \"edited\",\n    \"n\": 1\n}\n"_ba);
    QVERIFY(m_document->isRespelled());
}

void UnreadSourceTest::undoAndRedo_giveBothBodies()
{
    m_document->setUnreadSource(typed);
    m_document->undo();
    QCOMPARE(m_document->bytes(), "{}"_ba);
    QVERIFY(m_document->isSettled());
    QVERIFY(!m_document->isModified());
    QSignalSpy changed(m_document.get(), &SessionDocument::changed);
    m_document->redo();
    QCOMPARE(changed.size(), 1);
    QCOMPARE(m_document->bytes(), typed);
    QCOMPARE(m_document->value(at(u"id"_s)), QJsonValue(u"typed"_s));
}

void UnreadSourceTest::typing_mergesWithTyping()
{
    m_document->setUnreadSource("{\"a");
    m_document->setUnreadSource("{\"a\"");
    m_document->settle();
    m_document->setUnreadSource("{\"a\":1}");
    m_document->undo();
    QCOMPARE(m_document->bytes(), "{}"_ba);
    QVERIFY(!m_document->canUndo());
}

void UnreadSourceTest::save_readsFirst()
{
    m_document->setUnreadSource(typed);
    QSignalSpy changed(m_document.get(), &SessionDocument::changed);
    m_document->markSaved();
    QCOMPARE(changed.size(), 1);
    QVERIFY(!m_document->isModified());
    m_document->setValue(at(u"id"_s), u"edited"_s);
    QVERIFY(m_document->isModified());
    m_document->undo();
    QVERIFY(!m_document->isModified());
}

void UnreadSourceTest::modified_isTrueUntilTypedBack()
{
    m_document->setValue(at(u"id"_s), u"saved"_s);
    m_document->markSaved();
    const QByteArray saved = m_document->bytes();
    m_document->setUnreadSource(saved + '\n');
    QVERIFY(m_document->isModified());
    m_document->setUnreadSource(saved);
    QVERIFY(!m_document->isModified());
}

void UnreadSourceTest::made_ofAnEdit_givesItsBytes()
{
    m_document->setValue(at(u"id"_s), u"edited"_s);
    QVERIFY(!m_document->hasBytes());
    const session::BodyState state = m_document->state();
    QSignalSpy changed(m_document.get(), &SessionDocument::changed);
    QVERIFY(m_document->take(state.number, session::made(state)));
    QCOMPARE(changed.size(), 0);
    QVERIFY(m_document->isMade());
    QCOMPARE(m_document->bytes(), "{\n    \"id\": \"edited\"\n}\n"_ba);
    QCOMPARE(m_document->index().text(), m_document->bytes());
    QCOMPARE(m_document->lastSize(), m_document->bytes().size());
}

void UnreadSourceTest::canonical_ofAnOlderBody_isNotBelieved()
{
    const QByteArray canonical = "{\n    \"n\": 1\n}\n";
    m_document->load(canonical);
    const session::BodyState state = m_document->state();
    QVERIFY(session::isCanonical(state));
    m_document->load("{\"n\":1}");
    m_document->noteCanonical(state.number, true);
    m_document->setValue(at(u"n"_s), 2);
    QVERIFY(m_document->isRespelled());
    m_document->setValue(at(u"n"_s), 1);
    QVERIFY(m_document->isModified()); // in other words
}

QTEST_APPLESS_MAIN(UnreadSourceTest)
#include "tst_unreadsource.moc"
