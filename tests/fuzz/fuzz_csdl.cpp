// SPDX-License-Identifier: GPL-3.0-or-later
#include "edm/csdlreader.h"
#include "session/findings.h"
#include "json/scanner.h"

#include <QBuffer>

#include <cstddef>
#include <cstdint>

namespace {

void require(bool holds)
{
    if (!holds)
        __builtin_trap();
}

/// A session with a bit of everything, to be judged by whatever schema came out.
const json::Index &sample()
{
    static const json::Index index = json::scan(R"({"@odata.type": "#microsoft.graph.callRecords.session", "id": 1,
        "caller": {"@odata.type": "#microsoft.graph.callRecords.participantEndpoint", "userAgent": {}},
        "modalities": ["audio", null, {}], "startDateTime": "2017-01-01T00:00:00+0300", "segments": [{"media": [{}]}]})");
    return index;
}

} // namespace

/// Any bytes become a schema or a refusal with a reason, and whatever schema comes out can be asked everything: circles
/// of base types end, every name that a property mentions can be looked up, a session can be judged by it.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    QByteArray text(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    QBuffer buffer(&text);
    buffer.open(QIODevice::ReadOnly);
    const core::Result<edm::Schema> read = edm::readCsdl(buffer);
    if (!read) {
        require(!read.error().message.isEmpty());
        return 0;
    }
    const edm::Schema &schema = *read;
    const QList<const edm::StructuredType *> types = schema.structuredTypes();
    for (const edm::StructuredType *type : types) {
        require(schema.structuredType(type->name) != nullptr);
        const QList<const edm::Property *> properties = schema.allProperties(type->name);
        for (const edm::Property *property : properties)
            require(schema.property(type->name, property->name) != nullptr);
        require(schema.isA(type->name, type->name));
        schema.isOpen(type->name);
    }
    if (!types.isEmpty()) {
        schema.reachableFrom(types.constFirst()->name);
        schema.withDerivedTypes(types.constFirst()->name);
        session::findings(sample(), schema, types.constFirst()->name);
    }
    return 0;
}
