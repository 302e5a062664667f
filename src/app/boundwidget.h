// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/field.h"

#include <QWidget>

#include <optional>

namespace app {

class Sentence;
class StateButton;

/// A place of the form that shows one property: a row with an editor, or a section around a form.
class BoundWidget : public QWidget
{
    Q_OBJECT

public:
    const present::Field &field() const { return m_field; }

    /// Shows the value anew.
    virtual void refresh() = 0;

    /// Shows `finding` about the property itself; null for none.
    void showFinding(const session::Finding *finding);

    /// The finding that is shown.
    const std::optional<session::Finding> &finding() const { return m_finding; }

    /// True when there is a finding to see.
    bool hasFinding() const { return m_finding.has_value(); }

    /// Shows what the last response made of the value; an empty sentence shows nothing.
    void showReturned(const QString &sentence);

    /// What takes the focus.
    virtual QWidget *focusTarget() const = 0;

protected:
    /// `name` is the accessible name of the property's editor.
    BoundWidget(present::Field field, const QString &name, QWidget *parent);

    StateButton *stateButton() const { return m_stateButton; }
    present::Field &editableField() { return m_field; }

    /// Which of the two sentences below a property: that of the finding stands above that of the response.
    enum class Line { Finding, Returned };

    /// Where a sentence goes; made when there is one for the first time.
    virtual void placeSentence(QWidget *sentence, Line line) = 0;

    /// Shows a sentence about what is being typed; empty for none. It stands before any finding.
    void showProblem(const QString &sentence);

    void changeEvent(QEvent *event) override;

private:
    void showSentence();
    void showReturnedSentence();
    void describe();
    void makeFix();
    void askForOtherJson();

    present::Field m_field;
    QString m_name;
    StateButton *m_stateButton;
    Sentence *m_sentence = nullptr;
    Sentence *m_returnedSentence = nullptr;
    QString m_told; ///< The sentence that is shown, of a finding or of what is being typed.
    QString m_problem;
    QString m_returned; ///< What the last response made of the value.
    std::optional<session::Finding> m_finding;
};

} // namespace app
