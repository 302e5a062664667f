// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSplitter>

class QTabBar;

namespace app {

class HistoryPane;

/// The rail beside the documents: a narrow strip of tabs, and one page of them while it is unfolded. Where the window
/// is too narrow for both, the unfolded rail stands in the documents' place.
class RailSplitter : public QSplitter
{
    Q_OBJECT

public:
    /// The documents are the widget that is added.
    explicit RailSplitter(QWidget *parent = nullptr);

    HistoryPane &history() const { return *m_history; }

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
    HistoryPane *m_history;
    bool m_isFolded = true;
    int m_width; ///< Of the rail, when it is unfolded beside the documents.
};

} // namespace app
