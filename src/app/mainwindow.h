// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMainWindow>

#include <memory>

namespace exchange {
class UrlOpener;
}

namespace present {
class DocumentController;
class DocumentFile;
class EnvironmentController;
class HistoryKeeper;
class LibraryDesk;
class NewCallController;
class PartsController;
class ReadBack;
class SchemaController;
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

/// The main window: it shows one document, lets actions speak to it, and decides nothing.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// What the window borrows; all of it outlives the window.
    struct Parts
    {
        present::EnvironmentController &environments;
        present::DocumentController &document;
        present::DocumentFile &file;
        present::NewCallController &newCall;
        present::PartsController &parts;
        present::SchemaController &schemas;
        present::HistoryKeeper &history;
        present::LibraryDesk &library;
        present::ReadBack &readBack;
        Appearance &appearance;
        exchange::UrlOpener &opener;
        store::Settings &settings;
    };

    explicit MainWindow(Parts parts, QWidget *parent = nullptr);
    ~MainWindow() override;

    DocumentPage &page() const { return *m_page; }

    /// Shows a sentence in the notice bar under the toolbar.
    void notify(const QString &sentence);

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void connectFileActions();
    void connectEditActions();
    void connectPartActions();
    void connectViewActions();
    void connectSubmit();
    void connectReadBack();
    void connectEvidence();
    void connectOpener();
    void connectSchema();
    void connectHistory();
    void connectRail();
    void focusNextPane();
    void connectHelp();
    void fillGallery();
    void showName();
    void showUndo();
    void restoreLayout();
    void saveLayout();

    std::unique_ptr<Ui::MainWindow> m_ui;
    Parts m_parts;
    DocumentPage *m_page = nullptr;
};

} // namespace app
