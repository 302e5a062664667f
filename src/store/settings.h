// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "session/typechoice.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <memory>
#include <type_traits>

class QSettings;

namespace store {

/// How the window is coloured.
enum class Appearance {
    System, ///< As the desktop says.
    Light,
    Dark,
};

/// One setting: its key in the file, and its value until somebody chooses another.
template<typename T> struct Setting
{
    /// The default as a constant: text and bytes own memory, so their views stand in the table.
    using Default = std::conditional_t<std::is_same_v<T, QString>, QLatin1String,
                                       std::conditional_t<std::is_same_v<T, QByteArray>, QByteArrayView, T>>;
    QLatin1String key;
    Default fallback{};
};

/// All settings, one row each.
namespace settings {
inline constexpr Setting<QByteArray> windowGeometry{QLatin1String("window/geometry")};
inline constexpr Setting<QByteArray> windowState{QLatin1String("window/state")};
inline constexpr Setting<QByteArray> workSplitter{QLatin1String("window/workSplitter")};
inline constexpr Setting<quint16> railWidth{QLatin1String("window/railWidth"), 340};
inline constexpr Setting<bool> isRailOpen{QLatin1String("window/railOpen"), false};
inline constexpr Setting<bool> isRailOnHistory{QLatin1String("window/railOnHistory"), false};
inline constexpr Setting<QByteArray> findingsSplitter{QLatin1String("window/findingsSplitter")};
inline constexpr Setting<QByteArray> besideSplitter{QLatin1String("window/besideSplitter")};
inline constexpr Setting<Appearance> appearance{QLatin1String("look/appearance"), Appearance::System};
inline constexpr Setting<session::TypeStyle> typeStyle{QLatin1String("form/typeStyle"),
                                                       session::TypeStyle::HashEverywhere};
inline constexpr Setting<bool> isSourceBeside{QLatin1String("window/sourceBeside"), false};
inline constexpr Setting<QString> lastFolder{QLatin1String("files/lastFolder")};
inline constexpr Setting<QString> libraryFolders{
    QLatin1String("library/folders")}; ///< One a line, in this order; empty: none but the program's own.
inline constexpr Setting<QString> recentFiles{QLatin1String("files/recent")}; ///< One path a line.
inline constexpr Setting<quint16> sandboxPort{QLatin1String("sandbox/port"), 0}; ///< 0 is a free one.
inline constexpr Setting<QString> currentEnvironment{QLatin1String("environment/current"), QLatin1String("Sandbox")};
} // namespace settings

/// The remembered settings of the program's owner, in `settings.ini` (0600) of the configuration folder (0700). A value
/// that is missing, or that no version of this program would write, reads as its default. No secret belongs here.
class Settings
{
public:
    /// Opens the settings in the folder `folder`, which is made when the first value is written.
    explicit Settings(QString folder);
    ~Settings();

    /// The value of a row of the table `settings`. T is QByteArray, QString, bool, quint16, Appearance or
    /// session::TypeStyle.
    template<typename T> T value(const Setting<T> &setting) const;

    /// Remembers `value`; it is on the disk after sync() at the latest.
    template<typename T> void setValue(const Setting<T> &setting, const std::type_identity_t<T> &value);

    /// Writes what has changed. An Error (Code::File) when the disk refuses; the values hold in memory all the same.
    core::Status sync();

private:
    core::Status prepare();

    QString m_folder;
    std::unique_ptr<QSettings> m_file;
    bool m_isPrepared = false; ///< Folder and file are there and private.
};

extern template QByteArray Settings::value(const Setting<QByteArray> &) const;
extern template QString Settings::value(const Setting<QString> &) const;
extern template bool Settings::value(const Setting<bool> &) const;
extern template quint16 Settings::value(const Setting<quint16> &) const;
extern template Appearance Settings::value(const Setting<Appearance> &) const;
extern template session::TypeStyle Settings::value(const Setting<session::TypeStyle> &) const;
extern template void Settings::setValue(const Setting<QByteArray> &, const QByteArray &);
extern template void Settings::setValue(const Setting<QString> &, const QString &);
extern template void Settings::setValue(const Setting<bool> &, const bool &);
extern template void Settings::setValue(const Setting<quint16> &, const quint16 &);
extern template void Settings::setValue(const Setting<Appearance> &, const Appearance &);
extern template void Settings::setValue(const Setting<session::TypeStyle> &, const session::TypeStyle &);

} // namespace store
