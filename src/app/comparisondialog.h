// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/childdialog.h"
#include "present/comparisonmodel.h"
#include "present/historycomparison.h"

#include <memory>

namespace app {

namespace Ui {
class ComparisonDialog;
}

/// Shows two exchanges of the history against each other, their responses or their requests.
class ComparisonDialog : public ChildDialog
{
    Q_OBJECT

public:
    ComparisonDialog(present::HistoryComparison comparison, QWidget *parent);
    ~ComparisonDialog() override;

private:
    void showSide();

    std::unique_ptr<Ui::ComparisonDialog> m_ui;
    present::HistoryComparison m_comparison;
    present::ComparisonModel m_model;
};

} // namespace app
