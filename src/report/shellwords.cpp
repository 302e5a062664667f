// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/shellwords.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <utility>

namespace report {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("report::ShellWords", text);
}

bool isNameCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

int digitOf(char c, int base)
{
    int digit = -1;
    if (c >= '0' && c <= '9')
        digit = c - '0';
    else if ((c | 0x20) >= 'a' && (c | 0x20) <= 'f')
        digit = (c | 0x20) - 'a' + 10;
    return digit < base ? digit : -1;
}

/// The escapes of `$'…'` that stand for one byte (bash's manual §3.1.2.4).
constexpr std::array<std::pair<char, char>, 13> singleEscapes{{{'a', '\a'},
                                                               {'b', '\b'},
                                                               {'e', '\x1B'},
                                                               {'E', '\x1B'},
                                                               {'f', '\f'},
                                                               {'n', '\n'},
                                                               {'r', '\r'},
                                                               {'t', '\t'},
                                                               {'v', '\v'},
                                                               {'\\', '\\'},
                                                               {'\'', '\''},
                                                               {'"', '"'},
                                                               {'?', '?'}}};

/// Reads a script from left to right. The first fault ends it.
class Reader
{
public:
    explicit Reader(const QByteArray &script)
        : m_script(script)
    { }

    core::Result<QList<ShellCommand>> read();

private:
    bool atEnd() const { return m_at >= m_script.size(); }
    char look(qsizetype ahead = 0) const { return m_at + ahead < m_script.size() ? m_script.at(m_at + ahead) : '\0'; }
    bool isLineEnd(qsizetype ahead) const
    {
        return look(ahead) == '\n' || (look(ahead) == '\r' && look(ahead + 1) == '\n');
    }
    void fail(const char *sentence, qsizetype at)
    {
        if (m_fault.isEmpty())
            m_fault = tr(sentence).arg(scriptPlace(m_script, at));
        m_at = m_script.size();
    }
    void put(QByteArrayView bytes)
    {
        m_word.text += bytes;
        m_isInWord = true;
    }
    void endWord();
    void endCommand();
    void readPlain();
    void skipComment();
    void readOperator();
    void readBackslash();
    void readSingle();
    void readDouble();
    void readDollar();
    void readAnsi();
    void readAnsiEscape();
    QByteArray numbered(int base, int mostDigits, bool isCharacter);

    const QByteArray &m_script;
    qsizetype m_at = 0;
    QList<ShellCommand> m_commands;
    ShellCommand m_command;
    ShellWord m_word;
    bool m_isInWord = false;
    bool m_hasBrace = false; ///< An unquoted `{` stands in the word.
    QString m_fault;
};

core::Result<QList<ShellCommand>> Reader::read()
{
    if (const qsizetype nul = m_script.indexOf('\0'); nul >= 0)
        fail(QT_TRANSLATE_NOOP("report::ShellWords", "There is a NUL at %1, which no command can hold."), nul);
    while (!atEnd())
        readPlain();
    endCommand();
    if (!m_fault.isEmpty())
        return core::Error{core::Error::Code::Input, m_fault, {}};
    return m_commands;
}

void Reader::endWord()
{
    if (m_isInWord)
        m_command += std::exchange(m_word, {});
    m_isInWord = false;
    m_hasBrace = false;
}

void Reader::endCommand()
{
    endWord();
    if (!m_command.isEmpty())
        m_commands += std::exchange(m_command, {});
}

void Reader::readPlain()
{
    const char c = look();
    if (c == '\'')
        readSingle();
    else if (c == '"')
        readDouble();
    else if (c == '\\')
        readBackslash();
    else if (c == '$')
        readDollar();
    else if (c == '#' && !m_isInWord)
        skipComment();
    else if (c == ' ' || c == '\t' || (c == '\r' && isLineEnd(0))) {
        endWord();
        ++m_at;
    } else
        readOperator();
}

void Reader::skipComment()
{
    const qsizetype end = m_script.indexOf('\n', m_at);
    m_at = end < 0 ? m_script.size() : end;
}

void Reader::readOperator()
{
    const char c = look();
    if (c == '\n' || c == ';' || c == '&' || c == '|') {
        endCommand();
        ++m_at;
    } else if (c == '`')
        fail(QT_TRANSLATE_NOOP("report::ShellWords",
                               "A command stands inside of the command at %1. Put its result there and import again."),
             m_at);
    else if (c == '<' || c == '>' || c == '(' || c == ')')
        fail(QT_TRANSLATE_NOOP(
                 "report::ShellWords",
                 "There is a redirection or a bracket of the shell at %1. Take it out, or quote it if it is "
                 "meant as text."),
             m_at);
    else if (c == '^' && (look(1) == '"' || isLineEnd(1)))
        fail(QT_TRANSLATE_NOOP("report::ShellWords",
                               "This is quoted for cmd.exe, at %1. Copy the command for bash and import that."),
             m_at);
    else if (c == ',' && m_hasBrace)
        fail(QT_TRANSLATE_NOOP("report::ShellWords",
                               "bash makes several words of the braces before %1. Put the text into single quotes."),
             m_at);
    else {
        m_hasBrace = m_hasBrace || c == '{';
        put(QByteArrayView(&c, 1));
        ++m_at;
    }
}

