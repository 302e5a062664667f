// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/librarypane.h"

#include "app/buttonaction.h"
#include "app/linedialog.h"
#include "app/plaincells.h"
#include "ui_librarypane.h"

#include <QAction>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollBar>

#include <utility>

using namespace Qt::StringLiterals;

namespace app {
namespace {

using present::LibraryDesk;
using present::LibraryModel;
using present::LibraryRow;

/// What a row is known by after the tree was built anew.
QString keyOf(const LibraryRow &row)
{
    return row.path.isEmpty() ? QString::number(static_cast<int>(row.kind)) + row.name : row.path;
}

/// A path has no blanks to break a line at.
QString breakable(const QString &text)
{
    constexpr qsizetype most = 600;
    return text.left(most).replace(u'/', u"/\u200b"_s);
}

/// A question that closes by itself when it is answered; Cancel does nothing.
QMessageBox *question(const QString &title, const QString &text, QWidget *window)
{
    auto *box = new QMessageBox(QMessageBox::Question, title, text, QMessageBox::Cancel, window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setDefaultButton(QMessageBox::Cancel);
    box->button(QMessageBox::Cancel)->setAccessibleName(u"Cancel "_s + title);
    return box;
}

} // namespace

LibraryPane::LibraryPane(QWidget *parent)
    : LatePane(parent)
    , m_ui(std::make_unique<Ui::LibraryPane>())
{
    addRowAction(Act::Open, tr("&Open"), QKeySequence(), &LibraryPane::open); // its key is the tree's own
    addRowAction(Act::Rename, tr("&Rename…"), Qt::Key_F2, &LibraryPane::askName);
    addRowAction(Act::Duplicate, tr("&Duplicate"), Qt::CTRL | Qt::Key_D,
                 [](LibraryPane &pane, const LibraryRow &row) { pane.m_desk->duplicate(row); });
    addRowAction(Act::Trash, tr("&Move to Trash"), QKeySequence::Delete,
                 [](LibraryPane &pane, const LibraryRow &row) { pane.m_desk->trash(row); });
    addRowAction(Act::NewFolder, tr("&New Folder…"), Qt::CTRL | Qt::Key_Insert, &LibraryPane::askFolderName);
    addRowAction(Act::Reveal, tr("&Show in File Manager"), QKeySequence(),
                 [](LibraryPane &pane, const LibraryRow &row) { pane.m_desk->reveal(row); });
    addPaneAction(tr("&Add Folder…"), QKeySequence(), [this] { m_desk->addFolder(); });
    addRowAction(Act::RemoveFolder, tr("&List Folder No Longer"), QKeySequence(),
                 [](LibraryPane &pane, const LibraryRow &row) { pane.m_desk->removeFolder(row); });
    addPaneAction(tr("R&efresh"), Qt::Key_F5, [this] { m_desk->refresh(); });
}

LibraryPane::~LibraryPane() = default;

void LibraryPane::setLibrary(present::LibraryDesk &desk)
{
    Q_ASSERT(!m_desk);
    m_desk = &desk;
    connect(m_desk, &LibraryDesk::told, this, &LibraryPane::announced);
    setReady();
}

void LibraryPane::takeFocus()
{
    ensureContents();
    m_ui->libraryFilterEdit->setFocus(Qt::ShortcutFocusReason);
}

// Only while the tree itself has the focus: in the filter the same keys belong to the text.
QAction *LibraryPane::addPaneAction(const QString &text, const QKeySequence &key, std::function<void()> run)
{
    auto *action = new QAction(text, this);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetShortcut);
    connect(action, &QAction::triggered, this, [this, run = std::move(run)] {
        ensureContents();
        run();
    });
    m_actions += action;
    return action;
}

void LibraryPane::addRowAction(Act act, const QString &text, const QKeySequence &key, const Run &run)
{
    QAction *action = addPaneAction(text, key, [this, run] {
        if (const std::optional<LibraryRow> row = current())
            run(*this, *row);
    });
    action->setEnabled(false);
    m_rowActions.append({act, action});
}

void LibraryPane::makeContents()
{
    m_ui->setupUi(this);
    m_ui->libraryBar->setPane(tr("Templates"));
    m_ui->libraryBar->hide();
    m_ui->libraryTree->setModel(&m_desk->rows());
    m_ui->libraryTree->setItemDelegate(new PlainCells(m_ui->libraryTree));
    m_ui->libraryTree->addActions(m_actions);
    m_ui->libraryActionsButton->addActions(m_actions);
    connect(m_ui->addFolderButton, &QPushButton::clicked, m_desk, &LibraryDesk::addFolder);
    connectRows();
    connectDesk();
    restore();
    showEmptiness();
}

void LibraryPane::connectRows()
{
    LibraryModel *rows = &m_desk->rows();
    QTreeView *tree = m_ui->libraryTree;
    connect(m_ui->libraryFilterEdit, &QLineEdit::textChanged, rows, [this, rows](const QString &text) {
        rows->setFilter(text);
        showEmptiness();
    });
    connect(rows, &QAbstractItemModel::modelAboutToBeReset, this,
            [this, tree] { m_scroll = tree->verticalScrollBar()->value(); });
    connect(rows, &QAbstractItemModel::modelReset, this, &LibraryPane::restore);
    connect(rows, &QAbstractItemModel::dataChanged, this, &LibraryPane::showCurrent);
    connect(rows, &LibraryModel::filesDropped, this, &LibraryPane::askTransfer);
    connect(tree->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        if (const std::optional<LibraryRow> row = current(); row && !m_isRestoring)
            m_chosen = keyOf(*row);
        showCurrent();
    });
    const auto note = [this, rows](const QModelIndex &index, bool isFolded) {
        if (m_isRestoring || rows->isFiltered())
            return;
        if (isFolded)
            m_opened.remove(keyOf(rows->at(index)));
        else
            m_opened.insert(keyOf(rows->at(index)));
    };
    connect(tree, &QTreeView::collapsed, this, [note](const QModelIndex &index) { note(index, true); });
    connect(tree, &QTreeView::expanded, this, [note](const QModelIndex &index) { note(index, false); });
    connect(tree, &QTreeView::activated, this, [this] {
        if (const std::optional<LibraryRow> row = current(); row && m_desk->can(Act::Open, *row))
            open(*row);
    });
}

