// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/exchange.h"
#include "json/index.h"
#include "session/field.h"

#include <QNetworkReply>
#include <QSqlDatabase>
