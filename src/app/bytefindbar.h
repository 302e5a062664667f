// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <memory>

namespace Ui {
class ByteFindBar;
}

namespace app {

/// The find bar of a byte view: what to find, how, and how much was found. It searches nothing itself.
class ByteFindBar : public QWidget
{
    Q_OBJECT

public:
    explicit ByteFindBar(QWidget *parent = nullptr);
    ~ByteFindBar() override;

    /// Gives all parts accessible names that end with the one of their view: the bars of several views can be open.
    void nameAfter(const QString &view);

    /// Puts `text` in and selects it, so that typing replaces it; an empty one leaves what stands there.
    void start(const QString &text);

    QString text() const;
    Qt::CaseSensitivity caseSensitivity() const;

    /// Shows how much was found, as present::BodyFinder::status() words it.
    void setStatus(const QString &status);

Q_SIGNALS:
    /// The text or the regard to case changed.
    void edited();
    void nextRequested();
    void previousRequested();
    /// Escape or the close button.
    void closeRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    std::unique_ptr<Ui::ByteFindBar> m_ui;
};

} // namespace app
