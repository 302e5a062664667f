// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/targetbar.h"

#include "app/buttonaction.h"
#include "app/quietline.h"
#include "present/documentcontroller.h"
#include "present/environmentcontroller.h"
#include "ui_targetbar.h"

#include <QFontDatabase>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;
using exchange::Authorization;
using exchange::PathChoice;

namespace app {
namespace {

constexpr QLatin1String versions[] = {"v1.0"_L1, "beta"_L1, "localtest"_L1};

} // namespace

TargetBar::TargetBar(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::TargetBar>())
{
    m_ui->setupUi(this);
    const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    for (QLineEdit *edit : {m_ui->callRecordIdEdit, m_ui->baseUrlEdit, m_ui->odataIdEdit, m_ui->urlEdit})
        edit->setFont(fixed);
    m_ui->versionBox->lineEdit()->setAccessibleName(u"Version"_s);
    makeQuiet(m_ui->urlEdit);
    m_ui->odataIdRow->hide();
    fillBoxes();
    connectEditors();
}

TargetBar::~TargetBar() = default;

void TargetBar::fillBoxes()
{
    for (const PathChoice path : exchange::pathChoices)
        m_ui->pathBox->addItem(exchange::pathText(path), static_cast<int>(path));
    for (const QLatin1String version : versions)
        m_ui->versionBox->addItem(version);
    m_ui->authorizationBox->addItem(tr("none"), static_cast<int>(Authorization::Kind::None));
    m_ui->authorizationBox->addItem(tr("token"), static_cast<int>(Authorization::Kind::Token));
    m_ui->authorizationBox->addItem(tr("malformed"), static_cast<int>(Authorization::Kind::Malformed));
}

void TargetBar::connectEditors()
{
    connect(m_ui->environmentBox, &QComboBox::currentIndexChanged, this, &TargetBar::chooseEnvironment);
    connect(m_ui->rehearsalBox, &QComboBox::currentTextChanged, this,
            [this](const QString &name) { m_environments->sandbox().setRehearsal(name); });
    connect(m_ui->versionBox, &QComboBox::editTextChanged, this, &TargetBar::applyTarget);
    connect(m_ui->callRecordIdEdit, &QLineEdit::textChanged, this, &TargetBar::applyTarget);
    connect(m_ui->pathBox, &QComboBox::currentIndexChanged, this, &TargetBar::applyTarget);
    connect(m_ui->baseUrlEdit, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (!m_ui->baseUrlEdit->isReadOnly())
            m_environments->setBaseUrl(text);
    });
    connect(m_ui->authorizationBox, &QComboBox::currentIndexChanged, this, [this] {
        m_environments->setAuthorizationKind(
            static_cast<Authorization::Kind>(m_ui->authorizationBox->currentData().toInt()));
    });
    connect(m_ui->tokenEdit, &QLineEdit::textChanged, this, &TargetBar::applyToken);
    connect(m_ui->odataIdEdit, &QLineEdit::textChanged, this,
            [this](const QString &text) { m_document->setOdataId(text); });
}

void TargetBar::setActions(QAction *submit, QAction *cancel)
{
    bindButton(m_ui->submitButton, submit);
    bindButton(m_ui->cancelButton, cancel);
    m_ui->submitButton->setDefault(true);
}

void TargetBar::setEnvironments(present::EnvironmentController *environments)
{
    m_environments = environments;
    const QSignalBlocker blockRehearsals(m_ui->rehearsalBox);
    const auto showNames = [this, environments] {
        const QSignalBlocker block(m_ui->environmentBox);
        m_ui->environmentBox->clear();
        m_ui->environmentBox->addItems(environments->names());
        m_ui->environmentBox->setCurrentText(environments->current().name);
    };
    showNames();
    m_ui->rehearsalBox->addItems(environments->sandbox().rehearsals());
    connect(environments, &present::EnvironmentController::namesChanged, this, showNames);
    connect(environments, &present::EnvironmentController::environmentChanged, this, &TargetBar::showEnvironment);
    connect(environments, &present::EnvironmentController::authorizationChanged, this, &TargetBar::applyAuthorization);
}

void TargetBar::setDocument(present::DocumentController *document)
{
    if (m_document)
        m_document->disconnect(this);
    m_document = document;
    connect(document, &present::DocumentController::requestChanged, this, &TargetBar::showRequest);
    showEnvironment();
}

