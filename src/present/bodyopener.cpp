// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/bodyopener.h"

#include "present/body/plaintext.h"
#include "present/bodypipeline.h"
#include "report/secretcheck.h"
#include "json/scanner.h"

using namespace Qt::StringLiterals;

namespace present {

QLatin1StringView suffixOf(const QByteArray &bytes, bool isJson)
{
    if (isJson)
        return ".json"_L1;
    return isText(bytes) ? ".txt"_L1 : ".bin"_L1;
}

BodyOpener::BodyOpener(exchange::UrlOpener &opener, QObject *parent)
    : QObject(parent)
    , m_opener(opener)
{ }

void BodyOpener::open(const QByteArray &bytes)
{
    const auto look = [bytes, name = tr("The body")]() -> core::Result<QLatin1StringView> {
        if (const core::Status cleared = report::refuseSecrets({{name, bytes}}); !cleared)
            return cleared.error();
        return suffixOf(bytes, json::scan(bytes).isValid());
    };
    const auto go = [this, bytes](const core::Result<QLatin1StringView> &suffix) { openCopy(bytes, suffix); };
    m_reader.drop();
    if (bytes.size() <= BodyPipeline::smallBody)
        go(look());
    else
        m_reader.start(look, go);
}

void BodyOpener::openCopy(const QByteArray &bytes, const core::Result<QLatin1StringView> &suffix)
{
    if (!suffix)
        return Q_EMIT refused(suffix.error().message);
    const core::Result<QString> path = m_copies.add(bytes, *suffix);
    if (!path)
        return Q_EMIT refused(path.error().message);
    if (m_opener.open(QUrl::fromLocalFile(*path)))
        Q_EMIT opened();
    else
        Q_EMIT refused(tr("The desktop has no program for files that end with %1. Save the body and open the file in "
                          "the program that you want.")
                           .arg(*suffix));
}

} // namespace present
