// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/recentfiles.h"

#include "edm/builtinschema.h"
#include "present/noenvironment.h"
#include "present/workspace.h"
#include "store/settings.h"
#include "support/fakes.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using present::RecentFiles;

namespace {

class FakePrompter final : public present::Prompter
{
public:
    LossAnswer askAboutLoss(const QString &) override { return LossAnswer::Cancel; }
    LossAnswer askAboutLosses(const QStringList &) override { return LossAnswer::Cancel; }
    std::optional<QString> askOpenPath(const QString &, FileKind) override { return {}; }
    std::optional<QString> askSavePath(const QString &) override { return path; }
    void tellProblem(const QString &, const QString &, const QString &) override { ++problems; }

    std::optional<QString> path;
    int problems = 0;
};

struct Desk
{
    QString file(const QString &name) const
    {
        const QString path = folder.filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write("{}") != 2)
            qFatal("cannot write a test file");
        return path;
    }

    QTemporaryDir folder;
    store::Settings settings{folder.path()};
    store::LocalFiles files;
    FakePrompter prompter;
    support::FixedClock clock;
    support::MemoryExchangeLog log;
    graph::GraphClient client{clock, log};
    NoEnvironment environment;
    present::Workspace workspace{{edm::sharedBuiltinSchema(), client, environment.controller, files, prompter}};
    RecentFiles recent{workspace, settings};
};

} // namespace

class RecentFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_desk = std::make_unique<Desk>();
    }
    void newestFirst_eachOnce_tenAtMost();
    void saveAs_isNoted();
    void missing_isTold_andGoes();
    void clear_isRemembered();

private:
    std::unique_ptr<Desk> m_desk;
};

void RecentFilesTest::newestFirst_eachOnce_tenAtMost()
{
    QStringList expected;
    for (int i = 0; i < 12; ++i) {
        const QString path = m_desk->file(u"%1.json"_s.arg(i));
        QVERIFY(m_desk->workspace.openPath(path));
        expected.prepend(path);
    }
    expected = expected.mid(0, 10);
    QCOMPARE(m_desk->recent.paths(), expected);
    QVERIFY(m_desk->workspace.close(5));
    m_desk->recent.open(expected.at(6));
    expected.move(6, 0);
    QCOMPARE(m_desk->recent.paths(), expected);
}

void RecentFilesTest::saveAs_isNoted()
{
    m_desk->prompter.path = m_desk->folder.filePath(u"new.json"_s);
    QVERIFY(m_desk->workspace.current().file().save());
    QCOMPARE(m_desk->recent.paths(), QStringList(*m_desk->prompter.path));
}

void RecentFilesTest::missing_isTold_andGoes()
{
    const QString a = m_desk->file(u"a.json"_s);
    const QString b = m_desk->file(u"b.json"_s);
    QVERIFY(m_desk->workspace.openPath(a) && m_desk->workspace.openPath(b));
    QVERIFY(m_desk->workspace.close(0));
    QVERIFY(QFile::remove(a));
    m_desk->recent.open(a);
    QCOMPARE(m_desk->prompter.problems, 1);
    QCOMPARE(m_desk->recent.paths(), QStringList(b));
}

void RecentFilesTest::clear_isRemembered()
{
    QVERIFY(m_desk->workspace.openPath(m_desk->file(u"a.json"_s)));
    QCOMPARE(RecentFiles(m_desk->workspace, m_desk->settings).paths().size(), 1);
    m_desk->recent.clear();
    QCOMPARE(RecentFiles(m_desk->workspace, m_desk->settings).paths().size(), 0);
}

QTEST_GUILESS_MAIN(RecentFilesTest)
#include "tst_recentfiles.moc"
