// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <memory>

namespace present {
class DocumentController;
}

namespace app {

namespace Ui {
class RequestHeadersPage;
}

/// The headers of the next request as a table to change, repeat and leave out.
class RequestHeadersPage : public QWidget
{
    Q_OBJECT

public:
    explicit RequestHeadersPage(QWidget *parent = nullptr);
    ~RequestHeadersPage() override;

    /// Borrowed; must outlive the page.
    void setController(present::DocumentController *controller);

private:
    void showButtons();
    int currentRow() const;

    std::unique_ptr<Ui::RequestHeadersPage> m_ui;
    present::DocumentController *m_controller = nullptr;
};

} // namespace app
