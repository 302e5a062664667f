// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sourcepage.h"

#include "app/sourceeditor.h"
#include "present/documentcontroller.h"

#include <QLabel>
#include <QScopedValueRollback>
#include <QVBoxLayout>

namespace app {

SourcePage::SourcePage(QWidget *parent)
    : QWidget(parent)
    , m_state(new QLabel(this))
{
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->addWidget(m_state);
}

SourcePage::~SourcePage() = default;

void SourcePage::setController(present::DocumentController *controller)
{
    if (m_controller)
        m_controller->document().disconnect(this);
    m_controller = controller;
    connect(&controller->document(), &session::SessionDocument::changed, this, [this] {
        if (isVisible())
            takeBody();
    });
    if (isVisible())
        takeBody();
}

QByteArray SourcePage::bytes() const
{
    return m_editor ? m_editor->bytes() : m_controller->document().bytes();
}

void SourcePage::showPointer(const json::Pointer &pointer)
{
    const json::Index &index = m_controller->document().index();
    if (!index.isValid() || !m_editor)
        return;
    json::Pointer shown = pointer;
    while (json::resolve(index, shown) < 0 && !shown.isRoot())
        shown = shown.parent();
    const json::Node &node = index.at(json::resolve(index, shown));
    m_editor->select(node.begin, node.end);
}

void SourcePage::showEvent(QShowEvent *event)
{
    if (!m_editor)
        makeEditor();
    takeBody();
    QWidget::showEvent(event);
}

void SourcePage::makeEditor()
{
    m_editor = new SourceEditor(this);
    connect(m_editor, &QsciScintilla::textChanged, this, &SourcePage::giveBody);
    layout()->addWidget(m_editor);
    // A layout shows a late widget only when the event loop runs again; the focus comes at once.
    m_editor->show();
    // Born late, it would be the last stop of the whole window; only a page that takes the focus lends its place.
    setFocusPolicy(Qt::StrongFocus);
    setTabOrder(this, m_editor);
    setFocusProxy(m_editor);
}

void SourcePage::takeBody()
{
    if (m_isGiving) {
        showState();
        return;
    }
    const QByteArray body = m_controller->document().bytes();
    if (bytes() != body) {
        const QScopedValueRollback taking(m_isTaking, true);
        m_editor->setBytes(body);
    }
    showState();
}

void SourcePage::giveBody()
{
    if (m_isTaking)
        return;
    const QScopedValueRollback giving(m_isGiving, true);
    m_controller->document().setSource(bytes());
}

void SourcePage::showState()
{
    const std::optional<json::Fault> &obstacle = m_controller->document().obstacle();
    if (!obstacle) {
        m_state->setText(tr("Form and Source show the same session."));
        return;
    }
    m_state->setText(
        tr("The form cannot show this text without changing it: %1 at %2:%3. It is sent and saved as it stands.")
            .arg(obstacle->reason, QString::number(obstacle->position.line),
                 QString::number(obstacle->position.column)));
}

} // namespace app
