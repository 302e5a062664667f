// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/workspace.h"

#include "edm/builtinschema.h"
#include "present/noenvironment.h"
#include "support/fakes.h"

#include <QDir>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using present::OpenDocument;
using present::Workspace;
using LossAnswer = present::Prompter::LossAnswer;

namespace {

class FakePrompter final : public present::Prompter
{
public:
    LossAnswer askAboutLoss(const QString &name) override
    {
        asked += name;
        return loss;
    }
    LossAnswer askAboutLosses(const QStringList &names) override
    {
        asked += names.join(u'|');
        return loss;
    }
    std::optional<QString> askOpenPath(const QString &, FileKind) override { return path; }
    std::optional<QString> askSavePath(const QString &) override { return path; }
    void tellProblem(const QString &, const QString &, const QString &sentence) override { problems += sentence; }

    QStringList asked;
    LossAnswer loss = LossAnswer::Cancel;
    std::optional<QString> path;
    QStringList problems;
};

struct Desk
{
    /// Writes a file and gives its path.
    QString file(const QString &name, const QByteArray &bytes = "{}") const
    {
        const QString path = folder.filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write a test file");
        return path;
    }

    QByteArray read(const QString &path) const
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    session::SessionDocument &document(int index) const { return workspace.at(index).controller().document(); }

    /// Makes the document at `index` another one.
    void edit(int index, const QString &id) const { document(index).setValue(json::Pointer::fromPath(u"id"_s), id); }

    QStringList titles() const
    {
        QStringList titles;
        for (int i = 0; i < workspace.count(); ++i)
            titles += workspace.title(i);
        return titles;
    }

    QTemporaryDir folder;
    store::LocalFiles files;
    FakePrompter prompter;
    support::FixedClock clock;
    support::MemoryExchangeLog log;
    graph::GraphClient client{clock, log};
    NoEnvironment environment;
    Workspace workspace{{edm::sharedBuiltinSchema(), client, environment.controller, files, prompter}};
};

} // namespace

class WorkspaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_desk = std::make_unique<Desk>();
        m_workspace = &m_desk->workspace;
    }
    void untouched_givesItsPlace_data();
    void untouched_givesItsPlace();
    void open_problem_isTold_andNothingLost();
    void open_twice_activates();
    void titles_areToldApart();
    void each_hasItsOwn_undoTargetAndSchema();
    void close_asks_data();
    void close_asks();
    void close_current_goesOnBeside();
    void close_last_leavesAnEmptyOne();
    void closing_isSaidBeforeTheDocumentGoes();
    void mayLoseAll_asksOnce_data();
    void mayLoseAll_asksOnce();
    void saveAll_stopsAtTheFirstThatIsNotSaved();
    void walk_goesRound();
    void move_keepsTheCurrentOne();

private:
    std::unique_ptr<Desk> m_desk;
    Workspace *m_workspace = nullptr;
};

void WorkspaceTest::untouched_givesItsPlace_data()
{
    QTest::addColumn<int>("does"); // 0 nothing, 1 edits, 2 opens a file, 3 shows an exchange
    QTest::addColumn<int>("count");
    QTest::newRow("untouched") << 0 << 1;
    QTest::newRow("edited") << 1 << 2;
    QTest::newRow("has a file") << 2 << 2;
    QTest::newRow("has an exchange") << 3 << 2;
}

void WorkspaceTest::untouched_givesItsPlace()
{
    QFETCH(const int, does);
    QFETCH(const int, count);
    if (does == 1)
        m_desk->edit(0, u"7"_s);
    if (does == 2)
        QVERIFY(m_workspace->load(m_desk->file(u"a.json"_s)));
    if (does == 3) {
        exchange::Exchange past;
        past.error = core::Error{};
        m_workspace->current().controller().recall(past);
    }
    m_workspace->startNew();
    QCOMPARE(m_workspace->count(), count);
    QCOMPARE(m_workspace->currentIndex(), count - 1);
    QCOMPARE(m_workspace->current().controller().document().bytes(), "{}"_ba);
}

void WorkspaceTest::open_problem_isTold_andNothingLost()
{
    m_workspace->startWith("{\"mine\":1}", {});
    QVERIFY(!m_workspace->openPath(u"/dev/zero"_s));
    QVERIFY(!m_workspace->openPath(m_desk->folder.path()));
    QVERIFY(!m_workspace->openPath(m_desk->folder.filePath(u"missing.json"_s)));
    QVERIFY(!m_workspace->openPath(m_desk->file(u"latin1.json"_s, "{\"a\":\"\xe4\"}")));
    QCOMPARE(m_desk->prompter.problems.size(), 4);
    QCOMPARE(m_workspace->count(), 1);
    QCOMPARE(m_desk->document(0).bytes(), "{\"mine\":1}"_ba);
    QCOMPARE(m_desk->prompter.asked, QStringList());
}

