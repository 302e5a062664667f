// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSplitter>

namespace app {

/// Shows a widget, and at times another one: beside it where there is room, else below it.
class BesideSplitter : public QSplitter
{
    Q_OBJECT

public:
    using QSplitter::QSplitter;

    /// Takes `widget` in beside the first one, and shows it with the sizes of the last time; at first with equal ones.
    void addBeside(QWidget *widget);

    /// Remembers the sizes; to be called before the other widget goes elsewhere.
    void rememberSizes();

    /// The sizes when there are two widgets, or were the last time: for restoreSizes(). Empty before there were any.
    QByteArray sizesToSave();
    void restoreSizes(const QByteArray &saved);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void turn();

    QByteArray m_sizes; ///< As saveState() gives them.
};

} // namespace app
