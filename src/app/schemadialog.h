// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/childdialog.h"

#include <memory>

namespace present {
class SchemaController;
}

namespace app {

namespace Ui {
class SchemaDialog;
}

/// Says which schema is in use, and lists how it differs from the built-in one.
class SchemaDialog : public ChildDialog
{
    Q_OBJECT

public:
    /// Shows what is so now; `schemas` is not kept.
    SchemaDialog(const present::SchemaController &schemas, QWidget *parent);
    ~SchemaDialog() override;

private:
    std::unique_ptr<Ui::SchemaDialog> m_ui;
};

} // namespace app
