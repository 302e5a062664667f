// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/ziparchive.h"

#include <QCoreApplication>

#include <memory>

#include <sys/stat.h>
#include <zip.h>

namespace store {
namespace {

// Midnight of 1980-01-01 as MS-DOS writes it.
constexpr zip_uint16_t fixedTime = 0;
constexpr zip_uint16_t fixedDate = 1 << 5 | 1;
constexpr zip_uint32_t readableByAll = (S_IFREG | S_IRUSR | S_IWUSR | S_IRGRP | S_IROTH) << 16;

struct SourceFree
{
    void operator()(zip_source_t *source) const { zip_source_free(source); }
};
struct ArchiveDiscard
{
    void operator()(zip_t *archive) const { zip_discard(archive); }
};

/// What libzip tells before there is an archive to ask; the text in it is to be freed.
struct Fault
{
    Fault() { zip_error_init(&error); }
    ~Fault() { zip_error_fini(&error); }
    Q_DISABLE_COPY_MOVE(Fault)

    zip_error_t error{};
};

using Source = std::unique_ptr<zip_source_t, SourceFree>;
using Archive = std::unique_ptr<zip_t, ArchiveDiscard>;

core::Error notPacked(zip_error_t *error)
{
    const QString reason = QString::fromUtf8(zip_error_strerror(error));
    const QString text = QCoreApplication::translate("store", "The archive could not be made: %1. Nothing was saved.");
    return {core::Error::Code::File, text.arg(reason), reason};
}

/// Adds one file, whose bytes must live until the archive is closed.
bool add(zip_t *archive, const ZipEntry &entry)
{
    Source source(zip_source_buffer(archive, entry.bytes.constData(), zip_uint64_t(entry.bytes.size()), 0));
    if (!source)
        return false;
    const zip_int64_t index = zip_file_add(archive, entry.name.toUtf8().constData(), source.get(), ZIP_FL_ENC_UTF_8);
    if (index < 0)
        return false;
    source.release(); // it is the archive's now
    const auto number = zip_uint64_t(index);
    return zip_file_set_dostime(archive, number, fixedTime, fixedDate, 0) == 0
        && zip_file_set_external_attributes(archive, number, 0, ZIP_OPSYS_UNIX, readableByAll) == 0;
}

/// All that was written into `source`; empty on a fault, which the source then knows.
QByteArray contentOf(zip_source_t *source)
{
    if (zip_source_open(source) != 0)
        return {};
    QByteArray bytes;
    if (zip_source_seek(source, 0, SEEK_END) == 0) {
        bytes.resize(qsizetype(zip_source_tell(source)));
        if (zip_source_seek(source, 0, SEEK_SET) != 0
            || zip_source_read(source, bytes.data(), zip_uint64_t(bytes.size())) != bytes.size())
            bytes.clear();
    }
    zip_source_close(source);
    return bytes;
}

} // namespace

core::Result<QByteArray> zipArchive(const QList<ZipEntry> &entries)
{
    Fault fault;
    const Source target(zip_source_buffer_create(nullptr, 0, 0, &fault.error));
    if (!target)
        return notPacked(&fault.error);
    Archive archive(zip_open_from_source(target.get(), ZIP_TRUNCATE, &fault.error));
    if (!archive)
        return notPacked(&fault.error);
    zip_source_keep(target.get()); // one for the archive, one for us
    for (const ZipEntry &entry : entries) {
        if (!add(archive.get(), entry))
            return notPacked(zip_get_error(archive.get()));
    }
    if (zip_close(archive.get()) != 0)
        return notPacked(zip_get_error(archive.get()));
    archive.release(); // closing it was its end
    QByteArray bytes = contentOf(target.get());
    if (bytes.isEmpty())
        return notPacked(zip_source_error(target.get()));
    return bytes;
}

} // namespace store