void Reader::readBackslash()
{
    if (isLineEnd(1)) {
        m_at += look(1) == '\n' ? 2 : 3;
        return;
    }
    const char c = m_at + 1 < m_script.size() ? look(1) : '\\'; // at the very end it stands for itself
    put(QByteArrayView(&c, 1));
    m_at += 2;
}

void Reader::readSingle()
{
    const qsizetype end = m_script.indexOf('\'', m_at + 1);
    if (end < 0)
        return fail(QT_TRANSLATE_NOOP("report::ShellWords", "The quote at %1 has no end."), m_at);
    put(QByteArrayView(m_script).sliced(m_at + 1, end - m_at - 1));
    m_at = end + 1;
}

void Reader::readDouble()
{
    const qsizetype begin = m_at++;
    m_isInWord = true;
    while (!atEnd() && look() != '"') {
        const char c = look();
        const char next = look(1);
        if (c == '\\' && isLineEnd(1)) {
            m_at += next == '\n' ? 2 : 3;
        } else if (c == '\\' && (next == '$' || next == '`' || next == '"' || next == '\\')) {
            put(QByteArrayView(&next, 1));
            m_at += 2;
        } else if (c == '$' && next != '\'' && next != '"') {
            readDollar();
        } else if (c == '`') {
            readOperator();
        } else {
            put(QByteArrayView(&c, 1));
            ++m_at;
        }
    }
    if (look() != '"')
        return fail(QT_TRANSLATE_NOOP("report::ShellWords", "The quote at %1 has no end."), begin);
    ++m_at;
}

void Reader::readDollar()
{
    const char next = look(1);
    if (next == '\'')
        return readAnsi();
    if (next == '"') { // a text to be translated, which C does not
        ++m_at;
        return readDouble();
    }
    if (next == '(')
        return fail(QT_TRANSLATE_NOOP("report::ShellWords",
                                      "A command stands inside of the command at %1. Put its result there and import "
                                      "again."),
                    m_at);
    const bool isName = isNameCharacter(next) || (next != '\0' && QByteArrayView("{@*#?-$!").contains(next));
    if (isName && !m_word.expansion)
        m_word.expansion = m_at;
    put("$");
    ++m_at;
    const qsizetype close = next == '{' ? m_script.indexOf('}', m_at) : -1;
    if (close >= 0) {
        put(QByteArrayView(m_script).sliced(m_at, close + 1 - m_at));
        m_at = close + 1;
    }
}

void Reader::readAnsi()
{
    const qsizetype begin = m_at;
    m_at += 2;
    m_isInWord = true;
    while (!atEnd() && look() != '\'') {
        if (look() == '\\') {
            readAnsiEscape();
        } else {
            put(QByteArrayView(m_script).sliced(m_at, 1));
            ++m_at;
        }
    }
    if (look() != '\'')
        return fail(QT_TRANSLATE_NOOP("report::ShellWords", "The quote at %1 has no end."), begin);
    ++m_at;
}

/// The byte, or with `isCharacter` the UTF-8, of a number of at most so many digits. Empty without a digit.
QByteArray Reader::numbered(int base, int mostDigits, bool isCharacter)
{
    char32_t number = 0;
    int count = 0;
    for (; count < mostDigits && digitOf(look(), base) >= 0; ++count, ++m_at)
        number = number * base + digitOf(look(), base);
    if (count == 0)
        return {};
    if (isCharacter && number >= 0x80)
        return QString::fromUcs4(&number, 1).toUtf8();
    return QByteArray(1, static_cast<char>(number));
}

void Reader::readAnsiEscape()
{
    const qsizetype begin = m_at++;
    const char c = look();
    const auto *const single = std::find_if(singleEscapes.begin(), singleEscapes.end(),
                                            [c](const auto &escape) { return escape.first == c; });
    QByteArray bytes;
    if (single != singleEscapes.end()) {
        bytes = QByteArray(1, single->second);
        ++m_at;
    } else if (digitOf(c, 8) >= 0) {
        bytes = numbered(8, 3, false);
    } else if (c == 'x' || c == 'u' || c == 'U') {
        ++m_at;
        bytes = numbered(16, c == 'x' ? 2 : (c == 'u' ? 4 : 8), c != 'x');
        if (bytes.isEmpty())
            bytes = QByteArray("\\") + c;
    } else if (c == 'c' && look(1) != '\0') {
        bytes = QByteArray(1, static_cast<char>(look(1) & 0x1F));
        m_at += 2;
    } else {
        bytes = "\\";
    }
    if (bytes.contains('\0'))
        return fail(QT_TRANSLATE_NOOP("report::ShellWords", "There is a NUL at %1, which no command can hold."), begin);
    put(bytes);
}

} // namespace

core::Result<QList<ShellCommand>> shellCommands(const QByteArray &script)
{
    return Reader(script).read();
}

QString scriptPlace(QByteArrayView script, qsizetype offset)
{
    const QByteArrayView before = script.first(offset);
    const qsizetype line = before.count('\n') + 1;
    const qsizetype column = before.size() - before.lastIndexOf('\n');
    return QString::number(line) + u':' + QString::number(column);
}

} // namespace report
