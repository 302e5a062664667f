// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/recentfiles.h"

#include "present/workspacedesk.h"
#include "store/settings.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using present::RecentFiles;

namespace {

struct Desk : WorkspaceDesk
{
    store::Settings settings{folder.path()};
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
