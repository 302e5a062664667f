// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/privatecopies.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace store {

namespace {

core::Error refused(const QString &reason)
{
    return {core::Error::Code::File,
            QCoreApplication::translate("store::PrivateCopies",
                                        "There is no room for a temporary copy: %1. Save the bytes as a file instead.")
                .arg(reason),
            {}};
}

} // namespace

PrivateCopies::PrivateCopies() = default;

PrivateCopies::~PrivateCopies() = default;

core::Result<QString> PrivateCopies::add(const QByteArray &bytes, QLatin1StringView suffix)
{
    if (!m_folder || !QFileInfo::exists(m_folder->path())) // who cleans up old files may have taken it
        m_folder
            = std::make_unique<QTemporaryDir>(QDir::tempPath() + "/session-composer-XXXXXX"_L1); // 0700, mkdtemp(3)
    if (!m_folder->isValid()) {
        const QString reason = m_folder->errorString();
        m_folder.reset(); // the next one may have more luck
        return refused(reason);
    }
    QFile file(m_folder->filePath("response-%1%2"_L1.arg(QString::number(++m_count), suffix)));
    const bool isOpen = file.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered,
                                  QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (isOpen && file.write(bytes) == bytes.size())
        return file.fileName();
    const QString reason = file.errorString();
    file.remove();
    return refused(reason);
}

} // namespace store
