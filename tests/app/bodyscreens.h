// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/byteview.h"
#include "app/windowfixture.h"

#include <QPushButton>
#include <QTabWidget>

/// Brings a pane of the response into sight.
inline void showResponse(WindowFixture &fixture, const QString &tab)
{
    auto *tabs = fixture.find<QTabWidget>(QStringLiteral("responseTabs"));
    tabs->setCurrentWidget(fixture.find<QWidget>(tab));
    if (!tabs->isVisible())
        fixture.find<QPushButton>(QStringLiteral("flipButton"))->click();
}

/// Shows a page in UTF-16, as a gateway of another world may send it, with three characters selected.
inline void recallUtf16(WindowFixture &fixture)
{
    exchange::Exchange past;
    past.hasLeft = true;
    past.response.emplace();
    past.response->status = 502;
    past.response->reason = "Bad Gateway";
    const QString text
        = QStringLiteral("<html><body>Zo\u00EB could not be reached: the gateway is down.</body></html>");
    past.response->body = QByteArray("\xFF\xFE");
    for (const QChar letter : text)
        past.response->body.append(char(letter.cell())).append(char(letter.row()));
    fixture.document.recall(past);
    fixture.find<app::ByteView>(QStringLiteral("bodyView"))->select(28, 34);
}
