// SPDX-License-Identifier: GPL-3.0-or-later
// docs/promises.md F3, S4: what is not saved is kept, and offered after a crash.
#include "present/journalkeeper.h"

#include "core/digest.h"
#include "present/recovery.h"
#include "present/templaterequest.h"
#include "present/workspacedesk.h"
#include "session/unsaved.h"
#include "json/edit.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

namespace {

const json::Pointer idPlace({u"id"_s});

struct Desk : WorkspaceDesk
{
    QString journalFolder() const { return folder.filePath(u"journal"_s); }

    /// What is kept, the documents in the order of their numbers.
    QList<session::Unsaved> kept() const
    {
        QStringList paths;
        QDirIterator each(journalFolder(), {u"*.unsaved"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (each.hasNext())
            paths += each.next();
        paths.sort();
        QList<session::Unsaved> result;
        for (const QString &path : std::as_const(paths)) {
            QFile file(path);
            if (!file.open(QIODevice::ReadOnly))
                qFatal("cannot read the journal");
            const core::Result<session::Unsaved> unsaved = session::readJournal(file.readAll());
            if (!unsaved)
                qFatal("torn");
            result += *unsaved;
        }
        return result;
    }

    /// Has everything written, whether it can be or not.
    void flush()
    {
        bool isDone = false;
        keeper->flush([&isDone](const core::Status &) { isDone = true; });
        QTRY_VERIFY_WITH_TIMEOUT(isDone, 20'000);
    }

    /// What a crashed run would have left.
    void leave(const session::Unsaved &unsaved) const
    {
        store::Journal journal(journalFolder());
        if (!journal.write(1, session::journalBytes(unsaved)))
            qFatal("cannot write the journal");
    }

    /// Looks for what was left, and waits for the offer.
    void look()
    {
        QSignalSpy found(recovery.get(), &present::Recovery::found);
        recovery->look();
        QVERIFY(found.wait(20'000));
    }

    session::SessionDocument &body() const { return workspace.current().controller().document(); }

    std::unique_ptr<present::JournalKeeper> keeper
        = std::make_unique<present::JournalKeeper>(workspace, journalFolder());
    std::unique_ptr<present::Recovery> recovery = std::make_unique<present::Recovery>(workspace, *keeper);
};

} // namespace

class JournalKeeperTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_desk = std::make_unique<Desk>();
        m_desk->keeper->start();
    }
    void cleanup() { m_desk.reset(); }

    void untouched_isNotKept()
    {
        QVERIFY(m_desk->workspace.openPath(m_desk->file(u"a.json"_s)));
        m_desk->flush();
        QVERIFY(!QDir(m_desk->journalFolder()).exists());
    }

    void typed_isKeptByItself()
    {
        m_desk->body().setValue(idPlace, u"typed"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_desk->kept().size(), 1, 20'000);
        QCOMPARE(m_desk->kept().constFirst().text, json::canonical({{u"id"_s, u"typed"_s}}));
    }

    void sourceThatIsNoJson_isKept()
    {
        m_desk->body().setSource("{\"id\": tru");
        m_desk->flush();
        QCOMPARE(m_desk->kept().constFirst().text, "{\"id\": tru");
    }

    void savedOrTakenBackOrClosed_isForgotten()
    {
        const QString path = m_desk->file(u"a.json"_s, "{\n}\n");
        QVERIFY(m_desk->workspace.openPath(path));
        m_desk->body().setValue(idPlace, 1);
        m_desk->flush();
        QCOMPARE(m_desk->kept().size(), 1);
        QCOMPARE(m_desk->kept().constFirst().path, path);
        QVERIFY(m_desk->workspace.current().file().save());
        m_desk->flush();
        QCOMPARE(m_desk->kept().size(), 0);

        m_desk->body().setValue(idPlace, 2);
        m_desk->flush();
        QCOMPARE(m_desk->kept().size(), 1);
        m_desk->body().undo();
        m_desk->flush();
        QCOMPARE(m_desk->kept().size(), 0);

        m_desk->body().setValue(idPlace, 3);
        m_desk->flush();
        m_desk->prompter.loss = present::Prompter::LossAnswer::Discard;
        QVERIFY(m_desk->workspace.close(m_desk->workspace.currentIndex()));
        m_desk->flush();
        QCOMPARE(m_desk->kept().size(), 0);
    }

    void severalDocuments_areKeptApart()
    {
        m_desk->body().setValue(idPlace, 1);
        m_desk->workspace.startNew();
        m_desk->body().setValue(idPlace, 2);
        m_desk->flush();
        QCOMPARE(m_desk->kept().size(), 2);
        QCOMPARE(m_desk->kept().at(1).text, json::canonical({{u"id"_s, 2}}));
    }

    void orderlyEnd_leavesNothing()
    {
        m_desk->body().setValue(idPlace, 1);
        m_desk->flush();
        m_desk->recovery.reset();
        m_desk->keeper.reset();
        QCOMPARE(m_desk->kept().size(), 0);
    }

    void secret_isMasked()
    {
        const QString jwt = u"eyJhbGciOiJub25lIn0.eyJyb2xlcyI6W119.c2lnbmF0dXJl"_s;
        m_desk->body().setValue(idPlace, jwt);
        m_desk->flush();
        QVERIFY(m_desk->kept().constFirst().isMasked);
        QCOMPARE(m_desk->kept().constFirst().text, json::canonical({{u"id"_s, u"***"_s}}));
    }

    void template_isKeptWhole()
    {
        session::Template content;
        content.name = u"call"_s;
        content.body = json::canonical({});
        QVERIFY(m_desk->workspace.openPath(m_desk->file(u"t.json"_s, *session::templateText(content))));
        present::TemplateDraft &draft = m_desk->workspace.current().controller().draft();
        draft.setTexts(u"renamed"_s, {}, {});
        m_desk->flush();
        const core::Result<session::TemplateFile> file = session::readTemplate(m_desk->kept().constFirst().text);
        QVERIFY(file);
        QCOMPARE(file->content.name, u"renamed"_s);
    }

    void unwritableFolder_isToldOnce()
    {
        QFile inTheWay(m_desk->journalFolder());
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        QSignalSpy failed(m_desk->keeper.get(), &present::JournalKeeper::failed);
        for (int i = 0; i < 3; ++i) {
            m_desk->body().setValue(idPlace, i);
            m_desk->flush();
        }
        QCOMPARE(failed.size(), 1);
        QVERIFY(inTheWay.remove());
        QTRY_COMPARE_WITH_TIMEOUT(m_desk->kept().size(), 1, 20'000); // without another key
        QCOMPARE(failed.size(), 1);
    }

    void nothingLeft_isNotOffered()
    {
        QSignalSpy found(m_desk->recovery.get(), &present::Recovery::found);
        m_desk->recovery->look();
        QVERIFY(!found.wait(200));
        QVERIFY(m_desk->recovery->summary().isEmpty());
    }

    void left_isOffered_andRestored()
    {
        const QString path = m_desk->file(u"a.json"_s, "{ }");
        session::KeptAside aside;
        aside.set(json::Pointer({u"caller"_s}), {{u"name"_s, u"kept"_s}});
        const QByteArray text = json::canonical({{u"caller"_s, QJsonObject()}});
        m_desk->leave({path, u"a.json"_s, core::sha256("{ }"), text, aside, {}, false});
        m_desk->look();
        QVERIFY(m_desk->recovery->summary().contains(u"a.json"_s));
        m_desk->recovery->restore();
        const present::OpenDocument &document = m_desk->workspace.current();
        QCOMPARE(document.file().path(), path);
        QCOMPARE(document.file().diskState(), present::DiskWatch::State::Same);
        QVERIFY(document.isModified());
        QCOMPARE(m_desk->body().bytes(), text);
        QCOMPARE(m_desk->body().keptAside(json::Pointer({u"caller"_s})).value(u"name"_s), u"kept"_s);
        m_desk->flush();
        QTRY_COMPARE_WITH_TIMEOUT(m_desk->kept().size(), 1, 20'000); // by this run, and no longer by the one before
        m_desk->body().undo();
        QCOMPARE(m_desk->body().bytes(), "{ }");
        QVERIFY(!document.isModified());
    }

    void leftOfAFileThatChanged_saysSo_data()
    {
        QTest::addColumn<bool>("isGone");
        QTest::addColumn<present::DiskWatch::State>("state");
        QTest::newRow("changed") << false << present::DiskWatch::State::Changed;
        QTest::newRow("gone") << true << present::DiskWatch::State::Gone;
    }

    void leftOfAFileThatChanged_saysSo()
    {
        QFETCH(bool, isGone);
        QFETCH(present::DiskWatch::State, state);
        const QString path = m_desk->file(u"a.json"_s, "{ \"by\": \"others\" }");
        if (isGone)
            QVERIFY(QFile::remove(path));
        m_desk->leave({path, u"a.json"_s, core::sha256("{ }"), "{\"mine\": 1}", {}, {}, false});
        m_desk->look();
        m_desk->recovery->restore();
        QCOMPARE(m_desk->body().bytes(), "{\"mine\": 1}");
        QVERIFY(m_desk->workspace.current().file().isUnsaved());
        QTRY_COMPARE(m_desk->workspace.current().file().diskState(), state);
    }

    void besideABareSession_isKeptAndRestored()
    {
        session::Expectation expectation;
        expectation.errorCode = u"BadRequest"_s;
        const session::TemplateTarget target{u"beta"_s, u"/sessions/$ref"_s, u"7"_s, {}};
        const present::HeaderRow mine{"X-Mine", "1", true, {}};
        const present::HeaderRow secret{"Authorization", "whatever", true, {}};
        Desk crashed;
        crashed.keeper->start();
        present::TemplateDraft &draft = crashed.workspace.current().controller().draft();
        crashed.body().setValue(idPlace, 1);
        crashed.flush();
        QCOMPARE(crashed.kept().constFirst().beside, QByteArray());
        draft.setExpectation(expectation);
        draft.setTarget(target);
        draft.headers().setRows(present::defaultHeaders() + QList{mine, secret});
        crashed.flush(); // no key in the body since
        QVERIFY(crashed.kept().constFirst().isMasked);
        m_desk->leave(crashed.kept().constFirst());

        m_desk->look();
        m_desk->recovery->restore();
        const present::DocumentController &restored = m_desk->workspace.current().controller();
        QVERIFY(!restored.draft().isTemplate());
        QCOMPARE(restored.expectation(), expectation);
        QCOMPARE(restored.draft().target(), target);
        const exchange::Target whole{u"http://127.0.0.1:1"_s, u"beta"_s, u"7"_s, exchange::PathChoice::Ref};
        QCOMPARE(restored.target(), whole);
        const present::HeaderRow masked{"Authorization", "***", true, {}};
        QVERIFY(
            present::sameButDrawn(restored.draft().headers().rows(), present::defaultHeaders() + QList{mine, masked}));
    }

    void nothingBeside_takesTheUsual()
    {
        present::DocumentController &controller = m_desk->workspace.current().controller();
        controller.setTarget({u"http://127.0.0.1:1"_s, u"beta"_s, u"7"_s, exchange::PathChoice::Ref});
        m_desk->leave({{}, u"untitled"_s, {}, "{\"id\": 1}", {}, {}, false});
        m_desk->look();
        m_desk->recovery->restore();
        const exchange::Target usual{u"http://127.0.0.1:1"_s, u"v1.0"_s, u"1"_s, exchange::PathChoice::Sessions};
        QCOMPARE(m_desk->workspace.current().controller().target(), usual);
    }

    void leftTemplate_isATemplateAgain()
    {
        session::Template content;
        content.name = u"call"_s;
        content.body = json::canonical({});
        const QByteArray saved = *session::templateText(content);
        const QString path = m_desk->file(u"t.json"_s, saved);
        content.name = u"renamed"_s;
        m_desk->leave({path, u"t.json"_s, core::sha256(saved), *session::templateText(content), {}, {}, true});
        m_desk->look();
        QVERIFY(m_desk->recovery->summary().contains(u"***"_s));
        m_desk->recovery->restore();
        present::OpenDocument &document = m_desk->workspace.current();
        QVERIFY(document.controller().draft().isTemplate());
        QCOMPARE(document.controller().draft().name(), u"renamed"_s);
        QVERIFY(document.isModified());
        QVERIFY(document.file().save());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), *session::templateText(content));
    }

    void discarded_isGone()
    {
        m_desk->leave({{}, u"untitled"_s, {}, "{\"id\": 1}", {}, {}, false});
        m_desk->look();
        m_desk->recovery->discard();
        QCOMPARE(m_desk->kept().size(), 0);
        QVERIFY(m_desk->recovery->summary().isEmpty());
        QCOMPARE(m_desk->workspace.count(), 1);
    }

    void damaged_isSetAsideAndTold()
    {
        {
            store::Journal journal(m_desk->journalFolder());
            QVERIFY(journal.write(1, "{\"sessionComposerJournal\":1}\n{"));
        }
        QSignalSpy told(m_desk->recovery.get(), &present::Recovery::told);
        m_desk->recovery->look();
        QVERIFY(told.wait(20'000));
        QVERIFY(told.constFirst().constFirst().toString().contains(u"damaged-"_s));
        QVERIFY(m_desk->recovery->summary().isEmpty());
    }

private:
    std::unique_ptr<Desk> m_desk;
};

QTEST_GUILESS_MAIN(JournalKeeperTest)
#include "tst_journalkeeper.moc"
