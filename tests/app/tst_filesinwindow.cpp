// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/documentpage.h"
#include "app/noticebar.h"
#include "app/windowfixture.h"

#include <QDropEvent>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

/// What the window has to do with files beside Open and Save.
class FilesInWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnAnyWarning();
        m_fixture = std::make_unique<WindowFixture>();
        QVERIFY(m_fixture->start());
    }
    void cleanup() { m_fixture.reset(); }
    void drop_opensFiles();
    void drop_ofOtherThings_isRefused();
    void recent_opens_andClears();
    void changedOnDisk_isSaid();

private:
    QString file(const QString &name, const QByteArray &bytes = "{}") const
    {
        const QString path = m_fixture->folder.filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write a test file");
        return path;
    }

    /// True when the window took what was dropped on it.
    bool drop(const QList<QUrl> &urls) const
    {
        QMimeData data;
        data.setUrls(urls);
        QDragEnterEvent enter({10, 10}, Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
        enter.setAccepted(false);
        QCoreApplication::sendEvent(&m_fixture->window, &enter);
        if (!enter.isAccepted())
            return false;
        QDropEvent event({10, 10}, Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&m_fixture->window, &event);
        return event.isAccepted() && event.dropAction() == Qt::CopyAction;
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

void FilesInWindowTest::drop_opensFiles()
{
    const QString a = file(u"a.json"_s, "{\"a\":1}");
    const QString b = file(u"b #1%.json"_s, "{\"b\":1}");
    QVERIFY(drop({QUrl::fromLocalFile(a), QUrl(u"https://example.org/c.json"_s), QUrl::fromLocalFile(b)}));
    QCOMPARE(m_fixture->workspace.count(), 2);
    QCOMPARE(m_fixture->workspace.at(0).file().path(), a);
    QCOMPARE(m_fixture->window.page().controller().document().bytes(), "{\"b\":1}"_ba);
    QVERIFY(m_fixture->prompter.problems.isEmpty());
}

void FilesInWindowTest::drop_ofOtherThings_isRefused()
{
    QVERIFY(!drop({}));
    QVERIFY(!drop({QUrl(u"https://example.org/c.json"_s)}));
    QCOMPARE(m_fixture->workspace.count(), 1);
}

void FilesInWindowTest::recent_opens_andClears()
{
    auto *menu = m_fixture->find<QMenu>(u"recentMenu"_s);
    Q_EMIT menu->aboutToShow();
    QVERIFY(!menu->actions().constFirst()->isEnabled());
    const QString a = file(u"a & b.json"_s);
    QVERIFY(m_fixture->workspace.openPath(a));
    QVERIFY(m_fixture->workspace.close(0));
    Q_EMIT menu->aboutToShow();
    QVERIFY(menu->actions().constFirst()->text().startsWith("a && b.json in "_L1));
    menu->actions().constFirst()->trigger();
    QCOMPARE(m_fixture->workspace.current().file().path(), a);
    menu->actions().constLast()->trigger();
    Q_EMIT menu->aboutToShow();
    QVERIFY(!menu->actions().constFirst()->isEnabled());
}

void FilesInWindowTest::changedOnDisk_isSaid()
{
    const QString path = file(u"a.json"_s, "{\"a\":1}");
    QVERIFY(m_fixture->workspace.openPath(path));
    const auto *bar = m_fixture->find<app::NoticeBar>(u"diskBar"_s);
    QVERIFY(!bar->isVisible());
    file(u"a.json"_s, "{\"a\":2}");
    QTRY_VERIFY(bar->isVisible());
    QVERIFY(bar->sentence().startsWith("Another program has changed a.json"_L1));
    const QList<QPushButton *> buttons = bar->findChildren<QPushButton *>();
    const auto named = [&buttons](const QString &text) {
        return *std::find_if(buttons.begin(), buttons.end(),
                             [&text](const QPushButton *button) { return button->text() == text; });
    };
    named(u"Keep Mine"_s)->click();
    QVERIFY(!bar->isVisible());
    file(u"a.json"_s, "{\"a\":1}"); // as it was
    QTRY_COMPARE(m_fixture->file.diskState(), present::DiskWatch::State::Same);
    file(u"a.json"_s, "{\"a\":3}");
    QTRY_VERIFY(bar->isVisible());
    named(u"Load Again"_s)->click();
    QVERIFY(!bar->isVisible());
    QCOMPARE(m_fixture->document.document().bytes(), "{\"a\":3}"_ba);
    QVERIFY(QFile::remove(path));
    QTRY_VERIFY(bar->isVisible());
    QVERIFY(bar->sentence().contains("not on the disk any more"_L1));
    QCOMPARE(m_fixture->prompter.questions, 0);
}

QTEST_MAIN(FilesInWindowTest)
#include "tst_filesinwindow.moc"
