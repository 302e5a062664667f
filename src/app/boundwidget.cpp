// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/boundwidget.h"

#include "app/linedialog.h"
#include "app/meaning.h"
#include "app/statebutton.h"

#include <QEvent>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace app {
namespace {

Meaning meaningOf(session::Severity severity)
{
    switch (severity) {
    case session::Severity::Note:
        return Meaning::Note;
    case session::Severity::Warning:
        return Meaning::Warning;
    case session::Severity::Error:
        return Meaning::Error;
    }
    Q_UNREACHABLE();
}

} // namespace

BoundWidget::BoundWidget(present::Field field, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_field(std::move(field))
    , m_stateButton(new StateButton(name, this))
{
    connect(m_stateButton, &StateButton::stateChosen, this, [this](session::FieldState state) {
        m_field.setState(state);
        focusTarget()->setFocus(Qt::OtherFocusReason);
    });
    connect(m_stateButton, &StateButton::otherJsonRequested, this, &BoundWidget::askForOtherJson);
}

void BoundWidget::showFinding(const session::Finding *finding)
{
    const QString text = finding ? finding->message + " ("_L1 + session::sourceText(finding->source) + u')' : QString();
    if (finding)
        m_severity = finding->severity;
    if (text == m_findingText)
        return;
    m_findingText = text;
    showSentence();
}

bool BoundWidget::hasFinding() const
{
    return !m_findingText.isEmpty();
}

void BoundWidget::showProblem(const QString &sentence)
{
    if (sentence == m_problem)
        return;
    m_problem = sentence;
    showSentence();
}

void BoundWidget::showSentence()
{
    const QString &text = m_problem.isEmpty() ? m_findingText : m_problem;
    focusTarget()->setAccessibleDescription(text);
    if (text.isEmpty()) {
        if (m_sentence) {
            m_sentence->clear();
            m_sentence->hide();
            updateGeometry();
        }
        return;
    }
    if (!m_sentence) {
        m_sentence = new QLabel(this);
        m_sentence->setTextFormat(Qt::PlainText);
        m_sentence->setWordWrap(true);
        m_sentence->setContentsMargins(0, 2, 0, 0);
        placeSentence(m_sentence);
    }
    const Meaning meaning = m_problem.isEmpty() ? meaningOf(m_severity) : Meaning::Warning;
    m_sentence->setText(signOf(meaning) + u' ' + text);
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, colorOf(meaning, colors));
    m_sentence->setPalette(colors);
    m_sentence->show();
    updateGeometry();
}

void BoundWidget::askForOtherJson()
{
    auto *dialog = new LineDialog(
        {tr("Other JSON"), tr("Any &JSON value for this field, such as 5, \"yes\", [] or null:"), u"other JSON"_s},
        m_field.json(), [this](const QString &text) { return m_field.setOtherJson(text); }, this);
    dialog->open();
}

void BoundWidget::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_sentence)
        showSentence();
}

} // namespace app
