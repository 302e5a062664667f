// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/shellwords.h"

#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;

using report::ShellCommand;

class ShellWordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void words_areThoseOfBash_data();
    void words_areThoseOfBash();
    void commands_end_data();
    void commands_end();
    void variable_isMarked_data();
    void variable_isMarked();
    void refused_namesThePlace_data();
    void refused_namesThePlace();
};

void ShellWordsTest::words_areThoseOfBash_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::newRow("plain") << "a bc  d"_ba;
    QTest::newRow("single quotes") << R"('a b' 'c"d\n')"_ba;
    QTest::newRow("double quotes") << R"("a b" "c'd\n\"e\\f\$g\`h")"_ba;
    QTest::newRow("quotes inside of a word") << R"(a'b'"c"$'d'e)"_ba;
    QTest::newRow("quote inside of single quotes") << R"('it'\''s')"_ba;
    QTest::newRow("empty words") << R"('' "" $'')"_ba;
    QTest::newRow("ansi, letters") << R"($'a\a\b\e\E\f\n\r\t\v\\\'\"\?z')"_ba;
    QTest::newRow("ansi, octal") << R"($'\1\12\101\1012')"_ba;
    QTest::newRow("ansi, hexadecimal") << R"($'\x41\x4\x4g\xC3\xA4')"_ba;
    QTest::newRow("ansi, unicode") << R"($'\u41\u00e4\u20ACx\U0001F600')"_ba;
    QTest::newRow("ansi, control") << R"($'\cA\cz')"_ba;
    QTest::newRow("ansi, unknown") << R"($'\q\x\u')"_ba;
    QTest::newRow("backslash") << R"(a\ b \'c \\)"_ba;
    QTest::newRow("line that goes on") << "a \\\nb\\\nc \"d\\\ne\" 'f\\\ng'"_ba;
    QTest::newRow("comment") << "a # b 'c\n"_ba;
    QTest::newRow("hash in a word") << "a#b '#c' \\#d"_ba;
    QTest::newRow("text to be translated") << R"($"a b")"_ba;
    QTest::newRow("dollar alone") << R"(a$ "b$" $)"_ba;
    QTest::newRow("braces without a comma") << "a{b} {c}"_ba;
    QTest::newRow("UTF-8") << "'ä€😀' ä"_ba;
    QTest::newRow("line in quotes") << "'a\n  b'"_ba;
}

void ShellWordsTest::words_areThoseOfBash()
{
    QFETCH(QByteArray, script);
    const core::Result<QList<ShellCommand>> read = report::shellCommands(script);
    QVERIFY2(read, qPrintable(read ? QString() : read.error().message));
    QCOMPARE(read->size(), 1);
    QByteArray ours;
    for (const report::ShellWord &word : read->constFirst()) {
        QVERIFY(!word.expansion);
        ours += word.text + '\0';
    }
    QProcess bash;
    bash.setProcessEnvironment([] {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
        return environment;
    }());
    bash.start(u"bash"_s, {u"--norc"_s, u"-s"_s});
    bash.write("printf '%s\\0' " + script + '\n');
    bash.closeWriteChannel();
    QVERIFY(bash.waitForFinished());
    QCOMPARE(ours, bash.readAllStandardOutput());
}

void ShellWordsTest::commands_end_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QByteArrayList>("first");
    QTest::newRow("line") << "a b\nc"_ba << QByteArrayList{"a", "c"};
    QTest::newRow("line with CR") << "a b\r\nc\r\n"_ba << QByteArrayList{"a", "c"};
    QTest::newRow("semicolon, pipe, and") << "a;b|c && d&"_ba << QByteArrayList{"a", "b", "c", "d"};
    QTest::newRow("nothing") << " \n\n# x\n"_ba << QByteArrayList();
    QTest::newRow("line with CR that goes on") << "a \\\r\n b"_ba << QByteArrayList{"a"};
}

void ShellWordsTest::commands_end()
{
    QFETCH(QByteArray, script);
    const core::Result<QList<ShellCommand>> read = report::shellCommands(script);
    QVERIFY(read);
    QByteArrayList first;
    for (const ShellCommand &command : *read)
        first += command.constFirst().text;
    QTEST(first, "first");
}

void ShellWordsTest::variable_isMarked_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<qsizetype>("at");
    QTest::newRow("name") << "$A"_ba << qsizetype(0);
    QTest::newRow("in a word") << "ab$C"_ba << qsizetype(2);
    QTest::newRow("in double quotes") << R"("a ${B:-c d}")"_ba << qsizetype(3);
    QTest::newRow("parameter") << "a$1"_ba << qsizetype(1);
}

void ShellWordsTest::variable_isMarked()
{
    QFETCH(QByteArray, script);
    const core::Result<QList<ShellCommand>> read = report::shellCommands(script);
    QVERIFY(read);
    QCOMPARE(read->size(), 1);
    QCOMPARE(read->constFirst().size(), 1);
    const std::optional<qsizetype> expansion = read->constFirst().constFirst().expansion;
    QVERIFY(expansion);
    QTEST(*expansion, "at");
}

void ShellWordsTest::refused_namesThePlace_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QString>("place");
    QTest::newRow("single quote") << "a\n 'b"_ba << u"2:2"_s;
    QTest::newRow("double quote") << "a \"b"_ba << u"1:3"_s;
    QTest::newRow("ansi quote") << "a $'b\\'"_ba << u"1:3"_s;
    QTest::newRow("command in it") << "a $(b)"_ba << u"1:3"_s;
    QTest::newRow("command in quotes") << "a \"$(b)\""_ba << u"1:4"_s;
    QTest::newRow("backtick") << "a `b`"_ba << u"1:3"_s;
    QTest::newRow("backtick in quotes") << "a \"`b`\""_ba << u"1:4"_s;
    QTest::newRow("redirection") << "a > b"_ba << u"1:3"_s;
    QTest::newRow("here document") << "a << b"_ba << u"1:3"_s;
    QTest::newRow("bracket") << "(a)"_ba << u"1:1"_s;
    QTest::newRow("braces with a comma") << R"(a {"b":1,"c":2})"_ba << u"1:9"_s;
    QTest::newRow("NUL") << QByteArray("a\0b", 3) << u"1:2"_s;
    QTest::newRow("NUL by escape") << R"(a $'b\0c')"_ba << u"1:6"_s;
    QTest::newRow("cmd.exe, quote") << R"(curl ^"http://x^")"_ba << u"1:6"_s;
    QTest::newRow("cmd.exe, line") << "curl a ^\r\n b"_ba << u"1:8"_s;
}

void ShellWordsTest::refused_namesThePlace()
{
    QFETCH(QByteArray, script);
    const core::Result<QList<ShellCommand>> read = report::shellCommands(script);
    QVERIFY(!read);
    QFETCH(QString, place);
    QVERIFY2(read.error().message.contains(place), qPrintable(read.error().message));
}

QTEST_GUILESS_MAIN(ShellWordsTest)
#include "tst_shellwords.moc"
