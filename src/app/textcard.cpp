// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/textcard.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace app {
namespace {

constexpr QSize windowSize(640, 520);
constexpr QSize cardSize(440, 220);

} // namespace

TextCard::TextCard(const QString &text, QWidget *parent, Kind kind)
    : ChildDialog(parent)
    , m_kind(kind)
{
    auto *view = new QPlainTextEdit(text, this);
    view->setReadOnly(true);
    view->setAccessibleName(tr("Text"));
    view->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    view->setTabChangesFocus(true);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(view);
}

void TextCard::show(const QString &title, const QString &text, QWidget *parent)
{
    auto *card = new TextCard(text, parent, Kind::Window);
    card->setWindowTitle(title);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, card);
    connect(buttons, &QDialogButtonBox::rejected, card, &QDialog::reject);
    card->layout()->addWidget(buttons);
    card->resize(windowSize);
    card->QDialog::show();
}

void TextCard::popUp(const QString &text, QWidget *anchor)
{
    auto *card = new TextCard(text, anchor, Kind::Card);
    card->setWindowTitle(tr("About this field"));
    card->layout()->setContentsMargins(4, 4, 4, 4);
    card->resize(cardSize);
    card->move(anchor->mapToGlobal(QPoint(0, anchor->height())));
    card->QDialog::show();
}

void TextCard::changeEvent(QEvent *event)
{
    ChildDialog::changeEvent(event);
    if (event->type() == QEvent::ActivationChange && m_kind == Kind::Card && isVisible() && !isActiveWindow())
        close();
}

} // namespace app
