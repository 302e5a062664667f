// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/historypane.h"

#include "app/comparisondialog.h"
#include "app/plaincells.h"
#include "ui_historypane.h"

#include <QAction>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>

namespace app {

HistoryPane::HistoryPane(QWidget *parent)
    : LatePane(parent)
    , m_ui(std::make_unique<Ui::HistoryPane>())
    , m_show(new QAction(tr("&Show Its Response"), this))
    , m_readBack(new QAction(tr("&Read Back"), this))
    , m_sendAgain(new QAction(tr("Send These Bytes &Again"), this))
    , m_open(new QAction(tr("&Open as Document"), this))
    , m_compare(new QAction(tr("&Compare Two"), this))
    , m_remove(new QAction(tr("&Delete What Fits…"), this))
{
    for (QAction *action : {m_show, m_sendAgain, m_open, m_compare})
        action->setEnabled(false);
    connect(m_remove, &QAction::triggered, this, [this] {
        ensureContents();
        m_desk->askRemoval();
    });
}

HistoryPane::~HistoryPane() = default;

QList<QAction *> HistoryPane::historyActions() const
{
    return {m_show, m_readBack, m_sendAgain, m_open, m_compare, m_remove};
}

void HistoryPane::takeFocus()
{
    ensureContents();
    m_ui->historyFilterEdit->setFocus(Qt::ShortcutFocusReason);
}

void HistoryPane::setControllers(present::HistoryKeeper &keeper, present::Workspace &workspace)
{
    m_keeper = &keeper;
    m_workspace = &workspace;
    setReady();
}

void HistoryPane::makeContents()
{
    m_ui->setupUi(this);
    m_ui->historyList->addActions(historyActions());
    m_ui->historyActionsButton->addActions(historyActions());
    m_desk = std::make_unique<present::HistoryDesk>(*m_keeper, *m_workspace);
    m_ui->historyList->setModel(&m_desk->rows());
    m_ui->historyList->setItemDelegate(new PlainCells(m_ui->historyList));
    connect(m_ui->historyFilterEdit, &QLineEdit::textChanged, &m_desk->rows(), &present::HistoryModel::setFilter);
    connect(m_ui->historyList->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &HistoryPane::showSelection);
    connect(&m_desk->rows(), &QAbstractItemModel::modelReset, this, &HistoryPane::showSelection);
    makeActions();
    connectDesk();
    connectWords();
    showSelection();
    showEmptiness();
}

void HistoryPane::makeActions()
{
    present::HistoryDesk *desk = m_desk.get();
    connect(m_ui->historyList, &QListView::activated, desk,
            [desk](const QModelIndex &index) { desk->show(desk->rows().at(index.row()).number); });
    connect(m_show, &QAction::triggered, desk, [this, desk] { desk->show(selected().constFirst()); });
    connect(m_readBack, &QAction::triggered, desk, [this, desk] { desk->readBack(selected().constFirst()); });
    connect(m_sendAgain, &QAction::triggered, desk, [this, desk] { desk->sendAgain(selected().constFirst()); });
    connect(m_open, &QAction::triggered, desk, [this, desk] { desk->openAsDocument(selected().constFirst()); });
    connect(m_compare, &QAction::triggered, desk,
            [this, desk] { desk->compare(selected().constFirst(), selected().constLast()); });
}

void HistoryPane::connectDesk()
{
    using present::HistoryDesk;
    HistoryDesk *desk = m_desk.get();
    connect(desk, &HistoryDesk::shown, this, &HistoryPane::shown);
    connect(desk, &HistoryDesk::told, this, &HistoryPane::announced);
    connect(desk, &HistoryDesk::removalAsked, this, &HistoryPane::askToRemove);
    connect(desk, &HistoryDesk::compared, this, [this](const present::HistoryComparison &comparison) {
        (new ComparisonDialog(comparison, window()))->open();
    });
    connect(desk, &HistoryDesk::measured, this, [this](qint64 bytes) {
        m_ui->historySizeLabel->setText(tr("%1 on the disk").arg(QLocale::c().formattedDataSize(bytes, 1)));
    });
    connect(&desk->rows(), &present::HistoryModel::loaded, this, [this, desk] {
        showEmptiness();
        showReadBack();
        desk->measure();
    });
}

void HistoryPane::connectWords()
{
    for (QLineEdit *edit :
         {m_ui->historyVerdictEdit, m_ui->historyTagEdit, m_ui->historyBuildEdit, m_ui->historyNoteEdit})
        connect(edit, &QLineEdit::editingFinished, this, &HistoryPane::keepWords);
}

QList<qint64> HistoryPane::selected() const
{
    const QModelIndexList indexes = m_ui->historyList->selectionModel()->selectedIndexes();
    QList<qint64> numbers;
    numbers.reserve(indexes.size());
    for (const QModelIndex &index : indexes)
        numbers += m_desk->rows().at(index.row()).number;
    return numbers;
}

void HistoryPane::showSelection()
{
    keepWords();
    const QModelIndexList indexes = m_ui->historyList->selectionModel()->selectedIndexes();
    const bool isOne = indexes.size() == 1;
    for (QAction *action : {m_show, m_sendAgain, m_open})
        action->setEnabled(isOne);
    m_compare->setEnabled(indexes.size() == 2);
    const store::HistoryRow row = isOne ? m_desk->rows().at(indexes.constFirst().row()) : store::HistoryRow();
    showReadBack();
    m_worded = row.number;
    const std::pair<QLineEdit *, QString> words[] = {
        {m_ui->historyVerdictEdit, row.verdict},
        {m_ui->historyTagEdit, row.tag},
        {m_ui->historyBuildEdit, row.build},
        {m_ui->historyNoteEdit, row.note},
    };
    for (const auto &[edit, text] : words) {
        edit->setText(text);
        edit->setEnabled(isOne);
    }
}

/// Also when the exchange that is chosen has ended.
void HistoryPane::showReadBack()
{
    const QModelIndexList indexes = m_ui->historyList->selectionModel()->selectedIndexes();
    const bool isOne = indexes.size() == 1;
    const store::HistoryRow row = isOne ? m_desk->rows().at(indexes.constFirst().row()) : store::HistoryRow();
    const bool canReadBack = present::HistoryDesk::canReadBack(row);
    m_readBack->setEnabled(canReadBack);
    m_readBack->setText(canReadBack && !row.isEnded ? tr("&Look for It") : tr("&Read Back"));
}

void HistoryPane::keepWords()
{
    const QList<QLineEdit *> edits{m_ui->historyBuildEdit, m_ui->historyVerdictEdit, m_ui->historyNoteEdit,
                                   m_ui->historyTagEdit};
    const bool isTyped = std::any_of(edits.begin(), edits.end(), [](QLineEdit *edit) { return edit->isModified(); });
    if (m_worded == 0 || !isTyped)
        return;
    for (QLineEdit *edit : edits)
        edit->setModified(false);
    m_desk->annotate(m_worded, {edits.at(0)->text(), edits.at(1)->text(), edits.at(2)->text(), edits.at(3)->text()});
}

void HistoryPane::showEmptiness()
{
    const bool isEmpty = m_desk->rows().rowCount() == 0;
    m_ui->historyEmptyLabel->setVisible(isEmpty);
    m_ui->historyEmptyLabel->setText(
        m_desk->rows().filter().simplified().isEmpty()
            ? tr("Every exchange is kept here, before it leaves and once more with its outcome. "
                 "Submit, and the first one shows.")
            : tr("No exchange has all of these words. Take some out of the filter."));
    m_ui->historyList->setAccessibleDescription(isEmpty ? m_ui->historyEmptyLabel->text() : QString());
}

void HistoryPane::askToRemove(const QString &question, qint64 last)
{
    auto *box = new QMessageBox(QMessageBox::Question, tr("Delete from the History"), question, QMessageBox::Cancel,
                                window());
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(tr("They cannot be brought back."));
    box->setDefaultButton(QMessageBox::Cancel);
    box->button(QMessageBox::Cancel)->setAccessibleName(tr("Cancel Delete from the History"));
    QPushButton *yes = box->addButton(tr("&Delete"), QMessageBox::DestructiveRole);
    connect(yes, &QPushButton::clicked, m_desk.get(), [this, last] { m_desk->remove(last); });
    box->open();
}

void HistoryPane::showEvent(QShowEvent *event)
{
    if (m_desk)
        m_desk->rows().setFollowing(true);
    LatePane::showEvent(event);
}

void HistoryPane::hideEvent(QHideEvent *event)
{
    if (m_desk) {
        keepWords();
        m_desk->rows().setFollowing(false);
    }
    LatePane::hideEvent(event);
}

} // namespace app