void WorkspaceTest::open_twice_activates()
{
    const QString a = m_desk->file(u"a.json"_s);
    m_desk->prompter.path = a;
    m_workspace->open();
    QVERIFY(m_workspace->openPath(m_desk->file(u"b.json"_s)));
    QCOMPARE(m_workspace->currentIndex(), 1);
    m_desk->edit(0, u"7"_s);
    QVERIFY(m_workspace->openPath(m_desk->folder.path() + u"/./a.json"_s));
    QCOMPARE(m_workspace->count(), 2);
    QCOMPARE(m_workspace->currentIndex(), 0);
    QVERIFY(m_workspace->current().isModified());
    QVERIFY(QFile::link(a, m_desk->folder.filePath(u"link.json"_s)));
    m_workspace->activate(1);
    QVERIFY(m_workspace->openPath(m_desk->folder.filePath(u"link.json"_s)));
    QCOMPARE(m_workspace->count(), 2);
    QCOMPARE(m_workspace->currentIndex(), 0);
}

void WorkspaceTest::titles_areToldApart()
{
    m_desk->edit(0, u"1"_s);
    m_workspace->startNew();
    m_desk->edit(1, u"2"_s);
    QVERIFY(m_workspace->openPath(m_desk->file(u"one/a.json"_s)));
    QVERIFY(m_workspace->openPath(m_desk->file(u"b.json"_s)));
    QCOMPARE(m_desk->titles(), QStringList({u"untitled"_s, u"untitled (2)"_s, u"a.json"_s, u"b.json"_s}));
    QVERIFY(m_workspace->openPath(m_desk->file(u"two/a.json"_s)));
    QCOMPARE(m_desk->titles().mid(2), QStringList({u"a.json in one"_s, u"b.json"_s, u"a.json in two"_s}));
    QVERIFY(m_workspace->close(2));
    QCOMPARE(m_desk->titles().mid(2), QStringList({u"b.json"_s, u"a.json"_s}));
}

void WorkspaceTest::each_hasItsOwn_undoTargetAndSchema()
{
    m_desk->edit(0, u"7"_s);
    present::DocumentController &first = m_workspace->at(0).controller();
    first.setTarget({u"http://127.0.0.1:1"_s, u"beta"_s, u"r"_s, exchange::PathChoice::Sessions});
    m_workspace->startNew();
    present::DocumentController &second = m_workspace->at(1).controller();
    QCOMPARE(second.target(), first.target()); // as the one it was opened beside
    second.setTarget({u"http://127.0.0.1:1"_s, u"v1.0"_s, u"s"_s, exchange::PathChoice::Sessions});
    QCOMPARE(first.target().callRecordId, u"r"_s);
    QVERIFY(first.document().canUndo());
    QVERIFY(!second.document().canUndo());
    const auto schema = std::make_shared<const edm::Schema>(edm::builtinSchema());
    m_workspace->setSchema(schema);
    m_workspace->startWith("{}", {});
    m_desk->edit(1, u"8"_s);
    m_workspace->startNew();
    for (int i = 0; i < m_workspace->count(); ++i)
        QCOMPARE(m_workspace->at(i).controller().sharedSchema(), schema);
}

void WorkspaceTest::close_asks_data()
{
    QTest::addColumn<bool>("isModified");
    QTest::addColumn<LossAnswer>("answer");
    QTest::addColumn<bool>("isClosed");
    QTest::addColumn<QByteArray>("onDisk");
    const QByteArray old = "{}";
    QTest::newRow("unmodified") << false << LossAnswer::Cancel << true << old;
    QTest::newRow("cancel") << true << LossAnswer::Cancel << false << old;
    QTest::newRow("discard") << true << LossAnswer::Discard << true << old;
    QTest::newRow("save") << true << LossAnswer::Save << true << "{\n    \"id\": \"7\"\n}\n"_ba;
}

void WorkspaceTest::close_asks()
{
    QFETCH(const bool, isModified);
    QFETCH(const LossAnswer, answer);
    QFETCH(const bool, isClosed);
    QFETCH(const QByteArray, onDisk);
    const QString path = m_desk->file(u"a.json"_s);
    QVERIFY(m_workspace->openPath(path));
    QVERIFY(m_workspace->openPath(m_desk->file(u"b.json"_s)));
    if (isModified)
        m_desk->edit(0, u"7"_s);
    m_desk->prompter.loss = answer;
    QCOMPARE(m_workspace->close(0), isClosed);
    QCOMPARE(m_desk->prompter.asked, isModified ? QStringList(u"a.json"_s) : QStringList());
    QCOMPARE(m_workspace->count(), isClosed ? 1 : 2);
    QCOMPARE(m_workspace->current().file().name(), isClosed ? u"b.json"_s : u"a.json"_s);
    QCOMPARE(m_desk->read(path), onDisk);
}

void WorkspaceTest::close_current_goesOnBeside()
{
    for (const QString &name : {u"a.json"_s, u"b.json"_s, u"c.json"_s})
        QVERIFY(m_workspace->openPath(m_desk->file(name)));
    m_workspace->activate(1);
    QVERIFY(m_workspace->close(1));
    QCOMPARE(m_workspace->current().file().name(), u"c.json"_s);
    QVERIFY(m_workspace->close(1));
    QCOMPARE(m_workspace->current().file().name(), u"a.json"_s);
}

