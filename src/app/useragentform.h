// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/designerform.h"
#include "ui_useragentform.h"

namespace app {

/// The form of the program of an endpoint; see ui/useragentform.ui.
class UserAgentForm : public DesignerForm<Ui::UserAgentForm>
{
public:
    using DesignerForm::DesignerForm;
};

} // namespace app