void TargetBar::chooseEnvironment(int index)
{
    const core::Status chosen = m_environments->choose(m_ui->environmentBox->itemText(index));
    if (!chosen) {
        const QSignalBlocker block(m_ui->environmentBox);
        m_ui->environmentBox->setCurrentText(m_environments->current().name);
        Q_EMIT problemFound(chosen.error().message);
    }
}

void TargetBar::takeEnvironmentTarget()
{
    const exchange::Environment &environment = m_environments->current();
    m_shownEnvironment = environment.name;
    const QSignalBlocker blockVersion(m_ui->versionBox);
    const QSignalBlocker blockId(m_ui->callRecordIdEdit);
    m_ui->versionBox->setEditText(environment.apiVersion);
    m_ui->callRecordIdEdit->setText(environment.callRecordId);
}

void TargetBar::showEnvironment()
{
    const exchange::Environment &environment = m_environments->current();
    const bool isSandbox = environment.kind == exchange::Environment::Kind::Sandbox;
    const QSignalBlocker blockEnvironment(m_ui->environmentBox);
    m_ui->environmentBox->setCurrentText(environment.name);
    m_ui->rehearsalBox->setEnabled(isSandbox);
    m_ui->baseUrlEdit->setReadOnly(isSandbox);
    if (isSandbox)
        makeQuiet(m_ui->baseUrlEdit);
    else
        makeLoud(m_ui->baseUrlEdit);
    if (m_ui->baseUrlEdit->text() != m_environments->baseUrl()) {
        const QSignalBlocker blockUrl(m_ui->baseUrlEdit);
        m_ui->baseUrlEdit->setText(m_environments->baseUrl());
    }
    // The field shows no token that belongs to another origin.
    if (!m_environments->hasToken() || environment.name != m_shownEnvironment) {
        const QSignalBlocker blockToken(m_ui->tokenEdit);
        m_ui->tokenEdit->clear();
    }
    if (environment.name != m_shownEnvironment)
        takeEnvironmentTarget();
    applyTarget();
    applyAuthorization();
}

void TargetBar::applyTarget()
{
    const auto path = static_cast<PathChoice>(m_ui->pathBox->currentData().toInt());
    m_ui->odataIdRow->setVisible(path == PathChoice::RefODataId);
    if (m_document)
        m_document->setTarget(
            {m_environments->baseUrl(), m_ui->versionBox->currentText(), m_ui->callRecordIdEdit->text(), path});
    showRequest();
}

void TargetBar::applyToken()
{
    const core::Status taken = m_environments->setToken(m_ui->tokenEdit->text());
    if (!taken) {
        Q_EMIT problemFound(taken.error().message);
        return;
    }
    Q_EMIT problemSolved();
    // Pasting a token means to use it; the choice stays open to the tester.
    if (m_environments->hasToken() && m_environments->authorizationKind() == Authorization::Kind::None)
        m_ui->authorizationBox->setCurrentIndex(
            m_ui->authorizationBox->findData(static_cast<int>(Authorization::Kind::Token)));
}

void TargetBar::applyAuthorization()
{
    if (m_document)
        m_document->setAuthorization(m_environments->authorization(), m_environments->current().name);
    m_ui->tokenEdit->setPlaceholderText(m_environments->hasToken() ? tr("kept in memory")
                                                                   : tr("none; kept in memory only"));
    showRequest();
}

void TargetBar::showRequest()
{
    if (!m_document)
        return;
    const core::Result<QUrl> destination = m_document->destination();
    const QString url = destination ? QString::fromLatin1(destination->toEncoded()) : destination.error().message;
    if (m_ui->urlEdit->text() != url) {
        m_ui->urlEdit->setText(url);
        m_ui->urlEdit->setCursorPosition(0);
    }
    m_ui->accessLabel->setText(m_environments->accessText(m_document->target().apiVersion));
    // It follows the session's id, which takes time to read from a large text: only where it shows.
    const bool isReference = m_document->target().path == exchange::PathChoice::RefODataId;
    if (isReference && m_ui->odataIdEdit->text() != m_document->odataId()) {
        const QSignalBlocker block(m_ui->odataIdEdit);
        m_ui->odataIdEdit->setText(m_document->odataId());
    }
}

} // namespace app
