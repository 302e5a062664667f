// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTabWidget>

namespace present {
class OpenDocument;
class Workspace;
} // namespace present

namespace app {

class DocumentPage;

/// The open documents as tabs. The page of a document is made when it is first shown.
class DocumentTabs : public QTabWidget
{
    Q_OBJECT

public:
    explicit DocumentTabs(QWidget *parent = nullptr);

    /// Shows `workspace` and activates in it what is chosen here. Borrowed, must outlive the tabs; once. Who wants to
    /// know of the first page has connected before.
    void setWorkspace(present::Workspace *workspace);

    /// The page of the current document.
    DocumentPage &page() const;

Q_SIGNALS:
    void pageMade(app::DocumentPage *page);

    /// Another document is current, and its page is there.
    void pageChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addDocument(int index);
    void removeDocument(int index);
    void showCurrent();
    void showTitles();
    DocumentPage *pageAt(int index) const;

    present::Workspace *m_workspace = nullptr;
};

} // namespace app