void LibraryPane::connectDesk()
{
    connect(m_desk, &LibraryDesk::made, this, [this](const QString &path) { m_awaited = path; });
    connect(m_desk, &LibraryDesk::environmentAsked, this, &LibraryPane::askAboutEnvironment);
    connect(m_desk, &LibraryDesk::watchingChanged, this, [this](const QString &problem) {
        if (problem.isEmpty())
            m_ui->libraryBar->hide();
        else
            m_ui->libraryBar->showNotice(problem, tr("Refresh"));
    });
    connect(m_ui->libraryBar, &NoticeBar::actionRequested, m_desk, &LibraryDesk::refresh);
}

std::optional<LibraryRow> LibraryPane::current() const
{
    const QModelIndex index = m_ui->libraryTree->currentIndex();
    return index.isValid() ? std::optional(m_desk->rows().at(index)) : std::nullopt;
}

void LibraryPane::showCurrent()
{
    if (m_isRestoring)
        return;
    const std::optional<LibraryRow> row = current();
    for (const auto &[act, action] : std::as_const(m_rowActions))
        action->setEnabled(row && m_desk->can(act, *row));
    const QString about = row ? LibraryModel::about(*row) : QString();
    m_ui->libraryAboutLabel->setText(breakable(about));
    m_ui->libraryAboutLabel->setVisible(!about.isEmpty());
    m_ui->libraryTree->setAccessibleDescription(about);
}

void LibraryPane::showEmptiness()
{
    const LibraryModel &rows = m_desk->rows();
    QString text;
    if (rows.isFiltered() && rows.rowCount() == 0)
        text = tr("Nothing has all of these words. Take some out of the filter.");
    else if (!rows.isFiltered() && !rows.hasFiles())
        text = tr("Your own templates stand here, a file each. Choose a case of the gallery and duplicate it (Ctrl+D), "
                  "save a session into the folder, or add a folder that you share with others.");
    m_ui->libraryEmptyLabel->setText(text);
    m_ui->libraryEmptyLabel->setVisible(!text.isEmpty());
}

