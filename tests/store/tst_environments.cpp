// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/environments.h"

#include "core/secret.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using core::Error;
using exchange::Environment;
using store::EnvironmentStore;

class EnvironmentsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void noFile_givesSandboxAndCustom();
    void added_isThereAfterARestart();
    void changed_keepsPlaceAndTakesTheNewName();
    void removed_isGone();
    void refused_changesNothing_data();
    void refused_changesNothing();
    void variable_thatIsASecret_isRefused();
    void sandbox_cannotBeTouched();
    void unknownMembers_survive();
    void damagedFile_isMovedAsideAndSaid_data();
    void damagedFile_isMovedAsideAndSaid();
    void damagedTwice_keepsBoth();
    void anotherWindowsAddition_survivesOurs();
    void unreadablePlace_isNeverWrittenOver();
    void fileAndFolder_arePrivateWhateverTheMask();
    void knownToken_doesNotGetIntoTheFile();
    void sharedFile_bringsNoConsent();
    void sharedFile_thatIsNone_saysSo_data();
    void sharedFile_thatIsNone_saysSo();

private:
    static Environment team();
    QString config() const { return m_folder->filePath(u"config"_s); }
    QString path() const { return config() + u"/environments.json"_s; }
    QByteArray text() const;
    void write(const QByteArray &bytes) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

Environment EnvironmentsTest::team()
{
    return {u"Team"_s, Environment::Kind::Custom, u"http://127.0.0.1:8080/graph"_s, u"beta"_s, u"abc"_s,
            true,      {{u"run"_s, u"nightly"_s}}};
}

QByteArray EnvironmentsTest::text() const
{
    QFile file(path());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void EnvironmentsTest::write(const QByteArray &bytes) const
{
    QVERIFY(QDir().mkpath(config()));
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

void EnvironmentsTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_folder = std::make_unique<QTemporaryDir>();
}

void EnvironmentsTest::noFile_givesSandboxAndCustom()
{
    EnvironmentStore environments(config());
    const core::Result<QString> loaded = environments.load();
    QVERIFY(loaded && loaded->isEmpty());
    const QList<Environment> all = environments.environments();
    QCOMPARE(all.size(), 2);
    QCOMPARE(all.at(0).name, u"Sandbox"_s);
    QCOMPARE(all.at(0).kind, Environment::Kind::Sandbox);
    QCOMPARE(all.at(0).apiVersion, u"localtest"_s);
    QCOMPARE(all.at(0).callRecordId, u"e523d2ed-2966-4b6b-925b-754a88034cc5"_s);
    QCOMPARE(all.at(1).name, u"Custom"_s);
    QCOMPARE(all.at(1).apiVersion, u"v1.0"_s);
    QVERIFY(!environments.find(u"custom"_s));
    QVERIFY(!QFile::exists(config())); // looking alone makes nothing
}

void EnvironmentsTest::added_isThereAfterARestart()
{
    EnvironmentStore environments(config());
    QVERIFY(environments.load());
    QVERIFY(environments.add(team()));
    QCOMPARE(environments.find(u"Team"_s), team());

    EnvironmentStore again(config());
    QVERIFY(again.load());
    QCOMPARE(again.environments(), environments.environments());
    QCOMPARE(again.environments().at(2), team());
}

void EnvironmentsTest::changed_keepsPlaceAndTakesTheNewName()
{
    EnvironmentStore environments(config());
    QVERIFY(environments.add(team()));
    Environment renamed = team();
    renamed.name = u"Staging"_s;
    renamed.allowsTokenOverHttp = false;
    QVERIFY(environments.change(u"Custom"_s, renamed));
    QCOMPARE(environments.environments().at(1), renamed);
    QCOMPARE(environments.environments().at(2), team());
    QVERIFY(!environments.find(u"Custom"_s));
}

void EnvironmentsTest::removed_isGone()
{
    EnvironmentStore environments(config());
    QVERIFY(environments.add(team()));
    QVERIFY(environments.remove(u"Custom"_s));
    EnvironmentStore again(config());
    QVERIFY(again.load());
    QCOMPARE(again.environments().size(), 2);
    QCOMPARE(again.environments().at(1), team());
}

void EnvironmentsTest::refused_changesNothing_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("baseUrl");
    QTest::newRow("no name") << QString() << QString();
    QTest::newRow("blank name") << u"  "_s << QString();
    QTest::newRow("name of the sandbox") << u"Sandbox"_s << QString();
    QTest::newRow("name that is taken") << u"Custom"_s << QString();
    QTest::newRow("password in the URL") << u"New"_s << u"https://me:secret@graph.example/"_s;
    QTest::newRow("user in the URL") << u"New"_s << u"https://me@graph.example"_s;
    QTest::newRow("password in what is no URL") << u"New"_s << u"me:secret@graph.example:99999/x"_s;
}

