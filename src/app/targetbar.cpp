// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/targetbar.h"

#include "app/buttonaction.h"
#include "app/quietline.h"
#include "present/documentcontroller.h"
#include "present/environmentcontroller.h"
#include "present/templaterequest.h"
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
    connect(m_ui->versionBox, &QComboBox::editTextChanged, this, &TargetBar::takeTyped);
    connect(m_ui->callRecordIdEdit, &QLineEdit::textChanged, this, &TargetBar::takeTyped);
    connect(m_ui->pathBox, &QComboBox::currentIndexChanged, this, &TargetBar::takePath);
    connect(m_ui->baseUrlEdit, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (!m_ui->baseUrlEdit->isReadOnly())
            m_environments->setBaseUrl(text);
    });
    connect(m_ui->authorizationBox, &QComboBox::currentIndexChanged, this, &TargetBar::takeAuthorization);
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
    if (m_document) {
        m_document->disconnect(this);
        m_document->draft().disconnect(this);
    }
    m_document = document;
    m_isTemplateShown = document->draft().isTemplate();
    showTarget();
    connect(document, &present::DocumentController::requestChanged, this, &TargetBar::showRequest);
    connect(&document->draft(), &present::TemplateDraft::loaded, this, &TargetBar::followKind);
    showEnvironment();
    showAuthorization();
}

/// The document is a template now, or none any more.
void TargetBar::followKind()
{
    const bool wasTemplate = m_isTemplateShown;
    m_isTemplateShown = m_document->draft().isTemplate();
    if (m_isTemplateShown) {
        showTemplateTarget();
    } else if (wasTemplate) {
        const QSignalBlocker blockPath(m_ui->pathBox);
        m_ui->pathBox->setCurrentIndex(0);
        takeEnvironmentTarget();
    }
    showAuthorization();
    applyTarget();
    applyAuthorization();
}

/// What a template leaves open is empty, with the environment's value as the hint.
void TargetBar::showTemplateTarget()
{
    const session::TemplateTarget &target = m_document->draft().target();
    const exchange::Environment &environment = m_environments->current();
    const QSignalBlocker blockVersion(m_ui->versionBox);
    const QSignalBlocker blockId(m_ui->callRecordIdEdit);
    const QSignalBlocker blockPath(m_ui->pathBox);
    m_ui->versionBox->setEditText(target.version.value_or(QString()));
    m_ui->versionBox->lineEdit()->setPlaceholderText(environment.apiVersion);
    m_ui->callRecordIdEdit->setText(target.callRecordId.value_or(QString()));
    m_ui->callRecordIdEdit->setPlaceholderText(environment.callRecordId);
    const PathChoice path = exchange::pathFromText(target.path.value_or(QString())).value_or(PathChoice::Sessions);
    m_ui->pathBox->setCurrentIndex(m_ui->pathBox->findData(static_cast<int>(path)));
}

void TargetBar::takeTyped()
{
    if (m_isTemplateShown) {
        const auto unlessEmpty
            = [](const QString &text) { return text.isEmpty() ? std::nullopt : std::optional(text); };
        session::TemplateTarget target = m_document->draft().target();
        target.version = unlessEmpty(m_ui->versionBox->currentText());
        target.callRecordId = unlessEmpty(m_ui->callRecordIdEdit->text());
        m_document->draft().setTarget(target);
    }
    applyTarget();
}

void TargetBar::takePath()
{
    if (m_isTemplateShown) {
        session::TemplateTarget target = m_document->draft().target();
        target.path = m_ui->pathBox->currentText();
        m_document->draft().setTarget(target);
    }
    applyTarget();
}

/// A template says for itself that no token goes with it, or a malformed one; a token is the environment's.
void TargetBar::takeAuthorization()
{
    const auto kind = static_cast<Authorization::Kind>(m_ui->authorizationBox->currentData().toInt());
    if (m_isTemplateShown)
        m_document->draft().setAuthorization(present::templateAuthorization(kind));
    if (!m_isTemplateShown || kind == Authorization::Kind::Token)
        m_environments->setAuthorizationKind(kind);
    applyAuthorization();
}

void TargetBar::showAuthorization()
{
    const QSignalBlocker block(m_ui->authorizationBox);
    const Authorization::Kind kind
        = present::authorizationOf(m_document->draft().authorization(), m_environments->authorization()).kind;
    m_ui->authorizationBox->setCurrentIndex(m_ui->authorizationBox->findData(static_cast<int>(kind)));
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
    if (m_isTemplateShown)
        return showTemplateTarget();
    const QSignalBlocker blockVersion(m_ui->versionBox);
    const QSignalBlocker blockId(m_ui->callRecordIdEdit);
    m_ui->versionBox->setEditText(environment.apiVersion);
    m_ui->versionBox->lineEdit()->setPlaceholderText({});
    m_ui->callRecordIdEdit->setText(environment.callRecordId);
    m_ui->callRecordIdEdit->setPlaceholderText({});
}

void TargetBar::showTarget()
{
    if (m_isTemplateShown)
        return showTemplateTarget();
    const exchange::Target &target = m_document->target();
    const QSignalBlocker blockVersion(m_ui->versionBox);
    const QSignalBlocker blockId(m_ui->callRecordIdEdit);
    const QSignalBlocker blockPath(m_ui->pathBox);
    m_ui->versionBox->setEditText(target.apiVersion);
    m_ui->versionBox->lineEdit()->setPlaceholderText({});
    m_ui->callRecordIdEdit->setText(target.callRecordId);
    m_ui->callRecordIdEdit->setPlaceholderText({});
    m_ui->pathBox->setCurrentIndex(m_ui->pathBox->findData(static_cast<int>(target.path)));
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
    m_shownEnvironment = environment.name;
    if (m_document && environment.name != m_document->environment())
        takeEnvironmentTarget();
    applyTarget();
    applyAuthorization();
}

void TargetBar::applyTarget()
{
    const auto path = static_cast<PathChoice>(m_ui->pathBox->currentData().toInt());
    m_ui->odataIdRow->setVisible(path == PathChoice::RefODataId);
    if (m_document)
        applyTo(*m_document, path);
    showRequest();
}

void TargetBar::applyTo(present::DocumentController &document, PathChoice path)
{
    const exchange::Environment &environment = m_environments->current();
    if (m_isTemplateShown) {
        const exchange::Target usual{m_environments->baseUrl(), environment.apiVersion, environment.callRecordId,
                                     PathChoice::Sessions};
        document.setTarget(present::targetOf(document.draft().target(), usual));
        return;
    }
    const exchange::Target target{m_environments->baseUrl(), m_ui->versionBox->currentText(),
                                  m_ui->callRecordIdEdit->text(), path};
    document.draft().setTarget(present::departures(target, environment));
    document.setTarget(target);
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
        m_document->setAuthorization(
            present::authorizationOf(m_document->draft().authorization(), m_environments->authorization()),
            m_environments->current().name);
    if (m_document)
        m_document->setVariables(m_environments->current().variables);
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
    const QString access = m_environments->accessText(m_document->target().apiVersion);
    const QString own = present::ownTargetText(m_document->draft());
    m_ui->accessLabel->setText(own.isEmpty() ? access : access + u" \u00b7 "_s + own);
    // It follows the session's id, which takes time to read from a large text: only where it shows.
    const bool isReference = m_document->target().path == exchange::PathChoice::RefODataId;
    if (isReference && m_ui->odataIdEdit->text() != m_document->odataId()) {
        const QSignalBlocker block(m_ui->odataIdEdit);
        m_ui->odataIdEdit->setText(m_document->odataId());
    }
}

} // namespace app
