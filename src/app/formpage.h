// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/finding.h"
#include "json/pointer.h"

#include <QWidget>

#include <memory>
#include <optional>

namespace present {
class DocumentController;
}

namespace app {

namespace Ui {
class FormPage;
}
class BoundWidget;
class FormBinder;
class SessionForm;

/// The session as a form. Where the body is a text that a form cannot hold, it steps back and says why.
class FormPage : public QWidget
{
    Q_OBJECT

public:
    explicit FormPage(QWidget *parent = nullptr);
    ~FormPage() override;

    /// Shows and edits the session of `controller`; once. Borrowed, must outlive the page.
    void setController(present::DocumentController *controller);

    /// Puts the focus into what edits `pointer`: its own field, or that of the collection it is an item of. False when
    /// the form has neither, or has stepped back.
    bool focusPointer(const json::Pointer &pointer);

    /// True when the form has an editor for just what is at `pointer`.
    bool hasFieldFor(const json::Pointer &pointer) const;

    /// The accessible names of all fields, in the order of the form; none when the form has stepped back.
    QStringList fieldNames() const;

    /// The field with this accessible name; the root when there is none.
    json::Pointer fieldNamed(const QString &name) const;

    /// What the field that has the focus edits; empty when it is none of this form.
    std::optional<json::Pointer> pointerOfFocus() const;

    /// What there is to know about the field that has the focus: plain text, empty when it is none of this form.
    QString helpForFocus() const;

    /// The finding that is shown at the field with the focus.
    std::optional<session::Finding> findingAtFocus() const;

Q_SIGNALS:
    /// The person wants to see the text instead.
    void sourceRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    const BoundWidget *widgetAtFocus() const;
    void fillOptions();
    void bindForm();
    void makeFormAnew();
    void showState();
    void showDuration();

    std::unique_ptr<Ui::FormPage> m_ui;
    present::DocumentController *m_controller = nullptr;
    FormBinder *m_binder = nullptr;
};

} // namespace app
