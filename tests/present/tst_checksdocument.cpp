// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/checks.h"
#include "present/guiderows.h"
#include "sourcedir.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QString wordOf(present::CheckDefault byDefault)
{
    switch (byDefault) {
    case present::CheckDefault::Always:
        return u"always"_s;
    case present::CheckDefault::Counts:
        return u"yes"_s;
    case present::CheckDefault::Tells:
        return u"no"_s;
    }
    Q_UNREACHABLE();
}

QString checkTable()
{
    QString text = u"| check | counts | met when |\n|---|---|---|\n"_s;
    for (int number = 0; number < present::checkCount(); ++number) {
        const present::CheckRow &row = present::rowOf(static_cast<present::CheckId>(number));
        text += u"| `%1` | %2 | %3 |\n"_s.arg(row.name, wordOf(row.byDefault), QString::fromUtf8(row.about));
    }
    return text;
}

QString guideTable()
{
    QString text = u"| row | when | what it says | what to do next |\n|---|---|---|---|\n"_s;
    for (int number = 0; number < present::guideRowCount(); ++number) {
        const present::GuideRow &row = present::guideRow(number);
        const QString happened = row.happened ? QString::fromUtf8(row.happened) : u"*The error's own sentences.*"_s;
        text += u"| `%1` | %2 | %3 %4 | %5 |\n"_s.arg(row.id, QString::fromUtf8(row.when), happened,
                                                      QString::fromUtf8(row.why), QString::fromUtf8(row.next));
    }
    return text;
}

QByteArray checksDocument()
{
    const QString text = uR"(# Checks

Written by the test `present.checksdocument` from the tables in `src/present/checks.cpp` and
`src/present/guiderows.cpp`; run it with `SC_UPDATE_DOCS=1` to write it anew.

## What is checked

A check is *met*, *not met* or *not applicable*, and says what was expected and what was found. A response is **as
expected** when no check that counts is not met. That is the one decision of the window and of the command line; without
an expectation it is the one of [command-line.md](command-line.md). *Counts* below is the default, which an expectation
can change for each check but `arrived`.

%1
## What is expected

An **expectation** says which response is the right one. Without it, or with an empty one, a success is. Its JSON form
has these members, all of them optional; others are kept as they are.

| member | is |
|---|---|
| `status` | A text: statuses, classes and ranges, `201, 4xx, 500-504` |
| `errorCode` | A text: the code that the error, one of its details or inner errors has, exactly |
| `errorTarget` | A text: what the error or one of its details names. `failureInfo.stage` and `/failureInfo/stage` are the same |
| `members` | An object: JSON pointers (RFC 6901), each with `"asSent"` (comes back as it was sent), `"absent"`, `"ignored"`, or `{"json": TEXT}`, the JSON text of its value |
| `headers` | An object: names, each with its value or, when it only has to be there, null |
| `timeLimitMs` | A whole number of milliseconds, from queued to the last byte |
| `checks` | An object: names of the table above, each with true (counts) or false |

Of a session that is read back, `members` and `checks` count; the rest is about the response to a submit.

What stands below the place of a member goes with it. What is known and has another form is refused and not passed over:
half an expectation would let through what it was made to catch.

## The error guide

Whatever is no plain success has a row here, the first that applies: what happened, why that may be, and what to do next.
It stands beside the body and never in its place, with the service's own code, more specific code and message, and with
the fields of the session that its targets mean. Where `Retry-After` came, as seconds, with a fraction or as a date, it
tells until when to wait; a POST is never repeated by the program.

%2)"_s;
    return text.arg(checkTable(), guideTable()).toUtf8();
}

} // namespace

class ChecksDocumentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void checksDocument_isCurrent();
};

void ChecksDocumentTest::checksDocument_isCurrent()
{
    QFile file(QStringLiteral(SC_SOURCE_DIR "/docs/checks.md"));
    const QByteArray expected = checksDocument();
    if (qEnvironmentVariableIsSet("SC_UPDATE_DOCS")) {
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(expected), expected.size());
        return;
    }
    QVERIFY2(file.open(QIODevice::ReadOnly), "docs/checks.md is missing: run this test with SC_UPDATE_DOCS=1.");
    QVERIFY2(file.readAll() == expected, "docs/checks.md is stale: run this test with SC_UPDATE_DOCS=1.");
}

QTEST_GUILESS_MAIN(ChecksDocumentTest)
#include "tst_checksdocument.moc"
