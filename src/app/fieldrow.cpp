// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fieldrow.h"

#include "app/fieldeditor.h"
#include "app/statebutton.h"
#include "app/timeassist.h"

#include <QComboBox>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QScopedValueRollback>

namespace app {

FieldRow::FieldRow(present::Field field, QWidget *editor, const QString &name, QWidget *parent)
    : BoundWidget(std::move(field), name, parent)
    , m_editor(FieldEditor::make(editor, this->field()))
{
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(4);
    layout->setVerticalSpacing(0);
    layout->addWidget(editor, 0, 0);
    layout->addWidget(stateButton(), 0, 2, Qt::AlignBottom);
    layout->setColumnStretch(0, 1);
    focusTarget()->setAccessibleName(name);
    focusTarget()->installEventFilter(this);
    if (auto *box = qobject_cast<QComboBox *>(editor))
        nameBox(box, name);
    addTimeAssist(name);
    connect(m_editor, &FieldEditor::edited, this, &FieldRow::write);
    connect(m_editor, &FieldEditor::memberToggled, this,
            [this](const QString &member, bool isIn) { editableField().setMember(member, isIn); });
}

void FieldRow::addTimeAssist(const QString &name)
{
    const std::optional<present::TimeField> time = field().timeField();
    if (!time)
        return;
    auto *line = qobject_cast<QLineEdit *>(focusTarget());
    Q_ASSERT_X(line, "FieldRow", "a form edits a time in something else than a line");
    m_timeAssist = new TimeAssist(*time, line, name);
    auto *grid = static_cast<QGridLayout *>(layout());
    grid->addWidget(m_timeAssist->button(), 0, 1, Qt::AlignBottom);
    grid->addWidget(m_timeAssist->beside(), 1, 0, 1, 3);
}

void FieldRow::nameBox(QComboBox *box, const QString &name)
{
    // Qt 6.4 reports a box under its text, so that its label must name it, and sees only a label with the same parent.
    auto *spoken = new QLabel(this);
    spoken->setTextFormat(Qt::PlainText);
    spoken->setAccessibleName(name);
    spoken->setBuddy(box);
    spoken->hide();
    if (box->lineEdit()) {
        box->lineEdit()->setAccessibleName(name);
        box->lineEdit()->installEventFilter(this);
    }
}

void FieldRow::refresh()
{
    // A change that did not come from this editor wins over text that was waiting in it.
    if (!m_isWriting)
        m_isPending = false;
    const present::FieldFacts facts = field().facts();
    m_editor->show(facts, m_isWriting ? FieldEditor::Text::Keep : FieldEditor::Text::Replace);
    stateButton()->setState(facts.state);
    if (m_timeAssist)
        m_timeAssist->refresh();
    if (!m_isPending)
        showProblem(facts.lock);
}

QWidget *FieldRow::focusTarget() const
{
    return m_editor->focusWidget();
}

void FieldRow::write(const QString &text)
{
    const QScopedValueRollback writing(m_isWriting, true);
    const core::Status written = editableField().setText(text);
    m_isPending = !written;
    showProblem(written ? QString() : written.error().message);
}

void FieldRow::placeSentence(QWidget *sentence, Line line)
{
    static_cast<QGridLayout *>(layout())->addWidget(sentence, line == Line::Finding ? 2 : 3, 0, 1, 3);
}

bool FieldRow::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::ShortcutOverride: {
        // Undo and redo belong to the document; a line edit would claim the keys for its own.
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore();
            return true;
        }
        break;
    }
    case QEvent::KeyPress: {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Space && key->modifiers() == Qt::ControlModifier) {
            stateButton()->openMenu();
            return true;
        }
        break;
    }
    case QEvent::Wheel:
        // Scrolling the form must not change what is under the pointer.
        if (!focusTarget()->hasFocus() && qobject_cast<QComboBox *>(watched)) {
            event->ignore();
            return true;
        }
        break;
    case QEvent::FocusOut:
        if (!m_isPending)
            m_editor->show(field().facts(), FieldEditor::Text::Replace);
        Q_EMIT left();
        break;
    default:
        break;
    }
    return BoundWidget::eventFilter(watched, event);
}

} // namespace app
