// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/settings.h"

#include <QObject>
#include <QPalette>

class QDBusVariant;

namespace app {

/// Light or dark: the person's choice, or the desktop's. Qt 6.4 does not follow the desktop by itself, so System reads
/// `org.freedesktop.appearance color-scheme` of the desktop portal and hears its changes.
class Appearance : public QObject
{
    Q_OBJECT

public:
    explicit Appearance(store::Appearance choice, QObject *parent = nullptr);

    /// Gives the application the Fusion style and the palette of the choice. Once, before the first window.
    void apply();

    store::Appearance choice() const { return m_choice; }

    /// Changes the choice and repaints everything; chosen() lets somebody remember it.
    void choose(store::Appearance choice);

    /// Asks the portal what the desktop wants and listens to it. Off the way to the first paint: it answers later.
    void followDesktop();

    /// The palettes, for tests of contrast.
    static QPalette lightPalette();
    static QPalette darkPalette();

Q_SIGNALS:
    void chosen(store::Appearance choice);

private Q_SLOTS:
    void takeSetting(const QString &name, const QString &key, const QDBusVariant &value);

private:
    bool isDark() const;

    store::Appearance m_choice;
    bool m_isDesktopDark = false;
};

} // namespace app
