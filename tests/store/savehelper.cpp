// SPDX-License-Identifier: GPL-3.0-or-later
// savehelper save PATH SIZE: saves SIZE times the letter n. savehelper read PATH: reads.
// Exit 0 when it worked, else 1 and the message on stderr; 2 when called wrongly.
#include "store/files.h"

#include <QFile>

#include <cstdio>
#include <cstring>

namespace {

int report(const core::Error &error)
{
    std::fprintf(stderr, "%s\n", error.message.toUtf8().constData());
    return 1;
}

} // namespace

int main(int argc, char **argv)
{
    const store::LocalFiles files;
    if (argc == 3 && std::strcmp(argv[1], "read") == 0) {
        const core::Result<store::FileContent> content = files.readText(QFile::decodeName(argv[2]));
        return content ? 0 : report(content.error());
    }
    if (argc == 4 && std::strcmp(argv[1], "save") == 0) {
        const QByteArray bytes(QByteArray(argv[3]).toLongLong(), 'n');
        const core::Result<store::Saved> saved = files.save(QFile::decodeName(argv[2]), bytes);
        return saved ? 0 : report(saved.error());
    }
    return 2;
}
