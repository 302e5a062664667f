// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/boundwidget.h"

#include "app/linedialog.h"
#include "app/meaning.h"
#include "app/sentence.h"
#include "app/statebutton.h"
#include "session/fix.h"

#include <QEvent>

using namespace Qt::StringLiterals;

namespace app {
BoundWidget::BoundWidget(present::Field field, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_field(std::move(field))
    , m_name(name)
    , m_stateButton(new StateButton(name, this))
{
    connect(m_stateButton, &StateButton::stateChosen, this, [this](session::FieldState state) {
        m_field.setState(state);
        focusTarget()->setFocus(Qt::OtherFocusReason);
    });
    connect(m_stateButton, &StateButton::otherJsonRequested, this, &BoundWidget::askForOtherJson);
    connect(m_stateButton, &StateButton::fixRequested, this, &BoundWidget::makeFix);
}

void BoundWidget::showFinding(const session::Finding *finding)
{
    const std::optional<session::Finding> shown = finding ? std::optional(*finding) : std::nullopt;
    if (shown == m_finding)
        return;
    m_finding = shown;
    showSentence();
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
    const bool isFinding = m_problem.isEmpty() && m_finding;
    const QString text
        = isFinding ? m_finding->message + " ("_L1 + session::sourceText(m_finding->source) + u')' : m_problem;
    const QString fix = isFinding && m_finding->fix ? session::fixSentence(*m_finding->fix) : QString();
    m_told = text;
    describe();
    m_stateButton->offerFix(fix);
    if (!m_sentence && text.isEmpty())
        return;
    if (!m_sentence) {
        m_sentence = new Sentence(m_name, this);
        connect(m_sentence, &Sentence::fixRequested, this, &BoundWidget::makeFix);
        placeSentence(m_sentence, Line::Finding);
    }
    m_sentence->showText(text, isFinding ? meaningOf(m_finding->severity) : Meaning::Warning, fix);
    updateGeometry();
}

void BoundWidget::showReturned(const QString &sentence)
{
    if (sentence == m_returned)
        return;
    m_returned = sentence;
    showReturnedSentence();
}

void BoundWidget::showReturnedSentence()
{
    describe();
    if (!m_returnedSentence) {
        m_returnedSentence = new Sentence(m_name + " returned"_L1, this);
        placeSentence(m_returnedSentence, Line::Returned);
    }
    m_returnedSentence->showText(m_returned, Meaning::Error, {});
    updateGeometry();
}

// For screen readers both sentences are one description.
void BoundWidget::describe()
{
    const bool areBoth = !m_told.isEmpty() && !m_returned.isEmpty();
    focusTarget()->setAccessibleDescription(areBoth ? QString(m_told + u' ' + m_returned) : m_told + m_returned);
}

void BoundWidget::makeFix()
{
    // The finding is gone with its fix, and this one with it.
    const session::Finding fixed = *m_finding;
    m_field.fix(fixed);
    focusTarget()->setFocus(Qt::OtherFocusReason);
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
    if (event->type() != QEvent::PaletteChange)
        return;
    if (m_sentence)
        showSentence();
    if (m_returnedSentence)
        showReturnedSentence();
}

} // namespace app
