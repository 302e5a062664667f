// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/treepage.h"

#include "app/bodynotice.h"
#include "app/buttonaction.h"
#include "app/linedialog.h"
#include "app/meaning.h"
#include "app/statebutton.h"
#include "app/treecells.h"
#include "present/documentcontroller.h"
#include "present/sessiontreemodel.h"
#include "ui_treepage.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>

using namespace Qt::StringLiterals;
using present::FieldFilter;
using present::SessionTreeModel;

namespace app {

TreePage::TreePage(QWidget *parent)
    : LatePane(parent)
    , m_ui(std::make_unique<Ui::TreePage>())
{ }

TreePage::~TreePage()
{
    // An editor that is still open would commit its text while the window around it is no more.
    if (hasContents())
        m_ui->treeView->setModel(nullptr);
}

void TreePage::makeContents()
{
    m_ui->setupUi(this);
    m_ui->refusalBar->hide();
    m_ui->sentenceLabel->hide();
    m_stateButton = new StateButton(m_ui->treeView->accessibleName(), this);
    m_ui->toolLayout->insertWidget(0, m_stateButton);
    m_ui->treeView->setItemDelegate(new TreeCells(m_ui->treeView));
    m_ui->showBox->addItem(tr("all"), static_cast<int>(FieldFilter::All));
    m_ui->showBox->addItem(tr("set"), static_cast<int>(FieldFilter::Set));
    m_ui->showBox->addItem(tr("with findings"), static_cast<int>(FieldFilter::WithFindings));
    makeActions();
    connect(m_stateButton, &StateButton::stateChosen, this, &TreePage::setState);
    connect(m_stateButton, &StateButton::otherJsonRequested, this, &TreePage::askForOtherJson);
    const auto *notice
        = new BodyNotice(controller()->document(),
                         tr("The tree cannot show this text without changing it: %1 at %2:%3."), m_ui->noticeBar);
    connect(notice, &BodyNotice::sourceRequested, this, &TreePage::sourceRequested);
    makeModel();
    connectModel();
    m_ui->treeView->setCurrentIndex(m_filter->index(0, 0));
}

// Only while the tree itself has the focus: in an editor the same keys belong to the text.
QAction *TreePage::addAction(const QString &text, const QKeySequence &key, void (TreePage::*act)())
{
    auto *action = new QAction(text, m_ui->treeView);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetShortcut);
    connect(action, &QAction::triggered, this, act);
    m_ui->treeView->addAction(action);
    return action;
}

void TreePage::makeActions()
{
    addAction(tr("Edit"), Qt::Key_F2, &TreePage::editCurrent);
    addAction(tr("State…"), Qt::CTRL | Qt::Key_Space, &TreePage::openStateMenu);
    m_addAction = addAction(tr("Add"), Qt::Key_Insert, &TreePage::add);
    m_memberAction = addAction(tr("Add Member…"), Qt::CTRL | Qt::Key_Insert, &TreePage::askForMember);
    m_duplicateAction = addAction(tr("Duplicate"), Qt::CTRL | Qt::Key_D, &TreePage::duplicate);
    m_upAction = addAction(tr("Move Up"), Qt::ALT | Qt::Key_Up, &TreePage::moveUp);
    m_downAction = addAction(tr("Move Down"), Qt::ALT | Qt::Key_Down, &TreePage::moveDown);
    m_removeAction = addAction(tr("Remove"), QKeySequence::Delete, &TreePage::remove);
    addAction(tr("Copy Value"), QKeySequence::Copy, &TreePage::copyValue);
    addAction(tr("Copy Pointer"), Qt::CTRL | Qt::SHIFT | Qt::Key_L, &TreePage::copyPointer);
    addAction(tr("Paste JSON"), QKeySequence::Paste, &TreePage::paste);
    const std::pair<QToolButton *, QAction *> buttons[] = {
        {m_ui->addRowButton, m_addAction},
        {m_ui->addMemberButton, m_memberAction},
        {m_ui->duplicateRowButton, m_duplicateAction},
        {m_ui->rowUpButton, m_upAction},
        {m_ui->rowDownButton, m_downAction},
        {m_ui->removeRowButton, m_removeAction},
    };
    for (const auto &[button, action] : buttons)
        bindButton(button, action);
    m_ui->treeView->addActions(actions());
}

