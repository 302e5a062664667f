// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/boundwidget.h"
#include "app/noticebar.h"
#include "app/windowfixture.h"
#include "support/schematext.h"

#include <QFile>
#include <QPushButton>

/// The real window, to load schemas into.
struct SchemaFixture : WindowFixture
{
    void trigger(const QString &name) const { find<QAction>(name)->trigger(); }

    app::NoticeBar *bar() const { return find<app::NoticeBar>(QStringLiteral("schemaBar")); }
    void clickBar() const { bar()->findChild<QPushButton *>()->click(); }

    /// What the mark in the menu says.
    bool isBuiltIn() const { return find<QAction>(QStringLiteral("builtInSchemaAction"))->isChecked(); }

    /// Loads a file of this text through the window; false when it does not come into use.
    bool open(const QByteArray &text)
    {
        QFile saved(folder.filePath(QStringLiteral("schema.xml")));
        if (!saved.open(QIODevice::WriteOnly) || saved.write(text) != text.size())
            return false;
        saved.close();
        prompter.path = saved.fileName();
        QSignalSpy changed(&schemas, &present::SchemaController::schemaChanged);
        trigger(QStringLiteral("openSchemaAction"));
        constexpr int patience = 30'000;
        return changed.wait(patience) && !isBuiltIn();
    }

    /// What edits `path` in the form; null when nothing does.
    app::BoundWidget *field(const QString &path) const
    {
        const auto widgets = find<QWidget>(QStringLiteral("sessionForm"))->findChildren<app::BoundWidget *>();
        for (app::BoundWidget *widget : widgets) {
            if (widget->field().pointer() == json::Pointer::fromPath(path))
                return widget;
        }
        return nullptr;
    }

    QByteArray bytes() const { return document.document().bytes(); }
};
