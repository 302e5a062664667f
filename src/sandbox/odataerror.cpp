// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/odataerror.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace sandbox {

using namespace Qt::StringLiterals;

QByteArray errorBody(const ODataError &error, const RequestIds &ids, qint64 millisecondsSinceEpoch)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(millisecondsSinceEpoch, Qt::UTC);
    QJsonObject object{
        {u"code"_s, error.code},
        {u"message"_s, error.message},
        {u"innerError"_s,
         QJsonObject{
             {u"date"_s, time.toString(u"yyyy-MM-ddTHH:mm:ss"_s)},
             {u"request-id"_s, QString::fromLatin1(ids.requestId)},
             {u"client-request-id"_s, QString::fromLatin1(ids.clientRequestId)},
         }},
    };
    QJsonArray details;
    for (const ErrorDetail &detail : error.details)
        details.append(
            QJsonObject{{u"code"_s, detail.code}, {u"target"_s, detail.target}, {u"message"_s, detail.message}});
    if (!details.isEmpty())
        object.insert(u"details"_s, details);
    return QJsonDocument(QJsonObject{{u"error"_s, object}}).toJson(QJsonDocument::Compact);
}

} // namespace sandbox
