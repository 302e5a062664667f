// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/byteview.h"

#include <QWidget>

#include <memory>

namespace app {

namespace Ui {
class BodyPane;
}

/// The body of a response with the choice of its form, and what one does with it as a whole.
class BodyPane : public QWidget
{
    Q_OBJECT

public:
    explicit BodyPane(QWidget *parent = nullptr);
    ~BodyPane() override;

    /// Shows `body` and, above it, `remarks`, a sentence or more about it or nothing.
    void setBody(const QByteArray &body, const QString &remarks);

    /// A name for a file with the body: its end says what the bytes are.
    QString suggestedName() const;

    /// The view of the bytes.
    ByteView &view() const;

Q_SIGNALS:
    /// The person wants to see the body in another program.
    void openRequested(const QByteArray &bytes);

private:
    void connectForms();
    void showForm();

    std::unique_ptr<Ui::BodyPane> m_ui;
};

} // namespace app
