// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/quietline.h"

#include <QLineEdit>

namespace app {

void makeQuiet(QLineEdit *line)
{
    // Only this role is set, so that all others still follow the application's palette.
    QPalette colors;
    colors.setBrush(QPalette::Base, Qt::transparent);
    line->setPalette(colors);
}

void makeLoud(QLineEdit *line)
{
    line->setPalette(QPalette());
}

} // namespace app
