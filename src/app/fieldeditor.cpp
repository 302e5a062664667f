// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fieldeditor.h"

#include "app/membersedit.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSignalBlocker>

#include <limits>

using namespace Qt::StringLiterals;
using present::FieldFacts;

namespace app {
namespace {

void showInLine(QLineEdit *line, const FieldFacts &facts, FieldEditor::Text text)
{
    line->setPlaceholderText(facts.placeholder);
    line->setReadOnly(!facts.lock.isEmpty());
    if (text == FieldEditor::Text::Keep || line->text() == facts.text)
        return;
    const QSignalBlocker block(line);
    line->setText(facts.text);
    line->setCursorPosition(0);
}

class LineEditor final : public FieldEditor
{
public:
    explicit LineEditor(QLineEdit *line)
        : FieldEditor(line)
        , m_line(line)
    {
        // The default would cut at 32,767 characters and say nothing.
        line->setMaxLength(std::numeric_limits<int>::max());
        connect(line, &QLineEdit::textChanged, this, &FieldEditor::edited);
    }

    void show(const FieldFacts &facts, Text text) override { showInLine(m_line, facts, text); }
    QWidget *focusWidget() const override { return m_line; }
    void setFixedFont(const QFont &font) override { m_line->setFont(font); }

private:
    QLineEdit *m_line;
};

class BoxEditor final : public FieldEditor
{
public:
    BoxEditor(QComboBox *box, const QStringList &choices)
        : FieldEditor(box)
        , m_box(box)
        , m_choices(static_cast<int>(choices.size()))
    {
        box->addItems(choices);
        box->setCurrentIndex(-1);
        box->setFocusPolicy(Qt::StrongFocus);
        if (box->isEditable()) {
            // Completion would write a member in place of what was typed.
            box->setCompleter(nullptr);
            connect(box, &QComboBox::editTextChanged, this, &FieldEditor::edited);
        } else {
            connect(box, &QComboBox::currentIndexChanged, this, [this](int index) {
                if (index >= 0)
                    Q_EMIT edited(m_box->itemText(index));
            });
        }
    }

    void show(const FieldFacts &facts, Text text) override
    {
        const QSignalBlocker block(m_box);
        if (m_box->isEditable()) {
            const QSignalBlocker blockLine(m_box->lineEdit());
            showInLine(m_box->lineEdit(), facts, text);
            return;
        }
        m_box->setPlaceholderText(facts.placeholder);
        while (m_box->count() > m_choices)
            m_box->removeItem(m_choices);
        int index = facts.text.isEmpty() ? -1 : m_box->findText(facts.text);
        if (index < 0 && !facts.text.isEmpty()) {
            // A value that is none of the choices stands beside them while it is there.
            m_box->addItem(facts.text);
            index = m_choices;
        }
        m_box->setCurrentIndex(index);
    }

    QWidget *focusWidget() const override { return m_box; }
    void setFixedFont(const QFont &font) override { m_box->setFont(font); }

private:
    QComboBox *m_box;
    int m_choices;
};

class MembersEditor final : public FieldEditor
{
public:
    MembersEditor(MembersEdit *edit, const QStringList &members)
        : FieldEditor(edit)
        , m_edit(edit)
    {
        edit->setMembers(members);
        edit->line()->setMaxLength(std::numeric_limits<int>::max());
        connect(edit->line(), &QLineEdit::textChanged, this, &FieldEditor::edited);
        connect(edit, &MembersEdit::memberToggled, this, &FieldEditor::memberToggled);
    }

    void show(const FieldFacts &facts, Text text) override
    {
        m_edit->setTicked(facts.members);
        showInLine(m_edit->line(), facts, text);
    }

    QWidget *focusWidget() const override { return m_edit->line(); }
    void setFixedFont(const QFont &font) override { m_edit->line()->setFont(font); }

private:
    MembersEdit *m_edit;
};

} // namespace

FieldEditor *FieldEditor::make(QWidget *widget, const present::Field &field)
{
    if (auto *line = qobject_cast<QLineEdit *>(widget))
        return new LineEditor(line);
    if (auto *box = qobject_cast<QComboBox *>(widget))
        return new BoxEditor(box, field.choices());
    auto *members = qobject_cast<MembersEdit *>(widget);
    Q_ASSERT_X(members, "FieldEditor", "a form binds a widget that is no editor");
    return new MembersEditor(members, field.choices());
}

} // namespace app
