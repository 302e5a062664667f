// SPDX-License-Identifier: GPL-3.0-or-later
#include "edm/schema.h"
#include "json/scanner.h"
#include "scanner.h"

#include <QColor>
#include <QString>
#include <QtCore/QByteArray>
#include <QtCore>
#include <QTcpSocket>
#include <qwidget.h>
