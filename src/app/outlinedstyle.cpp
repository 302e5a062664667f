// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/outlinedstyle.h"

#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>

using namespace Qt::StringLiterals;

namespace app {
namespace {

constexpr QRgb onDark = 0xff7d8187;
constexpr QRgb disabledOnDark = 0xff54585e;

} // namespace

OutlinedStyle::OutlinedStyle()
    : QProxyStyle(QStyleFactory::create(u"Fusion"_s))
{ }

void OutlinedStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                  const QWidget *widget) const
{
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    const bool isRadio = element == PE_IndicatorRadioButton;
    const bool hasOutline = element == PE_FrameLineEdit || element == PE_IndicatorCheckBox || isRadio;
    const bool isFocused = element == PE_FrameLineEdit && (option->state & State_HasFocus);
    if (!hasOutline || isFocused || option->palette.color(QPalette::Window).lightness() >= 128)
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->translate(0.5, 0.5);
    painter->setPen(QColor::fromRgb(option->state & State_Enabled ? onDark : disabledOnDark));
    painter->setBrush(Qt::NoBrush);
    const QRect outline = option->rect.adjusted(0, 0, -1, -1);
    const qreal radius = element == PE_FrameLineEdit ? 2 : 0;
    if (isRadio)
        painter->drawEllipse(outline);
    else
        painter->drawRoundedRect(outline, radius, radius);
    painter->restore();
}

QColor OutlinedStyle::outlineOnDark()
{
    return QColor::fromRgb(onDark);
}

} // namespace app
