// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/settings.h"

#include <QFile>
#include <QRegularExpression>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using store::Appearance;
using store::Settings;

namespace rows = store::settings;

class SettingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void nothingStored_givesTheDefaults();
    void everyRow_survivesARestart();
    void foreignValue_readsAsTheDefault_data();
    void foreignValue_readsAsTheDefault();
    void file_isPrivateWhateverTheMask();
    void readingAlone_makesNoFile();
    void unusableFolder_isAnErrorAndTheValueHolds();

private:
    static int modeOf(const QString &path);
};

int SettingsTest::modeOf(const QString &path)
{
    struct stat status = {};
    return ::stat(QFile::encodeName(path).constData(), &status) == 0 ? int(status.st_mode & 07777) : -1;
}

void SettingsTest::nothingStored_givesTheDefaults()
{
    const QTemporaryDir folder;
    const Settings settings(folder.filePath(u"config"_s));
    QCOMPARE(settings.value(rows::windowGeometry), QByteArray());
    QCOMPARE(settings.value(rows::windowState), QByteArray());
    QCOMPARE(settings.value(rows::appearance), Appearance::System);
    QCOMPARE(settings.value(rows::typeStyle), session::TypeStyle::HashEverywhere);
    QCOMPARE(settings.value(rows::isSourceBeside), false);
    QCOMPARE(settings.value(rows::isRailOpen), false);
    QCOMPARE(settings.value(rows::railWidth), quint16(340));
    QCOMPARE(settings.value(rows::lastFolder), QString());
    QCOMPARE(settings.value(rows::sandboxPort), quint16(0));
    QCOMPARE(settings.value(rows::currentEnvironment), u"Sandbox"_s);
}

void SettingsTest::everyRow_survivesARestart()
{
    const QTemporaryDir folder;
    const QByteArray bytes("\0\xFF, \"x\"=1;\n\\", 12);
    const QByteArray *sequence = &bytes;
    const store::Setting<QByteArray> byteRows[]
        = {rows::windowGeometry, rows::windowState, rows::workSplitter, rows::findingsSplitter, rows::besideSplitter};
    {
        Settings settings(folder.filePath(u"config"_s));
        int number = 0;
        for (const auto &row : byteRows)
            settings.setValue(row, *sequence + QByteArray::number(number++)); // equal values would hide a doubled key
        settings.setValue(rows::appearance, Appearance::Dark);
        settings.setValue(rows::typeStyle, session::TypeStyle::AsDocumented);
        settings.setValue(rows::isSourceBeside, true);
        settings.setValue(rows::isRailOpen, true);
        settings.setValue(rows::railWidth, 412);
        settings.setValue(rows::lastFolder, u"/folder, a/\u00e4 \\n"_s);
        settings.setValue(rows::sandboxPort, 65535);
        settings.setValue(rows::currentEnvironment, u"Team"_s);
        QVERIFY(settings.sync());
    }
    const Settings settings(folder.filePath(u"config"_s));
    int number = 0;
    for (const auto &row : byteRows)
        QCOMPARE(settings.value(row), bytes + QByteArray::number(number++));
    QCOMPARE(settings.value(rows::appearance), Appearance::Dark);
    QCOMPARE(settings.value(rows::typeStyle), session::TypeStyle::AsDocumented);
    QCOMPARE(settings.value(rows::isSourceBeside), true);
    QCOMPARE(settings.value(rows::isRailOpen), true);
    QCOMPARE(settings.value(rows::railWidth), quint16(412));
    QCOMPARE(settings.value(rows::lastFolder), u"/folder, a/\u00e4 \\n"_s);
    QCOMPARE(settings.value(rows::sandboxPort), quint16(65535));
    QCOMPARE(settings.value(rows::currentEnvironment), u"Team"_s);
}

void SettingsTest::foreignValue_readsAsTheDefault_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("unknown words") << "[look]\nappearance=purple\n[form]\ntypeStyle=\n[sandbox]\nport=no\n"_ba;
    QTest::newRow("other case") << "[look]\nappearance=Dark\n[window]\nsourceBeside=True\n"_ba;
    QTest::newRow("a number for yes") << "[window]\nsourceBeside=1\n"_ba;
    QTest::newRow("too large a port") << "[sandbox]\nport=65536\n"_ba;
    QTest::newRow("negative port") << "[sandbox]\nport=-1\n"_ba;
    QTest::newRow("a list") << "[environment]\ncurrent=a, b\n"_ba;
    QTest::newRow("junk") << "\0\x01\xFF not an ini file"_ba;
}

void SettingsTest::foreignValue_readsAsTheDefault()
{
    QFETCH(QByteArray, text);
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"settings.ini"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    file.close();
    const Settings settings(folder.path());
    QCOMPARE(settings.value(rows::appearance), Appearance::System);
    QCOMPARE(settings.value(rows::typeStyle), session::TypeStyle::HashEverywhere);
    QCOMPARE(settings.value(rows::isSourceBeside), false);
    QCOMPARE(settings.value(rows::sandboxPort), quint16(0));
    QCOMPARE(settings.value(rows::currentEnvironment), u"Sandbox"_s);
}

void SettingsTest::file_isPrivateWhateverTheMask()
{
    const mode_t before = ::umask(0);
    const QTemporaryDir folder;
    const QString config = folder.filePath(u"deep/config"_s);
    {
        Settings settings(config);
        settings.setValue(rows::lastFolder, u"/tmp"_s);
        QCOMPARE(modeOf(config + u"/settings.ini"_s), 0600); // before QSettings writes
    }
    ::umask(before);
    QCOMPARE(modeOf(config), 0700);
    QCOMPARE(modeOf(config + u"/settings.ini"_s), 0600);
    QVERIFY(QFile(config + u"/settings.ini"_s).size() > 0);
}

void SettingsTest::readingAlone_makesNoFile()
{
    const QTemporaryDir folder;
    {
        Settings settings(folder.filePath(u"config"_s));
        settings.value(rows::appearance);
        QVERIFY(settings.sync());
    }
    QVERIFY(!QFile::exists(folder.filePath(u"config"_s)));
}

void SettingsTest::unusableFolder_isAnErrorAndTheValueHolds()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"config"_s)); // a file where the folder should be
    QVERIFY(file.open(QIODevice::WriteOnly));
    Settings settings(file.fileName());
    settings.setValue(rows::sandboxPort, 8080);
    const core::Status status = settings.sync();
    QVERIFY(!status);
    QCOMPARE(status.error().code, core::Error::Code::File);
    QCOMPARE(settings.value(rows::sandboxPort), quint16(8080));
}

QTEST_GUILESS_MAIN(SettingsTest)
#include "tst_settings.moc"
