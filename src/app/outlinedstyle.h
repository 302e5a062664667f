// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace app {

/// Fusion, with outlines that can be seen on a dark ground: it draws those of fields, check boxes and radio buttons
/// darker than the window, which is nothing there. 3 : 1 against the grounds beside them, as WCAG 1.4.11 asks of
/// controls.
class OutlinedStyle : public QProxyStyle
{
    Q_OBJECT

public:
    OutlinedStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;

    /// The colour of an outline on dark grounds.
    static QColor outlineOnDark();
};

} // namespace app
