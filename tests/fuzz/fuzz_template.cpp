// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/baseline.h"
#include "session/mergeconflict.h"
#include "session/placeholders.h"
#include "session/templatefile.h"

#include <cstddef>
#include <cstdint>

namespace {

void require(bool holds)
{
    if (!holds)
        __builtin_trap();
}

/// What was read is written and read again: the same, in the same text.
void checkTemplate(const session::Template &content)
{
    const core::Result<QByteArray> text = session::templateText(content);
    if (!text) {
        require(text.error().code == core::Error::Code::Refused && !text.error().message.isEmpty());
        return;
    }
    const core::Result<session::TemplateFile> again = session::readTemplate(*text);
    require(again && again->kind == session::TemplateFile::Kind::Template && again->content == content);
    require(session::templateText(again->content).value_or({}) == *text);
}

void checkPlaceholders(const QByteArray &body)
{
    const session::PlaceholderValues values{{}, [] { return QStringLiteral("g\"\n"); }, QStringLiteral("7"), {}};
    const core::Result<QByteArray> drawn = session::withPlaceholders(body, values);
    require(drawn || (!drawn.error().message.isEmpty() && session::hasPlaceholder(body)));
    require(session::hasPlaceholder(body) || *drawn == body);
    session::placesOfPlaceholders(body);
}

void checkBaseline(const QByteArray &text)
{
    const core::Result<session::Baseline> baseline = session::readBaseline(text);
    if (!baseline) {
        require(!baseline.error().message.isEmpty());
        return;
    }
    if (const core::Result<QByteArray> written = session::baselineText(*baseline))
        require(session::readBaseline(*written).value_or({}) == *baseline);
}

void checkConflict(const QByteArray &text)
{
    const std::optional<session::MergeConflict> conflict = session::mergeConflictIn(text);
    if (!conflict)
        return;
    require(conflict->count > 0 && conflict->line > 0);
    require(conflict->ours.size() < text.size() && conflict->theirs.size() < text.size());
}

} // namespace

/// Any bytes are a bare session, a template or a refusal with a reason; a template survives being written.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    checkConflict(text);
    checkBaseline(text);
    const core::Result<session::TemplateFile> file = session::readTemplate(text);
    if (!file) {
        require(!file.error().message.isEmpty());
        return 0;
    }
    checkPlaceholders(file->content.body);
    switch (file->kind) {
    case session::TemplateFile::Kind::Session:
        require(file->content.body == text);
        break;
    case session::TemplateFile::Kind::Template:
        checkTemplate(file->content);
        break;
    case session::TemplateFile::Kind::Newer:
        require(file->format > session::templateFormat);
        break;
    }
    return 0;
}
