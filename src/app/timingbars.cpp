// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timingbars.h"

#include <QPainter>

#include <algorithm>

namespace app {
namespace {

using present::TimingSpan;

constexpr int gap = 8;
constexpr int barMargin = 3; ///< Above and below a bar in its row.
constexpr qreal leastBar = 2; ///< What took a moment is still seen.

/// How a bar is filled: beside the word the pattern tells what was spent by whom.
Qt::BrushStyle patternOf(TimingSpan::Kind kind)
{
    switch (kind) {
    case TimingSpan::Kind::Queued:
        return Qt::NoBrush; // nobody did anything
    case TimingSpan::Kind::Connecting:
    case TimingSpan::Kind::ConnectingAndSending:
        return Qt::Dense4Pattern;
    case TimingSpan::Kind::Sending:
    case TimingSpan::Kind::Receiving:
        return Qt::SolidPattern;
    case TimingSpan::Kind::Awaiting:
        return Qt::BDiagPattern; // the service's own time
    }
    Q_UNREACHABLE();
}

} // namespace

TimingBars::TimingBars(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    hide();
}

void TimingBars::setSpans(const QList<TimingSpan> &spans)
{
    m_spans = spans;
    setAccessibleDescription(present::timingText(spans));
    setVisible(!spans.isEmpty());
    updateGeometry();
    update();
}

int TimingBars::rowHeight() const
{
    return fontMetrics().lineSpacing() + 2;
}

int TimingBars::wordsWidth() const
{
    int width = 0;
    for (const TimingSpan &span : m_spans)
        width = std::max(width, fontMetrics().horizontalAdvance(present::spanText(span.kind)));
    return width + gap;
}

int TimingBars::valuesWidth() const
{
    int width = 0;
    for (const TimingSpan &span : m_spans)
        width = std::max(width, fontMetrics().horizontalAdvance(present::milliseconds(span.length())));
    return width + gap;
}

QSize TimingBars::sizeHint() const
{
    return {wordsWidth() + valuesWidth() + fontMetrics().horizontalAdvance(u'0') * 24,
            rowHeight() * static_cast<int>(m_spans.size())};
}

QSize TimingBars::minimumSizeHint() const
{
    return {wordsWidth() + valuesWidth() + fontMetrics().horizontalAdvance(u'0') * 4, sizeHint().height()};
}

QRectF TimingBars::barOf(qsizetype span) const
{
    const TimingSpan &one = m_spans.at(span);
    const double whole = std::max<double>(static_cast<double>(m_spans.constLast().end.count()), 1);
    const qreal left = wordsWidth();
    const qreal room = std::max<qreal>(width() - left - valuesWidth(), leastBar);
    const qreal from = room * static_cast<double>(one.begin.count()) / whole;
    const qreal length = std::max(room * static_cast<double>(one.length().count()) / whole, leastBar);
    return {left + std::min(from, room - length), static_cast<qreal>(span) * rowHeight() + barMargin, length,
            static_cast<qreal>(rowHeight() - 2 * barMargin)};
}

void TimingBars::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QColor ink = palette().color(QPalette::Text);
    const QColor fill = palette().color(QPalette::Link);
    for (qsizetype number = 0; number < m_spans.size(); ++number) {
        const TimingSpan &span = m_spans.at(number);
        const QRect row(0, static_cast<int>(number) * rowHeight(), width(), rowHeight());
        painter.setPen(ink);
        painter.drawText(row, static_cast<int>(Qt::AlignVCenter | Qt::AlignLeft), present::spanText(span.kind));
        painter.drawText(row, static_cast<int>(Qt::AlignVCenter | Qt::AlignRight),
                         present::milliseconds(span.length()));
        painter.setPen(fill);
        painter.setBrush(QBrush(fill, patternOf(span.kind)));
        painter.drawRect(barOf(number));
    }
}

} // namespace app
