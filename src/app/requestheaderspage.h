// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/latepane.h"

#include <memory>

namespace app {

namespace Ui {
class RequestHeadersPage;
}

/// The headers of the next request as a table to change, repeat and leave out.
class RequestHeadersPage : public LatePane
{
    Q_OBJECT

public:
    explicit RequestHeadersPage(QWidget *parent = nullptr);
    ~RequestHeadersPage() override;

private:
    void makeContents() override;
    void showHeaders();
    void showButtons();
    int currentRow() const;

    std::unique_ptr<Ui::RequestHeadersPage> m_ui;
};

} // namespace app
