// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSplitter>

namespace app {

/// Shows its widgets beside each other where there is room for it, else one below the other.
class BesideSplitter : public QSplitter
{
    Q_OBJECT

public:
    using QSplitter::QSplitter;

protected:
    void resizeEvent(QResizeEvent *event) override;
};

} // namespace app
