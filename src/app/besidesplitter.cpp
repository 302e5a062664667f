// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/besidesplitter.h"

namespace app {
namespace {

constexpr int leastWidth = 1000; // a form and a text, 500 px each

} // namespace

void BesideSplitter::addBeside(QWidget *widget)
{
    addWidget(widget);
    widget->show(); // which may have no size of its own before
    if (!restoreState(m_sizes))
        setSizes({1000, 1000});
    turn();
}

void BesideSplitter::rememberSizes()
{
    if (count() > 1)
        m_sizes = saveState();
}

QByteArray BesideSplitter::sizesToSave()
{
    rememberSizes();
    return m_sizes;
}

void BesideSplitter::restoreSizes(const QByteArray &saved)
{
    m_sizes = saved;
    if (count() > 1 && restoreState(saved))
        turn();
}

void BesideSplitter::resizeEvent(QResizeEvent *event)
{
    QSplitter::resizeEvent(event);
    turn();
}

// A saved state has an orientation, too; what counts is the room that there is now.
void BesideSplitter::turn()
{
    setOrientation(width() >= leastWidth ? Qt::Horizontal : Qt::Vertical);
}

} // namespace app
