// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/latepane.h"

#include "app/taborder.h"

namespace app {

void LatePane::setController(present::DocumentController *controller)
{
    Q_ASSERT(!m_controller);
    m_controller = controller;
    setReady();
}

void LatePane::setReady()
{
    Q_ASSERT(!m_isReady);
    m_isReady = true;
    if (isVisible())
        ensureContents();
}

// Before the pane shows and not in its show event: by then it has shown the children that it had.
void LatePane::setVisible(bool isVisible)
{
    if (isVisible && m_isReady)
        ensureContents();
    QWidget::setVisible(isVisible);
}

void LatePane::ensureContents()
{
    Q_ASSERT(m_isReady);
    if (m_hasContents)
        return;
    m_hasContents = true;
    makeContents();
    chainContents();
}

// Born late, the contents would be the last stops of the whole window; only a widget that takes the focus lends its
// place.
void LatePane::chainContents()
{
    Q_ASSERT_X(!focusProxy(), "LatePane", "Qt moves a pane with a focus proxy to that one's place in the tab order");
    setFocusPolicy(Qt::StrongFocus);
    putIntoTabOrder(this, *this);
    setFocusPolicy(Qt::NoFocus);
}

} // namespace app
