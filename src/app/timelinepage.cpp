// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timelinepage.h"

#include "app/plaincells.h"
#include "app/timelineview.h"
#include "present/documentcontroller.h"
#include "present/timelinepresenter.h"

#include <QHeaderView>
#include <QScrollArea>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace app {

TimelinePage::TimelinePage(QWidget *parent)
    : LatePane(parent)
{ }

TimelinePage::~TimelinePage() = default;

void TimelinePage::setReturned(const json::Index &text)
{
    m_returned = text;
    if (hasContents() && isVisible())
        take();
}

void TimelinePage::showEvent(QShowEvent *event)
{
    take();
    LatePane::showEvent(event);
}

void TimelinePage::take()
{
    if (!m_isReturned)
        m_presenter->take(controller()->document());
    else if (m_returned)
        m_presenter->take(*m_returned);
    else
        m_picture->setTimeline(
            {tr("After a submit the session that came back is drawn here along its time."), {}, {}, 0, -1});
}

void TimelinePage::makeContents()
{
    m_presenter = std::make_unique<present::TimelinePresenter>();
    m_picture = new TimelineView([this](int row) { return m_presenter->rows().textOf(row); });
    m_picture->setAccessibleName(accessibleName() + " picture"_L1);
    auto *scroller = new QScrollArea;
    scroller->setWidgetResizable(true);
    scroller->setFocusPolicy(Qt::NoFocus);
    scroller->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroller->setWidget(m_picture);
    m_table = new QTableView;
    m_table->setAccessibleName(accessibleName());
    m_table->setModel(&m_presenter->rows());
    m_table->setItemDelegate(new PlainCells(m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().lineSpacing() + 4);
    m_table->horizontalHeader()->setStretchLastSection(true);
    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(8);
    splitter->addWidget(scroller);
    splitter->addWidget(m_table);
    splitter->setSizes({1000, 1000});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->addWidget(splitter);
    if (!m_isReturned) {
        connect(&controller()->document(), &session::SessionDocument::changed, this, [this] {
            if (isVisible())
                take();
        });
    }
    connect(m_presenter.get(), &present::TimelinePresenter::changed, this, &TimelinePage::showTimeline);
    connect(m_picture, &TimelineView::rowChosen, this, [this](int row) {
        m_table->selectRow(row);
        choose(row);
    });
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) { choose(index.row()); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) { m_picture->setMarkedRow(current.row()); });
    connect(&m_presenter->rows(), &QAbstractItemModel::modelReset, this, [this] { m_picture->setMarkedRow(-1); });
}

void TimelinePage::showTimeline()
{
    m_picture->setTimeline(m_presenter->timeline());
    constexpr int most = 200; // pixels; the whole text is in the tooltip
    m_table->resizeColumnsToContents();
    for (int column = 0; column < present::TimelineModel::Remark; ++column)
        m_table->setColumnWidth(column, qMin(m_table->columnWidth(column), most));
}

void TimelinePage::choose(int row)
{
    Q_EMIT placeChosen(m_presenter->rows().pointerOf(row));
}

} // namespace app