void LibraryPane::open(const LibraryRow &row)
{
    m_desk->open(row);
    Q_EMIT opened();
}

void LibraryPane::askName(const LibraryRow &row)
{
    const QString name = LibraryDesk::nameOf(row);
    const QString shown = QString(name).replace(u'&', "&&"_L1); // one alone would be a mnemonic
    const LineDialog::Words words{tr("Rename"), tr("&New name of %1:").arg(shown), u"File name"_s};
    const auto rename = [this, row](const QString &typed) { return m_desk->rename(row, typed); };
    (new LineDialog(words, name, rename, window()))->open();
}

void LibraryPane::askFolderName(const LibraryRow &row)
{
    const LineDialog::Words words{tr("New Folder"), tr("&Name of the folder:"), u"Folder name"_s};
    const auto make = [this, row](const QString &typed) { return m_desk->makeFolder(row, typed); };
    (new LineDialog(words, {}, make, window()))->open();
}

void LibraryPane::askTransfer(const QStringList &paths, const QString &folder)
{
    QMessageBox *box = question(tr("Files into a Folder"), LibraryDesk::transferQuestion(paths, folder), window());
    box->setInformativeText(tr("Copies leave the files where they are as well. Nothing that is there is replaced."));
    const std::pair<QString, store::Transfer> answers[] = {
        {tr("&Copy"), store::Transfer::Copy},
        {tr("&Move"), store::Transfer::Move},
    };
    for (const auto &[text, transfer] : answers) {
        connect(box->addButton(text, QMessageBox::AcceptRole), &QPushButton::clicked, m_desk,
                [this, paths, folder, transfer = transfer] { m_desk->transfer(paths, folder, transfer); });
    }
    box->open();
}

void LibraryPane::askAboutEnvironment(const QString &text, const QString &path)
{
    QMessageBox *box = question(tr("Change the Environment"), text, window());
    connect(box->addButton(tr("C&hange"), QMessageBox::AcceptRole), &QPushButton::clicked, m_desk,
            [this, path] { m_desk->changeEnvironment(path); });
    box->open();
}

void LibraryPane::restore()
{
    m_isRestoring = true;
    const LibraryModel &rows = m_desk->rows();
    QTreeView *tree = m_ui->libraryTree;
    QModelIndex index = expand({});
    if (const QModelIndex made = rows.indexOf(m_awaited); made.isValid()) {
        m_chosen = std::exchange(m_awaited, QString());
        index = made;
    }
    tree->verticalScrollBar()->setValue(m_scroll);
    tree->setCurrentIndex(index.isValid() ? index : rows.index(0, 0));
    m_isRestoring = false;
    showCurrent();
    showEmptiness();
}

/// Opens what was open, and finds the row that was chosen. Where a filter leaves little, all of it is open.
QModelIndex LibraryPane::expand(const QModelIndex &parent)
{
    const LibraryModel &rows = m_desk->rows();
    QModelIndex found;
    for (int row = 0; row < rows.rowCount(parent); ++row) {
        const QModelIndex index = rows.index(row, 0, parent);
        const QString key = keyOf(rows.at(index));
        if (key == m_chosen)
            found = index;
        if (rows.rowCount(index) == 0)
            continue;
        if (!rows.isFiltered() && !parent.isValid() && !m_known.contains(key)) {
            m_known.insert(key);
            m_opened.insert(key); // headings and added folders begin open
        }
        m_ui->libraryTree->setExpanded(index, rows.isFiltered() || m_opened.contains(key));
        if (const QModelIndex below = expand(index); below.isValid())
            found = below;
    }
    return found;
}

void LibraryPane::showEvent(QShowEvent *event)
{
    m_desk->setShowing(true);
    LatePane::showEvent(event);
}

void LibraryPane::hideEvent(QHideEvent *event)
{
    if (hasContents())
        m_desk->setShowing(false);
    LatePane::hideEvent(event);
}

} // namespace app
