// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/documentfile.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using present::DocumentFile;

namespace {

class FakePrompter final : public present::Prompter
{
public:
    LossAnswer askAboutLoss(const QString &) override
    {
        ++questions;
        return loss;
    }
    LossAnswer askAboutLosses(const QStringList &) override { return LossAnswer::Cancel; }
    bool askToOverwrite(const QString &) override
    {
        ++questions;
        return isAgreeing;
    }
    bool askToLoadAgain(const QString &) override
    {
        ++questions;
        return isAgreeing;
    }
    std::optional<QString> askOpenPath(const QString &, FileKind) override { return {}; }
    std::optional<QString> askSavePath(const QString &suggestion) override
    {
        lastSuggestion = suggestion;
        return savePath;
    }
    void tellProblem(const QString &, const QString &, const QString &sentence) override { problems += sentence; }

    int questions = 0;
    bool isAgreeing = false;
    LossAnswer loss = LossAnswer::Cancel;
    std::optional<QString> savePath;
    QString lastSuggestion;
    QStringList problems;
};

} // namespace

class DocumentFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void open_untouched_savesByteForByte();
    void loss_isAskedOnce_data();
    void loss_isAskedOnce();
    void save_refused_staysModified();
    void saveAs_withoutAnswer_isNoSave();
    void save_asksBeforeItWritesOverOthers();
    void save_ofAFileThatIsGone_writesItAnew();
    void loadAgain_asksAboutChanges();
    void gallery_isNamed();
    void saveCopy_leavesTheDocumentAlone();

private:
    QString write(const QString &name, const QByteArray &bytes) const;
    QByteArray read(const QString &path) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<session::SessionDocument> m_document;
    std::unique_ptr<present::TemplateDraft> m_draft;
    std::unique_ptr<FakePrompter> m_prompter;
    store::LocalFiles m_files;
    std::unique_ptr<DocumentFile> m_file;
};

void DocumentFileTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_folder = std::make_unique<QTemporaryDir>();
    m_file.reset();
    m_document = std::make_unique<session::SessionDocument>();
    m_prompter = std::make_unique<FakePrompter>();
    m_draft = std::make_unique<present::TemplateDraft>();
    m_file = std::make_unique<DocumentFile>(*m_document, *m_draft, m_files, *m_prompter);
}

QString DocumentFileTest::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(m_folder->filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write a test file");
    return file.fileName();
}

QByteArray DocumentFileTest::read(const QString &path) const
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void DocumentFileTest::open_untouched_savesByteForByte()
{
    static constexpr char text[] = "\xEF\xBB\xBF{ \"a\":1.0,\r\n\"a\": 18446744073709551616, \"n\": \"\0\"} trailing";
    const QByteArray odd(text, sizeof text - 1);
    const QString path = write(u"odd.json"_s, odd);
    m_file->startFile(*m_files.readText(path), path);
    QCOMPARE(m_document->bytes(), odd);
    QCOMPARE(m_file->name(), u"odd.json"_s);
    QVERIFY(!m_document->isModified());
    m_prompter->savePath = m_folder->filePath(u"copy.json"_s);
    QVERIFY(m_file->saveAs());
    QCOMPARE(read(*m_prompter->savePath), odd);
    QCOMPARE(m_file->name(), u"copy.json"_s);
}

void DocumentFileTest::loss_isAskedOnce_data()
{
    using Answer = present::Prompter::LossAnswer;
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<bool>("mayGo");
    QTest::addColumn<bool>("isSaved");
    QTest::newRow("save") << Answer::Save << true << true;
    QTest::newRow("discard") << Answer::Discard << true << false;
    QTest::newRow("cancel") << Answer::Cancel << false << false;
}

void DocumentFileTest::loss_isAskedOnce()
{
    QFETCH(const present::Prompter::LossAnswer, answer);
    QFETCH(const bool, mayGo);
    QFETCH(const bool, isSaved);
    m_prompter->loss = answer;
    m_prompter->savePath = m_folder->filePath(u"kept.json"_s);
    m_document->setValue(json::Pointer::fromPath(u"id"_s), u"7"_s);
    QCOMPARE(m_file->mayLoseDocument(), mayGo);
    QCOMPARE(m_prompter->questions, 1);
    QCOMPARE(m_document->isModified(), !isSaved);
    QCOMPARE(QFile::exists(*m_prompter->savePath), isSaved);
}

