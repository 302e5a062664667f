// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/besidesplitter.h"

#include <QResizeEvent>

namespace app {
namespace {

constexpr int leastWidth = 1000; // a form and a text, 500 px each

} // namespace

void BesideSplitter::resizeEvent(QResizeEvent *event)
{
    QSplitter::resizeEvent(event);
    setOrientation(event->size().width() >= leastWidth ? Qt::Horizontal : Qt::Vertical);
}

} // namespace app
