// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/timing.h"

#include <QWidget>

namespace app {

/// The stretches of an exchange as bars below each other, each with its word and its length: how long was spent on
/// what. The accessible description says the same.
class TimingBars : public QWidget
{
    Q_OBJECT

public:
    explicit TimingBars(QWidget *parent = nullptr);

    /// Shows these stretches; hides while there are none.
    void setSpans(const QList<present::TimingSpan> &spans);

    /// Where the bar of a stretch stands, in pixels from the top left corner; at least two wide, so that it is seen.
    QRectF barOf(qsizetype span) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int rowHeight() const;
    int wordsWidth() const;
    int valuesWidth() const;

    QList<present::TimingSpan> m_spans;
};

} // namespace app
