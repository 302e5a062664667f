// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <memory>

namespace present {
class DocumentController;
}

namespace app {

namespace Ui {
class NextRequestPage;
}

/// What a submit would send, byte for byte: method, URL, every header with the token masked, body, its length and
/// digest. Filled while it shows.
class NextRequestPage : public QWidget
{
    Q_OBJECT

public:
    explicit NextRequestPage(QWidget *parent = nullptr);
    ~NextRequestPage() override;

    /// Borrowed; must outlive the page.
    void setController(present::DocumentController *controller);

Q_SIGNALS:
    /// The person wants these bytes in a file that could be called `suggestion`.
    void saveRequested(const QByteArray &bytes, const QString &suggestion);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void showRequest();

    std::unique_ptr<Ui::NextRequestPage> m_ui;
    present::DocumentController *m_controller = nullptr;
};

} // namespace app
