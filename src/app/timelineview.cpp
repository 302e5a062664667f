// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timelineview.h"

#include "app/meaning.h"
#include "app/plaincells.h"
#include "present/timelinegeometry.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

namespace app {
namespace {

using report::Pattern;
using report::PictureBar;
using report::PictureLine;
using report::PictureText;

constexpr int margin = 8;

Qt::BrushStyle brushOf(Pattern pattern)
{
    switch (pattern) {
    case Pattern::Solid:
        return Qt::SolidPattern;
    case Pattern::Rising:
        return Qt::BDiagPattern;
    case Pattern::Falling:
        return Qt::FDiagPattern;
    case Pattern::Crossed:
        return Qt::DiagCrossPattern;
    case Pattern::Dotted:
        return Qt::Dense5Pattern;
    case Pattern::Lying:
        return Qt::HorPattern;
    case Pattern::Standing:
        return Qt::VerPattern;
    }
    Q_UNREACHABLE();
}

void drawBar(QPainter &painter, const PictureBar &bar, const QPalette &palette)
{
    const QColor color = colorOf(bar.tone, palette);
    painter.setPen(color);
    painter.setBrush(QBrush(color, brushOf(report::patternOf(bar.tone))));
    painter.drawRect(QRectF(bar.x, bar.y, bar.width, bar.height));
}

void drawText(QPainter &painter, const PictureText &text, double lineHeight)
{
    static constexpr Qt::AlignmentFlag alignments[] = {Qt::AlignLeft, Qt::AlignHCenter, Qt::AlignRight};
    static constexpr double shares[] = {0, 0.5, 1}; // of the room before the anchor
    const auto anchor = static_cast<size_t>(text.anchor);
    const QRectF room(text.x - shares[anchor] * text.room, text.y, text.room, lineHeight);
    const QString shown
        = painter.fontMetrics().elidedText(text.text, Qt::ElideRight, static_cast<int>(text.room), Qt::TextSingleLine);
    painter.drawText(room, static_cast<int>(alignments[anchor] | Qt::AlignVCenter) | Qt::TextSingleLine, shown);
}

} // namespace

TimelineView::TimelineView(std::function<QString(int)> toolTipOf, QWidget *parent)
    : QWidget(parent)
    , m_toolTipOf(std::move(toolTipOf))
{
    setMouseTracking(true);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
}

void TimelineView::setTimeline(const present::Timeline &timeline)
{
    m_timeline = timeline;
    m_markedRow = -1;
    setAccessibleDescription(present::timelineText(timeline));
    layOut();
}

void TimelineView::setMarkedRow(int row)
{
    m_markedRow = row;
    update();
}

void TimelineView::layOut()
{
    const QFontMetricsF metrics(font());
    m_picture = present::timelinePicture(
        m_timeline, {static_cast<double>(width() - 2 * margin), metrics.lineSpacing(), metrics.averageCharWidth()});
    setMinimumHeight(static_cast<int>(m_picture.height) + 2 * margin);
    update();
}

int TimelineView::rowUnder(QPointF at) const
{
    return static_cast<int>(present::rowAt(m_picture, at.x() - margin, at.y() - margin));
}

bool TimelineView::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int row = rowUnder(help->pos());
    if (row >= 0)
        QToolTip::showText(help->globalPos(), plainToolTip(m_toolTipOf(row)), this);
    else
        QToolTip::hideText();
    return true;
}

void TimelineView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        layOut();
}

void TimelineView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        layOut();
}

void TimelineView::mouseMoveEvent(QMouseEvent *event)
{
    setCursor(rowUnder(event->position()) >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    QWidget::mouseMoveEvent(event);
}

void TimelineView::mouseReleaseEvent(QMouseEvent *event)
{
    const int row = rowUnder(event->position());
    if (event->button() == Qt::LeftButton && row >= 0)
        Q_EMIT rowChosen(row);
    QWidget::mouseReleaseEvent(event);
}

void TimelineView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.translate(margin, margin);
    for (const PictureLine &line : m_picture.lines) {
        painter.setPen(colorOf(line.tone, palette()));
        painter.drawLine(QPointF(line.fromX, line.fromY), QPointF(line.toX, line.toY));
    }
    for (const PictureBar &bar : m_picture.bars)
        drawBar(painter, bar, palette());
    for (const PictureText &text : m_picture.texts) {
        painter.setPen(colorOf(text.tone, palette()));
        drawText(painter, text, m_picture.lineHeight);
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(palette().color(QPalette::Text), 2));
    for (const PictureBar &bar : m_picture.bars) {
        if (m_markedRow >= 0 && bar.row == m_markedRow)
            painter.drawRect(QRectF(bar.x, bar.y, bar.width, bar.height).adjusted(-2, -2, 2, 2));
    }
}

} // namespace app
