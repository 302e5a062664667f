// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/section.h"

#include "app/statebutton.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace app {

Section::Section(present::Field field, QWidget *form, const QString &title, const QString &name,
                 std::function<QString()> summary, QWidget *parent)
    : BoundWidget(std::move(field), name, parent)
    , m_header(new QToolButton(this))
    , m_summary(new QLabel(this))
    , m_form(form)
    , m_makeSummary(std::move(summary))
{
    QFont bold = font();
    bold.setBold(true);
    m_header->setText(title);
    m_header->setFont(bold);
    m_header->setAutoRaise(true);
    m_header->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_header->setFocusPolicy(Qt::StrongFocus);
    m_header->setAccessibleName(name + " section"_L1);
    m_header->installEventFilter(this);
    m_summary->setTextFormat(Qt::PlainText);
    // The line may be cut; it must not widen the form.
    m_summary->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_summary->setForegroundRole(QPalette::PlaceholderText);
    auto *headerLayout = new QHBoxLayout;
    headerLayout->setSpacing(4);
    headerLayout->addWidget(m_header);
    headerLayout->addWidget(m_summary, 1);
    headerLayout->addWidget(stateButton());
    auto *formLayout = new QHBoxLayout;
    formLayout->setContentsMargins(indent, 0, 0, 0);
    formLayout->addWidget(form);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(headerLayout);
    layout->addLayout(formLayout);
    connect(m_header, &QToolButton::clicked, this, [this] { setFolded(!isFolded()); });
    setFolded(false);
}

void Section::refresh()
{
    stateButton()->setState(field().facts().state);
    refreshSummary();
}

void Section::refreshSummary()
{
    m_summary->setText(m_makeSummary());
    m_header->setAccessibleDescription(m_summary->text());
}

QWidget *Section::focusTarget() const
{
    return m_header;
}

void Section::setFolded(bool isFolded)
{
    m_header->setArrowType(isFolded ? Qt::RightArrow : Qt::DownArrow);
    m_form->setHidden(isFolded);
}

bool Section::isFolded() const
{
    return m_form->isHidden();
}

bool Section::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Space && key->modifiers() == Qt::ControlModifier) {
            stateButton()->openMenu();
            return true;
        }
    }
    return BoundWidget::eventFilter(watched, event);
}

void Section::placeSentence(QWidget *sentence, Line line)
{
    // Below the header, which is a layout of its own.
    static_cast<QVBoxLayout *>(layout())->insertWidget(line == Line::Returned && hasFinding() ? 2 : 1, sentence);
}

} // namespace app
