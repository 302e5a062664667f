// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/latepane.h"

#include <memory>

namespace app {

namespace Ui {
class NextRequestPage;
}

/// What a submit would send, byte for byte: method, URL, every header with the token masked, body, its length and
/// digest. Filled while it shows.
class NextRequestPage : public LatePane
{
    Q_OBJECT

public:
    explicit NextRequestPage(QWidget *parent = nullptr);
    ~NextRequestPage() override;

Q_SIGNALS:
    /// The person wants these bytes in a file that could be called `suggestion`.
    void saveRequested(const QByteArray &bytes, const QString &suggestion);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void makeContents() override;
    void showRequest();

    std::unique_ptr<Ui::NextRequestPage> m_ui;
};

} // namespace app
