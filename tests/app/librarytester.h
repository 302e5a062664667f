// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/librarypane.h"
#include "app/railsplitter.h"
#include "app/windowfixture.h"

#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QDropEvent>
#include <QElapsedTimer>
#include <QFile>
#include <QLabel>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QStatusBar>
#include <QTreeView>

using namespace Qt::StringLiterals;

/// The window with its library, for the tests of what one sees and of what one does with it.
class LibraryTester
{
protected:
    /// For the start of the program, of each test and for its end.
    void prepareTrash();
    void openWindow();
    void closeWindow() { m_fixture.reset(); }

    QString at(const QString &name) const
    {
        return QDir::cleanPath(m_fixture->folder.filePath(u"templates/"_s + name));
    }
    void write(const QString &name, const QByteArray &bytes = "{}") const;
    QByteArray read(const QString &name) const;
    QTreeView *tree() const { return m_fixture->find<QTreeView>(u"libraryTree"_s); }
    present::LibraryModel &rows() const { return m_fixture->library.rows(); }
    QAction *action(const QString &text) const;
    void show() const { m_fixture->find<QAction>(u"showLibraryAction"_s)->trigger(); }
    /// Shows the library and chooses the row of a file or folder below its own folder.
    bool choose(const QString &name) const;
    bool waitFor(const QString &name) const
    {
        return QTest::qWaitFor([this, name] { return rows().indexOf(at(name)).isValid(); });
    }
    QString status() const { return m_fixture->find<QStatusBar>(u"statusbar"_s)->currentMessage(); }
    /// Types into the open line dialog and accepts; the problem that it shows, if it stays open.
    QString answer(const QString &text) const;
    void press(const QString &button) const;
    void drop(const QStringList &paths, const QString &name) const;

    std::unique_ptr<WindowFixture> m_fixture;
    QTemporaryDir m_home; ///< Where the trash is.
};

inline void LibraryTester::prepareTrash()
{
    QVERIFY(qputenv("XDG_DATA_HOME", QFile::encodeName(m_home.path())));
}

inline void LibraryTester::openWindow()
{
    failOnAnyWarning();
    m_fixture = std::make_unique<WindowFixture>();
    m_fixture->window.resize(1700, 800);
    QVERIFY(m_fixture->start());
}

inline void LibraryTester::write(const QString &name, const QByteArray &bytes) const
{
    QVERIFY(QDir().mkpath(QFileInfo(at(name)).path()));
    QFile file(at(name));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

inline QByteArray LibraryTester::read(const QString &name) const
{
    QFile file(at(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("not there");
}

inline QAction *LibraryTester::action(const QString &text) const
{
    const QList<QAction *> actions = m_fixture->find<app::LibraryPane>(u"libraryPane"_s)->libraryActions();
    for (QAction *action : actions) {
        if (action->text().remove(u'&') == text)
            return action;
    }
    qFatal("no action %s", qPrintable(text));
}

inline bool LibraryTester::choose(const QString &name) const
{
    show();
    if (!waitFor(name))
        return false;
    tree()->setCurrentIndex(rows().indexOf(at(name)));
    tree()->setFocus();
    return true;
}

inline QString LibraryTester::answer(const QString &text) const
{
    auto *dialog = m_fixture->window.findChild<QDialog *>(u"LineDialog"_s);
    if (!dialog)
        return u"no dialog"_s;
    dialog->findChild<QLineEdit *>(u"valueEdit"_s)->setText(text);
    dialog->accept();
    const QString problem = dialog->findChild<QLabel *>(u"problemLabel"_s)->text();
    if (!problem.isEmpty())
        dialog->reject();
    return problem;
}

inline void LibraryTester::press(const QString &button) const
{
    const auto *box = m_fixture->window.findChild<QMessageBox *>();
    QVERIFY(box);
    for (QAbstractButton *one : box->buttons()) {
        if (one->text().remove(u'&') == button)
            return one->click();
    }
    QFAIL(qPrintable(button));
}

inline void LibraryTester::drop(const QStringList &paths, const QString &name) const
{
    QMimeData data;
    QList<QUrl> urls;
    for (const QString &path : paths)
        urls += QUrl::fromLocalFile(path);
    data.setUrls(urls);
    const QPoint place = tree()->visualRect(rows().indexOf(at(name))).center();
    QDragEnterEvent enter(place, Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(tree()->viewport(), &enter);
    QDragMoveEvent move(place, Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(tree()->viewport(), &move);
    QVERIFY(move.isAccepted());
    QDropEvent event(place, Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(tree()->viewport(), &event);
}