void EnvironmentsTest::variable_thatIsASecret_isRefused()
{
    EnvironmentStore environments(config());
    Environment leaky = team();
    leaky.variables.insert(u"access_token"_s, u"abcdefghijklmnop"_s);
    const core::Status added = environments.add(leaky);
    QVERIFY(!added);
    QVERIFY(added.error().message.contains(u"access_token"_s));
    QVERIFY(!QFile::exists(path()));
    write(R"({"environments": [{"name": "A", "variables": {"run": 7}}]})");
    QVERIFY(environments.load());
    QVERIFY(!environments.find(u"A"_s)); // moved aside: half a request would test something else
}

void EnvironmentsTest::refused_changesNothing()
{
    QFETCH(QString, name);
    QFETCH(QString, baseUrl);
    EnvironmentStore environments(config());
    QVERIFY(environments.add(team()));
    const QList<Environment> before = environments.environments();
    const QByteArray file = text();
    const Environment wrong{name, Environment::Kind::Custom, baseUrl, u"v1.0"_s, {}, false};
    const core::Status added = environments.add(wrong);
    QVERIFY(!added);
    QCOMPARE(added.error().code, Error::Code::Input);
    QVERIFY(!environments.change(u"Team"_s, wrong));
    QCOMPARE(environments.environments(), before);
    QCOMPARE(text(), file);
}

void EnvironmentsTest::sandbox_cannotBeTouched()
{
    EnvironmentStore environments(config());
    QVERIFY(!environments.change(u"Sandbox"_s, team()));
    QVERIFY(!environments.remove(u"Sandbox"_s));
    Environment second = team();
    second.kind = Environment::Kind::Sandbox;
    QVERIFY(!environments.add(second));
    QVERIFY(!environments.change(u"Nobody"_s, team()));
    QVERIFY(!environments.remove(u"Nobody"_s));
    QVERIFY(!QFile::exists(path()));
}

void EnvironmentsTest::unknownMembers_survive()
{
    write(
        R"({"future": {"a": [1, 9007199254740993]}, "environments": [{"name": "Team", "proxy": "none", "tls": null}]})");
    EnvironmentStore environments(config());
    const core::Result<QString> loaded = environments.load();
    QVERIFY(loaded && loaded->isEmpty());
    QVERIFY(environments.change(u"Team"_s, team()));
    const QJsonObject root = QJsonDocument::fromJson(text()).object();
    QCOMPARE(root.value("future"_L1).toObject().value("a"_L1).toArray().at(1).toInteger(), 9007199254740993LL);
    const QJsonObject entry = root.value("environments"_L1).toArray().at(0).toObject();
    QCOMPARE(entry.value("proxy"_L1).toString(), u"none"_s);
    QVERIFY(entry.value("tls"_L1).isNull());
    QCOMPARE(entry.value("baseUrl"_L1).toString(), team().baseUrl);
}

void EnvironmentsTest::damagedFile_isMovedAsideAndSaid_data()
{
    QTest::addColumn<QByteArray>("damaged");
    QTest::newRow("empty") << ""_ba;
    QTest::newRow("cut off") << R"({"environments": [{"name": "Te)"_ba;
    QTest::newRow("not an object") << "[]"_ba;
    QTest::newRow("no list") << "{}"_ba;
    QTest::newRow("list is an object") << R"({"environments": {}})"_ba;
    QTest::newRow("entry without name") << R"({"environments": [{}]})"_ba;
    QTest::newRow("entry is no object") << R"({"environments": [7]})"_ba;
    QTest::newRow("same name twice") << R"({"environments": [{"name": "A"}, {"name": "A"}]})"_ba;
    QTest::newRow("same member twice") << R"({"environments": [{"name": "A", "name": "B"}]})"_ba;
    QTest::newRow("name of the sandbox") << R"({"environments": [{"name": "Sandbox"}]})"_ba;
    QTest::newRow("URL is a number") << R"({"environments": [{"name": "A", "baseUrl": 1}]})"_ba;
    QTest::newRow("consent is a word") << R"({"environments": [{"name": "A", "allowsTokenOverHttp": "yes"}]})"_ba;
    QTest::newRow("number that would lose digits") << R"({"environments": [], "future": 18446744073709551616.5})"_ba;
    QTest::newRow("not UTF-8") << "{\"environments\": [{\"name\": \"\xFF\"}]}"_ba;
}

void EnvironmentsTest::damagedFile_isMovedAsideAndSaid()
{
    QFETCH(QByteArray, damaged);
    write(damaged);
    EnvironmentStore environments(config());
    const core::Result<QString> loaded = environments.load();
    QVERIFY(loaded);
    const QString aside = config() + u"/environments-damaged-1.json"_s;
    QVERIFY2(loaded->contains(aside), qPrintable(*loaded));
    QFile kept(aside);
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), damaged);
    QCOMPARE(environments.environments().size(), 2);
    QVERIFY(environments.add(team()));
}

