// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/curlimport.h"
#include "report/importing.h"
#include "report/postmanimport.h"
#include "session/templatefile.h"

#include <cstddef>
#include <cstdint>

namespace {

void require(bool holds)
{
    if (!holds)
        __builtin_trap();
}

/// What is imported can be saved, so that no secret is in it, and is read again as it was.
void check(const core::Result<report::Import> &import)
{
    if (!import) {
        require(!import.error().message.isEmpty());
        return;
    }
    require(!import->templates.isEmpty());
    for (const report::ImportedTemplate &imported : import->templates) {
        const core::Result<QByteArray> text = session::templateText(imported.content);
        if (!text) {
            require(!text.error().message.isEmpty());
            continue;
        }
        const core::Result<session::TemplateFile> again = session::readTemplate(*text);
        require(again && again->kind == session::TemplateFile::Kind::Template);
        require(again->content.body == imported.content.body);
    }
}

} // namespace

/// Any bytes are templates or a refusal with a reason.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto readBody = [](const QString &) -> core::Result<QByteArray> { return QByteArray("{\"id\": \"7\"}"); };
    check(report::importCurl(text, readBody));
    check(report::importPostman(text));
    check(report::importText(text, readBody));
    return 0;
}
