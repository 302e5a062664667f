// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/opentabs.h"

#include "store/durablesave.h"
#include "store/regularfile.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <optional>

using namespace Qt::StringLiterals;

namespace store {
namespace {

constexpr QLatin1String tabsKey("tabs");
constexpr QLatin1String currentKey("current");
constexpr QLatin1String pathKey("path");
constexpr QLatin1String exchangeKey("exchange");

QString fileIn(const QString &folder)
{
    return folder + "/tabs.json"_L1;
}

core::Error damaged(const QString &path)
{
    return {core::Error::Code::Input,
            QCoreApplication::translate("store",
                                        "The list of the documents that were open last is damaged, so that none of "
                                        "them was opened. Open Recent has them."),
            path};
}

std::optional<OpenTab> tabFrom(const QJsonObject &object)
{
    const QString path = object.value(pathKey).toString();
    const QString exchange = object.value(exchangeKey).toString();
    const QUuid id = QUuid::fromString(exchange);
    if (path.isEmpty() || id.isNull() != exchange.isEmpty())
        return std::nullopt;
    return OpenTab{path, id};
}

} // namespace

core::Result<OpenTabs> readOpenTabs(const QString &folder)
{
    const QString path = fileIn(folder);
    if (!QFileInfo::exists(path))
        return OpenTabs();
    const core::Result<QByteArray> text = readRegularFile(path);
    if (!text)
        return text.error();
    const QJsonObject whole = QJsonDocument::fromJson(*text).object();
    if (!whole.value(tabsKey).isArray())
        return damaged(path);
    OpenTabs result;
    const QJsonArray tabs = whole.value(tabsKey).toArray();
    for (const auto &tab : tabs) {
        const std::optional<OpenTab> read = tabFrom(tab.toObject());
        if (!read)
            return damaged(path);
        result.tabs += *read;
    }
    result.current = whole.value(currentKey).toInt(-1);
    if (result.current < 0 || result.current >= qMax(result.tabs.size(), qsizetype{1}))
        return damaged(path);
    return result;
}

core::Status saveOpenTabs(const QString &folder, const OpenTabs &tabs)
{
    QJsonArray list;
    for (const OpenTab &tab : tabs.tabs) {
        const QString exchange = tab.exchange.isNull() ? QString() : tab.exchange.toString(QUuid::WithoutBraces);
        list.append(QJsonObject{{pathKey, tab.path}, {exchangeKey, exchange}});
    }
    const QJsonObject whole{{tabsKey, list}, {currentKey, tabs.current}};
    if (core::Status made = makePrivateFolder(folder); !made)
        return made;
    return saveDurably(fileIn(folder), QJsonDocument(whole).toJson(), FileMode::Private);
}

} // namespace store
