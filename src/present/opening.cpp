// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/opening.h"

#include "present/historykeeper.h"
#include "present/historytexts.h"
#include "present/workspace.h"

#include <QPointer>

using namespace Qt::StringLiterals;

namespace present {

Opening::Opening(Workspace &workspace, HistoryKeeper &history, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_history(history)
{ }

core::Status Opening::openFiles(const QStringList &files)
{
    for (const QString &path : files)
        m_tabs.tabs.append({path, {}});
    core::Status loaded = m_workspace.load(files.constFirst());
    if (!loaded)
        m_problems += files.constFirst() + u": "_s + loaded.error().message;
    return loaded;
}

bool Opening::openTabs(const store::OpenTabs &tabs)
{
    m_isRestoring = true;
    m_tabs = tabs;
    while (!m_tabs.tabs.isEmpty()) {
        m_tabs.current = qMin(m_tabs.current, m_tabs.tabs.size() - 1);
        if (load(m_tabs.tabs.at(m_tabs.current), 0))
            return true;
        m_tabs.tabs.removeAt(m_tabs.current);
    }
    return false;
}

void Opening::openRest()
{
    int place = 0;
    for (qsizetype i = 0; i < m_tabs.tabs.size(); ++i) {
        const bool isOpen = i == m_tabs.current;
        if (isOpen || load(m_tabs.tabs.at(i), place))
            ++place;
    }
    for (int i = 0; m_isRestoring && i < m_workspace.count(); ++i) {
        OpenDocument &document = m_workspace.at(i);
        for (const store::OpenTab &tab : std::as_const(m_tabs.tabs)) {
            if (tab.path == document.file().path() && !tab.exchange.isNull())
                recall(document, tab.exchange);
        }
    }
}

bool Opening::load(const store::OpenTab &tab, int place)
{
    const core::Status loaded = m_workspace.loadAt(tab.path, place);
    if (!loaded) {
        m_problems += m_isRestoring
            ? tr("%1 was open last and cannot be opened again: %2").arg(tab.path, loaded.error().message)
            : tab.path + u": "_s + loaded.error().message;
    }
    return loaded.has_value();
}

void Opening::recall(OpenDocument &document, const QUuid &exchange)
{
    using Found = std::optional<store::HistoryEntry>;
    const auto look = [exchange](store::History &history) -> Found {
        const core::Result<std::optional<store::HistoryRow>> row = history.row(exchange);
        if (!row || !*row)
            return {};
        const core::Result<Found> entry = history.entry((*row)->number);
        return entry ? *entry : Found();
    };
    const auto show = [document = QPointer<OpenDocument>(&document)](const Found &found) {
        // What the tester has begun meanwhile goes first.
        if (!document || !found || document->controller().isInFlight() || document->controller().lastExchange())
            return;
        document->controller().recall(shownExchange(*found));
    };
    m_history.ask<Found>(look, this, show);
}

} // namespace present
