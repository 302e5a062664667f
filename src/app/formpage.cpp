// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formpage.h"

#include "app/bodynotice.h"
#include "app/boundwidget.h"
#include "app/formbinder.h"
#include "app/quietline.h"
#include "app/section.h"
#include "app/taborder.h"
#include "present/documentcontroller.h"
#include "ui_formpage.h"

#include <QFontDatabase>

using namespace Qt::StringLiterals;
using session::TypeStyle;

namespace app {

FormPage::FormPage(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::FormPage>())
{
    m_ui->setupUi(this);
    m_ui->noticeBar->setPane(tr("Form"));
    fillOptions();
}

FormPage::~FormPage() = default;

void FormPage::fillOptions()
{
    m_ui->typeStyleBox->addItem(tr("# everywhere"), static_cast<int>(TypeStyle::HashEverywhere));
    m_ui->typeStyleBox->addItem(tr("as documented"), static_cast<int>(TypeStyle::AsDocumented));
    m_ui->showBox->addItem(tr("all"), static_cast<int>(present::FieldFilter::All));
    m_ui->showBox->addItem(tr("set"), static_cast<int>(present::FieldFilter::Set));
    m_ui->showBox->addItem(tr("with findings"), static_cast<int>(present::FieldFilter::WithFindings));
}

void FormPage::setController(present::DocumentController *controller)
{
    Q_ASSERT(!m_controller);
    m_controller = controller;
    bindForm();
    m_ui->typeStyleBox->setCurrentIndex(m_ui->typeStyleBox->findData(static_cast<int>(controller->typeStyle())));
    connect(m_ui->typeStyleBox, &QComboBox::currentIndexChanged, this,
            [this] { m_controller->setTypeStyle(static_cast<TypeStyle>(m_ui->typeStyleBox->currentData().toInt())); });
    connect(m_ui->showBox, &QComboBox::currentIndexChanged, this,
            [this] { m_binder->setFilter(static_cast<present::FieldFilter>(m_ui->showBox->currentData().toInt())); });
    const auto *notice
        = new BodyNotice(controller->document(), tr("The form cannot show this text without changing it: %1 at %2:%3."),
                         m_ui->noticeBar);
    connect(notice, &BodyNotice::sourceRequested, this, &FormPage::sourceRequested);
    connect(&controller->document(), &session::SessionDocument::changed, this, &FormPage::showState);
    connect(controller, &present::DocumentController::schemaChanged, this, &FormPage::makeFormAnew);
    showState();
}

void FormPage::showEvent(QShowEvent *event)
{
    if (m_binder)
        m_binder->setFollowing(true);
    QWidget::showEvent(event);
}

void FormPage::hideEvent(QHideEvent *event)
{
    if (m_binder)
        m_binder->setFollowing(false);
    QWidget::hideEvent(event);
}

void FormPage::bindForm()
{
    SessionForm *form = m_ui->sessionForm;
    const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    for (QLineEdit *edit : form->findChildren<QLineEdit *>()) {
        if (edit->property("fixedWidth").toBool())
            edit->setFont(fixed);
    }
    auto *durationEdit = form->findChild<QLineEdit *>(u"durationEdit"_s);
    makeQuiet(durationEdit);
    m_binder = new FormBinder(*m_controller, form);
    // The binder chains what edits a property; this line edits none.
    if (auto *endEdit = form->findChild<QLineEdit *>(u"endDateTimeEdit"_s))
        setTabOrder(endEdit, durationEdit);
}

/// The fields point into the schema, so that another one needs another form: with the same folds, filter and focus.
void FormPage::makeFormAnew()
{
    const std::optional<json::Pointer> focus = pointerOfFocus();
    QList<json::Pointer> folded;
    folded.reserve(m_binder->widgets().size());
    for (const BoundWidget *widget : m_binder->widgets()) {
        const auto *section = qobject_cast<const Section *>(widget);
        if (section && section->isFolded())
            folded.append(widget->field().pointer());
    }
    const std::unique_ptr<SessionForm> former(m_ui->sessionForm);
    QWidget *before = m_binder->widgets().constFirst()->focusTarget();
    // No container either: what comes after it would come after all that is in it.
    while (former->isAncestorOf(before) || !(before->focusPolicy() & Qt::TabFocus))
        before = before->previousInFocusChain();
    m_ui->sessionForm = new SessionForm(m_ui->scrollContents);
    m_ui->sessionForm->setObjectName(former->objectName());
    m_ui->scrollLayout->replaceWidget(former.get(), m_ui->sessionForm);
    bindForm();
    putIntoTabOrder(before, *m_ui->sessionForm); // where the former is, and not after all other panes
    for (const json::Pointer &pointer : std::as_const(folded)) {
        if (auto *section = qobject_cast<Section *>(m_binder->widgetFor(pointer)))
            section->setFolded(true);
    }
    m_binder->setFilter(static_cast<present::FieldFilter>(m_ui->showBox->currentData().toInt()));
    m_binder->setFollowing(isVisible());
    m_ui->sessionForm->show();
    showState();
    if (focus)
        focusPointer(*focus);
}

void FormPage::showState()
{
    m_ui->sessionForm->setDisabled(m_controller->document().obstacle().has_value());
    showDuration();
}

void FormPage::showDuration()
{
    auto *edit = m_ui->sessionForm->findChild<QLineEdit *>(u"durationEdit"_s);
    edit->setText(present::durationText(*m_controller));
    edit->setCursorPosition(0);
}

bool FormPage::focusPointer(const json::Pointer &pointer)
{
    BoundWidget *widget = m_ui->sessionForm->isEnabled() ? m_binder->widgetFor(pointer) : nullptr;
    if (!widget)
        return false;
    m_binder->reveal(widget);
    // Only a widget that shows can take the focus and be scrolled to.
    if (widget->isHidden())
        m_ui->showBox->setCurrentIndex(0);
    widget->focusTarget()->setFocus(Qt::OtherFocusReason);
    m_ui->scrollArea->ensureWidgetVisible(widget);
    return true;
}

bool FormPage::hasFieldFor(const json::Pointer &pointer) const
{
    const BoundWidget *widget = m_ui->sessionForm->isEnabled() ? m_binder->widgetFor(pointer) : nullptr;
    return widget && (widget->field().pointer() == pointer || widget->field().kind() == present::FieldKind::Members);
}

QStringList FormPage::fieldNames() const
{
    QStringList names;
    if (m_ui->sessionForm->isEnabled()) {
        const QList<BoundWidget *> &widgets = m_binder->widgets();
        names.reserve(widgets.size());
        for (const BoundWidget *widget : widgets)
            names += accessibleNameOf(widget->field().pointer());
    }
    return names;
}

json::Pointer FormPage::fieldNamed(const QString &name) const
{
    for (const BoundWidget *widget : m_binder->widgets()) {
        if (accessibleNameOf(widget->field().pointer()) == name)
            return widget->field().pointer();
    }
    return {};
}

std::optional<json::Pointer> FormPage::pointerOfFocus() const
{
    const BoundWidget *widget = widgetAtFocus();
    return widget ? std::optional(widget->field().pointer()) : std::nullopt;
}

QString FormPage::helpForFocus() const
{
    const BoundWidget *widget = widgetAtFocus();
    return widget ? widget->field().card() : QString();
}

std::optional<session::Finding> FormPage::findingAtFocus() const
{
    const BoundWidget *widget = widgetAtFocus();
    return widget ? widget->finding() : std::nullopt;
}

const BoundWidget *FormPage::widgetAtFocus() const
{
    const QWidget *focus = m_ui->sessionForm->focusWidget();
    return focus && focus->hasFocus() ? m_binder->widgetAround(focus) : nullptr;
}

} // namespace app
