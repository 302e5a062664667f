// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <memory>

namespace app {

namespace Ui {
class FindBar;
}

/// A find bar: what to find, how, what to put in its place, and how much was found. It searches nothing itself.
class FindBar : public QWidget
{
    Q_OBJECT

public:
    explicit FindBar(QWidget *parent = nullptr);
    ~FindBar() override;

    /// Shows or hides the row to replace with; hidden at first.
    void offerReplace(bool isOffered);

    /// Says in the empty line whether bytes in hexadecimal digits are found, too.
    void offerBytes(bool areOffered);

    /// Gives all parts accessible names that end with the one of their view: the bars of several views can be open.
    void nameAfter(const QString &view);

    /// Puts `text` in and selects it, so that typing replaces it; an empty one leaves what stands there.
    void start(const QString &text);

    QString text() const;
    QString replacement() const;
    Qt::CaseSensitivity caseSensitivity() const;

    /// Shows how much was found, as present::BodyFinder::status() words it.
    void setStatus(const QString &status);

Q_SIGNALS:
    /// The text or the regard to case changed.
    void edited();
    void nextRequested();
    void previousRequested();
    void replaceRequested();
    void replaceAllRequested();
    /// Escape or the close button.
    void closeRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    std::unique_ptr<Ui::FindBar> m_ui;
};

} // namespace app
