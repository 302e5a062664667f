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
    LossAnswer askAboutLoss(const QString &) override { return LossAnswer::Cancel; }
    LossAnswer askAboutLosses(const QStringList &) override { return LossAnswer::Cancel; }
    std::optional<QString> askOpenPath(const QString &, FileKind) override { return {}; }
    std::optional<QString> askSavePath(const QString &) override { return savePath; }
    void tellProblem(const QString &, const QString &, const QString &sentence) override { problems += sentence; }

    std::optional<QString> savePath;
    QStringList problems;
};

// Neither sorted nor indented as we write it.
constexpr char handmade[] = R"({"sessionComposerTemplate": 1, "zebra": [1.50], "name": "A",
 "session": {"id": "7", "b": 1}, "expectation": {"status": "400", "mine": true}})";

} // namespace

class TemplateOpenTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void untouched_isSavedByteForByte();
    void edited_keepsWhatItDoesNotKnow();
    void session_staysASession();
    void newer_isNotWrittenBack();
    void unreadable_opensAsText();
    void conflict_offersBothSides();
    void secret_isRefusedWithItsPlace();
    void session_becomesATemplate();
    void session_thatIsNotSaved_staysOne();

private:
    QString write(const QString &name, const QByteArray &bytes) const;
    QByteArray read(const QString &path) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    store::LocalFiles m_files;
    std::unique_ptr<session::SessionDocument> m_document;
    std::unique_ptr<present::TemplateDraft> m_draft;
    std::unique_ptr<FakePrompter> m_prompter;
    std::unique_ptr<DocumentFile> m_file;
};

void TemplateOpenTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_file.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_document = std::make_unique<session::SessionDocument>();
    m_draft = std::make_unique<present::TemplateDraft>();
    m_prompter = std::make_unique<FakePrompter>();
    m_file = std::make_unique<DocumentFile>(*m_document, *m_draft, m_files, *m_prompter);
}

QString TemplateOpenTest::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(m_folder->filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write a test file");
    return file.fileName();
}

QByteArray TemplateOpenTest::read(const QString &path) const
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TemplateOpenTest::untouched_isSavedByteForByte()
{
    const QString path = write(u"a.json"_s, handmade);
    m_file->startFile(*m_files.readText(path), path);
    QVERIFY(m_draft->isTemplate());
    QCOMPARE(m_document->object().value(u"id"_s).toString(), u"7"_s);
    QCOMPARE(m_draft->expectation().statuses.toString(), u"400"_s);
    QVERIFY(!m_file->isModified());
    QVERIFY(m_file->opened().notice.isEmpty());
    QVERIFY(m_file->save());
    QCOMPARE(read(path), QByteArray(handmade));
    // An edit that was undone is none.
    m_document->setValue(json::Pointer::fromPath(u"id"_s), u"8"_s);
    m_document->undo();
    QVERIFY(m_file->save());
    QCOMPARE(read(path), QByteArray(handmade));
}

void TemplateOpenTest::edited_keepsWhatItDoesNotKnow()
{
    const QString path = write(u"a.json"_s, handmade);
    m_file->startFile(*m_files.readText(path), path);
    QSignalSpy named(m_file.get(), &DocumentFile::nameChanged);
    m_draft->setTexts(u"B"_s, {}, {u"x"_s});
    QVERIFY(m_file->isModified());
    QCOMPARE(named.size(), 1); // the title has its star
    QVERIFY(m_file->save());
    QVERIFY(!m_file->isModified());
    const core::Result<session::TemplateFile> again = session::readTemplate(read(path));
    QVERIFY(again);
    QCOMPARE(again->content, m_draft->content(m_document->bytes()));
    QCOMPARE(again->content.name, u"B"_s);
    QVERIFY(again->content.others.contains(u"zebra"_s));
    QVERIFY(again->content.expectation.others.contains(u"mine"_s));
    QCOMPARE(read(path), *session::templateText(again->content));
}

void TemplateOpenTest::session_staysASession()
{
    const QByteArray text = "{ \"id\":\r\n 1.0}";
    const QString path = write(u"a.json"_s, text);
    m_file->startFile(*m_files.readText(path), path);
    m_draft->setExpectation({{}, u"x"_s, {}, {}, {}, {}, {}, {}});
    QVERIFY(!m_file->isModified());
    QVERIFY(m_file->save());
    QCOMPARE(read(path), text);
}

