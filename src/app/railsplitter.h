// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSplitter>

class QTabBar;

namespace app {

class HistoryPane;
class LibraryPane;

/// The rail beside the documents: a narrow strip of tabs, and one page of them while it is unfolded. Where the window
/// is too narrow for both, the unfolded rail stands in the documents' place.
class RailSplitter : public QSplitter
{
    Q_OBJECT

public:
    /// The documents are the widget that is added.
    explicit RailSplitter(QWidget *parent = nullptr);

    enum class Page { Library, History };

    LibraryPane &library() const { return *m_library; }
    HistoryPane &history() const { return *m_history; }

    /// The page that shows while the rail is unfolded.
    Page page() const { return m_page; }

    /// Chooses the page; the rail stays folded or not.
    void setPage(Page page);

    /// Unfolds the rail on this page, and gives it the focus.
    void showPage(Page page);

    /// Gives the focus to the page; the rail must be unfolded.
    void focusPage();

    bool isFolded() const { return m_isFolded; }

    /// Unfolding gives the focus to the page.
    void setFolded(bool isFolded);

    /// Whether the documents are hidden by the rail.
    bool isAlone() const;

    /// The width of the rail, to remember and to restore.
    int railWidth() const;
    void setRailWidth(int width);

Q_SIGNALS:
    void foldChanged(bool isFolded);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();

    QTabBar *m_strip;
    LibraryPane *m_library;
    HistoryPane *m_history;
    Page m_page = Page::Library;
    bool m_isFolded = true;
    int m_width; ///< Of the rail, when it is unfolded beside the documents.
};

} // namespace app
