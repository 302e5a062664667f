// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/settings.h"

#include "store/durablesave.h"
#include "store/filedescriptor.h"
#include "store/pathfacts.h"

#include <QCoreApplication>
#include <QFile>
#include <QSettings>

#include <algorithm>
#include <cerrno>
#include <iterator>
#include <optional>

#include <fcntl.h>

using namespace Qt::StringLiterals;

namespace store {
namespace {

/// The word for each enumerator in the file.
template<typename T> struct Word
{
    T value;
    QLatin1String text;
};
template<typename T> constexpr Word<T> words[] = {};
template<>
constexpr Word<Appearance> words<Appearance>[] = {{Appearance::System, QLatin1String("system")},
                                                  {Appearance::Light, QLatin1String("light")},
                                                  {Appearance::Dark, QLatin1String("dark")}};
template<>
constexpr Word<session::TypeStyle> words<session::TypeStyle>[]
    = {{session::TypeStyle::HashEverywhere, QLatin1String("hash-everywhere")},
       {session::TypeStyle::AsDocumented, QLatin1String("as-documented")}};

template<typename T> QVariant stored(const T &value)
{
    if constexpr (std::is_enum_v<T>) {
        const auto word = std::find_if(std::begin(words<T>), std::end(words<T>),
                                       [value](const Word<T> &candidate) { return candidate.value == value; });
        Q_ASSERT(word != std::end(words<T>));
        return QString(word->text);
    } else if constexpr (std::is_same_v<T, quint16>) {
        return static_cast<uint>(value);
    } else {
        return value;
    }
}

/// The value behind what the file says; empty when the program would not have written it.
template<typename T> std::optional<T> read(const QVariant &variant)
{
    if constexpr (std::is_enum_v<T>) {
        const QString text = variant.toString();
        for (const Word<T> &word : words<T>) {
            if (word.text == text)
                return word.value;
        }
        return std::nullopt;
    } else if constexpr (std::is_same_v<T, quint16>) {
        bool isPort = false;
        const quint16 port = variant.toString().toUShort(&isPort);
        return isPort ? std::optional(port) : std::nullopt;
    } else if constexpr (std::is_same_v<T, bool>) {
        const QString text = variant.toString();
        return text == "true"_L1 || text == "false"_L1 ? std::optional(text == "true"_L1) : std::nullopt;
    } else if constexpr (std::is_same_v<T, QString>) {
        return variant.typeId() == QMetaType::QString ? std::optional(variant.toString()) : std::nullopt;
    } else {
        return variant.toByteArray();
    }
}

template<typename T> T fallbackOf(const Setting<T> &setting)
{
    if constexpr (std::is_same_v<T, QByteArray>)
        return setting.fallback.toByteArray();
    else
        return setting.fallback;
}

} // namespace

Settings::Settings(QString folder)
    : m_folder(std::move(folder))
    , m_file(std::make_unique<QSettings>(m_folder + "/settings.ini"_L1, QSettings::IniFormat))
{ }

Settings::~Settings() = default;

template<typename T> T Settings::value(const Setting<T> &setting) const
{
    const QVariant variant = m_file->value(setting.key);
    if (!variant.isValid())
        return fallbackOf(setting);
    return read<T>(variant).value_or(fallbackOf(setting));
}

template<typename T> void Settings::setValue(const Setting<T> &setting, const std::type_identity_t<T> &value)
{
    if (!m_isPrepared)
        m_isPrepared = prepare().has_value();
    m_file->setValue(setting.key, stored<T>(value));
}

core::Status Settings::sync()
{
    if (!m_isPrepared) {
        if (m_file->allKeys().isEmpty())
            return core::ok(); // nothing to write, so no file is made
        const core::Status prepared = prepare();
        if (!prepared)
            return prepared;
        m_isPrepared = true;
    }
    m_file->sync();
    if (m_file->status() == QSettings::NoError)
        return core::ok();
    const QString text = QCoreApplication::translate(
        "store", "The settings could not be saved. They hold until the program ends; look at the folder %1.");
    return fileError(text.arg(m_folder), m_file->fileName(), 0);
}

/// Makes the file and its folder, private from the first moment: QSettings keeps the mode of a file that is there, but
/// writes a new one for everybody to read and closes it up afterwards.
core::Status Settings::prepare()
{
    const core::Status folder = makePrivateFolder(m_folder);
    if (!folder)
        return folder;
    const QString path = m_file->fileName();
    const QByteArray name = QFile::encodeName(path);
    const FileDescriptor file(::open(name.constData(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, S_IRUSR | S_IWUSR));
    if (file.isValid() && ::fchmod(file.number(), S_IRUSR | S_IWUSR) == 0)
        return core::ok();
    const int fault = errno;
    const QString text = QCoreApplication::translate("store", "The settings could not be saved: %1.");
    return fileError(text.arg(reasonText(fault)), path, fault);
}

template QByteArray Settings::value(const Setting<QByteArray> &) const;
template QString Settings::value(const Setting<QString> &) const;
template bool Settings::value(const Setting<bool> &) const;
template quint16 Settings::value(const Setting<quint16> &) const;
template Appearance Settings::value(const Setting<Appearance> &) const;
template session::TypeStyle Settings::value(const Setting<session::TypeStyle> &) const;
template void Settings::setValue(const Setting<QByteArray> &, const QByteArray &);
template void Settings::setValue(const Setting<QString> &, const QString &);
template void Settings::setValue(const Setting<bool> &, const bool &);
template void Settings::setValue(const Setting<quint16> &, const quint16 &);
template void Settings::setValue(const Setting<Appearance> &, const Appearance &);
template void Settings::setValue(const Setting<session::TypeStyle> &, const session::TypeStyle &);

} // namespace store
