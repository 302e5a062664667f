// SPDX-License-Identifier: GPL-3.0-or-later
#include "submitfixture.h"

#include <QFile>
#include <QJsonDocument>

using namespace Qt::StringLiterals;
using support::RawServer;

QString SubmitFixture::file(const QByteArray &bytes, const QString &name) const
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(file.fileName()));
    return file.fileName();
}

QStringList SubmitFixture::to(const RawServer &server, const QStringList &more) const
{
    return QStringList{u"submit"_s, file("{}"_ba), u"--base-url"_s, server.url({}), u"--call-record"_s, u"7"_s} + more;
}

QList<QJsonObject> SubmitFixture::lines(const QByteArray &out)
{
    QList<QJsonObject> objects;
    for (const QByteArray &line : out.split('\n')) {
        if (!line.isEmpty())
            objects.append(QJsonDocument::fromJson(line).object());
    }
    return objects;
}

QByteArray SubmitFixture::headerOf(const QByteArray &request, const QByteArray &name)
{
    const QByteArray head = request.left(request.indexOf("\r\n\r\n"));
    for (const QByteArray &line : head.split('\n')) {
        if (line.toLower().startsWith(QByteArray(name + ": ")))
            return line.mid(name.size() + 2).trimmed();
    }
    return {};
}
