// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/expectedpage.h"

#include "app/choicecells.h"
#include "present/baselinecontroller.h"
#include "present/documentcontroller.h"
#include "present/wish.h"
#include "present/wishesmodel.h"
#include "ui_expectedpage.h"

#include <QFontDatabase>
#include <QShortcut>
#include <QSignalBlocker>

namespace app {
namespace {

QString joined(const QStringList &tags)
{
    return tags.join(QStringLiteral(", "));
}

QStringList split(const QString &text)
{
    QStringList tags = text.split(u',', Qt::SkipEmptyParts);
    for (QString &tag : tags)
        tag = tag.trimmed();
    tags.removeAll(QString());
    return tags;
}

} // namespace

ExpectedPage::ExpectedPage(QWidget *parent)
    : LatePane(parent)
    , m_ui(std::make_unique<Ui::ExpectedPage>())
{ }

ExpectedPage::~ExpectedPage() = default;

void ExpectedPage::makeContents()
{
    m_ui->setupUi(this);
    makeWishes();
    makeCounts();
    makeBaseline();
    for (QLineEdit *edit : {m_ui->templateNameEdit, m_ui->templateDescriptionEdit, m_ui->templateTagsEdit})
        connect(edit, &QLineEdit::textEdited, this, &ExpectedPage::takeTexts);
    for (QLineEdit *edit : {m_ui->expectedErrorCodeEdit, m_ui->expectedErrorTargetEdit})
        connect(edit, &QLineEdit::textEdited, this, &ExpectedPage::takeError);
    connect(m_ui->expectedStatusesEdit, &QLineEdit::editingFinished, this, &ExpectedPage::takeStatuses);
    connect(m_ui->expectedTimeLimitEdit, &QLineEdit::editingFinished, this, &ExpectedPage::takeTimeLimit);
    const present::TemplateDraft *draft = &controller()->draft();
    connect(draft, &present::TemplateDraft::loaded, this, &ExpectedPage::showTexts);
    connect(draft, &present::TemplateDraft::expectationChanged, this, &ExpectedPage::showExpectation);
    showTexts();
    showExpectation();
}

void ExpectedPage::makeWishes()
{
    m_wishes = std::make_unique<present::WishesModel>(controller()->draft());
    QTableView *table = m_ui->wishesTable;
    table->setModel(m_wishes.get());
    table->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    table->setItemDelegate(new ChoiceCells(present::WishesModel::ChoicesRole, table));
    table->verticalHeader()->hide();
    table->horizontalHeader()->setSectionResizeMode(present::WishesModel::Subject, QHeaderView::Stretch);
    table->horizontalHeader()->setSectionResizeMode(present::WishesModel::Value, QHeaderView::Stretch);
    connect(m_wishes.get(), &present::WishesModel::refused, this, &ExpectedPage::refuse);
    connect(m_ui->addWishButton, &QPushButton::clicked, this, &ExpectedPage::addWish);
    connect(m_ui->removeWishButton, &QPushButton::clicked, this, &ExpectedPage::removeWish);
    const auto *remove = new QShortcut(QKeySequence::Delete, table, nullptr, nullptr, Qt::WidgetShortcut);
    connect(remove, &QShortcut::activated, this, &ExpectedPage::removeWish);
}

void ExpectedPage::makeCounts()
{
    for (int check = 0; check < present::checkCount(); ++check) {
        const auto id = static_cast<present::CheckId>(check);
        auto *item = new QListWidgetItem(present::titleOf({id, {}, {}, {}, {}, {}, false}), m_ui->countsList);
        item->setData(Qt::UserRole, check);
        const bool isChoice = present::rowOf(id).byDefault != present::CheckDefault::Always;
        item->setFlags(isChoice ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable
                                : Qt::ItemFlags(Qt::ItemIsSelectable));
    }
    connect(m_ui->countsList, &QListWidget::itemChanged, this, [this](const QListWidgetItem *item) {
        const auto id = static_cast<present::CheckId>(item->data(Qt::UserRole).toInt());
        const bool doesCount = item->checkState() == Qt::Checked;
        controller()->setExpectation(present::counting(controller()->expectation(), id, doesCount));
    });
}

void ExpectedPage::makeBaseline()
{
    Q_ASSERT(m_baseline);
    connect(m_ui->acceptBaselineButton, &QPushButton::clicked, m_baseline, &present::BaselineController::accept);
    connect(m_ui->removeBaselineButton, &QPushButton::clicked, m_baseline, &present::BaselineController::remove);
    connect(m_baseline, &present::BaselineController::changed, this, &ExpectedPage::showBaseline);
    showBaseline();
}

void ExpectedPage::showBaseline()
{
    m_ui->baselineLabel->setText(m_baseline->text());
    m_ui->acceptBaselineButton->setEnabled(m_baseline->canAccept());
    m_ui->removeBaselineButton->setEnabled(m_baseline->canRemove());
}

void ExpectedPage::showTexts()
{
    const present::TemplateDraft &draft = controller()->draft();
    m_ui->templateHintLabel->setVisible(!draft.isTemplate());
    for (QLineEdit *edit : {m_ui->templateNameEdit, m_ui->templateDescriptionEdit, m_ui->templateTagsEdit})
        edit->setEnabled(draft.isTemplate());
    m_ui->templateNameEdit->setText(draft.name());
    m_ui->templateDescriptionEdit->setText(draft.description());
    m_ui->templateTagsEdit->setText(joined(draft.tags()));
}

void ExpectedPage::showExpectation()
{
    const session::Expectation &expectation = controller()->expectation();
    m_ui->expectedStatusesEdit->setText(expectation.statuses.toString());
    if (m_ui->expectedErrorCodeEdit->text() != expectation.errorCode)
        m_ui->expectedErrorCodeEdit->setText(expectation.errorCode);
    if (m_ui->expectedErrorTargetEdit->text() != expectation.errorTarget)
        m_ui->expectedErrorTargetEdit->setText(expectation.errorTarget);
    const auto &limit = expectation.timeLimit;
    m_ui->expectedTimeLimitEdit->setText(limit ? QString::number(limit->count()) : QString());
    m_ui->expectedNote->hide();
    const QSignalBlocker block(m_ui->countsList);
    for (int row = 0; row < m_ui->countsList->count(); ++row) {
        const present::CheckRow &check = present::rowOf(static_cast<present::CheckId>(row));
        m_ui->countsList->item(row)->setCheckState(present::doesCount(check, expectation) ? Qt::Checked
                                                                                          : Qt::Unchecked);
    }
}

void ExpectedPage::takeTexts()
{
    controller()->draft().setTexts(m_ui->templateNameEdit->text(), m_ui->templateDescriptionEdit->text(),
                                   split(m_ui->templateTagsEdit->text()));
}

void ExpectedPage::takeStatuses()
{
    const core::Result<session::StatusSet> statuses = session::StatusSet::parse(m_ui->expectedStatusesEdit->text());
    if (!statuses)
        return refuse(statuses.error().message);
    session::Expectation expectation = controller()->expectation();
    expectation.statuses = *statuses;
    controller()->setExpectation(expectation);
    m_ui->expectedNote->hide();
}

void ExpectedPage::takeError()
{
    session::Expectation expectation = controller()->expectation();
    expectation.errorCode = m_ui->expectedErrorCodeEdit->text();
    expectation.errorTarget = m_ui->expectedErrorTargetEdit->text();
    controller()->setExpectation(expectation);
}

void ExpectedPage::takeTimeLimit()
{
    const QString text = m_ui->expectedTimeLimitEdit->text().trimmed();
    bool isNumber = false;
    const int limit = text.toInt(&isNumber);
    if (!text.isEmpty() && (!isNumber || limit <= 0))
        return refuse(tr("The time limit is a number of milliseconds, such as 2000, or empty for none."));
    session::Expectation expectation = controller()->expectation();
    expectation.timeLimit = text.isEmpty() ? std::nullopt : std::optional(std::chrono::milliseconds(limit));
    controller()->setExpectation(expectation);
    m_ui->expectedNote->hide();
}

void ExpectedPage::addWish()
{
    const QModelIndex added = m_wishes->index(m_wishes->addRow(), present::WishesModel::Subject);
    m_ui->wishesTable->setCurrentIndex(added);
    m_ui->wishesTable->edit(added);
}

void ExpectedPage::removeWish()
{
    const int row = m_ui->wishesTable->currentIndex().row();
    if (row < 0)
        return;
    m_wishes->removeRow(row);
    const int last = m_wishes->rowCount() - 1;
    if (last >= 0)
        m_ui->wishesTable->setCurrentIndex(m_wishes->index(qMin(row, last), present::WishesModel::Subject));
}

void ExpectedPage::refuse(const QString &sentence)
{
    m_ui->expectedNote->setText(sentence);
    m_ui->expectedNote->show();
    Q_EMIT announced(sentence);
}

} // namespace app
