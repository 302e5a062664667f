// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/librarychanges.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using core::Error;
using core::Result;
using store::Transfer;

class LibraryChangesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void names_data();
    void names();
    void rename_keepsTheEndingAndBringsTheBaseline_data();
    void rename_keepsTheEndingAndBringsTheBaseline();
    void rename_takesNobodysPlace();
    void rename_neverMakesAnotherKind_data();
    void rename_neverMakesAnotherKind();
    void duplicate_findsAFreeName();
    void add_findsAFreeName();
    void copy_andMove_keepWhatIsThere();
    void move_ofFolders();
    void wrongFiles_areRefused();
    void folder_isMade();
    void trash_takesTheBaselineToo();
    void trash_ofWhatIsGone_saysSo();
    void fullFolder_isToldAndNothingLost();

private:
    QString at(const QString &name) const { return m_folder->filePath(name); }
    void write(const QString &name, const QByteArray &bytes = "{}") const;
    QByteArray read(const QString &name) const;
    QStringList names(const QString &folder) const;

    QTemporaryDir m_home; ///< Where the trash is.
    std::unique_ptr<QTemporaryDir> m_folder;
    store::LocalFiles m_files;
};

void LibraryChangesTest::initTestCase()
{
    QVERIFY(qputenv("XDG_DATA_HOME", QFile::encodeName(m_home.path())));
}

void LibraryChangesTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_folder = std::make_unique<QTemporaryDir>();
}

