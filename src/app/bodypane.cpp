// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bodypane.h"

#include "app/flowlayout.h"
#include "present/bodyopener.h"
#include "ui_bodypane.h"

#include <QAction>

using namespace Qt::StringLiterals;

namespace app {

BodyPane::BodyPane(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::BodyPane>())
{
    m_ui->setupUi(this);
    setFocusProxy(m_ui->bodyView);
    m_ui->remarksLabel->hide();
    auto *flow = new FlowLayout; // in two lines where the pane is narrow
    flow->addWidget(m_ui->formsBox);
    flow->addWidget(m_ui->deedsBox);
    m_ui->bodyPaneLayout->addLayout(flow);
    connectForms();
    ByteView *view = m_ui->bodyView;
    connect(view, &ByteView::formChanged, this, &BodyPane::showForm);
    connect(m_ui->copyBodyButton, &QPushButton::clicked, view, [view] {
        view->selectAll();
        view->copy();
    });
    connect(m_ui->saveBodyButton, &QPushButton::clicked, view->saveAction(), &QAction::trigger);
    connect(m_ui->openBodyButton, &QPushButton::clicked, this, [this, view] { Q_EMIT openRequested(view->body()); });
    showForm();
}

BodyPane::~BodyPane() = default;

void BodyPane::setBody(const QByteArray &body, const QString &remarks)
{
    m_ui->remarksLabel->setText(remarks);
    m_ui->remarksLabel->setVisible(!remarks.isEmpty());
    m_ui->bodyView->setAccessibleDescription(remarks); // read out where the focus is
    m_ui->bodyView->setBody(body);
}

QString BodyPane::suggestedName() const
{
    return "response"_L1 + present::suffixOf(view().body(), view().canIndent());
}

ByteView &BodyPane::view() const
{
    return *m_ui->bodyView;
}

void BodyPane::connectForms()
{
    const std::pair<QRadioButton *, present::BodyForm> choices[] = {
        {m_ui->rawButton, present::BodyForm::Raw},
        {m_ui->indentedButton, present::BodyForm::Indented},
        {m_ui->hexButton, present::BodyForm::Hex},
    };
    for (const auto &[button, form] : choices) {
        connect(button, &QRadioButton::toggled, m_ui->bodyView, [this, form = form](bool isChosen) {
            if (isChosen && form != m_ui->bodyView->form())
                m_ui->bodyView->setForm(form);
        });
    }
}

/// The marks say which form the rows have, whoever chose it.
void BodyPane::showForm()
{
    const ByteView *view = m_ui->bodyView;
    QRadioButton *const buttons[] = {m_ui->rawButton, m_ui->indentedButton, m_ui->hexButton};
    QRadioButton *chosen = buttons[size_t(view->form())];
    const QSignalBlocker blocker(chosen);
    chosen->setChecked(true);
    m_ui->indentedButton->setEnabled(view->canIndent());
    m_ui->indentedButton->setToolTip(view->formAction(present::BodyForm::Indented)->toolTip());
    m_ui->indentedButton->setAccessibleDescription(view->indentRefusal());
    for (QPushButton *button : {m_ui->copyBodyButton, m_ui->saveBodyButton, m_ui->openBodyButton})
        button->setEnabled(!view->body().isEmpty());
}

} // namespace app
