// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace app {

/// Tells once that a window has been painted for the first time: what can wait until then starts there.
class FirstPaint : public QObject
{
    Q_OBJECT

public:
    /// Watches `window`, which owns this object.
    explicit FirstPaint(QWidget *window);

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void painted();
};

} // namespace app
