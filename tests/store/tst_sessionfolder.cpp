// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sessionfolder.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;

class SessionFolderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void files_areSortedByPath();
    void nothing_isAnError();
    void closedFolder_isAnError();
};

namespace {

void touch(const QString &path)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("cannot write %s", qPrintable(path));
}

} // namespace

void SessionFolderTest::files_areSortedByPath()
{
    const QTemporaryDir folder;
    const QString root = folder.path();
    for (const char *name :
         {"b.json", "a/z.json", "a.json", "A.json", "a-b.json", "a/deep/er/é.json", "x.baseline.json", ".hidden.json",
          "work.environment.json", ".git/config.json", "readme.md", "json", "x.JSON", "dir.json/in.json"})
        touch(root + u'/' + QString::fromUtf8(name));
    QFile::link(root, root + u"/a/loop"_s);
    QFile::link(root + u"/b.json"_s, root + u"/link.json"_s);
    QFile::link(root + u"/gone"_s, root + u"/dangling.json"_s);
    for (const QString &given : {root, QString(root + u'/')}) {
        const core::Result<QStringList> files = store::sessionFilesIn(given);
        QVERIFY(files);
        QStringList names = *files;
        for (QString &name : names)
            name.remove(0, root.size() + 1);
        QCOMPARE(names,
                 QStringList({u"A.json"_s, u"a-b.json"_s, u"a.json"_s, u"a/deep/er/é.json"_s, u"a/z.json"_s,
                              u"b.json"_s, u"dangling.json"_s, u"dir.json/in.json"_s, u"link.json"_s}));
    }
}

void SessionFolderTest::nothing_isAnError()
{
    const QTemporaryDir folder;
    touch(folder.filePath(u"a/x.baseline.json"_s));
    const core::Result<QStringList> files = store::sessionFilesIn(folder.path());
    QVERIFY(!files);
    QVERIFY(files.error().message.contains("no session file"_L1));
}

void SessionFolderTest::closedFolder_isAnError()
{
    if (::geteuid() == 0)
        QSKIP("root reads everything");
    const QTemporaryDir folder;
    touch(folder.filePath(u"a.json"_s));
    touch(folder.filePath(u"closed/b.json"_s));
    QFile::setPermissions(folder.filePath(u"closed"_s), {});
    const core::Result<QStringList> files = store::sessionFilesIn(folder.path());
    QFile::setPermissions(folder.filePath(u"closed"_s), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QVERIFY(!files);
    QVERIFY(files.error().message.contains("closed"_L1));
}

QTEST_GUILESS_MAIN(SessionFolderTest)
#include "tst_sessionfolder.moc"
