// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "program.h"

#include "support/rawserver.h"

#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

/// What the tests of `submit` share: files to send, arguments, and a look at what was printed and sent.
class SubmitFixture : public QObject
{
protected:
    static void failOnWarning() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    /// The path of a new file with these bytes.
    QString file(const QByteArray &bytes, const QString &name = QStringLiteral("session.json")) const;

    /// `submit FILE --base-url SERVER --call-record 7` and more; the file holds `{}`.
    QStringList to(const support::RawServer &server, const QStringList &more = {}) const;

    /// The exchange lines in `out`.
    static QList<QJsonObject> lines(const QByteArray &out);

    static QByteArray bodyOf(const QByteArray &request) { return request.mid(request.indexOf("\r\n\r\n") + 4); }

    /// Empty when there is no such header; `name` in lower case.
    static QByteArray headerOf(const QByteArray &request, const QByteArray &name);

    QTemporaryDir m_folder;
};
