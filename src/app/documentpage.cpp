// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/documentpage.h"

#include "present/documentcontroller.h"
#include "present/documentfile.h"
#include "present/verdict.h"
#include "ui_documentpage.h"

namespace app {

DocumentPage::DocumentPage(present::DocumentController &controller, present::DocumentFile &file, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::DocumentPage>())
    , m_controller(controller)
    , m_file(file)
{
    m_ui->setupUi(this);
    m_ui->splitter->setSizes({1, 1});
    m_ui->splitter->setStretchFactor(0, 1);
    m_ui->splitter->setStretchFactor(1, 1);
    m_ui->findingsDrawer->hide();
    connectPanes();
}

DocumentPage::~DocumentPage() = default;

void DocumentPage::connectPanes()
{
    m_ui->formPage->setController(&m_controller);
    m_ui->sourcePage->setController(&m_controller);
    m_ui->nextRequestPage->setController(&m_controller);
    m_ui->requestHeadersPage->setController(&m_controller);
    m_ui->findingsDrawer->setController(&m_controller);
    m_ui->responseView->setController(&m_controller);
    connect(m_ui->findingsDrawer, &FindingsDrawer::chosen, this, &DocumentPage::goTo);
    connect(m_ui->formPage, &FormPage::sourceRequested, this, [this] { showPane(Pane::Source); });
    const auto saveCopy
        = [this](const QByteArray &bytes, const QString &suggestion) { m_file.saveCopy(bytes, suggestion); };
    connect(m_ui->responseView, &ResponseView::saveRequested, this, saveCopy);
    connect(m_ui->nextRequestPage, &NextRequestPage::saveRequested, this, saveCopy);
    connect(&m_controller, &present::DocumentController::exchangeEnded, this, [this] {
        const exchange::Exchange &last = *m_controller.lastExchange();
        Q_EMIT announced(last.response ? present::statusText(*last.response) : last.error->message);
    });
}

void DocumentPage::showPane(Pane pane)
{
    m_ui->composeTabs->setCurrentIndex(static_cast<int>(pane));
    m_ui->composeTabs->currentWidget()->setFocus(Qt::ShortcutFocusReason);
}

void DocumentPage::focusNextPane()
{
    const QList<QWidget *> panes{m_ui->composeTabs, m_ui->findingsDrawer, m_ui->responseView};
    qsizetype at = 0;
    while (at < panes.size() && !panes.at(at)->isAncestorOf(focusWidget()))
        ++at;
    do
        at = (at + 1) % panes.size();
    while (panes.at(at)->isHidden());
    if (panes.at(at) == m_ui->composeTabs)
        m_ui->composeTabs->currentWidget()->setFocus(Qt::ShortcutFocusReason);
    else
        panes.at(at)->setFocus(Qt::ShortcutFocusReason);
}

void DocumentPage::goToNextFinding()
{
    const QList<session::Finding> &findings = m_controller.findings();
    if (findings.isEmpty()) {
        Q_EMIT announced(tr("There is no finding."));
        return;
    }
    if (m_nextFinding >= findings.size())
        m_nextFinding = 0;
    const session::Finding &finding = findings.at(m_nextFinding++);
    goTo(finding.pointer);
    Q_EMIT announced(finding.message);
}

void DocumentPage::goTo(const json::Pointer &pointer)
{
    if (m_ui->formPage->focusPointer(pointer))
        m_ui->composeTabs->setCurrentWidget(m_ui->formPage);
    else
        showPane(Pane::Source);
}

bool DocumentPage::areFindingsShown() const
{
    return !m_ui->findingsDrawer->isHidden();
}

void DocumentPage::showFindings(bool areShown)
{
    m_ui->findingsDrawer->setVisible(areShown);
}

QString DocumentPage::helpForFocus() const
{
    return m_ui->formPage->helpForFocus();
}

QByteArray DocumentPage::saveSplit() const
{
    return m_ui->splitter->saveState();
}

void DocumentPage::restoreSplit(const QByteArray &state)
{
    m_ui->splitter->restoreState(state);
}

} // namespace app
