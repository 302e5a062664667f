// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/boundwidget.h"

#include <functional>

class QLabel;
class QToolButton;

namespace app {

/// A form inside a form, under a header that folds it to one line which still tells.
class Section : public BoundWidget
{
    Q_OBJECT

public:
    /// How far the form inside stands to the right of the header, in pixels.
    static constexpr int indent = 16;

    /// Takes `form` into itself. `title` is the JSON name, `name` the accessible one; `summary` makes the line.
    Section(present::Field field, QWidget *form, const QString &title, const QString &name,
            std::function<QString()> summary, QWidget *parent);

    void refresh() override;

    /// Makes the header's line anew, as after new findings.
    void refreshSummary();
    QWidget *focusTarget() const override;

    void setFolded(bool isFolded);
    bool isFolded() const;

    bool eventFilter(QObject *watched, QEvent *event) override;

protected:
    void placeSentence(QWidget *sentence, Line line) override;

private:
    QToolButton *m_header;
    QLabel *m_summary;
    QWidget *m_form;
    std::function<QString()> m_makeSummary;
};

} // namespace app
