// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace app {

/// A form of Qt Designer and nothing else. Its root widget has the dynamic property `typeName`, the declared type of
/// the object that it edits; its editors have `jsonPath`; `leftToTree` names the properties that it leaves to others.
template<typename Ui> class DesignerForm : public QWidget
{
public:
    explicit DesignerForm(QWidget *parent = nullptr)
        : QWidget(parent)
    {
        m_ui.setupUi(this);
    }

private:
    Ui m_ui;
};

} // namespace app
