// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/nextrequestpage.h"

#include "app/quietline.h"
#include "present/documentcontroller.h"
#include "ui_nextrequestpage.h"

#include <QFontDatabase>
#include <QLocale>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace app {

NextRequestPage::NextRequestPage(QWidget *parent)
    : LatePane(parent)
    , m_ui(std::make_unique<Ui::NextRequestPage>())
{ }

NextRequestPage::~NextRequestPage() = default;

void NextRequestPage::makeContents()
{
    m_ui->setupUi(this);
    m_ui->digestEdit->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    makeQuiet(m_ui->lengthEdit);
    makeQuiet(m_ui->digestEdit);
    connect(m_ui->requestView, &ByteView::saveRequested, this,
            [this](const QByteArray &bytes) { Q_EMIT saveRequested(bytes, u"request.txt"_s); });
    present::TemplateDraft *draft = &controller()->draft();
    connect(m_ui->placeholdersBox, &QCheckBox::toggled, draft, &present::TemplateDraft::setPlaceholders);
    connect(controller(), &present::DocumentController::requestChanged, this, [this] {
        if (isVisible())
            showRequest();
    });
}

void NextRequestPage::showEvent(QShowEvent *event)
{
    showRequest();
    QWidget::showEvent(event);
}

void NextRequestPage::showRequest()
{
    const present::NextRequest &next = controller()->nextRequest();
    const QSignalBlocker block(m_ui->placeholdersBox);
    m_ui->placeholdersBox->setEnabled(controller()->draft().isTemplate());
    m_ui->placeholdersBox->setChecked(controller()->draft().hasPlaceholders());
    if (!next.request) {
        m_ui->requestView->setPlaceholderText(next.problem);
        m_ui->requestView->setBody({});
        m_ui->lengthEdit->clear();
        m_ui->digestEdit->clear();
        return;
    }
    m_ui->requestView->setBody(present::requestText(*next.request));
    const QString size = QLocale::c().toString(next.request->body.size());
    m_ui->lengthEdit->setText(next.isSample ? tr("%1 bytes in this sample").arg(size) : tr("%1 bytes").arg(size));
    m_ui->digestEdit->setPlaceholderText(next.isSample ? tr("drawn again at Submit") : QString());
    m_ui->digestEdit->setText(next.sha256);
    m_ui->digestEdit->setCursorPosition(0);
}

} // namespace app