void DocumentFileTest::save_refused_staysModified()
{
    m_document->setValue(json::Pointer::fromPath(u"id"_s), u"7"_s);
    m_prompter->savePath = m_folder->path();
    QVERIFY(!m_file->save());
    QCOMPARE(m_prompter->problems.size(), 1);
    QVERIFY(m_document->isModified());
    QCOMPARE(m_file->path(), QString());
}

void DocumentFileTest::saveAs_withoutAnswer_isNoSave()
{
    m_document->setValue(json::Pointer::fromPath(u"id"_s), u"7"_s);
    QVERIFY(!m_file->saveAs());
    QCOMPARE(m_prompter->lastSuggestion, u"untitled.json"_s);
    QVERIFY(m_document->isModified());
}

void DocumentFileTest::save_asksBeforeItWritesOverOthers()
{
    const QString path = write(u"a.json"_s, "{}");
    m_file->startFile(*m_files.readText(path), path);
    m_document->setValue(json::Pointer::fromPath(u"id"_s), u"7"_s);
    write(u"a.json"_s, "theirs");
    QVERIFY(!m_file->save());
    QCOMPARE(m_prompter->questions, 1);
    QCOMPARE(read(path), "theirs"_ba);
    QVERIFY(m_document->isModified());
    m_prompter->isAgreeing = true;
    QVERIFY(m_file->save());
    QCOMPARE(read(path), m_document->bytes());
    m_document->setValue(json::Pointer::fromPath(u"id"_s), u"8"_s);
    QVERIFY(m_file->save()); // over what we wrote ourselves
    QCOMPARE(m_prompter->questions, 2);
}

void DocumentFileTest::save_ofAFileThatIsGone_writesItAnew()
{
    const QString path = write(u"a.json"_s, "{ }");
    m_file->startFile(*m_files.readText(path), path);
    QVERIFY(QFile::remove(path));
    QVERIFY(m_file->isUnsaved() && !m_file->isModified());
    QVERIFY(!m_file->mayLoseDocument()); // its text is nowhere else
    QCOMPARE(m_prompter->questions, 1);
    QVERIFY(m_file->save());
    QCOMPARE(m_prompter->questions, 1);
    QCOMPARE(read(path), "{ }"_ba);
    QVERIFY(!m_file->isUnsaved());
}

void DocumentFileTest::loadAgain_asksAboutChanges()
{
    const QString path = write(u"a.json"_s, "{}");
    m_file->startFile(*m_files.readText(path), path);
    write(u"a.json"_s, "{ \"theirs\": 1 }");
    QVERIFY(m_file->loadAgain());
    QCOMPARE(m_prompter->questions, 0);
    QCOMPARE(m_document->bytes(), "{ \"theirs\": 1 }"_ba);
    QVERIFY(!m_file->isUnsaved());
    m_document->setValue(json::Pointer::fromPath(u"id"_s), u"7"_s);
    QVERIFY(!m_file->loadAgain());
    QVERIFY(m_document->isModified());
    m_prompter->isAgreeing = true;
    QVERIFY(m_file->loadAgain());
    QVERIFY(!m_document->isModified());
    QCOMPARE(m_file->path(), path);
}

void DocumentFileTest::gallery_isNamed()
{
    const store::GalleryItem item = store::gallery().constFirst();
    QSignalSpy named(m_file.get(), &DocumentFile::nameChanged);
    m_file->startWith(item.bytes(), item.name);
    QCOMPARE(named.size(), 1);
    QCOMPARE(m_file->name(), item.name);
    QCOMPARE(m_document->bytes(), item.bytes());
    QVERIFY(!m_document->isModified());
}

void DocumentFileTest::saveCopy_leavesTheDocumentAlone()
{
    m_document->setValue(json::Pointer::fromPath(u"id"_s), u"7"_s);
    m_prompter->savePath = m_folder->filePath(u"body.bin"_s);
    QVERIFY(m_file->saveCopy(QByteArray("\0\xff", 2), u"response.json"_s));
    QCOMPARE(read(*m_prompter->savePath), QByteArray("\0\xff", 2));
    QVERIFY(m_document->isModified());
    QCOMPARE(m_file->path(), QString());
}

QTEST_GUILESS_MAIN(DocumentFileTest)
#include "tst_documentfile.moc"
