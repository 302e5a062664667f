// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/tabkeeper.h"

#include "core/log.h"
#include "present/workspace.h"

#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;

namespace present {
namespace {

constexpr std::chrono::milliseconds delay{500};

store::OpenTabs tabsOf(const Workspace &workspace)
{
    store::OpenTabs result;
    for (int i = 0; i < workspace.count(); ++i) {
        const OpenDocument &document = workspace.at(i);
        if (document.file().path().isEmpty())
            continue;
        if (i <= workspace.currentIndex())
            result.current = result.tabs.size();
        const std::optional<exchange::Exchange> &last = document.controller().lastExchange();
        result.tabs.append({document.file().path(), last ? last->id : QUuid()});
    }
    return result;
}

} // namespace

TabKeeper::TabKeeper(Workspace &workspace, QString folder, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_folder(std::move(folder))
    , m_claims(m_folder + "/open"_L1)
{
    m_pool.setMaxThreadCount(1);
    m_due.setSingleShot(true);
    m_due.setInterval(delay);
    connect(&m_due, &QTimer::timeout, this, &TabKeeper::write);
}

TabKeeper::~TabKeeper()
{
    if (m_due.isActive())
        write();
    m_pool.waitForDone();
}

bool TabKeeper::isOurs()
{
    return !m_claims.claim(m_folder + "/tabs.json"_L1);
}

core::Result<store::OpenTabs> TabKeeper::lastTabs()
{
    return isOurs() ? store::readOpenTabs(m_folder) : store::OpenTabs();
}

void TabKeeper::start()
{
    if (!isOurs())
        return;
    const auto note = [this] { m_due.start(); };
    for (int i = 0; i < m_workspace.count(); ++i)
        follow(m_workspace.at(i));
    connect(&m_workspace, &Workspace::opened, this, [this](int index) { follow(m_workspace.at(index)); });
    connect(&m_workspace, &Workspace::titlesChanged, this, note);
    connect(&m_workspace, &Workspace::currentChanged, this, note);
    m_due.start();
}

void TabKeeper::follow(const OpenDocument &document)
{
    connect(&document.controller(), &DocumentController::exchangeEnded, this, [this] { m_due.start(); });
}

void TabKeeper::write()
{
    store::OpenTabs tabs = tabsOf(m_workspace);
    m_due.stop();
    if (tabs == m_written)
        return;
    m_written = tabs;
    m_pool.start([folder = m_folder, tabs = std::move(tabs)] {
        // To come back to the same tabs is a comfort: that it fails is for the log.
        if (const core::Status saved = store::saveOpenTabs(folder, tabs); !saved)
            qCWarning(lcApp) << saved.error().message;
    });
}

} // namespace present