void LibraryChangesTest::write(const QString &name, const QByteArray &bytes) const
{
    QVERIFY(QDir().mkpath(QFileInfo(at(name)).path()));
    QFile file(at(name));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

QByteArray LibraryChangesTest::read(const QString &name) const
{
    QFile file(at(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("not there");
}

QStringList LibraryChangesTest::names(const QString &folder) const
{
    return QDir(at(folder)).entryList(QDir::AllEntries | QDir::NoDotAndDotDot, QDir::Name);
}

void LibraryChangesTest::names_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isGood");
    QTest::newRow("plain") << u"set-up failure"_s << true;
    QTest::newRow("letters of the world") << u"\u00dcberm\u00e4\u00dfig \u4f1a\u8bae (2)"_s << true;
    QTest::newRow("beyond the first plane") << u"\U0001F4DE \U00020BB7"_s << true;
    QTest::newRow("half a character") << QString(QChar(0xD83D)) << false;
    QTest::newRow("dot inside") << u"v1.0"_s << true;
    QTest::newRow("starts like a device") << u"console"_s << true;
    QTest::newRow("longest") << QString(200, u'a') << true;
    QTest::newRow("too long") << QString(201, u'a') << false;
    QTest::newRow("too long in bytes") << QString(101, u'\u00e4') << false;
    QTest::newRow("empty") << QString() << false;
    QTest::newRow("blank") << u" "_s << false;
    QTest::newRow("blank at the end") << u"a "_s << false;
    QTest::newRow("hidden") << u".a"_s << false;
    QTest::newRow("dot at the end") << u"a."_s << false;
    QTest::newRow("slash") << u"a/b"_s << false;
    QTest::newRow("up") << u".."_s << false;
    QTest::newRow("backslash") << u"a\\b"_s << false;
    QTest::newRow("colon") << u"a:b"_s << false;
    QTest::newRow("wildcard") << u"a*"_s << false;
    QTest::newRow("line feed") << u"a\nb"_s << false;
    QTest::newRow("NUL") << u"a"_s + QChar::Null + u"b"_s << false;
    QTest::newRow("turned around") << u"a\u202enosj"_s << false;
    QTest::newRow("device") << u"con"_s << false;
    QTest::newRow("device with more") << u"LPT1.old"_s << false;
}

void LibraryChangesTest::names()
{
    QFETCH(QString, name);
    QFETCH(bool, isGood);
    QCOMPARE(store::checkLibraryName(name).has_value(), isGood);
    write(u"x.json"_s);
    QCOMPARE(store::renameInLibrary(at(u"x.json"_s), name).has_value(), isGood);
    QCOMPARE(names({}).size(), 1);
    QCOMPARE(names({}).constFirst() == "x.json"_L1, !isGood);
}

void LibraryChangesTest::rename_keepsTheEndingAndBringsTheBaseline_data()
{
    QTest::addColumn<QStringList>("before");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QStringList>("after");
    QTest::newRow("alone") << QStringList{u"a.json"_s} << u"a.json"_s << u"b"_s << QStringList{u"b.json"_s};
    QTest::newRow("ending typed") << QStringList{u"a.json"_s} << u"a.json"_s << u"b.json"_s << QStringList{u"b.json"_s};
    QTest::newRow("other case") << QStringList{u"a.json"_s} << u"a.json"_s << u"A"_s << QStringList{u"A.json"_s};
    QTest::newRow("same") << QStringList{u"a.json"_s} << u"a.json"_s << u"a"_s << QStringList{u"a.json"_s};
    QTest::newRow("with baseline") << QStringList{u"a.baseline.json"_s, u"a.json"_s} << u"a.json"_s << u"b"_s
                                   << QStringList{u"b.baseline.json"_s, u"b.json"_s};
    QTest::newRow("environment") << QStringList{u"a.environment.json"_s} << u"a.environment.json"_s << u"b"_s
                                 << QStringList{u"b.environment.json"_s};
    QTest::newRow("folder") << QStringList{u"a/x.json"_s} << u"a"_s << u"b"_s << QStringList{u"b"_s};
    QTest::newRow("folder named as a file") << QStringList{u"a.json/x.json"_s, u"a.baseline.json"_s} << u"a.json"_s
                                            << u"b"_s << QStringList{u"a.baseline.json"_s, u"b"_s};
}

void LibraryChangesTest::rename_keepsTheEndingAndBringsTheBaseline()
{
    QFETCH(QStringList, before);
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(QStringList, after);
    for (const QString &name : before)
        write(name, name.toUtf8());
    const Result<QString> path = store::renameInLibrary(at(from), to);
    QVERIFY2(path, qPrintable(path.has_value() ? QString() : path.error().message));
    QCOMPARE(names({}), after);
    QCOMPARE(*path, at(after.constLast()));
}

void LibraryChangesTest::rename_takesNobodysPlace()
{
    write(u"a.json"_s, "a");
    write(u"b.json"_s, "b");
    const Result<QString> taken = store::renameInLibrary(at(u"a.json"_s), u"b"_s);
    QVERIFY(!taken && taken.error().code == Error::Code::Input);
    write(u"a.baseline.json"_s, "base of a");
    write(u"c.baseline.json"_s, "base of c");
    QVERIFY(!store::renameInLibrary(at(u"a.json"_s), u"c"_s));
    QCOMPARE(read(u"a.json"_s), "a"_ba);
    QCOMPARE(read(u"b.json"_s), "b"_ba);
    QCOMPARE(read(u"c.baseline.json"_s), "base of c"_ba);
}

void LibraryChangesTest::rename_neverMakesAnotherKind_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("baseline") << u"b.baseline"_s;
    QTest::newRow("environment") << u"b.environment"_s;
}

void LibraryChangesTest::rename_neverMakesAnotherKind()
{
    QFETCH(QString, name);
    write(u"a.json"_s);
    QVERIFY(!store::renameInLibrary(at(u"a.json"_s), name));
    QCOMPARE(names({}), QStringList{u"a.json"_s});
}

void LibraryChangesTest::duplicate_findsAFreeName()
{
    write(u"a.json"_s, "a");
    write(u"a.baseline.json"_s, "base");
    write(u"a copy.json"_s, "other");
    const Result<QString> path = store::duplicateInLibrary(m_files, at(u"a.json"_s));
    QVERIFY(path);
    QCOMPARE(*path, at(u"a copy 2.json"_s));
    QCOMPARE(read(u"a copy 2.json"_s), "a"_ba);
    QCOMPARE(read(u"a copy 2.baseline.json"_s), "base"_ba);
    QCOMPARE(read(u"a copy.json"_s), "other"_ba);
    QVERIFY(!store::duplicateInLibrary(m_files, m_folder->path()));
}

void LibraryChangesTest::add_findsAFreeName()
{
    QCOMPARE(*store::addToLibrary(m_files, m_folder->path(), u"PSTN leg"_s, "1"), at(u"PSTN leg.json"_s));
    QCOMPARE(*store::addToLibrary(m_files, m_folder->path(), u"PSTN leg"_s, "2"), at(u"PSTN leg 2.json"_s));
    QCOMPARE(read(u"PSTN leg.json"_s), "1"_ba);
    QCOMPARE(read(u"PSTN leg 2.json"_s), "2"_ba);
    QVERIFY(!store::addToLibrary(m_files, at(u"nowhere"_s), u"a"_s, "1"));
    QVERIFY(!store::addToLibrary(m_files, at(u"PSTN leg.json"_s), u"a"_s, "1"));
    QVERIFY(!store::addToLibrary(m_files, m_folder->path(), u"a/b"_s, "1"));
}

void LibraryChangesTest::copy_andMove_keepWhatIsThere()
{
    write(u"from/a.json"_s, "mine");
    write(u"from/a.baseline.json"_s, "base");
    write(u"to/a.json"_s, "theirs");
    QCOMPARE(*store::transferInLibrary(m_files, at(u"from/a.json"_s), at(u"to"_s), Transfer::Copy),
             at(u"to/a 2.json"_s));
    QCOMPARE(names(u"from"_s).size(), 2);
    QCOMPARE(*store::transferInLibrary(m_files, at(u"from/a.json"_s), at(u"to"_s), Transfer::Move),
             at(u"to/a 3.json"_s));
    QCOMPARE(names(u"from"_s), QStringList());
    QCOMPARE(names(u"to"_s),
             (QStringList{u"a 2.baseline.json"_s, u"a 2.json"_s, u"a 3.baseline.json"_s, u"a 3.json"_s, u"a.json"_s}));
    QCOMPARE(read(u"to/a.json"_s), "theirs"_ba);
    QCOMPARE(read(u"to/a 3.json"_s), "mine"_ba);
    QCOMPARE(*store::transferInLibrary(m_files, at(u"to/a.json"_s), at(u"to"_s), Transfer::Move), at(u"to/a.json"_s));
}

void LibraryChangesTest::move_ofFolders()
{
    write(u"a/x.json"_s);
    write(u"b/y.json"_s);
    QVERIFY(!store::transferInLibrary(m_files, at(u"a"_s), at(u"a"_s), Transfer::Move));
    QVERIFY(!store::transferInLibrary(m_files, at(u"a"_s), at(u"b"_s), Transfer::Copy));
    QCOMPARE(*store::transferInLibrary(m_files, at(u"a"_s), at(u"b"_s), Transfer::Move), at(u"b/a"_s));
    QVERIFY(!store::transferInLibrary(m_files, at(u"b"_s), at(u"b/a"_s), Transfer::Move));
    QCOMPARE(names(u"b/a"_s), QStringList{u"x.json"_s});
}

void LibraryChangesTest::wrongFiles_areRefused()
{
    write(u"a.txt"_s);
    write(u"to/x.json"_s);
    for (const Transfer transfer : {Transfer::Copy, Transfer::Move}) {
        QVERIFY(!store::transferInLibrary(m_files, at(u"a.txt"_s), at(u"to"_s), transfer));
        QVERIFY(!store::transferInLibrary(m_files, at(u"gone.json"_s), at(u"to"_s), transfer));
    }
    QCOMPARE(names(u"to"_s), QStringList{u"x.json"_s});
}

void LibraryChangesTest::folder_isMade()
{
    QCOMPARE(*store::makeLibraryFolder(m_folder->path(), u"new"_s), at(u"new"_s));
    QVERIFY(QFileInfo(at(u"new"_s)).isDir());
    QVERIFY(!store::makeLibraryFolder(m_folder->path(), u"new"_s));
    QVERIFY(!store::makeLibraryFolder(m_folder->path(), u"../up"_s));
    QVERIFY(!store::makeLibraryFolder(at(u"nowhere"_s), u"new"_s));
}

void LibraryChangesTest::trash_takesTheBaselineToo()
{
    write(u"a.json"_s);
    write(u"a.baseline.json"_s);
    write(u"b.json"_s);
    QVERIFY(store::trashFromLibrary(at(u"a.json"_s)));
    QCOMPARE(names({}), QStringList{u"b.json"_s});
    QCOMPARE(QDir(m_home.filePath(u"Trash/files"_s)).entryList(QDir::Files).size(), 2);
}

void LibraryChangesTest::trash_ofWhatIsGone_saysSo()
{
    const core::Status status = store::trashFromLibrary(at(u"a.json"_s));
    QVERIFY(!status && status.error().message.endsWith(u'.'));
}

void LibraryChangesTest::fullFolder_isToldAndNothingLost()
{
    write(u"a.json"_s, "a");
    class Refusing final : public store::Files
    {
    public:
        store::PathKind kindOf(const QString &) const override { return store::PathKind::Missing; }
        Result<store::FileContent> readText(const QString &) const override { return store::FileContent{}; }
        Result<store::Saved> save(const QString &path, const QByteArray &) const override
        {
            return Error{Error::Code::File, u"The disk is full."_s, path};
        }
    };
    const Refusing full;
    QVERIFY(!store::duplicateInLibrary(full, at(u"a.json"_s)));
    QVERIFY(!store::addToLibrary(full, m_folder->path(), u"b"_s, "b"));
    QCOMPARE(names({}), QStringList{u"a.json"_s});
    QCOMPARE(read(u"a.json"_s), "a"_ba);
}

QTEST_GUILESS_MAIN(LibraryChangesTest)
#include "tst_librarychanges.moc"