void TreePage::makeModel()
{
    m_model = new SessionTreeModel(*controller(), this);
    // Before the filter and the view hear of it, which forget where they are.
    connect(m_model, &SessionTreeModel::modelAboutToBeReset, this, [this] {
        const auto goBack = [this, pointer = pointerOfFocus()] { select(pointer); };
        connect(m_model, &SessionTreeModel::modelReset, this, goBack, Qt::SingleShotConnection);
    });
    m_filter = new present::SessionTreeFilter(this);
    m_filter->setSourceModel(m_model);
    QTreeView *tree = m_ui->treeView;
    tree->setModel(m_filter);
    tree->header()->setStretchLastSection(false);
    tree->header()->setSectionResizeMode(SessionTreeModel::Name, QHeaderView::Interactive);
    tree->header()->setSectionResizeMode(SessionTreeModel::Value, QHeaderView::Stretch);
    tree->header()->setSectionResizeMode(SessionTreeModel::State, QHeaderView::Interactive);
    const int column = fontMetrics().averageCharWidth();
    tree->header()->resizeSection(SessionTreeModel::Name, 34 * column);
    tree->header()->resizeSection(SessionTreeModel::State, 26 * column);
}

void TreePage::connectModel()
{
    const QTreeView *tree = m_ui->treeView;
    connect(m_ui->showBox, &QComboBox::currentIndexChanged, this, [this] {
        m_filter->setFilter(static_cast<FieldFilter>(m_ui->showBox->currentData().toInt()));
        showCurrent();
    });
    connect(tree, &QTreeView::activated, this, &TreePage::editCurrent);
    connect(tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &TreePage::showCurrent);
    connect(m_model, &SessionTreeModel::dataChanged, this, &TreePage::showCurrent);
    connect(m_model, &SessionTreeModel::refused, this,
            [this](const QString &sentence) { m_ui->refusalBar->showNotice(sentence, {}); });
    connect(&controller()->document(), &session::SessionDocument::changed, this, [this] {
        if (isVisible())
            showCurrent();
    });
}

void TreePage::showEvent(QShowEvent *event)
{
    m_model->setFollowing(true);
    showCurrent();
    QWidget::showEvent(event);
}

void TreePage::hideEvent(QHideEvent *event)
{
    if (hasContents())
        m_model->setFollowing(false);
    QWidget::hideEvent(event);
}

void TreePage::showPointer(const json::Pointer &pointer)
{
    ensureContents();
    select(pointer);
    m_ui->treeView->setFocus(Qt::OtherFocusReason);
}

void TreePage::select(const json::Pointer &pointer)
{
    const QModelIndex index = m_model->indexOf(pointer);
    if (!m_filter->mapFromSource(index).isValid())
        m_ui->showBox->setCurrentIndex(0);
    const QModelIndex shown = m_filter->mapFromSource(index);
    for (QModelIndex above = shown.parent(); above.isValid(); above = above.parent())
        m_ui->treeView->expand(above);
    m_ui->treeView->setCurrentIndex(shown);
    m_ui->treeView->scrollTo(shown);
}

QWidget *TreePage::firstFocus() const
{
    return m_ui->treeView;
}

json::Pointer TreePage::pointerOfFocus() const
{
    return hasContents() ? m_model->pointerOf(current()) : json::Pointer();
}

void TreePage::offer(const QList<QAction *> &actions)
{
    Q_ASSERT(!hasContents());
    addActions(actions);
}

QString TreePage::helpForFocus() const
{
    const QWidget *focus = hasContents() ? m_ui->treeView->focusWidget() : nullptr;
    const bool isHere = focus && focus->hasFocus() && current().isValid();
    return isHere ? m_model->fieldOf(current()).card() : QString();
}

QModelIndex TreePage::current() const
{
    return m_filter->mapToSource(m_ui->treeView->currentIndex());
}

void TreePage::editCurrent()
{
    const QModelIndex index = m_ui->treeView->currentIndex().siblingAtColumn(SessionTreeModel::Value);
    if (!index.isValid())
        return;
    if (index.flags() & Qt::ItemIsEditable)
        m_ui->treeView->edit(index);
    else
        askForOtherJson();
}

