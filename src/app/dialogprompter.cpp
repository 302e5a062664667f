// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogprompter.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace app {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("DialogPrompter", text);
}

std::optional<QString> chosen(const QString &path)
{
    return path.isEmpty() ? std::nullopt : std::optional(path);
}

QString filters(const QString &usual)
{
    return usual + ";;"_L1 + tr("All files (*)");
}

QString sessionFilters()
{
    return filters(tr("Sessions (*.json)"));
}

} // namespace

void DialogPrompter::setWindow(QWidget *window)
{
    m_window = window;
}

present::Prompter::LossAnswer DialogPrompter::askAboutLoss(const QString &name)
{
    return askAboutLoss(tr("Save the changes to %1?").arg(name), tr("They are lost when you do not save them."),
                        QMessageBox::Save);
}

present::Prompter::LossAnswer DialogPrompter::askAboutLosses(const QStringList &names)
{
    constexpr qsizetype mostNames = 10;
    QString list = names.first(qMin(names.size(), mostNames)).join(u'\n');
    if (names.size() > mostNames)
        list += u'\n' + tr("and %1 more").arg(names.size() - mostNames);
    return askAboutLoss(tr("Save the changes to %1 documents?").arg(names.size()),
                        tr("They are lost when you do not save them:\n%1").arg(list), QMessageBox::SaveAll);
}

present::Prompter::LossAnswer DialogPrompter::askAboutLoss(const QString &question, const QString &consequence,
                                                           QMessageBox::StandardButton save)
{
    QMessageBox box(m_window);
    box.setIcon(QMessageBox::Question);
    box.setWindowTitle(tr("Unsaved Changes"));
    box.setTextFormat(Qt::PlainText);
    box.setText(question);
    box.setInformativeText(consequence);
    box.setStandardButtons(save | QMessageBox::Discard | QMessageBox::Cancel);
    box.setDefaultButton(save);
    switch (box.exec()) {
    case QMessageBox::Save:
    case QMessageBox::SaveAll:
        return LossAnswer::Save;
    case QMessageBox::Discard:
        return LossAnswer::Discard;
    default:
        return LossAnswer::Cancel;
    }
}

bool DialogPrompter::askToOverwrite(const QString &name)
{
    return confirm(tr("Changed on the Disk"), tr("Save over %1?").arg(name),
                   tr("Another program has changed it since it was opened here. What that wrote is lost."),
                   tr("Save &Over It"));
}

bool DialogPrompter::askToLoadAgain(const QString &name)
{
    return confirm(tr("Load Again"), tr("Load %1 again?").arg(name), tr("Your changes to it are lost."),
                   tr("&Load Again"));
}

bool DialogPrompter::confirm(const QString &title, const QString &question, const QString &consequence,
                             const QString &yes)
{
    QMessageBox box(QMessageBox::Warning, title, question, QMessageBox::Cancel, m_window);
    box.setTextFormat(Qt::PlainText);
    box.setInformativeText(consequence);
    box.setDefaultButton(QMessageBox::Cancel);
    const QAbstractButton *agree = box.addButton(yes, QMessageBox::DestructiveRole);
    box.exec();
    return box.clickedButton() == agree;
}

std::optional<QString> DialogPrompter::askOpenPath(const QString &folder, FileKind kind)
{
    switch (kind) {
    case FileKind::Session:
        return chosen(QFileDialog::getOpenFileName(m_window, tr("Open Session"), folder, sessionFilters()));
    case FileKind::Schema:
        return chosen(QFileDialog::getOpenFileName(m_window, tr("Schema from a File"), folder,
                                                   filters(tr("OData metadata (*.xml *.csdl *.edmx)"))));
    case FileKind::Requests:
        return chosen(
            QFileDialog::getOpenFileName(m_window, tr("Import Requests"), folder,
                                         filters(tr("cURL commands and Postman collections (*.sh *.txt *.json)"))));
    }
    Q_UNREACHABLE();
}

std::optional<QString> DialogPrompter::askSavePath(const QString &suggestion)
{
    const bool isArchive = suggestion.endsWith(".zip"_L1);
    const QString usual = isArchive ? filters(tr("Archives (*.zip)")) : sessionFilters();
    return chosen(QFileDialog::getSaveFileName(m_window, tr("Save"), suggestion, usual));
}

std::optional<QString> DialogPrompter::askDocumentPath(const QString &suggestion, Form &form)
{
    if (form == Form::Session)
        return askSavePath(suggestion);
    const QString templates = tr("Templates (*.json)");
    const QString title = form == Form::Template ? tr("Save as Template") : tr("Save");
    const QString kinds = form == Form::Template ? templates : tr("Sessions (*.json)") + ";;"_L1 + templates;
    QString kind;
    const QString path = QFileDialog::getSaveFileName(m_window, title, suggestion, kinds, &kind);
    form = kind == templates || form == Form::Template ? Form::Template : Form::Session;
    return chosen(path);
}

std::optional<QString> DialogPrompter::askFolder(const QString &folder)
{
    return chosen(QFileDialog::getExistingDirectory(m_window, tr("Add a Folder of Templates"), folder));
}

void DialogPrompter::tellProblem(const QString &title, const QString &path, const QString &sentence)
{
    QMessageBox box(m_window);
    box.setIcon(QMessageBox::Warning);
    box.setWindowTitle(title);
    box.setTextFormat(Qt::PlainText);
    box.setText(sentence);
    box.setInformativeText(path);
    box.exec();
}

} // namespace app
