// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/designerform.h"
#include "ui_endpointform.h"

namespace app {

/// The form of a caller or a callee; see ui/endpointform.ui.
class EndpointForm : public DesignerForm<Ui::EndpointForm>
{
public:
    using DesignerForm::DesignerForm;
};

} // namespace app
