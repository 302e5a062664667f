// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/junit.h"

#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace report {
namespace {

using Result = TestCase::Result;

/// XML 1.0 §2.2: what is a character of a document at all. Surrogates come in pairs, or are none.
bool isXmlCharacter(char32_t character)
{
    return character == 0x9 || character == 0xA || character == 0xD || (character >= 0x20 && character <= 0xD7FF)
        || (character >= 0xE000 && character <= 0xFFFD) || (character >= 0x10000 && character <= 0x10FFFF);
}

/// As it stands in an attribute or between tags. Line ends and tabs are spelled, or a reader would make blanks of them
/// (XML 1.0 §2.11, §3.3.3); other control characters, which show as nothing, are replaced as well.
QString escaped(const QString &text)
{
    QString result;
    result.reserve(text.size());
    for (const char32_t character : text.toUcs4()) {
        const bool isControl = QChar::category(character) == QChar::Other_Control;
        if (character == U'&')
            result += "&amp;"_L1;
        else if (character == U'<')
            result += "&lt;"_L1;
        else if (character == U'>')
            result += "&gt;"_L1;
        else if (character == U'"')
            result += "&quot;"_L1;
        else if (character == U'\t' || character == U'\n' || character == U'\r')
            result += u"&#%1;"_s.arg(uint(character));
        else if (!isXmlCharacter(character) || isControl)
            result += QChar(QChar::ReplacementCharacter);
        else
            result += QString::fromUcs4(&character, 1);
    }
    return result;
}

/// ` NAME="VALUE"`.
QString attribute(QLatin1String name, const QString &value)
{
    return u' ' + name + u"=\""_s + escaped(value) + u'"';
}

/// Seconds with six digits after the point, whatever the locale.
QString seconds(std::chrono::microseconds time)
{
    return QString::number(std::chrono::duration<double>(time).count(), 'f', 6);
}

qsizetype count(const TestSuite &suite, Result result)
{
    return std::count_if(suite.cases.cbegin(), suite.cases.cend(),
                         [result](const TestCase &test) { return test.result == result; });
}

/// What stands inside of a test: nothing, or why it did not pass.
QString outcome(const TestCase &test)
{
    switch (test.result) {
    case Result::Passed:
        return {};
    case Result::Skipped:
        return u"<skipped/>"_s;
    case Result::Failed:
    case Result::Error:
        break;
    }
    const QString tag = test.result == Result::Failed ? u"failure"_s : u"error"_s;
    return u'<' + tag + attribute("message"_L1, test.message) + attribute("type"_L1, test.type) + u'>'
        + escaped(test.text) + u"</"_s + tag + u'>';
}

QString element(const TestCase &test)
{
    const QString inside = outcome(test);
    const QString start = u"    <testcase"_s + attribute("name"_L1, test.name)
        + attribute("classname"_L1, test.className) + attribute("time"_L1, seconds(test.time));
    return inside.isEmpty() ? QString(start + u"/>\n"_s)
                            : QString(start + u">\n      "_s + inside + u"\n    </testcase>\n"_s);
}

/// The start tag of the suite, with its counts. Host and package are what Ant's schema wants.
QString suiteTag(const TestSuite &suite)
{
    std::chrono::microseconds time{0};
    for (const TestCase &test : suite.cases)
        time += test.time;
    const auto start = std::chrono::floor<std::chrono::seconds>(suite.startedAt).time_since_epoch().count();
    const QString timestamp
        = QDateTime::fromSecsSinceEpoch(start, Qt::UTC).toString(u"yyyy-MM-ddThh:mm:ss"_s); // digits in every locale
    const auto number = [](qsizetype value) { return QString::number(value); };
    return u"  <testsuite"_s + attribute("name"_L1, suite.name) + attribute("package"_L1, {})
        + attribute("id"_L1, u"0"_s) + attribute("hostname"_L1, u"localhost"_s) + attribute("timestamp"_L1, timestamp)
        + attribute("tests"_L1, number(suite.cases.size()))
        + attribute("failures"_L1, number(count(suite, Result::Failed)))
        + attribute("errors"_L1, number(count(suite, Result::Error)))
        + attribute("skipped"_L1, number(count(suite, Result::Skipped))) + attribute("time"_L1, seconds(time))
        + u">\n"_s;
}

} // namespace

QByteArray junitDocument(const TestSuite &suite)
{
    QString text
        = u"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n"_s + suiteTag(suite) + u"    <properties/>\n"_s;
    for (const TestCase &test : suite.cases)
        text += element(test);
    text += u"    <system-out></system-out>\n    <system-err></system-err>\n  </testsuite>\n</testsuites>\n"_s;
    return text.toUtf8();
}

} // namespace report
