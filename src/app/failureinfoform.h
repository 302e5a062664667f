// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/designerform.h"
#include "ui_failureinfoform.h"

namespace app {

/// The form of why a session failed; see ui/failureinfoform.ui.
class FailureInfoForm : public DesignerForm<Ui::FailureInfoForm>
{
public:
    using DesignerForm::DesignerForm;
};

} // namespace app