void TemplateOpenTest::newer_isNotWrittenBack()
{
    const QByteArray text = R"({"sessionComposerTemplate": 2, "name": "N", "session": {"id": "7"}, "tomorrow": 1})";
    const QString path = write(u"n.json"_s, text);
    m_file->startFile(*m_files.readText(path), path);
    QVERIFY(!m_file->canSave());
    QVERIFY(m_file->opened().notice.contains(u"format 2"_s));
    QCOMPARE(m_document->object().value(u"id"_s).toString(), u"7"_s);
    m_document->setValue(json::Pointer::fromPath(u"id"_s), u"8"_s);
    m_prompter->savePath = path;
    QVERIFY(!m_file->save());
    QCOMPARE(m_prompter->problems.size(), 1);
    QCOMPARE(read(path), text);
    m_prompter->savePath = m_folder->filePath(u"copy.json"_s);
    QVERIFY(m_file->save());
    QCOMPARE(read(*m_prompter->savePath), m_document->bytes());
    QCOMPARE(read(path), text);
    QVERIFY(m_file->canSave());
}

void TemplateOpenTest::unreadable_opensAsText()
{
    const QByteArray text = R"({"sessionComposerTemplate": 1, "session": {}, "tags": "no list"})";
    const QString path = write(u"u.json"_s, text);
    m_file->startFile(*m_files.readText(path), path);
    QVERIFY(!m_draft->isTemplate());
    QVERIFY(m_file->opened().notice.contains(u"/tags"_s));
    QCOMPARE(m_document->bytes(), text);
    QVERIFY(m_file->save());
    QCOMPARE(read(path), text);
}

void TemplateOpenTest::conflict_offersBothSides()
{
    const QByteArray text = "{\n\"sessionComposerTemplate\": 1,\n<<<<<<< HEAD\n\"name\": \"A\",\n=======\n"
                            "\"name\": \"B\",\n>>>>>>> topic\n\"session\": {\"id\": \"7\"}\n}\n";
    const QString path = write(u"c.json"_s, text);
    m_file->startFile(*m_files.readText(path), path);
    QCOMPARE(m_document->bytes(), text); // both sides are there to be read
    QVERIFY(m_file->opened().conflict);
    QVERIFY(m_file->opened().notice.contains(u"line 3"_s));
    m_file->openTheirs();
    QVERIFY(m_draft->isTemplate());
    QCOMPARE(m_draft->name(), u"B"_s);
    QVERIFY(m_file->isModified());
    QVERIFY(m_file->opened().notice.isEmpty());
    QVERIFY(m_file->save());
    QVERIFY(!m_file->isModified());
    QVERIFY(!read(path).contains("<<<<<<<"));
    QVERIFY(read(path).contains("\"B\""));
}

void TemplateOpenTest::secret_isRefusedWithItsPlace()
{
    const QString path = write(u"a.json"_s, handmade);
    m_file->startFile(*m_files.readText(path), path);
    const int row = m_draft->headers().addRow();
    m_draft->headers().setData(m_draft->headers().index(row, 0), u"Authorization"_s, Qt::EditRole);
    m_draft->headers().setData(m_draft->headers().index(row, 1), u"Bearer abc"_s, Qt::EditRole);
    QVERIFY(!m_file->save());
    QCOMPARE(m_prompter->problems.size(), 1);
    QVERIFY2(m_prompter->problems.constFirst().contains(u"/headers/0/value"_s),
             qPrintable(m_prompter->problems.constFirst()));
    QCOMPARE(read(path), QByteArray(handmade));
    QVERIFY(m_file->isModified());
}

void TemplateOpenTest::session_becomesATemplate()
{
    m_document->load(R"({"id": 1.0})");
    m_draft->setExpectation({{}, u"x"_s, {}, {}, {}, {}, {}, {}});
    m_prompter->savePath = m_folder->filePath(u"Mine.json"_s);
    QVERIFY(m_file->saveAsTemplate());
    QVERIFY(!m_file->isModified());
    QCOMPARE(m_file->name(), u"Mine.json"_s);
    const core::Result<session::TemplateFile> file = session::readTemplate(read(*m_prompter->savePath));
    QVERIFY(file);
    QCOMPARE(file->content.name, u"Mine"_s);
    QCOMPARE(file->content.body, m_document->bytes());
    QCOMPARE(file->content.expectation.errorCode, u"x"_s);
}

void TemplateOpenTest::session_thatIsNotSaved_staysOne()
{
    m_document->load(R"({"id": 1.0})");
    m_prompter->savePath = m_folder->path(); // a folder
    QVERIFY(!m_file->saveAsTemplate());
    QCOMPARE(m_prompter->problems.size(), 1);
    m_prompter->savePath.reset();
    QVERIFY(!m_file->saveAsTemplate());
    QVERIFY(!m_draft->isTemplate());
    QVERIFY(!m_file->isModified());
}

QTEST_GUILESS_MAIN(TemplateOpenTest)
#include "tst_templateopen.moc"
