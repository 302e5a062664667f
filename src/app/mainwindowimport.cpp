// SPDX-License-Identifier: GPL-3.0-or-later
// Requests from elsewhere and for elsewhere: cURL, PowerShell, Postman, `.http`.
#include "app/mainwindow.h"
#include "present/importer.h"
#include "present/requestexport.h"
#include "present/workspace.h"
#include "ui_mainwindow.h"

#include <QClipboard>
#include <QGuiApplication>

namespace app {

void MainWindow::connectForeignRequests()
{
    present::Importer *importer = &m_parts.importer;
    connect(m_ui->importAction, &QAction::triggered, importer, &present::Importer::importFile);
    connect(m_ui->pasteRequestAction, &QAction::triggered, importer,
            [importer] { importer->importText(QGuiApplication::clipboard()->text().toUtf8()); });
    connect(importer, &present::Importer::told, this, &MainWindow::notify);
    using present::RequestForm;
    connect(m_ui->copyAsCurlAction, &QAction::triggered, this, [this] { copyRequestAs(RequestForm::Curl); });
    connect(m_ui->copyAsPowerShellAction, &QAction::triggered, this,
            [this] { copyRequestAs(RequestForm::PowerShell); });
    connect(m_ui->copyAsHttpAction, &QAction::triggered, this, [this] { copyRequestAs(RequestForm::Http); });
}

void MainWindow::copyRequestAs(present::RequestForm form)
{
    const core::Result<QByteArray> text = present::exportedRequest(controller().nextRequest(), form);
    if (!text) {
        notify(text.error().message);
        return;
    }
    QGuiApplication::clipboard()->setText(QString::fromUtf8(*text));
    m_ui->statusbar->showMessage(tr("The next request is copied."));
}

} // namespace app
