// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/designerform.h"
#include "ui_sessionform.h"

namespace app {

/// The form of the session itself; see ui/sessionform.ui.
class SessionForm : public DesignerForm<Ui::SessionForm>
{
public:
    using DesignerForm::DesignerForm;
};

} // namespace app
