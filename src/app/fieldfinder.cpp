// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fieldfinder.h"

#include "app/plaincells.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace app {
namespace {

constexpr QSize finderSize(360, 280);

} // namespace

FieldFinder::FieldFinder(const QStringList &names, QWidget *anchor)
    // No popup: those are not in the accessibility tree.
    : ChildDialog(anchor)
    , m_names(names)
    , m_line(new QLineEdit(this))
    , m_list(new QListView(this))
{
    setWindowTitle(tr("Find a field"));
    m_matching.setSourceModel(&m_names);
    m_matching.setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_line->setAccessibleName(u"Find field"_s);
    m_line->setPlaceholderText(tr("Find a field: part of its name"));
    m_line->installEventFilter(this);
    m_list->setAccessibleName(u"Fields"_s);
    m_list->setModel(&m_matching);
    m_list->setItemDelegate(new PlainCells(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setFocusPolicy(Qt::NoFocus);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(4);
    layout->addWidget(m_line);
    layout->addWidget(m_list);
    connect(m_line, &QLineEdit::textChanged, this, &FieldFinder::narrow);
    connect(m_line, &QLineEdit::returnPressed, this, &FieldFinder::choose);
    connect(m_list, &QListView::clicked, this, &FieldFinder::choose);
    // The focus stays in the line; what is marked below is told with it.
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, m_line,
            [line = m_line](const QModelIndex &current) { line->setAccessibleDescription(current.data().toString()); });
    markFirst();
    m_line->setFocus(Qt::PopupFocusReason);
    resize(finderSize);
    move(anchor->mapToGlobal(QPoint((anchor->width() - width()) / 2, 0)));
}

void FieldFinder::narrow(const QString &words)
{
    m_matching.setFilterFixedString(words);
    markFirst();
}

void FieldFinder::markFirst()
{
    m_list->setCurrentIndex(m_matching.index(0, 0));
}

void FieldFinder::choose()
{
    const QString name = m_list->currentIndex().data().toString();
    if (name.isEmpty())
        return;
    accept();
    Q_EMIT chosen(name);
}

bool FieldFinder::eventFilter(QObject *watched, QEvent *event)
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
