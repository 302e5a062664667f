// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/appearance.h"

#include "app/outlinedstyle.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

using namespace Qt::StringLiterals;

namespace app {
namespace {

struct ColorRow
{
    QPalette::ColorRole role;
    QRgb light;
    QRgb dark;
};

// Neutral grounds and one blue: colour is left for meaning (app/meaning.h).
constexpr ColorRow colors[] = {
    {QPalette::Window, 0xfff3f3f4, 0xff26282b},
    {QPalette::WindowText, 0xff1b1c1e, 0xffe8e9eb},
    {QPalette::Base, 0xffffffff, 0xff1b1d1f},
    {QPalette::AlternateBase, 0xfff3f3f4, 0xff232528},
    {QPalette::Text, 0xff1b1c1e, 0xffe8e9eb},
    {QPalette::PlaceholderText, 0xff65686d, 0xff9a9da3},
    {QPalette::Button, 0xffebebed, 0xff33363a},
    {QPalette::ButtonText, 0xff1b1c1e, 0xffe8e9eb},
    {QPalette::BrightText, 0xffffffff, 0xffffffff},
    {QPalette::ToolTipBase, 0xffe4ecf7, 0xff2c3a4e},
    {QPalette::ToolTipText, 0xff1b1c1e, 0xffe8e9eb},
    {QPalette::Highlight, 0xff1f5fbf, 0xff4a88e0},
    {QPalette::HighlightedText, 0xffffffff, 0xff0c0d0e},
    {QPalette::Link, 0xff1f5fbf, 0xff7fb0f5},
    {QPalette::LinkVisited, 0xff6a4ba8, 0xffb99cf0},
    {QPalette::Light, 0xffffffff, 0xff44484d},
    {QPalette::Midlight, 0xfff7f7f8, 0xff3a3d42},
    {QPalette::Mid, 0xffc3c4c8, 0xff1e2022},
    {QPalette::Dark, 0xffa2a4a9, 0xff16181a},
    {QPalette::Shadow, 0xff6f7176, 0xff0a0b0c},
};

constexpr ColorRow disabledColors[] = {
    {QPalette::WindowText, 0xff7c7f84, 0xff85888e},
    {QPalette::Text, 0xff7c7f84, 0xff85888e},
    {QPalette::ButtonText, 0xff7c7f84, 0xff85888e},
    {QPalette::Base, 0xfff3f3f4, 0xff26282b},
};

QPalette paletteOf(QRgb ColorRow::*column)
{
    QPalette palette;
    for (const ColorRow &row : colors)
        palette.setColor(row.role, QColor::fromRgb(row.*column));
    for (const ColorRow &row : disabledColors)
        palette.setColor(QPalette::Disabled, row.role, QColor::fromRgb(row.*column));
    return palette;
}

constexpr QLatin1String portalService("org.freedesktop.portal.Desktop");
constexpr QLatin1String portalPath("/org/freedesktop/portal/desktop");
constexpr QLatin1String portalInterface("org.freedesktop.portal.Settings");
constexpr QLatin1String appearanceName("org.freedesktop.appearance");
constexpr QLatin1String colorSchemeKey("color-scheme");

// The portal's color-scheme: 0 no preference, 1 dark, 2 light. Read() wraps it in one variant more than the signal
// does.
bool isDarkScheme(QVariant value)
{
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value.toUInt() == 1;
}

} // namespace

Appearance::Appearance(store::Appearance choice, QObject *parent)
    : QObject(parent)
    , m_choice(choice)
{ }

void Appearance::apply()
{
    QApplication::setStyle(new OutlinedStyle); // owned by the application from now on
    QApplication::setPalette(isDark() ? darkPalette() : lightPalette());
}

void Appearance::choose(store::Appearance choice)
{
    if (m_choice == choice)
        return;
    m_choice = choice;
    QApplication::setPalette(isDark() ? darkPalette() : lightPalette());
    Q_EMIT chosen(choice);
}

void Appearance::followDesktop()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(portalService, portalPath, portalInterface, u"SettingChanged"_s, this,
                SLOT(takeSetting(QString,QString,QDBusVariant)));
    QDBusMessage question = QDBusMessage::createMethodCall(portalService, portalPath, portalInterface, u"Read"_s);
    question << QString(appearanceName) << QString(colorSchemeKey);
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(question), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *finished) {
        const QDBusPendingReply<QDBusVariant> answer = *finished;
        finished->deleteLater();
        if (answer.isValid())
            takeSetting(appearanceName, colorSchemeKey, answer.value());
    });
}

QPalette Appearance::lightPalette()
{
    return paletteOf(&ColorRow::light);
}

QPalette Appearance::darkPalette()
{
    return paletteOf(&ColorRow::dark);
}

void Appearance::takeSetting(const QString &name, const QString &key, const QDBusVariant &value)
{
    if (name != appearanceName || key != colorSchemeKey)
        return;
    m_isDesktopDark = isDarkScheme(value.variant());
    if (m_choice == store::Appearance::System)
        QApplication::setPalette(isDark() ? darkPalette() : lightPalette());
}

bool Appearance::isDark() const
{
    return m_choice == store::Appearance::Dark || (m_choice == store::Appearance::System && m_isDesktopDark);
}

} // namespace app