void EnvironmentsTest::damagedTwice_keepsBoth()
{
    EnvironmentStore environments(config());
    write("first"_ba);
    QVERIFY(environments.load());
    write("second"_ba);
    QVERIFY(environments.load());
    QFile first(config() + u"/environments-damaged-1.json"_s);
    QFile second(config() + u"/environments-damaged-2.json"_s);
    QVERIFY(first.open(QIODevice::ReadOnly) && second.open(QIODevice::ReadOnly));
    QCOMPARE(first.readAll(), "first"_ba);
    QCOMPARE(second.readAll(), "second"_ba);
}

void EnvironmentsTest::anotherWindowsAddition_survivesOurs()
{
    EnvironmentStore ours(config());
    EnvironmentStore theirs(config());
    QVERIFY(ours.load() && theirs.load());
    QVERIFY(theirs.add(team()));
    Environment mine = team();
    mine.name = u"Mine"_s;
    QVERIFY(ours.add(mine));
    QVERIFY(ours.find(u"Team"_s));
    write("damaged meanwhile"_ba);
    QVERIFY(!ours.remove(u"Mine"_s)); // moved aside at the next start, not written over now
    QCOMPARE(text(), "damaged meanwhile"_ba);
}

void EnvironmentsTest::unreadablePlace_isNeverWrittenOver()
{
    QVERIFY(QDir().mkpath(path())); // a folder where the file should be
    EnvironmentStore environments(config());
    const core::Result<QString> loaded = environments.load();
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().code, Error::Code::File);
    QCOMPARE(environments.environments().size(), 2);
    QVERIFY(!environments.add(team()));
    QCOMPARE(environments.environments().size(), 2);
    QVERIFY(QFileInfo(path()).isDir());
}

void EnvironmentsTest::fileAndFolder_arePrivateWhateverTheMask()
{
    const mode_t before = ::umask(0);
    EnvironmentStore environments(config());
    const bool isAdded = environments.add(team()).has_value();
    QFile(path()).setPermissions(QFile::Permissions(0x6666)); // an older, open file closes at the next save
    QFile(config()).setPermissions(QFile::Permissions(0x7777));
    const bool isRemoved = environments.remove(u"Team"_s).has_value();
    ::umask(before);
    QVERIFY(isAdded && isRemoved);
    struct stat status = {};
    QCOMPARE(::stat(QFile::encodeName(path()).constData(), &status), 0);
    QCOMPARE(int(status.st_mode & 07777), 0600);
    QCOMPARE(::stat(QFile::encodeName(config()).constData(), &status), 0);
    QCOMPARE(int(status.st_mode & 07777), 0700);
}

void EnvironmentsTest::knownToken_doesNotGetIntoTheFile()
{
    const core::Secret token("canary-3a5c-token-of-mine"_ba);
    EnvironmentStore environments(config());
    Environment careless = team();
    careless.callRecordId = u"canary-3a5c-token-of-mine"_s;
    const core::Status added = environments.add(careless);
    QVERIFY(!added);
    QCOMPARE(added.error().code, Error::Code::Input);
    QVERIFY(!QFile::exists(path()));
}

void EnvironmentsTest::sharedFile_bringsNoConsent()
{
    write(R"({"name": "Team", "baseUrl": "http://graph.example", "apiVersion": "beta", "callRecordId": "abc",
              "allowsTokenOverHttp": true, "others": 1})");
    const core::Result<Environment> environment = store::readSharedEnvironment(path());
    QVERIFY(environment);
    QCOMPARE(
        *environment,
        (Environment{u"Team"_s, Environment::Kind::Custom, u"http://graph.example"_s, u"beta"_s, u"abc"_s, false}));
}

void EnvironmentsTest::sharedFile_thatIsNone_saysSo_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << ""_ba;
    QTest::newRow("list") << R"([{"name": "Team"}])"_ba;
    QTest::newRow("no name") << R"({"baseUrl": "https://graph.example"})"_ba;
    QTest::newRow("the sandbox") << R"({"name": "Sandbox", "baseUrl": "https://graph.example"})"_ba;
    QTest::newRow("number for a text") << R"({"name": "Team", "baseUrl": 1})"_ba;
    QTest::newRow("member twice") << R"({"name": "Team", "baseUrl": "https://a", "baseUrl": "https://b"})"_ba;
}

void EnvironmentsTest::sharedFile_thatIsNone_saysSo()
{
    QFETCH(QByteArray, text);
    write(text);
    const core::Result<Environment> environment = store::readSharedEnvironment(path());
    QVERIFY(!environment);
    QCOMPARE(environment.error().code, Error::Code::Input);
    QCOMPARE(store::readSharedEnvironment(config()).error().code, Error::Code::File);
}

QTEST_GUILESS_MAIN(EnvironmentsTest)
#include "tst_environments.moc"
