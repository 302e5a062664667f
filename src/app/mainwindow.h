// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMainWindow>
#include <QPointer>

#include <memory>

namespace exchange {
class UrlOpener;
}

namespace present {
class DocumentController;
class EnvironmentController;
class HistoryKeeper;
class Importer;
class JournalKeeper;
class LibraryDesk;
class NewCallController;
class PartsController;
class RecentFiles;
class OpenDocument;
class Recovery;
class SchemaController;
enum class RequestForm;
class Workspace;
} // namespace present

namespace store {
class Settings;
}

namespace app {

namespace Ui {
class MainWindow;
}

class Appearance;
class DocumentPage;

/// The main window: it shows the documents, lets actions speak to the current one, and decides nothing.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// What the window borrows; all of it outlives the window.
    struct Parts
    {
        present::EnvironmentController &environments;
        present::Workspace &workspace;
        present::RecentFiles &recentFiles;
        present::Importer &importer;
        present::NewCallController &newCall;
        present::PartsController &parts;
        present::SchemaController &schemas;
        present::HistoryKeeper &history;
        present::LibraryDesk &library;
        present::JournalKeeper &journal;
        present::Recovery &recovery;
        Appearance &appearance;
        exchange::UrlOpener &opener;
        store::Settings &settings;
    };

    explicit MainWindow(Parts parts, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// The page of the current document.
    DocumentPage &page() const;

    /// Shows a sentence in the notice bar under the toolbar.
    void notify(const QString &sentence);

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    present::OpenDocument &document() const;
    present::DocumentController &controller() const;
    void connectDocuments();
    void preparePage(DocumentPage *page);
    void followDocument();
    void followEvidence(QObject *context);
    void followBaseline(QObject *context);
    void followReadBack(QObject *context);
    void showPage();
    void connectFileActions();
    void connectEditActions();
    void connectPartActions();
    void connectViewActions();
    void connectSubmit();
    void connectReadBack();
    void connectEvidence();
    void connectForeignRequests();
    void copyRequestAs(present::RequestForm form);
    void connectOpener();
    void connectSchema();
    void connectHistory();
    void connectRail();
    void connectRecovery();
    void focusNextPane();
    void connectHelp();
    void connectCommands();
    void showPalette();
    void fillGallery();
    void fillRecent();
    void showName();
    void showUndo();
    void showObstacle();
    void showFlight();
    void restoreLayout();
    void saveLayout();

    std::unique_ptr<Ui::MainWindow> m_ui;
    Parts m_parts;
    QPointer<DocumentPage> m_page; ///< The one that shows.
    std::unique_ptr<QObject> m_binding; ///< To the current document; what is connected by it ends with it.
};

} // namespace app