void WorkspaceTest::close_last_leavesAnEmptyOne()
{
    QVERIFY(m_workspace->openPath(m_desk->file(u"a.json"_s, "{\"a\":1}")));
    QVERIFY(m_workspace->close(0));
    QCOMPARE(m_workspace->count(), 1);
    QVERIFY(m_workspace->current().isUntouched());
    QCOMPARE(m_desk->document(0).bytes(), "{}"_ba);
}

void WorkspaceTest::closing_isSaidBeforeTheDocumentGoes()
{
    QVERIFY(m_workspace->openPath(m_desk->file(u"a.json"_s)));
    QVERIFY(m_workspace->openPath(m_desk->file(u"b.json"_s)));
    QStringList said;
    connect(m_workspace, &Workspace::closing, this, [this, &said](int index) {
        said += m_workspace->at(index).file().name() + u'/' + m_workspace->current().file().name();
    });
    QVERIFY(m_workspace->close(1));
    QCOMPARE(said, QStringList(u"b.json/a.json"_s));
}

void WorkspaceTest::mayLoseAll_asksOnce_data()
{
    QTest::addColumn<QList<int>>("edited");
    QTest::addColumn<LossAnswer>("answer");
    QTest::addColumn<QStringList>("asked");
    QTest::addColumn<bool>("mayGo");
    QTest::newRow("none") << QList<int>() << LossAnswer::Cancel << QStringList() << true;
    QTest::newRow("one") << QList<int>{1} << LossAnswer::Cancel << QStringList(u"b.json"_s) << false;
    QTest::newRow("two, cancel") << QList<int>{0, 2} << LossAnswer::Cancel << QStringList(u"a.json|c.json"_s) << false;
    QTest::newRow("two, discard") << QList<int>{0, 2} << LossAnswer::Discard << QStringList(u"a.json|c.json"_s) << true;
    QTest::newRow("two, save") << QList<int>{0, 2} << LossAnswer::Save << QStringList(u"a.json|c.json"_s) << true;
}

void WorkspaceTest::mayLoseAll_asksOnce()
{
    QFETCH(const QList<int>, edited);
    QFETCH(const LossAnswer, answer);
    QFETCH(const QStringList, asked);
    QFETCH(const bool, mayGo);
    QStringList paths;
    for (const QString &name : {u"a.json"_s, u"b.json"_s, u"c.json"_s}) {
        paths += m_desk->file(name);
        QVERIFY(m_workspace->openPath(paths.constLast()));
    }
    for (const int index : edited)
        m_desk->edit(index, u"7"_s);
    m_desk->prompter.loss = answer;
    QCOMPARE(m_workspace->mayLoseAll(), mayGo);
    QCOMPARE(m_desk->prompter.asked, asked);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(m_desk->read(paths.at(i)) != "{}", edited.contains(i) && answer == LossAnswer::Save);
}

void WorkspaceTest::saveAll_stopsAtTheFirstThatIsNotSaved()
{
    m_desk->edit(0, u"1"_s); // without a file, and nobody says where
    m_workspace->startNew();
    m_desk->edit(1, u"2"_s);
    m_desk->prompter.loss = LossAnswer::Save;
    QVERIFY(!m_workspace->mayLoseAll());
    QCOMPARE(m_workspace->currentIndex(), 0);
    QVERIFY(m_workspace->at(0).isModified() && m_workspace->at(1).isModified());
}

void WorkspaceTest::walk_goesRound()
{
    for (const QString &name : {u"a.json"_s, u"b.json"_s, u"c.json"_s})
        QVERIFY(m_workspace->openPath(m_desk->file(name)));
    QSignalSpy changed(m_workspace, &Workspace::currentChanged);
    m_workspace->activateNext();
    QCOMPARE(m_workspace->currentIndex(), 0);
    m_workspace->activatePrevious();
    QCOMPARE(m_workspace->currentIndex(), 2);
    m_workspace->activatePrevious();
    QCOMPARE(m_workspace->currentIndex(), 1);
    m_workspace->activate(1);
    QCOMPARE(changed.size(), 3);
}

void WorkspaceTest::move_keepsTheCurrentOne()
{
    for (const QString &name : {u"a.json"_s, u"b.json"_s, u"c.json"_s})
        QVERIFY(m_workspace->openPath(m_desk->file(name)));
    m_workspace->move(2, 0);
    QCOMPARE(m_desk->titles(), QStringList({u"c.json"_s, u"a.json"_s, u"b.json"_s}));
    QCOMPARE(m_workspace->currentIndex(), 0);
    m_workspace->move(0, 1);
    QCOMPARE(m_desk->titles(), QStringList({u"a.json"_s, u"c.json"_s, u"b.json"_s}));
    QCOMPARE(m_workspace->current().file().name(), u"c.json"_s);
}

QTEST_GUILESS_MAIN(WorkspaceTest)
#include "tst_workspace.moc"