void TreePage::openStateMenu()
{
    if (m_stateButton->isEnabled())
        m_stateButton->openMenu();
}

void TreePage::setState(session::FieldState state)
{
    present::Field field = m_model->fieldOf(current());
    field.setState(state);
    m_ui->treeView->setFocus(Qt::OtherFocusReason);
}

void TreePage::askForOtherJson()
{
    constexpr qsizetype longestLine = 32'000; // more would be cut without a word
    const QString json = m_model->fieldOf(current()).json();
    if (json.size() > longestLine) {
        m_ui->refusalBar->showNotice(tr("This is too long for one line. Edit the rows inside it, or paste over it."),
                                     {});
        return;
    }
    const json::Pointer pointer = m_model->pointerOf(current());
    const auto accept = [this, pointer](const QString &text) {
        return m_model->fieldOf(m_model->indexOf(pointer)).setOtherJson(text);
    };
    auto *dialog = new LineDialog({tr("Other JSON"), tr("Any &JSON value for this member:"), u"other JSON"_s}, json,
                                  accept, this);
    dialog->open();
}

present::TreeEdits TreePage::edits() const
{
    return {*controller(), m_model->pointerOf(current()), m_model->rowOf(current())};
}

void TreePage::goTo(const std::optional<json::Pointer> &pointer)
{
    if (pointer)
        showPointer(*pointer);
}

void TreePage::take(const core::Result<json::Pointer> &result)
{
    if (result)
        showPointer(*result);
    else
        m_ui->refusalBar->showNotice(result.error().message, {});
}

void TreePage::add()
{
    goTo(edits().add());
}

void TreePage::askForMember()
{
    const auto accept = [this](const QString &name) -> core::Status {
        const core::Result<json::Pointer> added = edits().addMember(name);
        if (!added)
            return added.error();
        showPointer(*added);
        return core::ok();
    };
    auto *dialog
        = new LineDialog({tr("Add Member"), tr("&Name of the new member:"), u"member name"_s}, {}, accept, this);
    dialog->open();
}

void TreePage::duplicate()
{
    goTo(edits().duplicate());
}

void TreePage::moveUp()
{
    goTo(edits().move(-1));
}

void TreePage::moveDown()
{
    goTo(edits().move(1));
}

void TreePage::remove()
{
    edits().remove();
}

void TreePage::paste()
{
    take(edits().paste(QGuiApplication::clipboard()->text()));
}

void TreePage::copyValue()
{
    QGuiApplication::clipboard()->setText(m_model->fieldOf(current()).json());
}

void TreePage::copyPointer()
{
    QGuiApplication::clipboard()->setText(m_model->pointerOf(current()).toString());
}

void TreePage::showActions(bool isText)
{
    const present::TreeEdits edits = this->edits();
    const bool isRow = current().isValid();
    m_addAction->setEnabled(!isText && isRow && edits.canAdd());
    m_memberAction->setEnabled(!isText);
    m_duplicateAction->setEnabled(!isText && isRow && edits.isItem());
    m_upAction->setEnabled(!isText && isRow && edits.canMove(-1));
    m_downAction->setEnabled(!isText && isRow && edits.canMove(1));
    m_removeAction->setEnabled(!isText && isRow);
}

void TreePage::showCurrent()
{
    const bool isText = controller()->document().obstacle().has_value();
    m_ui->treeView->setDisabled(isText);
    m_ui->refusalBar->hide();
    showActions(isText);
    const QModelIndex index = current();
    m_stateButton->setEnabled(index.isValid() && !isText);
    m_stateButton->setState(index.isValid() ? m_model->fieldOf(index).facts().state : session::FieldState::NotSent);
    const session::Finding *finding = index.isValid() ? controller()->findingAt(m_model->pointerOf(index)) : nullptr;
    m_ui->sentenceLabel->setVisible(finding);
    if (!finding)
        return;
    const Meaning meaning = meaningOf(finding->severity);
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, colorOf(meaning, colors));
    m_ui->sentenceLabel->setPalette(colors);
    m_ui->sentenceLabel->setText(signOf(meaning) + u' ' + present::findingSentence(*finding));
}

} // namespace app
