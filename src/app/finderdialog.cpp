// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/finderdialog.h"

#include <QAbstractItemModel>
#include <QCoreApplication>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace app {
namespace {

// As the list tells it to a screen reader.
QString spoken(const QModelIndex &index)
{
    const QString text = index.data(Qt::AccessibleTextRole).toString();
    return text.isEmpty() ? index.data().toString() : text;
}

} // namespace

FinderDialog::FinderDialog(const Words &words, QSize size, QWidget *anchor)
    // No popup: those are not in the accessibility tree.
    : ChildDialog(anchor)
    , m_line(new QLineEdit(this))
    , m_list(new QListView(this))
{
    setWindowTitle(words.title);
    m_line->setAccessibleName(words.lineName);
    m_line->setPlaceholderText(words.hint);
    m_line->installEventFilter(this);
    m_list->setAccessibleName(words.listName);
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setFocusPolicy(Qt::NoFocus);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(4);
    layout->addWidget(m_line);
    layout->addWidget(m_list);
    m_line->setFocus(Qt::PopupFocusReason);
    resize(size);
    move(anchor->mapToGlobal(QPoint((anchor->width() - width()) / 2, 0)));
}

void FinderDialog::setModel(QAbstractItemModel *model, QStyledItemDelegate *cells)
{
    m_list->setModel(model);
    cells->setParent(m_list);
    m_list->setItemDelegate(cells);
    connect(m_line, &QLineEdit::textChanged, this, [this](const QString &words) {
        narrow(words);
        markFirst();
    });
    connect(m_line, &QLineEdit::returnPressed, this, &FinderDialog::chooseMarked);
    connect(m_list, &QListView::clicked, this, &FinderDialog::chooseMarked);
    // The focus stays in the line; what is marked below is told with it.
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, m_line,
            [line = m_line](const QModelIndex &current) { line->setAccessibleDescription(spoken(current)); });
    markFirst();
}

void FinderDialog::markFirst()
{
    m_list->setCurrentIndex(m_list->model()->index(0, 0));
    if (!m_list->currentIndex().isValid())
        m_line->setAccessibleDescription({}); // a model that was reset says nothing of the mark that it lost
}

void FinderDialog::chooseMarked()
{
    if (const QModelIndex marked = m_list->currentIndex(); marked.isValid())
        choose(marked);
}

bool FinderDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Up:
        case Qt::Key_Down:
        case Qt::Key_PageUp:
        case Qt::Key_PageDown:
            QCoreApplication::sendEvent(m_list, event);
            return true;
        default:
            break;
        }
    }
    return ChildDialog::eventFilter(watched, event);
}

} // namespace app
