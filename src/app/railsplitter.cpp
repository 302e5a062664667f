// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/railsplitter.h"

#include "app/historypane.h"
#include "app/librarypane.h"

#include <QHBoxLayout>
#include <QResizeEvent>
#include <QTabBar>

#include <utility>

using namespace Qt::StringLiterals;

namespace app {
namespace {

constexpr int stripWidth = 30;
constexpr int gripWidth = 4;
constexpr int usualWidth = 340;
constexpr int leastWidth = 260;

/// Below this width only one of rail and documents shows: 1200 px of the window, without its margins.
constexpr int leastSharedWidth = 1184;

} // namespace

RailSplitter::RailSplitter(QWidget *parent)
    : QSplitter(parent)
    , m_strip(new QTabBar)
    , m_library(new LibraryPane)
    , m_history(new HistoryPane)
    , m_width(usualWidth)
{
    m_library->setObjectName(u"libraryPane"_s);
    m_history->setObjectName(u"historyPane"_s);
    m_strip->setObjectName(u"railStrip"_s);
    auto *rail = new QWidget;
    auto *layout = new QHBoxLayout(rail);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_strip, 0, Qt::AlignTop);
    layout->addWidget(m_library, 1);
    layout->addWidget(m_history, 1);
    m_strip->setShape(QTabBar::RoundedWest);
    m_strip->addTab(tr("Templates"));
    m_strip->addTab(tr("History"));
    m_strip->setFixedWidth(qMax(stripWidth, m_strip->sizeHint().width()));
    m_strip->setFocusPolicy(Qt::NoFocus); // Ctrl+B is its key
    m_strip->setAccessibleName(tr("Rail"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding); // all the height that others do not need
    setChildrenCollapsible(false);
    setHandleWidth(gripWidth);
    addWidget(rail);
    connect(m_strip, &QTabBar::tabBarClicked, this, [this](int tab) {
        if (tab >= 0 && !m_isFolded && tab == static_cast<int>(m_page))
            setFolded(true);
        else if (tab >= 0)
            showPage(static_cast<Page>(tab));
    });
    connect(this, &QSplitter::splitterMoved, this, [this] { m_width = railWidth(); });
    m_library->hide();
    m_history->hide();
}

void RailSplitter::setPage(Page page)
{
    m_page = page;
    m_strip->setCurrentIndex(static_cast<int>(page));
    arrange();
}

void RailSplitter::showPage(Page page)
{
    setPage(page);
    setFolded(false);
    focusPage();
}

void RailSplitter::focusPage()
{
    if (m_page == Page::Library)
        m_library->takeFocus();
    else
        m_history->takeFocus();
}

void RailSplitter::setFolded(bool isFolded)
{
    if (std::exchange(m_isFolded, isFolded) == isFolded)
        return;
    arrange();
    if (!isFolded)
        focusPage();
    Q_EMIT foldChanged(isFolded);
}

bool RailSplitter::isAlone() const
{
    return !m_isFolded && width() < leastSharedWidth;
}

int RailSplitter::railWidth() const
{
    return m_isFolded || isAlone() ? m_width : sizes().constFirst();
}

void RailSplitter::setRailWidth(int width)
{
    if (width > 0)
        m_width = width;
    arrange();
}

void RailSplitter::resizeEvent(QResizeEvent *event)
{
    arrange();
    QSplitter::resizeEvent(event);
}

void RailSplitter::arrange()
{
    if (count() < 2)
        return; // the documents are not there yet
    QWidget *rail = widget(0);
    QWidget *documents = widget(1);
    if (!isAlone())
        documents->show(); // first, so that the focus has a place to go to
    m_library->setVisible(!m_isFolded && m_page == Page::Library);
    m_history->setVisible(!m_isFolded && m_page == Page::History);
    const int folded = m_strip->minimumWidth(); // which is fixed
    const int railNow = m_isFolded ? folded : m_width;
    rail->setMinimumWidth(m_isFolded ? folded : qMax(leastWidth, folded));
    rail->setMaximumWidth(m_isFolded ? folded : QWIDGETSIZE_MAX);
    handle(1)->setEnabled(!m_isFolded);
    setStretchFactor(1, 1);
    if (isAlone())
        documents->hide();
    else
        setSizes({railNow, qMax(0, width() - handleWidth() - railNow)});
}

} // namespace app
